public import AirQuality
public import Desk
public import PlanModel
public import Warnings

/// What a look into the folder of a notice gave.
public struct EvidenceReport: Sendable {
    /// Why the evidence could not be read; then nothing was made again.
    public var obstacles: [String] = []
    /// Where the folder contradicts itself, or what comes out anew.
    public var differences: [String] = []
    /// What was not compared, and why.
    public var notes: [String] = []
    /// The identifier of the notice.
    public var notice: String?
    /// The content hash of the plan's version as the evidence states it.
    public var planHash: String?
    /// The ledger's heads before and after the decision as the evidence states them.
    public var heads: (before: String, after: String)?
    /// The evaluation made again; its decision is what comes out.
    public var trace: AreaTrace?

    /// The move of a stated end that was worked out anew, and its area.
    public var moved: Extension?
    public var area: Area?

    /// The zone of the plan.
    public var zone: Zone?

    /// What was read.
    var basis: Recomputation?

    public init() {}

    public enum Verdict: String, Sendable {
        case same, different, unreadable
    }

    public var verdict: Verdict { !obstacles.isEmpty ? .unreadable : differences.isEmpty ? .same : .different }
}
