import PlanModel

/// The rules of a plan on which one order rests: without any of these the plan might order something else.
public struct AppliedRules: Hashable, Sendable {
    public enum Rule: Hashable, Sendable {
        /// A row of a decision table, by the places of the table in ``OrderRules/measures`` and of the row in it.
        case measure(table: Int, row: Int)
        /// A season, by its place in ``OrderRules/seasons``.
        case season(Int)
        /// An exemption by its place in ``OrderRules/exemptions``: that it is granted, or that it is refused.
        case granted(Int)
        case refused(Int)
    }

    public var rules: Set<Rule>
}

extension OrderSet {
    /// The rules on which the order at a place of ``orders`` rests: the one that decides, rows that say nothing about production or
    /// let it go on, the exemption that replaces the measures, and exemptions that are refused.
    ///
    /// What another rule is stricter than is not among them: it could be left out.
    public func appliedRules(of index: Int) -> AppliedRules {
        let order = orders[index]
        let ruling = rulings[Int(order.ruling)]
        var rules: Set<AppliedRules.Rule> = []
        for (place, source) in ruling.measures.enumerated() {
            let isDecider =
                switch order.decider {
                case .measure(let decider): Int(decider) == place
                default: false
                }
            let asksNothing = source.action == nil || source.action == .goOn && order.action == .goOn
            if isDecider || asksNothing { rules.insert(.measure(table: source.table, row: source.row)) }
        }
        switch order.decider {
        case .season(let place) where ruling.seasons.indices.contains(Int(place)):
            rules.insert(.season(ruling.seasons[Int(place)]))
        case .exemption: if let granted = ruling.granted { rules.insert(.granted(ruling.exemptions[granted].exemption)) }
        default: break
        }
        for outcome in ruling.exemptions where !outcome.refusals.isEmpty { rules.insert(.refused(outcome.exemption)) }
        return AppliedRules(rules: rules)
    }
}
