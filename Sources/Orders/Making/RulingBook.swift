public import AirQuality
import Lists
public import PlanModel

/// The rulings of a subject's rows at one level: rows of which the same rules speak share one.
struct RulingBook {
    private(set) var rulings: [Ruling] = []
    /// For each row of the table the place of its ruling.
    private(set) var ofRow: [Int32]

    init(_ subject: OrderSubject, plan: Plan, reader: DayList, level: Int?) {
        let rules = plan.orders
        let count = reader.table(subject).count
        let measures = level == nil ? [] : rules.measures.indices.filter { rules.measures[$0].subject == subject }
        let seasons = rules.seasons.indices.filter {
            rules.seasons[$0].subject == subject && rules.seasons[$0].holds(on: reader.day)
        }
        let exemptions = level == nil ? [] : rules.exemptions.indices.filter { rules.exemptions[$0].subject == subject }

        // Each stage refines the numbers of the one before; the pairs lead back.
        var nodes = [Int32](repeating: 0, count: count)
        var bound = 1
        var stages: [[(Int32, Int32)]] = []
        func refine(_ choices: [Int32], _ width: Int) {
            var numbering = PairNumbering(height: bound, width: width)
            for row in nodes.indices { nodes[row] = numbering.number(nodes[row], choices[row] &+ 1) }
            stages.append(numbering.pairs)
            bound = max(numbering.pairs.count, 1)
        }
        for index in measures {
            refine(MeasureMatcher(rules.measures[index], reader: reader).matches(), rules.measures[index].rows.count + 1)
        }
        for index in seasons {
            let rows = reader.rows(rules.seasons[index].who, of: subject)
            refine((0..<count).map { rows[$0] ? 0 : -1 }, 2)
        }
        var outcomes: [[[Refusal]]] = []
        for index in exemptions {
            let matcher = ExemptionMatcher(rules.exemptions[index], reader: reader, level: level ?? 0)
            outcomes.append(matcher.outcomes)
            refine(matcher.choices.map { $0 - 1 }, matcher.outcomes.count + 1)
        }
        ofRow = nodes
        guard count > 0 else { return }
        for node in 0..<bound {
            var choices: [Int] = []
            var current = Int32(node)
            for pairs in stages.reversed() {
                choices.append(Int(pairs[Int(current)].1) - 1)
                current = pairs[Int(current)].0
            }
            choices.reverse()
            var ruling = Ruling(subject: subject)
            for (index, choice) in zip(measures, choices) where choice >= 0 {
                ruling.add(rules.measures[index], index, row: choice, level: level ?? 0)
            }
            for (index, choice) in zip(seasons, choices.dropFirst(measures.count)) where choice >= 0 {
                ruling.add(rules.seasons[index], index)
            }
            for (place, (index, choice)) in zip(exemptions, choices.dropFirst(measures.count + seasons.count)).enumerated()
            where choice >= 0 {
                ruling.add(rules.exemptions[index], index, refusals: outcomes[place][choice])
            }
            ruling.settle(rules)
            rulings.append(ruling)
        }
    }
}

extension Ruling {
    fileprivate mutating func add(_ table: MeasureTable, _ index: Int, row: Int, level: Int) {
        let cells = table.rows[row].cells.prefix(level + 1)
        // What the row demanded at a lower level it demands at this one too: a raise never loosens.
        var demand = Demand.nothing
        for cell in cells { demand.join(Demand(cell.action)) }
        let named = cells.compactMap(\.action)
        measures.append(
            MeasureSource(table: index, row: row, demand: demand, action: named.isEmpty ? nil : demand.action))
        measureDemand.join(demand)
        if cells.count > level { add(cells[level].duties) }
        if let lead = table.lead, !leads.contains(lead) { leads.append(lead) }
    }

    fileprivate mutating func add(_ season: Season, _ index: Int) {
        seasons.append(index)
        seasonDemand.join(Demand(season.measure.action))
        add(season.measure.duties)
        if let lead = season.lead, !leads.contains(lead) { leads.append(lead) }
    }

    fileprivate mutating func add(_ exemption: Exemption, _ index: Int, refusals: [Refusal]) {
        exemptions.append(ExemptionOutcome(exemption: index, refusals: refusals))
        guard refusals.isEmpty, grant.map({ exemption.grants < $0 }) ?? true else { return }
        granted = exemptions.count - 1
        grant = exemption.grants
    }

    private mutating func add(_ more: [String]) {
        for duty in more where !duties.contains(duty) { duties.append(duty) }
    }

    /// Of equals the first in plan order decides.
    fileprivate mutating func settle(_ rules: OrderRules) {
        func first(_ demands: [Demand?]) -> UInt16? {
            var best: (place: Int, action: OrderAction)?
            for (place, demand) in demands.enumerated() {
                guard let demand, best.map({ $0.action < demand.action }) ?? true else { continue }
                best = (place, demand.action)
            }
            return best.map { UInt16(clamping: $0.place) }
        }
        let ofMeasures = measures.map { $0.action == nil ? nil : $0.demand }
        let ofSeasons = seasons.map { rules.seasons[$0].measure.action.map { Demand($0) } }
        firstMeasure = [first(ofMeasures.map { $0?.withoutLines }), first(ofMeasures)]
        firstSeason = [first(ofSeasons.map { $0?.withoutLines }), first(ofSeasons)]
    }
}

extension Season {
    /// Whether a day lies in it; both ends do.
    public func holds(on day: LocalDate) -> Bool {
        let (_, month, dayOfMonth) = day.civil
        guard let today = MonthDay(month: month, day: dayOfMonth) else { return false }
        return from <= until ? from <= today && today <= until : today >= from || today <= until
    }
}
