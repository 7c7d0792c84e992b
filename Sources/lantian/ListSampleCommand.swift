import ArgumentParser
import FileAccess
import Samples

/// `lantian list sample`
struct ListSampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Writes a synthetic emission-reduction list of Xuchang into a folder.",
        discussion: """
            Everything in it is invented. The same numbers give the same bytes on every machine; without options it is the list in \
            rules/xuchang. Nothing in the folder is overwritten without --force.
            """)

    @Argument(help: "The folder, made if it is not there.", completion: .directory)
    var folder: String

    @Option(help: "Another list of the same kind.")
    var seed: UInt64?

    @Option(help: "Enterprises, 1 to \(SampleList.maximumEnterprises).")
    var enterprises = SampleList.xuchang.enterprises

    @Option(help: "Production lines; without it 8 to 3 enterprises.")
    var lines: Int?

    @Option(help: "Construction sites; without it one to 5 enterprises.")
    var sites: Int?

    @Flag(help: "English heads and values; names stay Chinese.")
    var english = false

    @Flag(help: "Overwrite tables that are there.")
    var force = false

    func validate() throws {
        guard (1...SampleList.maximumEnterprises).contains(enterprises) else {
            throw ValidationError("--enterprises is 1 to \(SampleList.maximumEnterprises)")
        }
        guard (0...enterprises * SampleList.maximumLines).contains(lines ?? 0) else {
            throw ValidationError(
                "--lines is 0 to \(enterprises * SampleList.maximumLines), \(SampleList.maximumLines) to an enterprise")
        }
        guard (0...SampleList.maximumEnterprises).contains(sites ?? 0) else {
            throw ValidationError("--sites is 0 to \(SampleList.maximumEnterprises)")
        }
    }

    func run() throws {
        let list = SampleList(
            seed: seed ?? SampleList.xuchang.seed, enterprises: enterprises, lines: lines, sites: sites,
            heads: english ? .english : .chinese)
        let files = LocalFileSystem()
        let names = SampleList.tableNames
        if !force, let taken = names.first(where: { files.exists("\(folder)/\($0)") }) {
            throw Console.cannotRun("\(folder)/\(taken) is there already; name another folder, or add --force")
        }
        do {
            try files.makeFolder(folder)
            for table in list.tables() { try files.write(table.bytes, to: "\(folder)/\(table.name)") }
        } catch {
            throw Console.cannotRun("\(error)")
        }
        Console.note(
            "\(names.joined(separator: ", ")) in \(folder): \(list.enterprises) enterprises, \(list.lines) lines, \(list.sites) sites"
        )
    }
}
