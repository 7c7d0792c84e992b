import ArgumentParser
import Control
import Presentation

/// The options of every command that asks the daemon.
struct ControlOptions: ParsableArguments {
    @Option(help: "The daemon's socket (default: $LANTIAN_SOCKET, else /run/lantian/control.sock).", completion: .file())
    var socket: String?

    @Option(help: "text, or json for the daemon's reply as docs/control.md describes it.")
    var format = OutputFormat.text

    @Option(help: "zh or en; default: by the locale.")
    var language: LanguageChoice?

    static let defaultSocket = "/run/lantian/control.sock"

    var words: Language { language?.language ?? Console.localeLanguage }

    /// Asks, and shows the reply: as JSON, or in the words that `text` finds.
    @discardableResult
    func show<Reply: Codable>(
        _ request: ControlRequest, _ type: Reply.Type, text: (Reply, ControlText) -> String
    ) throws -> Reply {
        let client = ControlClient(socket: socket, format: format, language: words)
        let (reply, line) = try client.ask(request, type)
        switch format {
        case .text: Console.write(text(reply, ControlText(language: words, style: Console.style(of: 1))))
        case .json: Console.write(try client.reading { try ControlReply.parameters(line) } + "\n")
        }
        return reply
    }
}

/// Ways in which a command that asks the daemon ends; of sysexits.h those from 64 on.
enum ClientExit {
    /// The desk refuses, or has not what was asked for.
    static let refused = ExitCode(1)
    /// The plan was refused.
    static let planRefused = ExitCode(2)
    /// There is no daemon, or it does not answer, or it cannot write its ledger.
    static let unavailable = ExitCode(69)
    /// The account may not connect.
    static let noPermission = ExitCode(77)
}
