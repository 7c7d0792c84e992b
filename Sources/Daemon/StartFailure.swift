/// Why the service could not start.
public struct StartFailure: Error, CustomStringConvertible {
    public enum Part: String, Sendable {
        case plan, state, inbox, spool, episode
    }

    public var part: Part
    public var underlying: any Error

    public var description: String { "cannot start: \(part.rawValue): \(underlying)" }

    /// `EX_CONFIG` of sysexits.h: starting again without a change is of no use.
    public static let configurationExit: Int32 = 78

    static func naming<Value>(_ part: Part, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch { throw StartFailure(part: part, underlying: error) }
    }
}
