import AirQuality

/// Where an observation layout has its columns; refuses headers in which one is missing, stands twice, or has another unit.
struct ObservationColumns {
    enum Time {
        /// One column with a time label.
        case label(Int)
        /// Four columns from this one on: `year,month,day,hour`.
        case parts(Int)
    }

    private(set) var pollutants: [Pollutant: Int] = [:]
    let time: Time
    let station: Int

    init(_ header: HeaderLine, format: FeedFormat) throws(FileError) {
        switch format {
        case .prsa:
            let year = try header.only("year")
            for (offset, name) in ["year", "month", "day", "hour"].enumerated() {
                guard try header.only(name) == year + offset else {
                    throw FileError(
                        line: 1, reason: "the columns year, month, day and hour do not stand together in this order",
                        help: "write them as the layout has them: No,year,month,day,hour,PM2.5,…,station")
                }
            }
            time = .parts(year)
            station = try header.only("station")
            for pollutant in Pollutant.allCases { pollutants[pollutant] = try header.only(pollutant.name) }
        case .cnemcLong:
            time = .label(try header.only("timepoint"))
            station = try header.only("stationcode")
            for pollutant in Pollutant.allCases { pollutants[pollutant] = try header.only(pollutant.feedName) }
        default:
            time = .label(try header.only("slot_start"))
            station = try header.only("station")
            pollutants = try header.plainPollutants()
            for pollutant in Pollutant.allCases where pollutants[pollutant] == nil {
                throw FileError(
                    line: 1, reason: "the column \(pollutant.plainColumn) is missing",
                    help: "add it, with blank cells where there is no value")
            }
        }
    }
}

extension Pollutant {
    /// The name in the national centre's files: `pm2_5`, `pm10`, `so2`, …
    var feedName: String { self == .pm25 ? "pm2_5" : name.lowercased() }

    /// The column of the plain layout: the name and the unit, such as `PM2.5_ug/m3`.
    var plainColumn: String { "\(name)_\(unit.rawValue)" }
}

extension HeaderLine {
    /// The place of a column that must be there once.
    func only(_ name: String) throws(FileError) -> Int {
        guard let place = try optional(name) else {
            throw FileError(
                line: 1, reason: "the column '\(name)' is missing", help: "docs/feeds.md lists the columns of each layout")
        }
        return place
    }

    /// The place of a column that may be there once.
    func optional(_ name: String) throws(FileError) -> Int? {
        guard let place = index(of: name) else { return nil }
        guard names.lastIndex(of: name) == place else {
            throw FileError(
                line: 1, reason: "the column '\(name)' stands twice",
                help: "keep the one that holds what its name says, or give the other one another name")
        }
        return place
    }

    /// The concentration columns of the plain layout. A name must be followed by the pollutant's unit: a column that does
    /// not say what it holds is not guessed at.
    func plainPollutants() throws(FileError) -> [Pollutant: Int] {
        var places: [Pollutant: Int] = [:]
        for (place, name) in names.enumerated() {
            guard let (pollutant, unit) = Self.pollutantAndUnit(name) else { continue }
            guard unit == pollutant.unit.rawValue else {
                throw FileError(
                    line: 1, reason: "column \(place + 1) is '\(name)', where the unit must be \(pollutant.unit.rawValue)",
                    help: "write '\(pollutant.plainColumn)', and the values in that unit")
            }
            guard places.updateValue(place, forKey: pollutant) == nil else {
                throw FileError(
                    line: 1, reason: "the column '\(pollutant.plainColumn)' stands twice",
                    help: "keep the one that holds what its name says, or give the other one another name")
            }
        }
        return places
    }

    private static func pollutantAndUnit(_ name: String) -> (Pollutant, unit: String)? {
        if let pollutant = Pollutant(name: name) { return (pollutant, "") }
        guard let mark = name.lastIndex(of: "_"), let pollutant = Pollutant(name: name[..<mark]) else { return nil }
        var unit = ""
        for scalar in name[name.index(after: mark)...].unicodeScalars {
            switch scalar {
            case "\u{B5}", "\u{3BC}": unit += "u"
            case "\u{B3}": unit += "3"
            default: unit.unicodeScalars.append(scalar)
            }
        }
        return (pollutant, unit)
    }
}
