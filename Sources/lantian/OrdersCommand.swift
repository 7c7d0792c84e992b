import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Lists
import Orders
import PlanLanguage
import PlanModel
import Presentation

/// `lantian orders`
struct OrdersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders", abstract: "Prints what would be ordered at a level, and whether it reaches the targets.",
        discussion: """
            Needs no service. As text: the balance, counts, and the largest orders; for one enterprise or site what each rule \
            said of it and why. Exits 0, 1 where --against is not reached, 2 when it could not run.
            """)

    @Option(name: .customLong("plan"), help: "Folder with the *.plan files and the tables of the list.")
    var folder: String

    @Option(
        help: "A level of the plan by its name, such as red or 红色; none: without a warning, when only seasons order anything.")
    var level: String

    @Option(help: "Start of the response: 2024-12-10, or a whole hour such as 2024-12-10T20:00:00+08:00. Default: now.")
    var date: String?

    @Option(help: "The area, by id, code or name; needed where the plan has several.")
    var area: String?

    @Option(help: "Only the orders of a county.")
    var county: String?

    @Option(help: "Only one enterprise or site: its credit code, its site id or its exact name.")
    var enterprise: String?

    @Option(help: "text, csv or json.")
    var format = Format.text

    @Option(help: "Exit 1 below a target: 30%, SO2=30%,VOCs=20%, or plan for what the plan demands at the level.")
    var against: Target?

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

    func run() throws {
        let (plan, list) = try Self.read(folder)
        let level = try level(in: plan)
        let set = OrderSet(plan: plan, list: list, area: try area(in: plan), level: level, start: try Self.start(date, in: plan))
        let report = OrderReport(plan: plan, orders: set, previous: nil, targets: against?.percents)
        if case .plan = against, report.balance.lines.allSatisfy({ $0.target == nil }) {
            throw Console.cannotRun("the plan states no target at \(self.level): write reduce at … in it, or --against 30%")
        }
        if let enterprise {
            guard let index = set.index(of: enterprise) else {
                throw Console.cannotRun(
                    "no enterprise or site is called \(enterprise): give a credit code, a site id or the whole name of the list")
            }
            write(report, only: { $0 == index }, text: { set.explanation(of: index) })
        } else {
            if let county, !report.balance.counties.contains(where: { $0.name == county }) {
                let names = report.balance.counties.map(\.name).joined(separator: ", ")
                throw Console.cannotRun("no order is for \(county): the counties are \(names)")
            }
            write(
                report, only: { index in county.map { set.county(of: index) == $0 } ?? true },
                text: { report.text(Console.style(of: STDOUT_FILENO), county: county) })
        }
        if against != nil, !report.balance.isMet {
            for line in report.balance.lines where line.short > 0 {
                Console.note("lantian: \(line.description)")
            }
            throw Console.failed
        }
    }

    private func write(_ report: OrderReport, only: (Int) -> Bool, text: () -> String) {
        switch format {
        case .text: Console.write(text())
        case .csv: report.writeCSV(where: only) { Console.write(bytes: $0) }
        case .json: report.writeJSON(where: only) { Console.write(bytes: $0) }
        }
    }

    // MARK: What is asked

    /// The checked plan of a folder with its list; errors of either go to stderr.
    static func read(_ folder: String) throws -> (plan: Plan, list: EmissionList) {
        let files: PlanFolder
        do throws(FileFailure) { files = try PlanFolder.read(folder) } catch { throw Console.cannotRun(error.description) }
        let result = files.check()
        let isColoured = Console.style(of: STDERR_FILENO).isOn
        guard let plan = result.plan else {
            Console.error(
                FindingRenderer(files: files.files, colour: isColoured).text(result.findings.filter { $0.severity == .error }))
            throw Console.cannotRun("the plan in \(folder) has errors")
        }
        guard plan.orders.tables != nil else {
            throw Console.cannotRun("\(folder): the plan names no list: write enterprises from \"enterprises.csv\"")
        }
        guard let list = result.list else {
            let errors = result.listFindings.filter { $0.severity == .error }
            Console.error(ListFindingText(folder: folder, colour: isColoured).text(errors))
            throw Console.cannotRun("the list in \(folder) has errors")
        }
        return (plan, list)
    }

    private func level(in plan: Plan) throws -> Int? {
        if level == "none" || level == "无" { return nil }
        guard let found = plan.levels.firstIndex(where: { $0.id == level || $0.name == level }) else {
            let names = plan.levels.map(\.id).joined(separator: ", ")
            throw ValidationError("the plan has no level \(level): choose one of \(names), none")
        }
        return found
    }

    private func area(in plan: Plan) throws -> Area {
        let found = area.map { name in plan.areas.filter { $0.answers(to: name) } } ?? plan.areas
        guard let first = found.first else { throw ValidationError("the plan has no area \(area ?? "")") }
        guard found.count == 1 else {
            throw ValidationError("the plan has several areas: choose one with --area \(found.map(\.id).joined(separator: "|"))")
        }
        return first
    }

    /// The start of the response: the hour that is now without a date.
    static func start(_ date: String?, in plan: Plan) throws -> HourSlot {
        guard let date else { return Instant(seconds: Int64(time(nil))).hourFloor }
        if let day = LocalDate(date) { return plan.zone.midnight(of: day) }
        guard let instant = Instant(date, zone: plan.zone), instant.seconds % 3600 == 0 else {
            throw ValidationError("--date \(date) is neither a date nor a whole hour such as 2024-12-10T20:00:00+08:00")
        }
        return instant.hourFloor
    }

    /// What `--against` asks for.
    enum Target: ExpressibleByArgument {
        case plan
        case percents([EmittedPollutant: Int])

        var percents: [EmittedPollutant: Int]? { if case .percents(let percents) = self { percents } else { nil } }

        init?(argument: String) {
            if argument == "plan" {
                self = .plan
                return
            }
            var percents: [EmittedPollutant: Int] = [:]
            for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
                let sides = part.split(separator: "=", omittingEmptySubsequences: false)
                guard let last = sides.last, sides.count <= 2, last.hasSuffix("%"), let percent = Int(last.dropLast()),
                    (0...100).contains(percent)
                else { return nil }
                if sides.count == 1 {
                    for pollutant in EmittedPollutant.allCases { percents[pollutant] = percent }
                } else {
                    guard let pollutant = EmittedPollutant(name: String(sides[0])) else { return nil }
                    percents[pollutant] = percent
                }
            }
            self = .percents(percents)
        }
    }
}
