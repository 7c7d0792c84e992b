import AirQuality
import PlanModel

extension Prover {
    /// Whether an exemption is for anyone, whether who is barred from one is granted another, and whether two grant different things.
    mutating func askExemptions() {
        let exemptions = plan.orders.exemptions
        if exemptions.isEmpty { return }
        for exemption in exemptions where Self.row([Self.granted(exemption)], of: exemption) == nil {
            add(
                "exemption-for-none", .found, "exemption \(exemption.id) can be granted to no row",
                help: "see which of its parts exclude one another", at: .rule(exemption.place))
        }
        var isBarred = true
        var isOverlapping = false
        for (index, first) in exemptions.enumerated() {
            for (other, second) in exemptions.enumerated() where index != other && Self.canMeet(first, second) {
                if let row = Self.row([Self.barred(first), Self.granted(second)], of: first) {
                    isBarred = false
                    add(
                        "barred-but-granted", .found, "who is barred from \(first.id) can be granted \(second.id)\(row)",
                        help: "let \(second.id) bar it too, if that is not meant", at: .rule(second.place))
                }
                guard index < other, first.grants != second.grants else { continue }
                if let row = Self.row([Self.granted(first), Self.granted(second)], of: first) {
                    isOverlapping = true
                    add(
                        "exemptions-overlap", .found,
                        "\(first.id) and \(second.id) can both be granted, and grant different things\(row)",
                        help: "say in one of them whom the other is for", at: .rule(second.place))
                }
            }
        }
        if isBarred { add("barred-but-granted", .proved, "who is barred from an exemption is granted none") }
        if !isOverlapping { add("exemptions-overlap", .proved, "no two exemptions grant different things to one row") }
    }

    private static func granted(_ exemption: Exemption) -> Predicate {
        .and([exemption.who, exemption.condition ?? .always, .not(.or(exemption.bars.map(\.when)))])
    }

    private static func barred(_ exemption: Exemption) -> Predicate {
        .and([exemption.who, .or(exemption.bars.map(\.when))])
    }

    /// Whether two exemptions speak of the same table on some day.
    private static func canMeet(_ first: Exemption, _ second: Exemption) -> Bool {
        guard first.subject == second.subject else { return false }
        func isBefore(_ end: LocalDate?, _ start: LocalDate?) -> Bool {
            guard let end, let start else { return false }
            return end < start
        }
        return !isBefore(first.until, second.from) && !isBefore(second.until, first.from)
    }

    /// What matters of a row of which predicates hold, as the end of a sentence; nil where there is none.
    private static func row(_ predicates: [Predicate], of exemption: Exemption) -> String? {
        var solver = PredicateSolver(predicates, of: exemption.subject.table)
        guard let parts = solver.row(satisfying: predicates) else { return nil }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    }
}
