/// One of the six pollutants of GB 3095 that enter the air quality index, in the order of HJ 633 table 1.
public enum Pollutant: UInt8, CaseIterable, Hashable, Sendable, Codable {
    case so2, no2, co, o3, pm10, pm25

    /// The name as plans, feeds and notices write it, such as `PM2.5`.
    public var name: String {
        switch self {
        case .so2: "SO2"
        case .no2: "NO2"
        case .co: "CO"
        case .o3: "O3"
        case .pm10: "PM10"
        case .pm25: "PM2.5"
        }
    }

    /// The unit in which the standards state this pollutant: mg/m³ for CO, µg/m³ for all others.
    public var unit: ConcentrationUnit { self == .co ? .milligrams : .micrograms }

    /// Finds a pollutant by its name, letter case ignored.
    public init?(name: some StringProtocol) {
        switch name.uppercased() {
        case "SO2": self = .so2
        case "NO2": self = .no2
        case "CO": self = .co
        case "O3": self = .o3
        case "PM10": self = .pm10
        case "PM2.5", "PM25", "PM2_5": self = .pm25
        default: return nil
        }
    }
}

/// The unit of a concentration.
public enum ConcentrationUnit: String, Hashable, Sendable, Codable {
    case micrograms = "ug/m3"
    case milligrams = "mg/m3"

    /// The unit as people read it.
    public var symbol: String { self == .micrograms ? "µg/m³" : "mg/m³" }
}

/// A set of pollutants.
public struct PollutantSet: OptionSet, Hashable, Sendable, Codable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    @inlinable public init(_ pollutant: Pollutant) { rawValue = 1 << pollutant.rawValue }
    public init(_ pollutants: some Sequence<Pollutant>) {
        rawValue = pollutants.reduce(0) { $0 | 1 << $1.rawValue }
    }

    /// The pollutants for which a condition holds.
    @inline(__always) init(where holds: (Pollutant) -> Bool) {
        self = []
        if holds(.so2) { insert(PollutantSet(.so2)) }
        if holds(.no2) { insert(PollutantSet(.no2)) }
        if holds(.co) { insert(PollutantSet(.co)) }
        if holds(.o3) { insert(PollutantSet(.o3)) }
        if holds(.pm10) { insert(PollutantSet(.pm10)) }
        if holds(.pm25) { insert(PollutantSet(.pm25)) }
    }

    /// All six pollutants.
    public static let all = PollutantSet(rawValue: 0b11_1111)

    @inlinable public func contains(_ pollutant: Pollutant) -> Bool { rawValue & 1 << pollutant.rawValue != 0 }

    /// The members in the order of HJ 633.
    public var members: [Pollutant] { Pollutant.allCases.filter(contains) }

    /// The members' names joined with single spaces.
    public var text: String { members.map(\.name).joined(separator: " ") }
}
