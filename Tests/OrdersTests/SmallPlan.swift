import AirQuality
import Orders
import PlanModel

/// A plan of three levels with rules to fill in.
enum SmallPlan {
    static let day = LocalDate(year: 2024, month: 12, day: 10)
    static let area = Area(id: "xuchang", name: "许昌市", code: "411000", stations: [], atLeast: nil)

    static func plan(_ rules: OrderRules) -> Plan {
        let names = [("yellow", "黄色"), ("orange", "橙色"), ("red", "红色")]
        return Plan(
            name: "许昌市重污染天气应急预案", basis: [], zone: .beijing, edition: .pinned(.edition2012),
            levels: names.map {
                Level(
                    id: $0.0, name: $0.1, response: nil, issue: [], end: nil, approval: .unstated, responseStart: .immediately,
                    cites: [])
            }, areas: [area], requires: PollutantSet([.pm25]), horizon: nil, review: [], forecastBound: .upper, days: .rolling,
            waitMinutes: 50, orders: rules)
    }

    static func column(_ name: String, _ kind: TableKind = .enterprises) -> ColumnReference {
        ColumnReference(name: name, type: kind.column(name)?.type)
    }

    /// A table of measures by industry and grade.
    static func byGrade(_ rows: [(industry: String?, grades: [String], cells: [OrderAction?])], lead: String? = nil)
        -> MeasureTable
    {
        MeasureTable(
            id: "by_grade", name: "分级措施", lead: lead, subject: .enterprise, scope: .always,
            columns: [column("industry"), column("grade")],
            rows: rows.enumerated().map { index, row in
                MeasureRow(
                    patterns: [row.industry.map { [.text($0)] } ?? [], row.grades.map { .choice($0) }],
                    cells: row.cells.map { Measure(action: $0) }, place: RulePlace(file: "orders.plan", line: 10 + index))
            }, cites: ["清单编制办法"])
    }

    static func orders(_ rules: OrderRules, _ list: SmallList, level: Int?, day: LocalDate? = nil) -> OrderSet {
        let plan = plan(rules)
        let start = plan.zone.slot(of: day ?? self.day ?? LocalDate(days: 20_000), hour: 8)
        return OrderSet(plan: plan, list: list.list, area: area, level: level, start: start)
    }
}
