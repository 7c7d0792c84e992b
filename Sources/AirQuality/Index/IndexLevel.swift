/// The six levels of air quality of HJ 633, table 2. They are not the levels of a warning.
public enum IndexLevel: Int, CaseIterable, Hashable, Sendable {
    case excellent = 1
    case good, light, moderate, heavy, severe

    /// The level of an AQI.
    public init(aqi: Int) {
        switch aqi {
        case ...50: self = .excellent
        case ...100: self = .good
        case ...150: self = .light
        case ...200: self = .moderate
        case ...300: self = .heavy
        default: self = .severe
        }
    }

    /// The name in the standard.
    public var name: String {
        switch self {
        case .excellent: "优"
        case .good: "良"
        case .light: "轻度污染"
        case .moderate: "中度污染"
        case .heavy: "重度污染"
        case .severe: "严重污染"
        }
    }

    /// Red, green and blue of the level's colour.
    public var colour: (red: UInt8, green: UInt8, blue: UInt8) {
        switch self {
        case .excellent: (0, 228, 0)
        case .good: (255, 255, 0)
        case .light: (255, 126, 0)
        case .moderate: (255, 0, 0)
        case .heavy: (153, 0, 76)
        case .severe: (126, 0, 35)
        }
    }
}
