import AirQuality
import ArgumentParser
import Assessments
import Glibc
import PlanModel
import Reports

/// `lantian report`
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes the status report of an hour from a ledger.",
        discussion: """
            The level in force and its response, the last 24 h, the forecast, orders in force, gaps in the data, and what comes due: \
            all as it was known at that hour. Reads only; the daemon may run meanwhile. Exits 0, or 2 when it could not run.
            """)

    @Option(help: "The hour, such as 2026-01-12T09:00; default: the last one evaluated.")
    var at: String?

    @OptionGroup var options: ReportOptions

    func run() throws {
        try ReportOptions.reading {
            let moments = MomentReader(try options.reader())
            let hour = try options.hour(at, moments)
            let area = try options.area(in: try moments.plan(at: hour).plan)
            let report = StatusReport(try moments.record(of: area, at: hour))
            switch options.format {
            case .text: try options.write(report.text(options.style))
            case .json: try options.write(report.json)
            case .html: try options.write(report.html)
            }
        }
    }
}
