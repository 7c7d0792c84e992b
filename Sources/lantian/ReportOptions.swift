import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Ledger
import PlanModel
import Presentation
import Reports

/// The options of every command that reports from a ledger.
struct ReportOptions: ParsableArguments {
    @Option(help: "The ledger file, or the state folder that holds ledger.sqlite. Default: $STATE_DIRECTORY or /var/lib/lantian.")
    var ledger: String?

    @Option(help: "The area, by id, code or name; needed where the plan has several.")
    var area: String?

    @Option(help: "text, json or html.")
    var format = ReportFormat.text

    @Option(help: "A file to write to instead of the standard output; it is replaced in one step.")
    var output: String?

    func reader() throws -> RecordReader {
        let folder = ledger ?? getenv("STATE_DIRECTORY").flatMap { String(validatingCString: $0) } ?? "/var/lib/lantian"
        return RecordReader(try Ledger(path: LedgerCommand.file(folder), readOnly: true))
    }

    /// The area that is meant.
    func area(in plan: Plan) throws -> Area {
        let found = area.map { name in plan.areas.filter { $0.answers(to: name) } } ?? plan.areas
        guard let first = found.first else { throw ValidationError("the plan has no area \(area ?? "")") }
        guard found.count == 1 else {
            throw ValidationError("the plan has several areas: choose one with --area \(found.map(\.id).joined(separator: "|"))")
        }
        return first
    }

    /// The hour that is meant; without one the last that was evaluated.
    func hour(_ text: String?, _ moments: MomentReader) throws -> HourSlot {
        let last = try moments.last()
        guard let text else { return last }
        let zone = try moments.plan(at: last).plan.zone
        guard let instant = Instant(text, zone: zone), instant.seconds % 3600 == 0 else {
            throw ValidationError("--at \(text) is no whole hour such as 2026-01-12T09:00")
        }
        return instant.hourFloor
    }

    /// Colours only where a terminal shows them.
    var style: Style { output == nil ? Console.style(of: STDOUT_FILENO) : Style(isOn: false) }

    func write(_ text: String) throws {
        guard let output else { return Console.write(text) }
        let files = LocalFileSystem()
        let aside = "\(output).\(getpid()).tmp"
        do throws(FileFailure) {
            try files.write(Array(text.utf8), to: aside)
            try files.rename(aside, to: output)
        } catch {
            unlink(aside)
            throw Console.cannotRun(error.description)
        }
    }

    /// Runs what reads a ledger; what goes wrong there is said on stderr.
    static func reading(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let code as ExitCode {
            throw code
        } catch let error as ValidationError {
            throw error
        } catch {
            throw Console.cannotRun("\(error)")
        }
    }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, json, html }
