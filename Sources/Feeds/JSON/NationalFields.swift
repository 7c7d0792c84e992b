import AirQuality

/// The fields of one object of the national JSON that are of interest.
struct NationalFields {
    /// A concentration as it is written, and where; the column from 0.
    struct Written {
        var content: UnsafeBufferPointer<UInt8>
        var line: Int
        var column: Int
    }

    private(set) var time: String?
    private(set) var station: String?
    private(set) var area: String?
    /// By the pollutant's raw value; nil where the key is absent.
    private(set) var values = [Written?](repeating: nil, count: Pollutant.allCases.count)
    /// A key that stands twice.
    private(set) var duplicate: String?
    private var positionName: String?
    private var seen: Set<String> = []

    private static let keys = Set(["time_point", "station_code", "area", "position_name"] + Pollutant.allCases.map(\.feedName))

    var hasLayoutKeys: Bool { seen.contains("time_point") && (seen.contains("station_code") || seen.contains("area")) }
    var isOfCity: Bool { station == nil && positionName == nil }

    /// Reads an object, whose brace is next.
    mutating func read(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) {
        try scanner.expect("{")
        if scanner.take("}") { return }
        repeat {
            let key = JSONText.decode(try scanner.string()) ?? ""
            try scanner.expect(":")
            _ = scanner.peek()
            let line = scanner.line
            let column = scanner.column - 1
            let value = try scanner.value(depth: 2)
            guard Self.keys.contains(key) else { continue }
            guard seen.insert(key).inserted else {
                duplicate = duplicate ?? key
                continue
            }
            switch key {
            case "time_point": time = Self.text(value)
            case "station_code": station = Self.text(value)
            case "area": area = Self.text(value)
            case "position_name": positionName = Self.text(value)
            default:
                guard let pollutant = Pollutant.allCases.first(where: { $0.feedName == key }) else { continue }
                values[Int(pollutant.rawValue)] = Written(content: Self.written(value), line: line, column: column)
            }
        } while scanner.take(",")
        try scanner.expect("}")
    }

    /// The text of a string that is not empty.
    private static func text(_ value: JSONScanner.Value) -> String? {
        guard case .string(let bytes) = value, let text = JSONText.decode(bytes), !text.isEmpty else { return nil }
        return text
    }

    /// What stands for a concentration: the digits of a number, or of one in quotes; nothing for null.
    private static func written(_ value: JSONScanner.Value) -> UnsafeBufferPointer<UInt8> {
        switch value {
        case .number(let bytes): bytes
        case .string(let bytes): Cell(bytes).content
        case .null: UnsafeBufferPointer(start: nil, count: 0)
        case .other: Self.noNumber
        }
    }

    /// Stands for a truth value, an array or an object.
    private static var noNumber: UnsafeBufferPointer<UInt8> {
        let text: StaticString = "?"
        return UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
}
