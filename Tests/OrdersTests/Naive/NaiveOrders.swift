import AirQuality
import Lists
import PlanModel

/// Orders by the decisions, one enterprise after the other, with texts and dictionaries: slow, and easy to check by eye.
struct NaiveOrders {
    var rules: OrderRules
    var levels: [String]
    var level: Int?
    var day: LocalDate
    var list: SmallList

    func orders() -> [NaiveOrder] {
        let list = list.asOf(day)
        return list.enterprises.map { row in
            let own = list.lines.filter { $0["credit_code"] == row["credit_code"] }
            return order(.enterprise, derived(row, list), own, list)
        } + list.sites.map { order(.site, $0, [], list) }
    }

    /// A row with what is worked out of the enterprise's lines and facilities.
    func derived(_ row: SmallList.Row, _ list: SmallList) -> SmallList.Row {
        var row = row
        let code = row["credit_code"] ?? ""
        let own = list.lines.filter { $0["credit_code"] == code }
        row["filed_plan"] = own.contains { line in levels.contains { !(line[$0] ?? "").isEmpty } } ? "yes" : "no"
        let isOverdue = list.facilities.contains { facility in
            guard facility["credit_code"] == code, let deadline = LocalDate(facility["upgrade_deadline"] ?? "") else {
                return false
            }
            return deadline < day && !(LocalDate(facility["completed"] ?? "").map { $0 <= day } ?? false)
        }
        row["upgrade_overdue"] = isOverdue ? "yes" : "no"
        return row
    }

    /// One thing that is demanded, and by whom.
    private struct Demand {
        var actions: [OrderAction]
        var source: String
        var lead: String?

        var strictest: OrderAction? { actions.max() }
    }

    private func order(_ subject: OrderSubject, _ row: SmallList.Row, _ own: [SmallList.Row], _ list: SmallList) -> NaiveOrder {
        let asks = NaivePredicate(kind: subject.table, row: row, lists: list.names, day: day)
        let plant = NaivePlant(row: row, lines: own, levels: Array(levels.prefix((level ?? -1) + 1)), allLevels: levels)
        var flags = Set<String>()
        var duties: [String] = []
        var measures: [Demand] = []
        var isNamed = false
        for table in rules.measures where level != nil && table.subject == subject && asks.holds(table.scope) {
            guard let found = table.rows.first(where: { matches($0, table, asks) }) else { continue }
            isNamed = true
            let level = level ?? 0
            let actions = found.cells.prefix(level + 1).compactMap(\.action).map(plant.resolved)
            measures.append(Demand(actions: actions, source: "measures \(table.id):\(found.place.line)", lead: table.lead))
            duties += found.cells[level].duties
        }
        let filedAction = plant.filedAction
        let seasons = rules.seasons.filter { $0.subject == subject && isIn($0) && asks.holds($0.who) }
        for season in seasons { duties += season.measure.duties }
        let seasonDemands = seasons.map { season in
            Demand(
                actions: [season.measure.action].compactMap { $0 }.map(plant.resolved), source: "season \(season.id)",
                lead: season.lead)
        }

        // The strictest of measures and filed plan; of equals the first.
        var action = OrderAction.goOn
        var decided = ""
        var lead = measures.compactMap(\.lead).first
        for demand in measures {
            if let own = demand.strictest, decided.isEmpty || own > action { (action, decided) = (own, demand.source) }
        }
        if let own = measures.first(where: { $0.source == decided }) { lead = own.lead }
        if let filedAction, decided.isEmpty || filedAction > action {
            (action, decided) = (filedAction, "filed_plan")
            lead = measures.compactMap(\.lead).first
        }
        let measured = measures.flatMap(\.actions)
        let seasonal = seasonDemands.flatMap(\.actions)
        let hasFiled = filedAction != nil

        // What an exemption grants stands in place of measures, where it is looser.
        let outcomes = rules.exemptions.filter { level != nil && $0.subject == subject && asks.holds($0.who) }
            .map { ($0, refusals($0, asks)) }
        let grants = outcomes.filter { $0.1.isEmpty }.map(\.0)
        let grant = grants.reduce(nil as Exemption?) { best, next in best.map { next.grants < $0.grants ? next : $0 } ?? next }
        var kept = measured
        var keepsFiled = hasFiled
        let isReplaced = grant.map { $0.grants < action } ?? false
        if let grant, isReplaced {
            (action, decided) = (grant.grants, "exemption \(grant.id)")
            lead = measures.compactMap(\.lead).first
            kept = [grant.grants]
            keepsFiled = false
        }
        let beforeSeasons = action
        for demand in seasonDemands {
            guard let own = demand.strictest, decided.isEmpty || own > action else { continue }
            (action, decided, lead) = (own, demand.source, demand.lead)
        }

        let before = plant.reduction(measured, filed: hasFiled, seasonal: [])
        var reduction = plant.reduction(kept, filed: keepsFiled, seasonal: seasonal)
        if isReplaced {
            let measuresAlone = NaivePlant.smaller(plant.reduction(kept, filed: keepsFiled, seasonal: []), before)
            let seasonsAlone = plant.reduction([], filed: false, seasonal: seasonal)
            let lines = plant.lineReduction(kept, filed: keepsFiled, seasonal: seasonal)
            reduction = NaivePlant.larger(
                NaivePlant.larger(measuresAlone, seasonsAlone), seasonal.isEmpty ? NaivePlant.none : lines)
        }
        let unexempted = plant.reduction(measured, filed: hasFiled, seasonal: seasonal)

        var lines = plant.fates(kept, filed: keepsFiled, seasonal: seasonal)
        if level == nil { lines = lines.filter { $0.value != "stands_still" } }

        // Flags.
        if level != nil, !isNamed, !(rules.measures.isEmpty && hasFiled) { flags.insert("no_measure") }
        if subject == .enterprise, readsGrade {
            if (row["grade"] ?? "").isEmpty { flags.insert("grade_missing") }
            if row["grade"] == "pending" { flags.insert("grade_pending") }
        }
        if plant.running.contains(where: { $0["interruptible"] == "no" && $0["backup_treatment"] != "yes" }) {
            flags.insert("no_backup_treatment")
        }
        if plant.linesExceed { flags.insert("lines_exceed_plant") }
        if row["running"] == "no" {
            flags.insert("stands_still")
            let code = row[subject == .site ? "site_id" : "credit_code"] ?? ""
            return NaiveOrder(
                code: code, action: level == nil ? .goOn : .stop, decided: "", lines: [:], duties: unique(duties), pledge: nil,
                reduction: NaivePlant.none, unexempted: NaivePlant.none,
                sources: sources(measures, filedAction, grant, seasonDemands), exemptions: outcomes.map(text), flags: flags,
                reportTo: measures.compactMap(\.lead).first ?? row["county"] ?? "")
        }
        let stopsAll = (kept + seasonal).contains(.stop)
        let percents = NaivePlant.percents(kept)
        if !plant.running.isEmpty, !stopsAll, plant.computed(kept, seasonal) > 0 { flags.insert("lines_computed") }
        if plant.running.isEmpty, !stopsAll {
            let demandsLines = rawDemandsLines(subject, asks)
            if !isReplaced && demandsLines.measures || demandsLines.seasons { flags.insert("no_lines") }
        }
        if !isReplaced, plant.hasFiledPlan, !stopsAll, let percent = percents,
            max(plant.filed.count, plant.computed([], seasonal)) < plant.share(percent)
        {
            flags.insert("filed_plan_short")
        }
        if beforeSeasons == .autonomous, action == .autonomous, !keepsFiled { flags.insert("reduction_unknown") }
        var pledge: String?
        if action == .autonomous, subject == .enterprise, let level {
            let own = [row["pledge_\(levels[level])"] ?? "", row["pledge"] ?? ""].first { !$0.isEmpty }
            if own == nil { flags.insert("pledge_missing") }
            pledge = own
        }
        return NaiveOrder(
            code: row[subject == .site ? "site_id" : "credit_code"] ?? "", action: action, decided: decided, lines: lines,
            duties: unique(duties), pledge: pledge, reduction: reduction, unexempted: unexempted,
            sources: sources(measures, filedAction, grant, seasonDemands), exemptions: outcomes.map(text), flags: flags,
            reportTo: lead ?? row["county"] ?? "")
    }

    private func sources(_ measures: [Demand], _ filed: OrderAction?, _ grant: Exemption?, _ seasons: [Demand]) -> [String] {
        func text(_ demand: Demand) -> String { "\(demand.source) \(demand.strictest?.text ?? "-")" }
        return measures.map(text) + (filed.map { ["filed_plan \($0.text)"] } ?? [])
            + (grant.map { ["exemption \($0.id) \($0.grants.text)"] } ?? []) + seasons.map(text)
    }

    private func text(_ outcome: (Exemption, [String])) -> String {
        "\(outcome.0.id) \(outcome.1.isEmpty ? "granted" : outcome.1.joined(separator: "+"))"
    }

    func refusals(_ exemption: Exemption, _ asks: NaivePredicate) -> [String] {
        var result: [String] = []
        for bar in exemption.bars where asks.holds(bar.when) {
            var notes: [String] = []
            if bar.reason == nil, case .onList(let column, let list) = bar.when, let entry = asks.entry(column?.name, list) {
                notes = [entry.reason, entry.document].filter { !$0.isEmpty }
            }
            result.append("barred: \(bar.reason ?? bar.when.text)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"))
        }
        var parts: [Predicate] = []
        func spread(_ predicate: Predicate) {
            if case .and(let inner) = predicate { for part in inner { spread(part) } } else { parts.append(predicate) }
        }
        if let condition = exemption.condition { spread(condition) }
        if parts.contains(where: { !asks.holds($0) }) {
            result.append("the condition does not hold: " + parts.filter { !asks.holds($0) }.map(\.text).joined(separator: ", "))
        }
        if let upTo = exemption.upTo, let level, level > upTo { result.append("holds only up to \(levels[upTo])") }
        if (exemption.from ?? day) > day || (exemption.until ?? day) < day {
            result.append("outside its dates (\(exemption.from?.description ?? "") to \(exemption.until?.description ?? ""))")
        }
        return result
    }

    func matches(_ row: MeasureRow, _ table: MeasureTable, _ asks: NaivePredicate) -> Bool {
        zip(table.columns, row.patterns).allSatisfy { column, values in
            values.isEmpty || values.contains { asks.equal(column.name, $0) }
        }
    }

    private func rawDemandsLines(_ subject: OrderSubject, _ asks: NaivePredicate) -> (measures: Bool, seasons: Bool) {
        func isLines(_ action: OrderAction?) -> Bool { if case .stopLines? = action { true } else { false } }
        let measures = rules.measures.contains { table in
            guard let level, table.subject == subject, asks.holds(table.scope) else { return false }
            return table.rows.first { matches($0, table, asks) }?.cells.prefix(level + 1).contains { isLines($0.action) } ?? false
        }
        let seasons = rules.seasons.contains {
            $0.subject == subject && isIn($0) && isLines($0.measure.action) && asks.holds($0.who)
        }
        return (measures, seasons)
    }

    func isIn(_ season: Season) -> Bool {
        let today = (day.civil.month, day.civil.day)
        let from = (season.from.month, season.from.day)
        let until = (season.until.month, season.until.day)
        return from <= until ? from <= today && today <= until : from <= today || today <= until
    }

    private var readsGrade: Bool { "\(rules.measures) \(rules.exemptions) \(rules.seasons)".contains("name: \"grade\"") }

    private func unique(_ texts: [String]) -> [String] {
        var seen = Set<String>()
        return texts.filter { seen.insert($0).inserted }
    }
}
