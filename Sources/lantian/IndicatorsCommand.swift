import AirQuality
import ArgumentParser
import Assessments
import Feeds
import PlanModel
import Reports
import Warnings

/// `lantian indicators`
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators", abstract: "Counts the action plan's indicators of a year, and ranks places by month and year.",
        discussion: """
            The PM2.5 mean, good days (AQI up to 100) and heavy days (AQI above 200) of each area of the plan, from a ledger, or \
            with --plan and --observations from feed files. --place adds a county by its stations. These figures are for reporting \
            alone: no reason to issue or prolong a warning. Exits 0, or 2 when it could not run.
            """)

    @Option(help: "The year; default: that of the last value.")
    var year: Int?

    @Option(help: "The edition of HJ 633 by which days are judged: 2012, on which the targets were set, or 2026.")
    var edition = EditionChoice.of2012

    @Option(name: .customLong("place"), help: "A county or district by its stations, such as 魏都区=2396A,2397A; repeatable.")
    var places: [StationGroup] = []

    @Option(
        name: .customLong("target-pm25"),
        help: "The mean is to stay below this, in µg/m³, such as 41; default: the plan's target.")
    var pm25: Tenths?

    @Option(
        name: .customLong("target-good"),
        help: "Good days are to be at least this share, in percent, such as 73.5; default: the plan's.")
    var good: Tenths?

    @Option(
        name: .customLong("target-heavy"),
        help: "Heavy days are to stay below this share, in percent, such as 1.6; default: the plan's.")
    var heavy: Tenths?

    @Option(name: .customLong("plan"), help: "Folder with the *.plan files, for --observations.")
    var planFolder: String?

    @Option(parsing: .upToNextOption, help: "Feed files or folders of them, instead of a ledger; see docs/feeds.md.")
    var observations: [String] = []

    @OptionGroup var options: ReportOptions

    enum EditionChoice: String, ExpressibleByArgument, CaseIterable {
        case of2012 = "2012"
        case of2026 = "2026"

        var edition: Edition { self == .of2012 ? .edition2012 : .edition2026 }
    }

    /// A number with at most one decimal, in tenths.
    struct Tenths: ExpressibleByArgument {
        var value: Int64

        init?(argument: String) {
            guard let number = ScaledDecimal(argument, places: 1), number.isExact, (0...100_000).contains(number.rounded) else {
                return nil
            }
            value = number.rounded
        }
    }

    /// `NAME=STATION,STATION`
    struct StationGroup: ExpressibleByArgument {
        var area: Area

        init?(argument: String) {
            let sides = argument.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            let stations = sides[1].split(separator: ",").map(String.init)
            guard !stations.isEmpty else { return nil }
            let name = String(sides[0])
            area = Area(id: name, name: name, code: nil, stations: stations, atLeast: nil)
        }
    }

    func validate() throws {
        guard observations.isEmpty == (planFolder == nil) else {
            throw ValidationError("--plan and --observations go together; without both a ledger is read")
        }
        if let year, !(1970...9998).contains(year) { throw ValidationError("--year \(year) is no year such as 2026") }
    }

    func run() throws {
        try ReportOptions.reading {
            let (plan, year, areas, store, limit) = try gathered()
            let dates = Indicators.slots(of: year, plan.zone)
            let indicators = Indicators(
                areas.map { Indicators.Place(name: $0.name, series: store.areaSeries($0, dates)) }, plan: plan, year: year,
                edition: edition.edition, targets: targets(of: plan, year),
                endedBy: limit)
            switch options.format {
            case .text: try options.write(indicators.text(options.style))
            case .json: try options.write(indicators.json)
            case .html: try options.write(indicators.html)
            }
        }
    }

    /// The plan's targets of a year, and in place of them those that are asked for.
    private func targets(of plan: Plan, _ year: Int) -> [IndicatorTarget] {
        let asked: [(IndicatorTarget.Quantity, Relation, Tenths?)] = [
            (.pm25, .less, pm25), (.goodDays, .greaterOrEqual, good), (.heavyDays, .less, heavy),
        ]
        return asked.compactMap { quantity, relation, tenths in
            if let tenths {
                return IndicatorTarget(quantity: quantity, relation: relation, threshold: tenths.value * 100, year: year)
            }
            return plan.targets.first { $0.quantity == quantity && $0.year == year }
        }
    }

    /// The observations of the year, and the end of the last slot observed.
    private func gathered() throws -> (Plan, Int, [Area], ObservationStore, HourSlot) {
        if let planFolder {
            let plan = try RecordOptions.checked(planFolder).plan
            let areas = try areas(in: plan)
            let names = Set(areas.flatMap(\.stations))
            var store = ObservationStore()
            var last: Int32?
            try RecordOptions.read(observations) { result in
                last = ([last] + result.observations.rows.map(\.slot)).compactMap { $0 }.max()
                _ = store.merge(result.observations) { name in
                    names.contains(name) || areas.contains { $0.stations.isEmpty && $0.answers(to: name) }
                }
            }
            guard let last else { throw Console.cannotRun("the files hold no observation") }
            let limit = HourSlot(Int(last) + 1)
            return (plan, year ?? plan.zone.date(of: limit - 1).civil.year, areas, store, limit)
        }
        let reader = IndicatorsReader(try options.reader())
        let (plan, limit) = try reader.plan()
        let areas = try areas(in: plan)
        let year = year ?? plan.zone.date(of: limit - 1).civil.year
        return (plan, year, areas, try reader.observations(of: areas, Indicators.slots(of: year, plan.zone)), limit)
    }

    private func areas(in plan: Plan) throws -> [Area] {
        (options.area == nil ? plan.areas : [try options.area(in: plan)]) + places.map(\.area)
    }
}
