import AirQuality
import Lists
import Orders
import PlanModel
import Presentation

/// What an enterprise or a site is ordered at a level.
struct OrderLookup {
    let plan: Plan
    let list: EmissionList?

    /// - Parameters:
    ///   - level: The level in force; nil: no warning, so that only seasons order anything.
    ///   - at: Facts are read as of its date.
    func check(
        _ subject: OrderSubject, _ name: String, _ action: OrderAction, area: Area, level: String?, at: HourSlot,
        _ expected: String
    ) -> TestCheck.Outcome {
        guard let list else {
            return .error(
                plan.orders.tables == nil ? "the plan gives no orders" : "the list beside the plan was not read, or has errors",
                help: plan.orders.tables == nil ? nil : "see `lantian list check`")
        }
        let set = OrderSet(plan: plan, list: list, area: area, level: level.flatMap { plan.index(ofLevel: $0) }, start: at)
        guard let index = set.index(of: name), set.orders[index].isSite == (subject == .site) else {
            let noun = subject.rawValue
            return .error(
                "no \(noun) of the list is called \(name)",
                help: closest(name, subject, list).map { "did you mean `\($0)`?" }
                    ?? "give \(subject == .site ? "its site id" : "its credit code") or its whole name")
        }
        let found = set.orders[index].action
        guard found != action else { return .passed }
        return .failed(
            TestFailure(
                expected: expected, actual: "\(found.text), at \(level ?? "no level")", tree: set.explanation(of: index), plot: ""
            ))
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
