import ArgumentParser
import Control
import Presentation

/// `lantian declare`
struct DeclareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Records a level, or a lift, that was decided on consultation (会商研判).")

    @Argument(help: "A level by id or name, or lift.")
    var level: String

    @Option(help: "The area, by id, code or name; a plan of one area needs none.")
    var area: String?

    @Option(help: "Why.")
    var because: String

    @OptionGroup var signature: SignatureOptions
    @OptionGroup var control: ControlOptions

    func validate() throws { _ = try signature.name() }

    func run() throws {
        let declaration = Declaration(
            area: area, level: ["lift", "解除"].contains(level) ? "none" : level, because: because,
            signedBy: try signature.name(), post: signature.post, document: signature.document,
            channel: signature.channel.rawValue)
        try control.show(.declare(declaration), ActReport.self) { receipt, words in
            words.receipt(receipt, nothing: words.say("no level in force changes", "在执行的级别不变"))
        }
    }
}
