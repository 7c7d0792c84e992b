import ArgumentParser
import Control
import Presentation

/// `lantian correct`
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Publishes a correction (更正) of a notice; no level and no decision changes by it.",
        discussion: """
            With --document it enters the document number of an approval by telephone afterwards, or one that was wrong. Give \
            --text, --document, or both.
            """)

    @Argument(help: "The name of the notice that was wrong.")
    var notice: String

    @Option(help: "The name of who takes responsibility; above the lowest level another person than the one who records it.")
    var signedBy: String

    @Option(help: "The signer's post.")
    var post: String?

    @Option(help: "What was wrong.")
    var because: String

    @Option(help: "The document number (文号) of its decision.")
    var document: String?

    @Option(help: "How it reads rightly.")
    var text: String?

    @OptionGroup var control: ControlOptions

    func run() throws {
        let text = CorrectionText(
            notice: notice, because: because, text: text, document: document, signedBy: signedBy, post: post)
        try control.show(.correct(text), ActReport.self) { receipt, words in
            words.receipt(receipt, nothing: words.say("the level in force stays", "在执行的级别不变"))
        }
    }
}
