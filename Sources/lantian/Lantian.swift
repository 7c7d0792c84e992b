import ArgumentParser
import Presentation

/// The operator's tool. Every command exits 0 when all is well, 1 when what it looked at is not, 2 when it could not look, and
/// 64 when it was called wrongly; those that ask the daemon as ``ClientExit`` says.
@main
struct Lantian: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lantian",
        abstract: "A city's heavy-pollution emergency plan as a program.",
        version: LantianVersion.text,
        subcommands: [
            CheckCommand.self, FormatCommand.self, TestCommand.self, ExplainCommand.self, VerifyCommand.self, ProveCommand.self,
            ReplayCommand.self, DiffCommand.self, AQICommand.self, LedgerCommand.self, ListCommand.self, OrdersCommand.self,
            BackupCommand.self, RestoreCommand.self, AssessCommand.self, StatusCommand.self, ApproveCommand.self,
            RejectCommand.self, DeclareCommand.self, DirectCommand.self, WithdrawCommand.self, DirectivesCommand.self,
            AcknowledgeCommand.self, ReceiptsCommand.self, OpineCommand.self, RetractCommand.self, CorrectCommand.self,
            DecisionsCommand.self, EpisodesCommand.self, NoticeCommand.self, ReloadCommand.self, ReportCommand.self,
            ConsultCommand.self, IndicatorsCommand.self, DoctorCommand.self, EpisodeCommand.self,
        ])
}
