import AirQuality
import ArgumentParser
import Desk
import Feeds
import FileAccess
import Glibc
import PlanLanguage
import PlanModel
import Presentation

/// The options that name a plan and recorded data.
struct RecordOptions: ParsableArguments {
    @Option(name: .customLong("plan"), help: "Folder with the *.plan files.")
    var planFolder: String?

    @Option(
        name: .customLong("observations"), parsing: .upToNextOption,
        help: "Feed files or folders of them: plain, gzip or xz, each in any layout of docs/feeds.md.")
    var observations: [String] = []

    @Option(help: "First instant: 2016-12-16T20:00:00+08:00, or without offset in the plan's zone; a bare date is its midnight.")
    var from: String?

    @Option(help: "Last instant, in the same forms.")
    var to: String?

    /// The checked plan; its errors go to stderr.
    func plan() throws -> Plan {
        // Not demanded by the parser: a command may look into a ledger instead.
        guard let planFolder else { throw ValidationError("Missing expected argument '--plan <plan>'") }
        guard !observations.isEmpty else {
            throw ValidationError("Missing expected argument '--observations <observations> ...'")
        }
        let folder: PlanFolder
        do throws(FileFailure) { folder = try PlanFolder.read(planFolder) } catch { throw Console.cannotRun(error.description) }
        let result = folder.check()
        guard let plan = result.plan else {
            let errors = result.findings.filter { $0.severity == .error }
            Console.note(FindingRenderer(files: folder.files, colour: Console.style(of: STDERR_FILENO).isOn).text(errors))
            throw Console.cannotRun("the plan in \(planFolder) has errors")
        }
        return plan
    }

    /// A bound of time, nil where none is given.
    func bound(_ text: String?, _ name: String, _ zone: Zone) throws -> HourSlot? {
        guard let text else { return nil }
        if let date = LocalDate(text) { return zone.midnight(of: date) }
        guard let instant = Instant(text, zone: zone), instant.seconds % 3600 == 0 else {
            throw ValidationError("--\(name) \(text) is neither a date nor a whole hour such as 2016-12-16T20:00:00+08:00")
        }
        return instant.hourFloor
    }

    /// Reads feed files in their order and reports on stderr what is wrong with them.
    static func read(_ paths: [String], each: (FeedResult) -> Void) throws {
        let files: [String]
        do throws(FileFailure) { files = try FeedFiles.expand(paths) } catch { throw Console.cannotRun(error.description) }
        var progress = Progress("reading")
        FeedFiles.readAll(files) { index, result in
            switch result {
            case .failure(let failure): Console.note(failure.description)
            case .success(let result):
                report(result)
                each(result)
            }
            progress.update(index + 1, of: files.count)
        }
        progress.finish()
    }

    private static func report(_ result: FeedResult) {
        if let error = result.rejected ?? result.brokenOff { Console.note("\(result.name): \(error)") }
        for error in result.rowErrors { Console.note("\(result.name):\(error)") }
        if result.unkeptErrors > 0 { Console.note("\(result.name): \(result.unkeptErrors) more of this kind") }
    }
}
