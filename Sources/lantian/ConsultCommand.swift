import AirQuality
import ArgumentParser
import Assessments
import PlanModel
import Reports

/// `lantian consult`
struct ConsultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consult", abstract: "Writes the consultation sheet (会商单) of an hour from a ledger.",
        discussion: """
            What was observed, each forecast with its error at this lead over the last 60 days, what the rules say with margins, \
            what is at stake at each level, and the three most similar past episodes: all as it was known at that hour. Reads only; \
            the daemon may run meanwhile. Exits 0, or 2 when it could not run.
            """)

    @Option(help: "The hour, such as 2026-01-12T10:00; default: the last one evaluated.")
    var at: String?

    @OptionGroup var options: ReportOptions

    func run() throws {
        try ReportOptions.reading {
            let reader = try options.reader()
            let moments = MomentReader(reader)
            let hour = try options.hour(at, moments)
            let area = try options.area(in: try moments.plan(at: hour).plan)
            let sheet = try ConsultationReader(reader).sheet(of: area, at: hour)
            switch options.format {
            case .text: try options.write(sheet.text(options.style))
            case .json: try options.write(sheet.json)
            case .html: try options.write(sheet.html)
            }
        }
    }
}
