import AirQuality
import Desk
import Lists
import Orders
import PlanModel
import Warnings

@testable import Daemon
@testable import Ledger

/// Follows the record from its beginning and works out what every notice should order, and where a supplement should stand.
///
/// It keeps what was ordered last in each area, as the people there would, instead of asking for it as the service does.
struct OrderFold {
    private let ledger: Ledger
    private var plan: CheckedPlan?
    private var desk: Desk?
    private var facts: [Fact] = []
    /// By area: the episode, and the orders of its last notice, nil where that had none.
    private var last: [String: (episode: HourSlot, set: OrderSet?, start: HourSlot)] = [:]
    /// Areas whose orders the record before has changed.
    private var due: [String: OrderSet] = [:]
    private var reports: [String: OrderReport] = [:]

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// What each notice orders, by its name.
    mutating func run() throws -> [String: OrderReport] {
        try ledger.forEachRecord { try take($0) }
        try require(due.isEmpty, "no supplement follows the last change of orders")
        return reports
    }

    private func require(_ condition: Bool, _ what: @autoclosure () -> String) throws {
        guard condition else { throw Simulation.Failure(description: what()) }
    }

    private mutating func take(_ record: LedgerRecord) throws {
        if case .supplement(let supplement) = record.entry { return try take(supplement, record) }
        try require(due.isEmpty, "record \(record.seq) stands where a supplement for \(due.keys.sorted()) is due")
        switch record.entry {
        case .plan(let version):
            let new = try SimulationPlans.plan(version)
            plan = new
            if desk == nil { desk = Desk(plan: new.plan) } else { _ = desk?.apply(.planSwapped(new.plan)) }
            noteChanges(record.knownAt)
        case .facts(let taken):
            try require(!taken.facts.isEmpty, "facts without facts are on record")
            facts += taken.facts
            noteChanges(record.knownAt)
        case .sealed(let sealed):
            // On a new day facts, entries and seasons begin and end; what a decision of the hour orders anew says it all.
            if let desk, let before = desk.lastSealed {
                let zone = desk.plan.zone
                if zone.date(of: before) < zone.date(of: sealed.outcome.at) {
                    noteChanges(record.knownAt, except: sealed.outcome.decisions.map(\.area))
                }
            }
            for (decision, name) in zip(sealed.outcome.decisions, sealed.notices) { take(decision, name) }
            _ = desk?.apply(.hourRecalled(sealed.outcome))
        case .feed, .notEvaluated, .published, .refusedPlan, .clockJump, .supplement, .act, .hourBegun, .receipt, .reminder,
            .drill:
            break
        }
    }

    private func orders(_ area: String, _ level: String?, _ start: HourSlot) -> OrderSet? {
        guard let plan, var list = plan.list, let area = plan.plan.areas.first(where: { $0.id == area }) else { return nil }
        list.facts.add(facts)
        return OrderSet(
            plan: plan.plan, list: list, area: area, level: level.flatMap { plan.plan.index(ofLevel: $0) }, start: start)
    }

    private mutating func take(_ decision: Decision, _ name: String) {
        let start = max(decision.response ?? decision.at, decision.at)
        let set = orders(decision.area, decision.to, start)
        let before = decision.kind == .issue ? orders(decision.area, nil, start) : last[decision.area]?.set
        if let set { reports[name] = OrderReport(plan: set.plan, orders: set, previous: before) }
        last[decision.area] = (decision.episode, set, start)
    }

    private mutating func noteChanges(_ now: Instant, except settled: [String] = []) {
        for (area, standing) in desk?.standings ?? [] where !settled.contains(area.id) {
            guard let level = standing.level, let before = last[area.id] else { continue }
            guard let set = orders(area.id, level, max(before.start, now.hourFloor)) else { continue }
            let isChanged = before.set.map { OrderReport(plan: set.plan, orders: set, previous: $0).hasChanges } ?? true
            if isChanged { due[area.id] = set }
        }
    }

    private mutating func take(_ entry: SupplementRecord, _ record: LedgerRecord) throws {
        try require(
            Set(entry.supplements.map(\.area)) == Set(due.keys),
            "record \(record.seq) supplements \(entry.supplements.map(\.area)), due are \(due.keys.sorted())")
        for (supplement, name) in zip(entry.supplements, entry.notices) {
            guard let set = due.removeValue(forKey: supplement.area), let before = last[supplement.area] else { continue }
            try require(supplement.episode == before.episode, "\(name) is of another episode")
            try require(supplement.start == set.start && supplement.record == record.seq - 1, "\(name) states another start")
            reports[name] = OrderReport(plan: set.plan, orders: set, previous: before.set)
            last[supplement.area] = (before.episode, set, set.start)
        }
    }
}
