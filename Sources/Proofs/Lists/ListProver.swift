public import Lists
import Orders
public import PlanModel

/// Asks of the rows of one list what ``Prover`` asks of every row there can be, and whether each rule is for somebody.
public struct ListProver {
    private let plan: Plan
    private let survey: ListSurvey
    private let list: EmissionList
    private var answers: [ProofAnswer] = []
    /// Rows of each measure table that decide for nobody.
    private var told: [Int: Int] = [:]

    /// Rows of one measure table that are told one by one; of more their number.
    private static let mostRows = 20

    /// nil for a plan that gives no orders.
    ///
    /// - Parameter shouldStop: Asked now and then whether to give up; what is open then is undecided.
    public init?(plan: Plan, list: EmissionList, shouldStop: () -> Bool = { false }) {
        guard plan.orders.tables != nil else { return nil }
        self.plan = plan
        self.list = list
        survey = ListSurvey(plan: plan, list: list, shouldStop: shouldStop)
    }

    /// Adds what the list comes to to a report about the rules.
    public mutating func add(to report: inout ProofReport) {
        answers = []
        told = [:]
        for result in survey.results { add(result) }
        for (table, count) in told.sorted(by: { $0.key < $1.key }) where count > Self.mostRows {
            guard let place = plan.orders.measures[table].rows.first?.place else { continue }
            let id = plan.orders.measures[table].id
            add(
                "measure-matches-no-row", "\(count - Self.mostRows) more rows of \(id) decide for nobody of the list",
                help: "see how the list writes what the table names", place)
        }
        sum()
        report.answers += answers
        report.list = ListScope(
            tables: [
                .init(file: list.enterprises.file, rows: survey.enterprises), .init(file: list.sites.file, rows: survey.sites),
            ].filter { $0.rows > 0 }, spans: survey.spans, asked: survey.asked, changes: survey.changes)
    }

    private mutating func add(_ result: ListSurvey.Result) {
        let rules = plan.orders
        switch result {
        case .rowForNone(let table, let row):
            let measures = rules.measures[table]
            told[table, default: 0] += 1
            guard told[table] ?? 0 <= Self.mostRows else { return }
            add(
                "measure-matches-no-row",
                "the row `\(measures.rows[row].patternText)` of \(measures.id) decides for nobody of the list",
                help: "nothing to mend where such a one may come; else see how the list writes what the row names",
                measures.rows[row].place)
        case .tableForNone(let table):
            guard let place = rules.measures[table].rows.first?.place else { return }
            add(
                "measure-matches-no-row", "no row of \(rules.measures[table].id) decides for anybody of the list",
                help: "see whether its `for` and its columns are written as the list does", place)
        case .seasonForNone(let season):
            add(
                "season-matches-no-row", "season \(rules.seasons[season].id) is for nobody of the list on its days",
                help: "see whether its `for` is written as the list does", rules.seasons[season].place)
        case .exemptionForNone(let exemption):
            add(
                "exemption-matches-no-row", "exemption \(rules.exemptions[exemption].id) is for nobody of the list",
                help: "see whether its `for` and the lists it names are written as the list does",
                rules.exemptions[exemption].place)
        case .exemptionRefused(let exemption):
            add(
                "exemption-refused-to-all", "exemption \(rules.exemptions[exemption].id) is refused to all whom it is for",
                help: "`lantian orders --enterprise` says why of each", rules.exemptions[exemption].place)
        case .measuresDiffer(let first, let second, let level, let row):
            let (one, two) = (rules.measures[first.table], rules.measures[second.table])
            let asked = [(one, first), (two, second)].map { table, place in
                table.rows[place.row].action(at: level)?.text ?? ""
            }
            add(
                "measures-overlap",
                "\(one.id) and \(two.id) ask different things of \(Self.text(row)), at \(plan.levels[level].id)"
                    + " \(asked[0]) and \(asked[1])",
                help: "the stricter decides; if that is not meant, say in one whom it is for",
                two.rows[second.row].place, row)
        case .exemptionsDiffer(let first, let second, let row):
            let (one, two) = (rules.exemptions[first], rules.exemptions[second])
            add(
                "exemptions-overlap-on-row",
                "\(one.id) and \(two.id) grant different things to \(Self.text(row)): \(one.grants.text) and \(two.grants.text)",
                help: "the looser counts; say in one of them whom the other is for", two.place, row)
        case .barredButGranted(let barred, let granted, let row):
            let (one, two) = (rules.exemptions[barred], rules.exemptions[granted])
            add(
                "barred-but-granted-on-row", "\(Self.text(row)) is barred from \(one.id) and granted \(two.id)",
                help: "let \(two.id) bar it too, if that is not meant", two.place, row)
        }
    }

    /// What holds of the whole list, or is open because time ran out.
    private mutating func sum() {
        guard survey.isWhole else {
            answers.append(
                answer(
                    "list-asked", .undecided,
                    "\(survey.spans - survey.asked) of \(survey.spans) spans of days were not asked: whom rules are for, and what overlaps or is granted on those days"
                ))
            return
        }
        let found = Set(answers.map(\.id))
        func add(_ ids: [String], _ good: String) {
            if found.isDisjoint(with: ids) { answers.append(answer(ids[0], .proved, good)) }
        }
        let rules = plan.orders
        if !rules.exemptions.isEmpty {
            add(["barred-but-granted-on-row"], "nobody of the list who is barred from an exemption is granted one, on any day")
            add(["exemptions-overlap-on-row"], "no two exemptions grant different things to anybody of the list, on any day")
            add(["exemption-matches-no-row", "exemption-refused-to-all"], "every exemption is granted to somebody of the list")
        }
        if !rules.measures.isEmpty {
            add(["measures-overlap"], "no two measures ask different things of anybody of the list, on any day")
            add(["measure-matches-no-row"], "every row of measures decides for somebody of the list")
        }
        if !rules.seasons.isEmpty { add(["season-matches-no-row"], "every season is for somebody of the list on its days") }
    }

    private mutating func add(_ id: String, _ message: String, help: String? = nil, _ place: RulePlace, _ row: SurveyedRow? = nil)
    {
        var answer = answer(id, .found, message, help: help)
        answer.subject = .rule(place)
        answer.row = row
        answers.append(answer)
    }

    private func answer(_ id: String, _ verdict: ProofAnswer.Verdict, _ message: String, help: String? = nil) -> ProofAnswer {
        ProofAnswer(
            id: id, verdict: verdict, message: message, help: help, subject: nil, witness: nil, area: nil, basis: .list, row: nil)
    }

    /// `甲厂 (enterprises.csv:17) and 3 more on 2026-07-01`.
    private static func text(_ row: SurveyedRow) -> String {
        let name = ShownText.line(row.name.isEmpty ? row.code : row.name)
        return
            "\(name) (\(row.file):\(row.line))\(row.count > 1 ? " and \(row.count - 1) more" : "")\(row.day.map { " on \($0)" } ?? "")"
    }
}

extension MeasureRow {
    /// For whom it is: `"钢铁", "焦化" B-`.
    fileprivate var patternText: String {
        patterns.map { $0.isEmpty ? "*" : $0.map(\.text).joined(separator: ", ") }.joined(separator: " ")
    }
}
