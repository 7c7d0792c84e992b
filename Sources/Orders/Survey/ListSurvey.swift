public import AirQuality
public import Lists
public import PlanModel

/// What the rules of a plan come to on the rows of one list, on every day of it.
///
/// From one day on which a fact, an entry, a deadline or an exemption begins or ends to the next nothing changes. The latest of these
/// spans of days is asked first, of all rows, then each one before it, of the rows that change. Only rows of the plan's areas count.
public struct ListSurvey: Sendable {
    /// Something that the rules come to on no row, or on one.
    public enum Result: Hashable, Sendable {
        /// The row of a measure table, by their places, decides for nobody.
        case rowForNone(table: Int, row: Int)
        /// No row of a measure table does.
        case tableForNone(Int)
        case seasonForNone(Int)
        case exemptionForNone(Int)
        /// It is for somebody, but never granted.
        case exemptionRefused(Int)
        /// Two tables ask different things of a row at a level, the lowest at which they do.
        case measuresDiffer(MeasurePlace, MeasurePlace, level: Int, SurveyedRow)
        /// Two exemptions grant a row different things.
        case exemptionsDiffer(Int, Int, SurveyedRow)
        /// A row is barred from the first exemption and granted the second.
        case barredButGranted(barred: Int, granted: Int, SurveyedRow)
    }

    /// A row of a measure table, by their places in the plan.
    public struct MeasurePlace: Hashable, Sendable {
        public var table: Int
        public var row: Int
    }

    /// In the order of the plan, what matches nobody first.
    public private(set) var results: [Result] = []
    /// Rows of the tables of enterprises and sites that lie in an area of the plan, on the latest day asked.
    public private(set) var enterprises = 0
    public private(set) var sites = 0
    /// Spans of days on which the list says the same, and how many of them were asked.
    public let spans: Int
    public private(set) var asked = 0
    /// The first days of the earliest span but one and of the latest; nil where the list is the same on every day.
    public let changes: ClosedRange<LocalDate>?

    /// Whether every day was asked. Where not, what matches nobody is not told: another day might.
    public var isWhole: Bool { asked == spans }

    /// - Parameter shouldStop: Asked between spans of days whether to give up.
    public init(plan: Plan, list: EmissionList, shouldStop: () -> Bool = { false }) {
        var list = list
        let reads = RuleReads(plan.orders, levels: plan.levels)
        list.facts.facts.removeAll { !reads.reads($0) }
        list.indexRows()
        let changes = ListChanges(list, exemptions: plan.orders.exemptions, reads: reads)
        spans = changes.days.count
        self.changes = spans > 1 ? changes.days[1]...changes.days[spans - 1] : nil
        var state = SurveyState(plan: plan, list: list)
        for span in changes.days.indices.reversed() {
            if shouldStop() { break }
            let part = changes.part(list, of: span)
            let day = SurveyDay(part.list, plan: plan, day: changes.days[span])
            if asked == 0 { (enterprises, sites) = (day.enterprises.size, day.sites.size) }
            state.note(day, enterprises: part.enterprises, sites: part.sites)
            asked += 1
        }
        // A season is on some days only, and rows that do not change were asked on the last.
        for span in changes.days.indices.reversed() where isWhole && state.hasOpenSeasons {
            if shouldStop() {
                asked = spans - 1 - span
                break
            }
            let held = plan.orders.seasons.indices.filter { changes.holds(plan.orders.seasons[$0], in: span) }
            state.noteSeasons(held, SurveyDay(list, plan: plan, day: changes.days[span]))
        }
        results = (isWhole ? state.unmatched : []) + state.meetings(isAlwaysSame: spans == 1)
    }
}

/// A row of the list, on a day.
public struct SurveyedRow: Hashable, Sendable {
    public var subject: OrderSubject
    /// The table's file, and the line on which the row begins.
    public var file: String
    public var line: Int
    /// Credit code or site id.
    public var code: String
    public var name: String
    /// One on which it is true; nil where the list is the same on every day.
    public var day: LocalDate?
    /// Of how many rows of the table the same is true on some day.
    public var count: Int
}
