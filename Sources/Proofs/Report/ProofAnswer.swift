public import AirQuality
public import Orders
public import PlanModel

/// What a question about a plan comes to.
public struct ProofAnswer: Sendable {
    public enum Verdict: String, Sendable {
        /// All is well, for every series: a proof.
        case proved
        /// Something to mend: proved to be so, or shown by a series that a replay confirms.
        case found
        /// A series that the conditions as stated to the solver admit, which no replay confirmed.
        case possible
        /// Time ran out.
        case undecided
    }

    /// Stable, such as `never-issued`.
    public var id: String
    public var verdict: Verdict
    /// One sentence in lower case without a full stop.
    public var message: String
    /// How to mend it, where there is more to say.
    public var help: String?
    public var subject: Subject?
    public var witness: Witness?
    /// The area in which this holds, where in the plan's first one something else does; nil: in every area, as far as is known.
    public var area: String?
    public var basis = Basis.rules
    /// The row of the list of which this holds.
    public var row: SurveyedRow?

    /// On what an answer rests.
    public enum Basis: String, Sendable {
        /// The rules alone: it holds for every series, and for every list.
        case rules
        /// The list beside the plan as well: another version of it may have other answers.
        case list
    }

    /// What in the plan an answer speaks of.
    public enum Subject: Hashable, Sendable {
        /// A level's head.
        case level(String)
        /// An `issue` clause of a level, counted from 0.
        case issue(String, Int)
        case end(String)
        case advice(String)
        case alert(String)
        case rule(RulePlace)
    }

    /// Whether another area's answer says nothing new; witnesses may differ.
    fileprivate func saysTheSame(as other: ProofAnswer) -> Bool {
        (id, verdict, message) == (other.id, other.verdict, other.message) && subject == other.subject
    }

    /// Whether it is something to mend.
    public var isFinding: Bool { verdict == .found || verdict == .possible }
}

/// All answers about a plan, with what they assume.
public struct ProofReport: Sendable {
    public var settings: ProofSettings
    /// The plan's name, or both names.
    public var plans: [String]
    /// Of each plan.
    public var editions: [Edition]
    public var answers: [ProofAnswer]
    /// Series that the solver gave and a replay denied although nothing was left open: a fault of the prover, never of the plan.
    public var disagreements = 0
    /// The list that was asked; nil: none was.
    public var list: ListScope?

    public init(settings: ProofSettings, plans: [String], editions: [Edition], answers: [ProofAnswer], disagreements: Int = 0) {
        self.settings = settings
        self.plans = plans
        self.editions = editions
        self.answers = answers
        self.disagreements = disagreements
    }

    /// The edition, or both where two plans go by different ones.
    var shownEditions: String {
        let names = editions.map(\.rawValue)
        return Set(names).count == 1 ? names.first ?? "" : names.joined(separator: " → ")
    }

    public var findings: [ProofAnswer] { answers.filter(\.isFinding) }

    /// Takes what differs in another area.
    mutating func add(_ other: ProofReport, ofArea area: Area) {
        disagreements += other.disagreements
        for var answer in other.answers where !answers.contains(where: { $0.saysTheSame(as: answer) }) {
            answer.area = area.id
            answers.append(answer)
        }
    }
}

/// The version of the list on which answers rest, and how much of it was asked.
public struct ListScope: Hashable, Sendable {
    public struct Table: Hashable, Sendable {
        public var file: String
        /// In the plan's areas.
        public var rows: Int
    }

    public var tables: [Table]
    /// Spans of days between which nothing changes that the rules read, and how many of them were asked.
    public var spans: Int
    public var asked: Int
    /// The first and the last day on which something changes; nil: the list is the same on every day.
    public var changes: ClosedRange<LocalDate>?
}
