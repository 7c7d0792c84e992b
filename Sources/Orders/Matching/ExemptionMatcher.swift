import AirQuality
import Lists
import PlanModel

/// Finds for each row whether an exemption is for it, and if so whether it is granted or why not.
struct ExemptionMatcher {
    private(set) var outcomes: [[Refusal]] = []
    /// For each row 0 where it is not for it, else one more than the place in ``outcomes``.
    private(set) var choices: [Int32]

    init(_ exemption: Exemption, reader: DayList, level: Int) {
        let table = reader.table(exemption.subject)
        let candidates = reader.rows(exemption.who, of: exemption.subject)
        choices = [Int32](repeating: 0, count: table.count)
        if candidates.isEmpty { return }
        var always: [Refusal] = []
        if let upTo = exemption.upTo, level > upTo { always.append(.aboveLevel) }
        if exemption.from.map({ reader.day < $0 }) ?? false || exemption.until.map({ $0 < reader.day }) ?? false {
            always.append(.outsideDates)
        }
        let bars = exemption.bars.map { reader.rows($0.when, of: exemption.subject) }
        let entries = exemption.bars.map { bar -> ((Int) -> Int32)? in
            guard bar.reason == nil, case .onList(let column, let list) = bar.when else { return nil }
            return reader.entries(table, exemption.subject, column, list)
        }
        let parts = exemption.condition.map(\.conjuncts) ?? []
        let conditions = parts.map { reader.rows($0, of: exemption.subject) }
        var known: [[Refusal]: Int32] = [:]
        candidates.visit { row in
            var refusals: [Refusal] = []
            for (index, bar) in bars.enumerated() where bar[row] {
                refusals.append(.barred(index, entry: entries[index]?(row) ?? -1))
            }
            var failing: [Int] = []
            for (index, condition) in conditions.enumerated() where !condition[row] { failing.append(index) }
            if !failing.isEmpty { refusals.append(.conditionFails(failing)) }
            refusals += always
            if let number = known[refusals] {
                choices[row] = number
            } else {
                outcomes.append(refusals)
                choices[row] = Int32(outcomes.count)
                known[refusals] = Int32(outcomes.count)
            }
        }
    }
}

extension Predicate {
    /// The parts that must all hold.
    var conjuncts: [Predicate] {
        if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }
}
