import AirQuality
import ArgumentParser
import Glibc
import Ledger
import Presentation

/// `lantian ledger`
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Looks at the ledger of a daemon or a drill.",
        subcommands: [Verify.self, Rebuild.self, LedgerExport.self])

    /// `lantian ledger verify`
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Checks that the chain of records is whole and that the derived tables come out of it.",
            discussion:
                "Reads only; the daemon may run meanwhile. Exits 0 when all is well, 1 when not, 2 when it could not look.")

        @Argument(help: "The ledger file, or the state folder that holds ledger.sqlite.")
        var path: String

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() throws {
            let report: VerifyReport
            do {
                report = try Ledger(path: LedgerCommand.file(path), readOnly: true).verify()
            } catch {
                throw Console.cannotRun("\(error)")
            }
            switch format {
            case .text:
                let style = Console.style(of: STDOUT_FILENO)
                Console.write((report.isIntact ? style.green("\(report)") : style.red("\(report)")) + "\n")
            case .json:
                Console.write(
                    JSONWriter.object { json in
                        json.field("intact", report.isIntact)
                        json.field("report", "\(report)")
                    } + "\n")
            }
            if !report.isIntact { throw Console.failed }
        }
    }

    /// `lantian ledger rebuild`
    struct Rebuild: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rebuild", abstract: "Makes the derived tables anew from the records; stop the daemon first.")

        @Argument(help: "The ledger file, or the state folder that holds ledger.sqlite.")
        var path: String

        func run() throws {
            do {
                let file = LedgerCommand.file(path)
                guard access(file, F_OK) == 0 else { throw Console.cannotRun("there is no ledger \(file)") }
                try Ledger(path: file).rebuild()
            } catch let code as ExitCode {
                throw code
            } catch {
                throw Console.cannotRun("\(error)")
            }
            Console.write("the tables come out of the records again\n")
        }
    }

    /// The ledger file that a path means.
    static func file(_ path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return path }
        return path + "/ledger.sqlite"
    }
}
