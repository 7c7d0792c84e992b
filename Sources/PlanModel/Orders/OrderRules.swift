import AirQuality

/// All that a plan says about orders: tables, exemptions, measures, seasons, targets, what to look for.
public struct OrderRules: Hashable, Sendable {
    /// File names of the tables within the plan folder; nil where the plan names no enterprises, and so gives no orders.
    public var tables: TableNames?
    /// Lists that predicates name, with what people call them, in source order.
    public var lists: [ListName]
    /// Industries the plan knows; empty: it does not say, and those that its rules name are known.
    public var industries: [String]
    public var targets: [ReductionTarget]
    /// Emissions of the whole area, against which targets are measured; nil for a pollutant: the list's sum.
    public var areaEmissions: [EmittedPollutant: Int64]
    public var exemptions: [Exemption]
    public var measures: [MeasureTable]
    public var seasons: [Season]
    public var watches: [Watch]

    public init(
        tables: TableNames? = nil, lists: [ListName] = [], industries: [String] = [], targets: [ReductionTarget] = [],
        areaEmissions: [EmittedPollutant: Int64] = [:], exemptions: [Exemption] = [], measures: [MeasureTable] = [],
        seasons: [Season] = [], watches: [Watch] = []
    ) {
        self.tables = tables
        self.lists = lists
        self.industries = industries
        self.targets = targets
        self.areaEmissions = areaEmissions
        self.exemptions = exemptions
        self.measures = measures
        self.seasons = seasons
        self.watches = watches
    }
}

/// File names of the tables. All but the enterprises may be absent.
public struct TableNames: Hashable, Sendable {
    public var enterprises: String
    public var lines: String
    public var facilities: String
    public var sites: String
    public var facts: String

    public init(
        enterprises: String = "enterprises.csv", lines: String = "lines.csv", facilities: String = "facilities.csv",
        sites: String = "sites.csv", facts: String = "facts.csv"
    ) {
        self.enterprises = enterprises
        self.lines = lines
        self.facilities = facilities
        self.sites = sites
        self.facts = facts
    }
}

/// A list of names, such as a whitelist, whose entries have dates and documents.
public struct ListName: Hashable, Sendable {
    public var id: String
    /// As people call it; the id where the plan gives none.
    public var name: String
    public var file: String

    public init(id: String, name: String, file: String) {
        self.id = id
        self.name = name
        self.file = file
    }
}

/// `reduce at red at least 30% of SO2, NOx`
public struct ReductionTarget: Hashable, Sendable {
    /// Place in ``Plan/levels``.
    public var level: Int
    public var percent: Int
    public var pollutants: [EmittedPollutant]

    public init(level: Int, percent: Int, pollutants: [EmittedPollutant]) {
        self.level = level
        self.percent = percent
        self.pollutants = pollutants
    }
}

/// Whom a rule speaks of.
public enum OrderSubject: String, Hashable, Sendable, CaseIterable { case enterprise, site, line, facility }

/// A day of any year, as a season begins and ends.
public struct MonthDay: Hashable, Comparable, Sendable {
    public var month: Int
    public var day: Int

    /// Nil where no year has such a day; 02-29 is one.
    public init?(month: Int, day: Int) {
        guard LocalDate(year: 2024, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    public static func < (left: Self, right: Self) -> Bool { (left.month, left.day) < (right.month, right.day) }
}

/// Where a rule stands in the plan folder.
public struct RulePlace: Hashable, Sendable {
    public var file: String
    public var line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
