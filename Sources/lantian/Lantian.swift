import ArgumentParser
import Presentation

/// The operator's tool. Every command exits 0 when all is well, 1 when what it looked at is not, 2 when it could not look, and
/// 64 when it was called wrongly.
@main
struct Lantian: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lantian",
        abstract: "A city's heavy-pollution emergency plan as a program.",
        version: LantianVersion.text,
        subcommands: [
            CheckCommand.self, FormatCommand.self, TestCommand.self, ExplainCommand.self, VerifyCommand.self, ProveCommand.self,
            ReplayCommand.self, DiffCommand.self, AQICommand.self, LedgerCommand.self, ListCommand.self, OrdersCommand.self,
            BackupCommand.self, RestoreCommand.self, AssessCommand.self,
        ])
}
