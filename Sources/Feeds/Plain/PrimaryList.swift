public import AirQuality

/// Primary pollutants as forecasts and notices write them: `PM2.5`, `细颗粒物(PM2.5)`, `O3;NO2`, `臭氧8小时、颗粒物(PM10)`.
public enum PrimaryList {
    public struct Unknown: Error {
        /// The name that is no pollutant's, short enough to show.
        public let name: String
    }

    /// An empty set where it names none.
    public static func read(_ text: String) -> Result<PollutantSet, Unknown> {
        var pollutants: PollutantSet = []
        let names = text.unicodeScalars.split { scalar in
            switch scalar {
            case ";", ",", " ", "\t", "、", "；", "，", "|", "/", "+": true
            default: false
            }
        }
        for scalars in names {
            let name = String(String.UnicodeScalarView(scalars))
            if name == "无" || name == "-" || name == "—" || name == "NA" { continue }
            guard let pollutant = pollutant(name) else { return .failure(Unknown(name: String(name.prefix(24)))) }
            pollutants.insert(PollutantSet(pollutant))
        }
        return .success(pollutants)
    }

    private static let chineseNames: [String: Pollutant] = [
        "细颗粒物": .pm25, "颗粒物": .pm10, "可吸入颗粒物": .pm10, "臭氧": .o3, "二氧化氮": .no2, "二氧化硫": .so2,
        "一氧化碳": .co,
    ]

    /// A pollutant by its formula, by its Chinese name, by both with the formula in brackets; the averaging time that
    /// some write with ozone (`O3_8h`, `臭氧8小时`) is dropped.
    private static func pollutant(_ written: String) -> Pollutant? {
        guard written.utf8.count <= longestName else { return nil }
        guard let open = written.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return plain(written[...]) }
        let inner = written[written.index(after: open)...].prefix { !"()（）".contains($0) }
        return plain(inner) ?? plain(written[..<open])
    }

    /// Bytes of a name: the longest in use, with its formula and its averaging time, has not half as many.
    private static let longestName = 96

    /// A name without brackets.
    private static func plain(_ written: Substring) -> Pollutant? {
        var name = written
        for ending in ["_8h", "_8H", "-8h", "-8H", "8小时", "1小时", "_1h", "_24h"] where name.hasSuffix(ending) {
            name = name.dropLast(ending.count)
            break
        }
        let ascii = String(
            name.map { character -> Character in
                switch character {
                case "₂": "2"
                case "₃": "3"
                case "₅": "5"
                case "₁": "1"
                case "₀": "0"
                case "．": "."
                default: character
                }
            })
        return chineseNames[ascii] ?? Pollutant(name: ascii)
    }
}
