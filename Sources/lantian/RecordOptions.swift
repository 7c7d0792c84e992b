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

    @OptionGroup var data: RecordedDataOptions

    var observations: [String] { data.observations }
    var from: String? { data.from }
    var to: String? { data.to }

    /// The checked plan; its errors go to stderr.
    func plan() throws -> Plan { try planAndFolder().plan }

    /// The checked plan and the files it was read from; its errors go to stderr.
    func planAndFolder() throws -> (plan: Plan, folder: PlanFolder) {
        // Not demanded by the parser: a command may look into a ledger instead.
        guard let planFolder else { throw ValidationError("Missing expected argument '--plan <plan>'") }
        guard !observations.isEmpty else {
            throw ValidationError("Missing expected argument '--observations <observations> ...'")
        }
        let read = try Self.checked(planFolder)
        return (read.plan, read.folder)
    }

    /// The checked plan of a folder, with its list where it names one; errors of the plan go to stderr, those of the list are
    /// only counted.
    static func checked(_ path: String) throws -> (plan: Plan, check: FolderCheck, folder: PlanFolder) {
        let folder: PlanFolder
        do throws(FileFailure) { folder = try PlanFolder.read(path) } catch { throw Console.cannotRun(error.description) }
        let result = folder.check()
        guard let plan = result.plan else {
            let errors = result.findings.filter { $0.severity == .error }
            Console.note(FindingRenderer(files: folder.files, colour: Console.style(of: STDERR_FILENO).isOn).text(errors))
            throw Console.cannotRun("the plan in \(path) has errors")
        }
        return (plan, result, folder)
    }

    func bound(_ text: String?, _ name: String, _ zone: Zone) throws -> HourSlot? { try data.bound(text, name, zone) }

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
