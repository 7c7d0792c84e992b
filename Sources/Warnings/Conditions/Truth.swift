/// Kleene's three truth values (semantics §5). A comparison with NA is unknown; only what is true starts or ends a warning.
public enum Truth: UInt8, Hashable, Sendable, Codable {
    case `false` = 0
    case unknown = 1
    case `true` = 2

    public init(_ value: Bool) { self = value ? .true : .false }

    public static func && (left: Truth, right: Truth) -> Truth { left.rawValue < right.rawValue ? left : right }
    public static func || (left: Truth, right: Truth) -> Truth { left.rawValue > right.rawValue ? left : right }
    public static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .false: .true
        case .unknown: .unknown
        case .true: .false
        }
    }
}
