import AirQuality
import Lists
import Orders
import PlanModel
import Presentation

/// What an enterprise or a site is ordered at a level.
struct OrderLookup {
    let plan: Plan
    let list: EmissionList?
    /// The rows that the test states itself; they go before those of the list.
    var given: EmissionList?
    /// The orders of the expectation before: many tests ask about several subjects of one hour.
    private var last: OrderSet?

    init(plan: Plan, list: EmissionList?) {
        self.plan = plan
        self.list = list
    }

    /// - Parameters:
    ///   - level: The level in force; nil: no warning, so that only seasons order anything.
    ///   - at: Facts are read as of its date.
    /// - Returns: What comes out, and the rules on which the order rests; nil where there is no such order.
    mutating func check(
        _ subject: OrderSubject, _ name: String, _ action: OrderAction, area: Area, level: String?, at: HourSlot,
        _ expected: String
    ) -> (outcome: TestCheck.Outcome, rules: AppliedRules?) {
        if let given, let found = outcome(subject, name, action, orders(given, area, level, at), level, expected) {
            return found
        }
        guard let list else {
            let outcome = TestCheck.Outcome.error(
                plan.orders.tables == nil ? "the plan gives no orders" : "the list beside the plan was not read, or has errors",
                help: plan.orders.tables == nil ? nil : "see `lantian list check`")
            return (outcome, nil)
        }
        let set =
            last.flatMap { $0.area == area && $0.level == index(level) && $0.start == at ? $0 : nil }
            ?? orders(list, area, level, at)
        last = set
        if let found = outcome(subject, name, action, set, level, expected) { return found }
        let noun = subject.rawValue
        let outcome = TestCheck.Outcome.error(
            "no \(noun) of the list is called \(name)",
            help: closest(name, subject, list).map { "did you mean `\($0)`?" }
                ?? "give \(subject == .site ? "its site id" : "its credit code") or its whole name, or state it in the test: given \(noun) …"
        )
        return (outcome, nil)
    }

    /// nil where a list has no such subject.
    private func outcome(
        _ subject: OrderSubject, _ name: String, _ action: OrderAction, _ set: OrderSet, _ level: String?, _ expected: String
    ) -> (outcome: TestCheck.Outcome, rules: AppliedRules?)? {
        guard let index = set.index(of: name, isSite: subject == .site) else { return nil }
        let rules = set.appliedRules(of: index)
        let found = set.orders[index].action
        guard found != action else { return (.passed, rules) }
        let failure = TestFailure(
            expected: expected, actual: "\(found.text), at \(level ?? "no level")", tree: set.explanation(of: index), plot: "")
        return (.failed(failure), rules)
    }

    private func index(_ level: String?) -> Int? { level.flatMap { plan.index(ofLevel: $0) } }

    private func orders(_ list: EmissionList, _ area: Area, _ level: String?, _ at: HourSlot) -> OrderSet {
        OrderSet(plan: plan, list: list, area: area, level: index(level), start: at)
    }

    private func closest(_ name: String, _ subject: OrderSubject, _ list: EmissionList) -> String? {
        let table = subject == .site ? list.sites : list.enterprises
        let names = (0..<table.count).flatMap { row in
            [table.text(row, "name"), table.text(row, subject == .site ? "site_id" : "credit_code")]
        }
        // Guesses are made among a few names at a time.
        let size = 256
        let best = stride(from: 0, to: names.count, by: size).compactMap {
            Suggestion.closest(to: name, among: Array(names[$0..<min($0 + size, names.count)]))
        }
        return Suggestion.closest(to: name, among: Array(best.prefix(size)))
    }
}
