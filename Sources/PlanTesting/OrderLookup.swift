import AirQuality
import Lists
import Orders
import PlanModel
import Presentation

/// What an enterprise or a site is ordered at a level.
struct OrderLookup {
    let plan: Plan
    let list: EmissionList?
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
        guard let list else {
            let outcome = TestCheck.Outcome.error(
                plan.orders.tables == nil ? "the plan gives no orders" : "the list beside the plan was not read, or has errors",
                help: plan.orders.tables == nil ? nil : "see `lantian list check`")
            return (outcome, nil)
        }
        let set = orders(list, area, level.flatMap { plan.index(ofLevel: $0) }, at)
        guard let index = set.index(of: name), set.orders[index].isSite == (subject == .site) else {
            let noun = subject.rawValue
            let outcome = TestCheck.Outcome.error(
                "no \(noun) of the list is called \(name)",
                help: closest(name, subject, list).map { "did you mean `\($0)`?" }
                    ?? "give \(subject == .site ? "its site id" : "its credit code") or its whole name")
            return (outcome, nil)
        }
        let rules = set.appliedRules(of: index)
        let found = set.orders[index].action
        guard found != action else { return (.passed, rules) }
        let failure = TestFailure(
            expected: expected, actual: "\(found.text), at \(level ?? "no level")", tree: set.explanation(of: index), plot: "")
        return (.failed(failure), rules)
    }

    private mutating func orders(_ list: EmissionList, _ area: Area, _ level: Int?, _ at: HourSlot) -> OrderSet {
        if let last, last.area == area, last.level == level, last.start == at { return last }
        let set = OrderSet(plan: plan, list: list, area: area, level: level, start: at)
        last = set
        return set
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
