import AirQuality
import Lists
import PlanModel

/// The list on one day, as rules ask it: tables with what is worked out of them, and lists of names.
struct DayList: Sendable {
    let list: EmissionList
    let day: LocalDate
    private let lookups: [String: NameLookup]
    /// Enterprises whose lines name what stops at some level.
    let withFiledPlan: RowSet

    /// - Parameter list: As of the day, with its derived columns.
    init(list: EmissionList, day: LocalDate) {
        self.list = list
        self.day = day
        lookups = list.names.mapValues { NameLookup($0, day: day) }
        let filed = list.enterprises.flags("filed_plan", blank: false)
        withFiledPlan = RowSet(count: list.enterprises.count) { filed[$0] }
    }

    func table(_ subject: OrderSubject) -> Table {
        switch subject {
        case .enterprise: list.enterprises
        case .site: list.sites
        case .line: list.lines
        case .facility: list.facilities
        }
    }

    func lookup(_ list: String) -> NameLookup { lookups[list] ?? NameLookup(nil, day: day) }
}
