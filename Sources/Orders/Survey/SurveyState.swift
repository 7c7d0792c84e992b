import AirQuality
import Lists
public import PlanModel

/// What a survey knows of the days so far.
struct SurveyState {
    private let plan: Plan
    private var rules: OrderRules { plan.orders }
    /// For each measure table the rows that decide for somebody.
    private var reached: [RowSet]
    private var seasons: Set<Int> = []
    private var matched: Set<Int> = []
    private var granted: Set<Int> = []
    /// For each measure table and row what it asks of production at each level.
    private let actions: [[[OrderAction?]]]
    private var tablePairs: [Pair: Meeting] = [:]
    private var grantPairs: [Pair: Meeting] = [:]
    private var barredPairs: [Pair: Meeting] = [:]
    /// Rows of the tables of enterprises and sites.
    private let counts: [OrderSubject: Int]

    /// What two rules come to on the first row found, and the rows of which the same is true.
    private struct Meeting {
        var rows: RowSet
        var result: (SurveyedRow) -> ListSurvey.Result
        var row: SurveyedRow
    }

    private struct Pair: Hashable, Comparable {
        var first: Int
        var second: Int

        static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second) < (right.first, right.second) }
    }

    init(plan: Plan, list: EmissionList) {
        counts = [.enterprise: list.enterprises.count, .site: list.sites.count]
        self.plan = plan
        reached = plan.orders.measures.map { RowSet(count: $0.rows.count, all: false) }
        actions = plan.orders.measures.map { table in
            table.rows.map { row in row.cells.indices.map { row.action(at: $0) } }
        }
    }

    // MARK: - Results

    /// What nobody was found for.
    var unmatched: [ListSurvey.Result] {
        var results: [ListSurvey.Result] = []
        for (table, rows) in reached.enumerated() {
            if rows.isEmpty {
                results.append(.tableForNone(table))
            } else {
                rows.complement.visit { results.append(.rowForNone(table: table, row: $0)) }
            }
        }
        for season in rules.seasons.indices where !seasons.contains(season) { results.append(.seasonForNone(season)) }
        for exemption in rules.exemptions.indices where !granted.contains(exemption) {
            results.append(matched.contains(exemption) ? .exemptionRefused(exemption) : .exemptionForNone(exemption))
        }
        return results
    }

    /// What rows were found for, in the order of the plan.
    func meetings(isAlwaysSame: Bool) -> [ListSurvey.Result] {
        [tablePairs, barredPairs, grantPairs].flatMap { pairs in
            pairs.sorted { $0.key < $1.key }.map { _, meeting in
                var row = meeting.row
                row.count = meeting.rows.size
                if isAlwaysSame { row.day = nil }
                return meeting.result(row)
            }
        }
    }

    var hasOpenSeasons: Bool { seasons.count < rules.seasons.count }

    // MARK: - A day

    /// - Parameters:
    ///   - day: Some rows of the list.
    ///   - enterprises, sites: Their places in the whole list.
    mutating func note(_ day: SurveyDay, enterprises: [Int], sites: [Int]) {
        for (subject, places) in [(OrderSubject.enterprise, enterprises), (.site, sites)] where !places.isEmpty {
            noteMeasures(subject, day, places)
            noteExemptions(subject, day, places)
        }
    }

    /// Notes which of some seasons are for somebody.
    mutating func noteSeasons(_ held: [Int], _ day: SurveyDay) {
        for index in held where !seasons.contains(index) {
            let season = rules.seasons[index]
            guard var found = day.rows(season.subject) else { continue }
            found.formIntersection(day.reader.rows(season.who, of: season.subject))
            if !found.isEmpty { seasons.insert(index) }
        }
    }

    private mutating func noteMeasures(_ subject: OrderSubject, _ day: SurveyDay, _ places: [Int]) {
        guard let rows = day.rows(subject) else { return }
        let tables = rules.measures.indices.filter { rules.measures[$0].subject == subject }
        var matches: [Int: [Int32]] = [:]
        for table in tables {
            let found = MeasureMatcher(rules.measures[table], reader: day.reader).matches()
            matches[table] = found
            rows.visit { if found[$0] >= 0 { reached[table].insert(Int(found[$0])) } }
        }
        let acting = tables.filter { actions[$0].contains { $0.contains { $0 != nil } } }
        for (place, one) in acting.enumerated() {
            for two in acting[(place + 1)...] {
                guard let first = matches[one], let second = matches[two] else { continue }
                var levels: [Int64: Int?] = [:]
                rows.visit { row in
                    guard first[row] >= 0, second[row] >= 0 else { return }
                    let key = Int64(first[row]) << 32 | Int64(second[row])
                    let own = ListSurvey.MeasurePlace(table: one, row: Int(first[row]))
                    let other = ListSurvey.MeasurePlace(table: two, row: Int(second[row]))
                    if levels[key] == nil { levels[key] = .some(differs(own, other)) }
                    guard let level = levels[key] ?? nil else { return }
                    note(\.tablePairs, Pair(first: one, second: two), row, day, subject, places) {
                        .measuresDiffer(own, other, level: level, $0)
                    }
                }
            }
        }
    }

    /// The lowest level at which two rows of measure tables ask different things of production.
    private func differs(_ first: ListSurvey.MeasurePlace, _ second: ListSurvey.MeasurePlace) -> Int? {
        let (own, other) = (actions[first.table][first.row], actions[second.table][second.row])
        return zip(own, other).enumerated().first { _, pair in
            if let one = pair.0, let two = pair.1 { one != two } else { false }
        }?.offset
    }

    private mutating func noteExemptions(_ subject: OrderSubject, _ day: SurveyDay, _ places: [Int]) {
        guard let rows = day.rows(subject) else { return }
        let own = rules.exemptions.indices.filter { rules.exemptions[$0].subject == subject }
        var grants: [Int: RowSet] = [:]
        var bars: [Int: RowSet] = [:]
        for index in own {
            // At the lowest level none is refused for the level.
            let matcher = ExemptionMatcher(rules.exemptions[index], reader: day.reader, level: 0)
            let isGranted = matcher.outcomes.map(\.isEmpty)
            let isBarred = matcher.outcomes.map { refusals in
                !refusals.contains(.outsideDates) && refusals.contains { if case .barred = $0 { true } else { false } }
            }
            func within(_ holds: (Int) -> Bool) -> RowSet {
                var found = RowSet(count: rows.count) { matcher.choices[$0] > 0 && holds(Int(matcher.choices[$0]) - 1) }
                found.formIntersection(rows)
                return found
            }
            grants[index] = within { isGranted[$0] }
            bars[index] = within { isBarred[$0] }
            if !within({ _ in true }).isEmpty { matched.insert(index) }
            if grants[index]?.isEmpty == false { granted.insert(index) }
        }
        for first in own {
            for second in own where first != second {
                let pair = Pair(first: first, second: second)
                guard var both = bars[first], let given = grants[second], let other = grants[first] else { continue }
                both.formIntersection(given)
                both.visit {
                    note(\.barredPairs, pair, $0, day, subject, places) {
                        .barredButGranted(barred: first, granted: second, $0)
                    }
                }
                guard first < second, rules.exemptions[first].grants != rules.exemptions[second].grants else { continue }
                var granted = other
                granted.formIntersection(given)
                granted.visit {
                    note(\.grantPairs, pair, $0, day, subject, places) { .exemptionsDiffer(first, second, $0) }
                }
            }
        }
    }

    private mutating func note(
        _ pairs: WritableKeyPath<Self, [Pair: Meeting]>, _ pair: Pair, _ row: Int, _ day: SurveyDay, _ subject: OrderSubject,
        _ places: [Int], _ result: @escaping (SurveyedRow) -> ListSurvey.Result
    ) {
        if self[keyPath: pairs][pair] == nil {
            let rows = RowSet(count: counts[subject] ?? 0, all: false)
            self[keyPath: pairs][pair] = Meeting(rows: rows, result: result, row: day.surveyed(row, subject))
        }
        self[keyPath: pairs][pair]?.rows.insert(places[row])
    }
}

extension MeasureRow {
    /// What it asks of production at a level: what it asks at a lower one holds there, too.
    public func action(at level: Int) -> OrderAction? {
        let named = cells.prefix(level + 1).compactMap(\.action)
        return named.isEmpty ? nil : named.reduce(into: Demand.nothing) { $0.join(Demand($1)) }.action
    }
}
