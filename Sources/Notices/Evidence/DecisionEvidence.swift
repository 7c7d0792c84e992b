public import AirQuality
public import Desk
public import Warnings

/// All that it takes to make a decision again on another machine, without the ledger.
public struct DecisionEvidence: Sendable {
    /// A file of the plan version.
    public struct PlanPart: Hashable, Sendable {
        public var name: String
        /// SHA-256 of the content, 64 hexadecimal digits.
        public var hash: String
        public var size: Int
        /// Nil for a table, which says nothing of warnings: it is named with its hash alone.
        public var bytes: [UInt8]?

        public init(name: String, hash: String, size: Int, bytes: [UInt8]?) {
            self.name = name
            self.hash = hash
            self.size = size
            self.bytes = bytes
        }
    }

    /// The identifier of the decision's notice.
    public var notice: String
    public var decision: Decision
    /// When the decision was recorded.
    public var recorded: Instant
    public var basis: Recomputation
    /// The content hash of the plan's version.
    public var planHash: String
    /// In the order of their names.
    public var planParts: [PlanPart]
    /// The ledger's head before the record that holds the decision, `412:9f86…`: all inputs stand up to there.
    public var headBefore: String
    /// The head that this record made.
    public var head: String

    public init(
        notice: String, decision: Decision, recorded: Instant, basis: Recomputation, planHash: String, planParts: [PlanPart],
        headBefore: String, head: String
    ) {
        self.notice = notice
        self.decision = decision
        self.recorded = recorded
        self.basis = basis
        self.planHash = planHash
        self.planParts = planParts
        self.headBefore = headBefore
        self.head = head
    }

    /// The folder within a notice's own.
    public static let folder = "evidence"
    static let format = "lantian-evidence-1"
}
