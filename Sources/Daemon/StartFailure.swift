import FileAccess
import Ledger

/// Why the service could not start.
public struct StartFailure: Error, CustomStringConvertible {
    public enum Part: String, Sendable {
        case plan, state, inbox, spool, episode
    }

    public var part: Part
    public var underlying: any Error

    public var description: String { "cannot start: \(part.rawValue): \(underlying)" }

    /// `EX_CONFIG` of sysexits.h, with which starting again without a change is of no use; `EX_TEMPFAIL` where the disk is full or
    /// another process holds the state, which passes.
    public var exitCode: Int32 {
        if underlying is StateInUse { return 75 }
        let isPassing = (underlying as? LedgerError)?.isPassing ?? (underlying as? FileFailure)?.isNoSpace ?? false
        return isPassing ? 75 : 78
    }

    static func naming<Value>(_ part: Part, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let refusal as PlanRefusal {
            // Found out with the state at hand, and yet to be mended in the plan.
            throw StartFailure(part: .plan, underlying: refusal)
        } catch { throw StartFailure(part: part, underlying: error) }
    }
}
