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
                ClauseCoverage(level: level.id, kind: .issue, label: $0.label, root: NodeCoverage($0.condition))
            } + (level.end.map { [ClauseCoverage(level: level.id, kind: .end, label: nil, root: NodeCoverage($0))] } ?? [])
        }
    }

    /// Takes what the conditions came to at an hour of a test.
    public mutating func note(_ trace: AreaTrace, in test: PlanTest) {
        hours += 1
        orders?.note(trace.area, at: trace.at)
        var frame = trace
        frame.levels = []
        let sighting = Sighting(test: test.name, frame: frame)
        let conditions = trace.levels.flatMap { level in level.issue.map(\.condition) + (level.end.map { [$0] } ?? []) }
        for (index, condition) in conditions.enumerated() where index < clauses.count {
            clauses[index].root.note(condition, sighting)
        }
    }

    /// Whether every clause was true, false and unknown, and every rule of orders was reached.
    public var isFull: Bool { clauses.allSatisfy { $0.root.seen == .all } && orders?.isFull ?? true }
}

/// A clause of a level.
public struct ClauseCoverage: Sendable {
    public var level: String
    public var kind: Evidence.Clause
    public var label: String?
    public var root: NodeCoverage

    /// `red issue [forecast]`, `red end`.
    public var name: String { "\(level) \(kind.rawValue)" + (label.map { " [\($0)]" } ?? "") }
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
