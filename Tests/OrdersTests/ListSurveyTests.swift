import AirQuality
import Lists
import Orders
import PlanModel
import Testing

/// What a survey of a list finds, against every row on every day on which anything changes.
@Suite struct ListSurveyTests {
    @Test(arguments: 0..<300)
    func `results are those of trying every row on every day`(seed: Int) throws {
        var lists = RandomList(seed: UInt64(seed) + 40_001)
        var random = RandomRules(seed: UInt64(seed) + 50_001)
        let list = lists.make()
        let rules = random.make()
        var plan = SmallPlan.plan(rules)
        if seed % 3 == 0 { plan.areas[0].counties = ["禹州市", "魏都区"] }
        let survey = ListSurvey(plan: plan, list: list.list)
        #expect(survey.isWhole)
        var naive = NaiveSurvey(rules: rules, list: list, counties: plan.areas[0].counties)
        naive.tryAll()
        let unmatched = survey.results.compactMap(Self.unmatched)
        #expect(unmatched == naive.unmatched, "seed \(seed)")
        var meetings: [String: Set<String>] = [:]
        for result in survey.results {
            guard let (key, row) = Self.meeting(result) else { continue }
            meetings[key] = naive.meetings[key]
            // The witness is one of those found by trying, and as many are counted.
            #expect(naive.meetings[key]?.contains(row.code) == true, "seed \(seed), \(key)")
            #expect(naive.meetings[key]?.count == row.count, "seed \(seed), \(key)")
            let isTrue = row.day.map { naive.witnesses["\(key) \(row.code)"]?.contains($0) == true } ?? (survey.changes == nil)
            #expect(isTrue, "seed \(seed), \(key) on \(row.day?.description ?? "every day")")
        }
        #expect(meetings == naive.meetings, "seed \(seed)")
    }

    /// Whom a rule is for is told only where every day was asked; what is found is true all the same.
    @Test func `what was not finished is not told`() throws {
        for seed in 0..<60 {
            var lists = RandomList(seed: UInt64(seed) + 40_001)
            var random = RandomRules(seed: UInt64(seed) + 50_001)
            let (list, plan) = (lists.make().list, SmallPlan.plan(random.make()))
            let whole = ListSurvey(plan: plan, list: list)
            var left = 2
            let part = ListSurvey(plan: plan, list: list) {
                left -= 1
                return left < 0
            }
            guard whole.spans > 2 else { continue }
            #expect(!part.isWhole && part.asked <= 2)
            #expect(part.results.compactMap(Self.unmatched) == [])
            let keys = Set(whole.results.compactMap { Self.meeting($0)?.0 })
            #expect(part.results.allSatisfy { Self.meeting($0).map { keys.contains($0.0) } ?? false })
        }
    }

    private static func unmatched(_ result: ListSurvey.Result) -> String? {
        switch result {
        case .rowForNone(let table, let row): "row \(table) \(row)"
        case .tableForNone(let table): "table \(table)"
        case .seasonForNone(let season): "season \(season)"
        case .exemptionForNone(let exemption): "exemption \(exemption)"
        case .exemptionRefused(let exemption): "refused \(exemption)"
        case .measuresDiffer, .exemptionsDiffer, .barredButGranted: nil
        }
    }

    private static func meeting(_ result: ListSurvey.Result) -> (String, SurveyedRow)? {
        switch result {
        case .measuresDiffer(let first, let second, _, let row): ("measures \(first.table) \(second.table)", row)
        case .exemptionsDiffer(let first, let second, let row): ("exemptions \(first) \(second)", row)
        case .barredButGranted(let barred, let granted, let row): ("barred \(barred) \(granted)", row)
        default: nil
        }
    }
}

/// The same from the decisions, row by row and day by day.
private struct NaiveSurvey {
    let rules: OrderRules
    let list: SmallList
    let counties: [String]
    private(set) var meetings: [String: Set<String>] = [:]
    /// Days on which each pair is met by a row, as `key code`.
    private(set) var witnesses: [String: Set<LocalDate>] = [:]
    private var used: Set<String> = []

    init(rules: OrderRules, list: SmallList, counties: [String]) {
        (self.rules, self.list, self.counties) = (rules, list, counties)
    }

    var unmatched: [String] {
        var result: [String] = []
        for (table, measures) in rules.measures.enumerated() {
            let rows = measures.rows.indices.filter { !used.contains("row \(table) \($0)") }
            result += rows.count == measures.rows.count ? ["table \(table)"] : rows.map { "row \(table) \($0)" }
        }
        result += rules.seasons.indices.filter { !used.contains("season \($0)") }.map { "season \($0)" }
        for index in rules.exemptions.indices where !used.contains("granted \(index)") {
            result.append(used.contains("for \(index)") ? "refused \(index)" : "exemption \(index)")
        }
        return result
    }

    private var days: [LocalDate] {
        var days: Set<LocalDate> = []
        func note(_ date: LocalDate?) { if let date { days.formUnion([date + -1, date, date + 1]) } }
        for fact in list.facts { [fact.from, fact.until].forEach(note) }
        for entry in list.names.values.joined() { [entry.from, entry.until].forEach(note) }
        for facility in list.facilities {
            for name in ["upgrade_deadline", "completed"] { note(LocalDate(facility[name] ?? "")) }
        }
        for exemption in rules.exemptions { [exemption.from, exemption.until].forEach(note) }
        for season in rules.seasons {
            for year in 2015...2035 { note(LocalDate(year: year, month: season.from.month, day: season.from.day)) }
        }
        note(LocalDate(year: 2015, month: 1, day: 1))
        return days.sorted()
    }

    mutating func tryAll() {
        for day in days {
            let orders = NaiveOrders(rules: rules, levels: list.levels, level: 0, day: day, list: list)
            let today = list.asOf(day)
            for row in today.enterprises { note(orders, .enterprise, orders.derived(row, today), today) }
            for row in today.sites { note(orders, .site, row, today) }
        }
    }

    private mutating func note(_ orders: NaiveOrders, _ subject: OrderSubject, _ row: SmallList.Row, _ today: SmallList) {
        guard counties.isEmpty || counties.contains(row["county"] ?? "") else { return }
        let asks = NaivePredicate(kind: subject.table, row: row, lists: today.names, day: orders.day)
        let code = row[subject == .site ? "site_id" : "credit_code"] ?? ""
        func meet(_ key: String) {
            meetings[key, default: []].insert(code)
            witnesses["\(key) \(code)", default: []].insert(orders.day)
        }
        var asked: [(table: Int, row: MeasureRow)] = []
        for (index, table) in rules.measures.enumerated() where table.subject == subject && asks.holds(table.scope) {
            guard let place = table.rows.firstIndex(where: { orders.matches($0, table, asks) }) else { continue }
            used.insert("row \(index) \(place)")
            asked.append((index, table.rows[place]))
        }
        for (place, first) in asked.enumerated() {
            for second in asked[(place + 1)...] where differs(first.row, second.row) {
                meet("measures \(first.table) \(second.table)")
            }
        }
        for (index, season) in rules.seasons.enumerated()
        where season.subject == subject && orders.isIn(season) && asks.holds(season.who) {
            used.insert("season \(index)")
        }
        let outcomes = rules.exemptions.enumerated().filter { $1.subject == subject && asks.holds($1.who) }
            .map { (index: $0, grants: $1.grants, refusals: orders.refusals($1, asks)) }
        for first in outcomes {
            used.insert("for \(first.index)")
            if first.refusals.isEmpty { used.insert("granted \(first.index)") }
            let isBarred = first.refusals.contains { $0.hasPrefix("barred") }
            let isOver = first.refusals.contains { $0.hasPrefix("outside") }
            for second in outcomes where second.index != first.index && second.refusals.isEmpty {
                if isBarred, !isOver { meet("barred \(first.index) \(second.index)") }
                guard first.index < second.index, first.refusals.isEmpty, first.grants != second.grants else { continue }
                meet("exemptions \(first.index) \(second.index)")
            }
        }
    }

    /// Whether two rows ask different things at some level; a lower level's demand holds at a higher one.
    private func differs(_ first: MeasureRow, _ second: MeasureRow) -> Bool {
        (0..<3).contains { level in
            let asked = [first, second].map { $0.cells.prefix(level + 1).compactMap(\.action).max() }
            return !asked.contains(nil) && asked[0] != asked[1]
        }
    }
}
