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
        let bars = exemption.bars.map { reader.rows($0.when, of: exemption.subject, within: candidates) }
        let entries = exemption.bars.map { bar -> ((Int) -> Int32)? in
            guard bar.reason == nil, case .onList(let column, let list) = bar.when else { return nil }
            // Entries that say the same make the same refusal.
            let same = reader.lookup(list).sameEntries
            let find = reader.entries(table, exemption.subject, column, list)
            return { row in
                let entry = find(row)
                return entry < 0 ? entry : same[Int(entry)]
            }
        }
        let parts = exemption.condition.map(\.conjuncts) ?? []
        let conditions = parts.map { reader.rows($0, of: exemption.subject, within: candidates) }
        // Rows of which the same holds share an outcome; it is put together once.
        var numbering = PairNumbering(height: 1, width: 1)
        var nodes = [Int32](repeating: 0, count: candidates.size)
        var bound = 1
        func refine(_ choice: (Int) -> Int32, _ width: Int) {
            numbering = PairNumbering(height: bound, width: width)
            var place = 0
            candidates.visit { row in
                nodes[place] = numbering.number(nodes[place], choice(row))
                place += 1
            }
            bound = max(numbering.pairs.count, 1)
        }
        for (index, bar) in bars.enumerated() {
            let entry = entries[index]
            let width = entry == nil ? 2 : Int(Int32.max)
            refine({ row in bar[row] ? entry.map { $0(row) + 2 } ?? 1 : 0 }, width)
        }
        for condition in conditions { refine({ condition[$0] ? 0 : 1 }, 2) }
        var numbers = [Int32](repeating: 0, count: bound)
        var place = 0
        candidates.visit { row in
            let node = Int(nodes[place])
            place += 1
            if numbers[node] == 0 {
                var refusals: [Refusal] = []
                for (index, bar) in bars.enumerated() where bar[row] {
                    refusals.append(.barred(index, entry: entries[index]?(row) ?? -1))
                }
                let failing = conditions.indices.filter { !conditions[$0][row] }
                if !failing.isEmpty { refusals.append(.conditionFails(failing)) }
                outcomes.append(refusals + always)
                numbers[node] = Int32(outcomes.count)
            }
            choices[row] = numbers[node]
        }
    }
}

extension Predicate {
    /// The parts that must all hold.
    var conjuncts: [Predicate] {
        if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }
}
