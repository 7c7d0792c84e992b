/// The reply to `Status`. Times are ISO 8601 with the offset of the plan's zone.
public struct StatusReport: Hashable, Sendable, Codable {
    public struct AreaState: Hashable, Sendable, Codable {
        public var area: Named
        /// The level in force; nil: no warning.
        public var level: Named?
        public var since: String?
        /// Start of the level's response.
        public var response: String?
        /// What the plan itself has led to, where a directive makes something else of it.
        public var own: OwnLevel?
        /// The hour at which directives leave another level, unless it is extended; nil: none is stated.
        public var end: String?
        /// Numbers of the directives over it.
        public var directives: [String]
        /// Feeds that are silent: `observations`, `forecasts`.
        public var silent: [String]

        public init(
            area: Named, level: Named?, since: String?, response: String?, own: OwnLevel?, end: String? = nil,
            directives: [String], silent: [String]
        ) {
            self.area = area
            self.level = level
            self.since = since
            self.response = response
            self.own = own
            self.end = end
            self.directives = directives
            self.silent = silent
        }
    }

    public struct OwnLevel: Hashable, Sendable, Codable {
        /// Nil: no warning.
        public var level: Named?

        public init(level: Named?) { self.level = level }
    }

    /// Something that is wrong.
    public struct Trouble: Hashable, Sendable, Codable {
        /// `publishing`: notices cannot be; `ledger`: it refuses records; `clock`: it stepped, which nothing confirms; `plan`: one
        /// was refused.
        public var kind: String
        public var detail: String

        public init(kind: String, detail: String) {
            self.kind = kind
            self.detail = detail
        }
    }

    /// Receipts that addressees owe.
    public struct OwedReceipts: Hashable, Sendable, Codable {
        public var outstanding: Int
        /// Those of them whose time is over.
        public var overdue: Int

        public init(outstanding: Int, overdue: Int) {
            self.outstanding = outstanding
            self.overdue = overdue
        }
    }

    public struct PlanState: Hashable, Sendable, Codable {
        public var name: String
        public var hash: String?
        /// Lowest first.
        public var levels: [Named]
        public var areas: [Named]
        public var zone: String

        public init(name: String, hash: String?, levels: [Named], areas: [Named], zone: String) {
            self.name = name
            self.hash = hash
            self.levels = levels
            self.areas = areas
            self.zone = zone
        }
    }

    public var now: String
    public var plan: PlanState
    public var areas: [AreaState]
    public var proposals: [ProposalReport]
    /// The last instant that was evaluated.
    public var evaluated: String?
    /// The end of the newest hour with data.
    public var data: String?
    /// The last record of the ledger.
    public var record: Int64
    /// Notices on record that do not lie in the spool yet.
    public var unpublished: Int
    /// Nil: none.
    public var receipts: OwedReceipts?
    public var troubles: [Trouble]

    public init(
        now: String, plan: PlanState, areas: [AreaState], proposals: [ProposalReport], evaluated: String?, data: String?,
        record: Int64, unpublished: Int, receipts: OwedReceipts? = nil, troubles: [Trouble]
    ) {
        self.now = now
        self.plan = plan
        self.areas = areas
        self.proposals = proposals
        self.evaluated = evaluated
        self.data = data
        self.record = record
        self.unpublished = unpublished
        self.receipts = receipts
        self.troubles = troubles
    }
}
