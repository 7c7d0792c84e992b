public import AirQuality
public import Desk

/// What a record says: one event of the duty desk, in the order in which it became known.
///
/// Every kind has a stable name in the file (``kind``); a kind that is not known is never skipped but refused, since what
/// follows may rest on it.
public enum LedgerEntry: Hashable, Sendable {
    /// A plan took force.
    case plan(PlanVersion)
    /// A plan was refused: the hash of its version, and the findings as text.
    case refusedPlan(hash: String, findings: String)
    /// A feed file was taken in.
    case feed(FeedRecord)
    /// A file of dated facts was taken in.
    case facts(FactsRecord)
    /// Orders of levels in force have changed by the record before.
    case supplement(SupplementRecord)
    /// An instant was sealed.
    case sealed(SealedRecord)
    /// A person approved, rejected, declared, directed or withdrew.
    case act(ActRecord)
    /// An hour began from which directives count, or with which they end.
    case hourBegun(SealedRecord)
    /// The instants from one to another, both included, passed without evaluation.
    case notEvaluated(from: HourSlot, to: HourSlot)
    /// A notice lies in the spool; who has to acknowledge it.
    case published(notice: String, addressees: [Addressee] = [])
    /// An addressee acknowledged a notice.
    case receipt(Receipt)
    /// The desk was reminded of what waits for people.
    case reminder(ReminderRecord)
    /// The ledger is of a drill: nothing in it is real. The first record, or none.
    case drill(episode: String)
    /// The clock jumped.
    case clockJump(from: Instant, to: Instant)

    /// The name of the kind in the column `kind`.
    public var kind: String {
        switch self {
        case .plan: "plan"
        case .refusedPlan: "refused-plan"
        case .feed: "feed"
        case .facts: "facts"
        case .supplement: "supplement"
        case .sealed: "sealed"
        case .act: "act"
        case .hourBegun: "hour-begun"
        case .notEvaluated: "not-evaluated"
        case .published: "published"
        case .receipt: "receipt"
        case .reminder: "reminder"
        case .drill: "drill"
        case .clockJump: "clock-jump"
        }
    }
}

/// An entry with its place in the chain.
public struct LedgerRecord: Hashable, Sendable {
    /// The head that the record made.
    public var head: LedgerHead
    public var knownAt: Instant
    public var entry: LedgerEntry

    public var seq: Int64 { head.seq }
}
