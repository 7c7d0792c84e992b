public import Lists
public import PlanModel
public import Warnings

/// Which truths the conditions of a plan took on in tests.
///
/// An unknown for the sole reason that forecasts are not read at the hour does not count: it says nothing about missing data.
public struct Coverage: Sendable {
    let plan: Plan
    /// Whom orders go to, for examples.
    let list: EmissionList?
    /// The `issue` clauses of each level in source order and then its `end`; lowest level first.
    public private(set) var clauses: [ClauseCoverage]
    /// The conditions of advice and then of alerts, in the order of the plan; an alert's at all of its places.
    public private(set) var messages: [ClauseCoverage]
    /// The rules of orders; nil for a plan that gives none.
    public internal(set) var orders: OrderCoverage?
    /// Hours at which the conditions were looked at.
    public private(set) var hours = 0

    public init(plan: Plan, list: EmissionList? = nil) {
        self.plan = plan
        self.list = list
        orders = plan.orders.tables == nil ? nil : OrderCoverage(plan: plan)
        clauses = plan.levels.flatMap { level in
            level.issue.map {
                ClauseCoverage(of: .level, level.id, "issue", label: $0.label, $0.condition)
            } + (level.end.map { [ClauseCoverage(of: .level, level.id, "end", $0)] } ?? [])
        }
        messages =
            plan.advice.map { ClauseCoverage(of: .advice, $0.id, "when", $0.condition) }
            + plan.alerts.map { ClauseCoverage(of: .alert, $0.id, "when", $0.condition) }
    }

    /// Takes what the conditions came to at an hour of a test.
    public mutating func note(_ trace: AreaTrace, in test: PlanTest) {
        hours += 1
        orders?.note(trace.area, at: trace.at)
        var frame = trace
        frame.levels = []
        frame.advice = []
        frame.alerts = []
        let sighting = Sighting(test: test.name, frame: frame)
        let conditions = trace.levels.flatMap { level in level.issue.map(\.condition) + (level.end.map { [$0] } ?? []) }
        for (index, condition) in conditions.enumerated() where index < clauses.count {
            clauses[index].root.note(condition, sighting)
        }
        for (index, condition) in trace.advice.enumerated() { messages[index].root.note(condition, sighting) }
        for alert in trace.alerts {
            guard let index = messages.firstIndex(where: { $0.owner == .alert && $0.id == alert.alert }) else { continue }
            messages[index].root.note(alert.condition, sighting)
        }
    }

    /// Those of levels, the highest first, and then those of advice and alerts.
    var shown: [ClauseCoverage] { clauses.reversed() + messages }

    /// Whether every clause was true, false and unknown, and every rule of orders was reached.
    public var isFull: Bool { shown.allSatisfy { $0.root.seen == .all } && orders?.isFull ?? true }
}

/// A clause with a condition.
public struct ClauseCoverage: Sendable {
    /// What the clause belongs to.
    public enum Owner: String, Sendable { case level, advice, alert }

    public var owner: Owner
    /// The id of what it belongs to.
    public var id: String
    /// The word that it begins with: `issue`, `end` or `when`.
    public var word: String
    public var label: String?
    public var root: NodeCoverage

    init(of owner: Owner, _ id: String, _ word: String, label: String? = nil, _ condition: Condition) {
        self.owner = owner
        self.id = id
        self.word = word
        self.label = label
        root = NodeCoverage(condition)
    }

    /// `red issue [forecast]`, `red end`, `alert hotspot when`.
    public var name: String {
        (owner == .level ? "" : owner.rawValue + " ") + "\(id) \(word)" + (label.map { " [\($0)]" } ?? "")
    }
}

/// The truths that were seen.
public struct TruthSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(_ truth: Truth) {
        switch truth {
        case .true: rawValue = 1
        case .false: rawValue = 2
        case .unknown: rawValue = 4
        }
    }

    public static let all = TruthSet(rawValue: 7)

    public func contains(_ truth: Truth) -> Bool { isSuperset(of: TruthSet(truth)) }
}

/// An hour of a test.
struct Sighting: Sendable {
    var test: String
    /// The hour's trace without its levels.
    var frame: AreaTrace
}
