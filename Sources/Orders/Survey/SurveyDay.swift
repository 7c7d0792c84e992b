import AirQuality
import Lists
import PlanModel

/// A list, or some of its rows, on one day of a survey.
struct SurveyDay {
    let reader: DayList
    /// The rows that lie in some area of the plan.
    let enterprises: RowSet
    let sites: RowSet

    init(_ list: EmissionList, plan: Plan, day: LocalDate) {
        reader = DayList(list: list.asOf(day), day: day)
        var enterprises = RowSet(count: reader.list.enterprises.count, all: false)
        var sites = RowSet(count: reader.list.sites.count, all: false)
        for area in plan.areas {
            let rows = AreaRows(area: area, list: reader.list)
            enterprises.formUnion(rows.enterprises)
            sites.formUnion(rows.sites)
        }
        (self.enterprises, self.sites) = (enterprises, sites)
    }

    func rows(_ subject: OrderSubject) -> RowSet? {
        switch subject {
        case .enterprise: enterprises
        case .site: sites
        case .line, .facility: nil
        }
    }

    func surveyed(_ row: Int, _ subject: OrderSubject) -> SurveyedRow {
        let table = reader.table(subject)
        return SurveyedRow(
            subject: subject, file: table.file, line: table.fileLines.indices.contains(row) ? Int(table.fileLines[row]) : 0,
            code: table.text(row, subject == .site ? "site_id" : "credit_code"), name: table.text(row, "name"), day: reader.day,
            count: 1)
    }
}
