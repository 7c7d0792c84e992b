import ArgumentParser
import Control
import Presentation

/// `lantian approve`
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Records that a proposal was approved; it takes force in the present hour.",
        discussion: "Without an id it lists what waits, and exits 1. Of two people who act at once one wins, the other exits 1.")

    @Argument(help: "The proposal's id.", completion: .custom { _, _, _ in ProposalCompletion.ids })
    var id: String?

    @OptionGroup var signature: SignatureOptions
    @OptionGroup var control: ControlOptions

    func validate() throws { if id != nil { _ = try signature.name() } }

    func run() throws {
        guard let id else {
            try control.show(.proposals, Proposals.self) { reply, words in
                reply.proposals.isEmpty
                    ? words.say("nothing waits for approval\n", "无待批事项\n")
                    : words.proposals(reply.proposals)
                        + words.say(
                            "approve one with `lantian approve ID --signed-by NAME --document NUMBER`\n",
                            "批准：lantian approve ID --signed-by 姓名 --document 文号\n")
            }
            throw ClientExit.refused
        }
        let approval = Approval(
            proposal: id, signedBy: try signature.name(), post: signature.post, document: signature.document,
            channel: signature.channel.rawValue)
        try control.show(.approve(approval), ActReport.self) { receipt, words in
            words.receipt(receipt, nothing: words.say("no level in force changes", "在执行的级别不变"))
        }
    }
}

/// `lantian reject`
struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Records that a proposal was rejected; it is not made again until conditions lead elsewhere.")

    @Argument(help: "The proposal's id.", completion: .custom { _, _, _ in ProposalCompletion.ids })
    var id: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.reject(Rejection(proposal: id, reason: reason)), ActReport.self) { receipt, words in
            words.receipt(receipt, nothing: words.say("the level in force stays", "在执行的级别不变"))
        }
    }
}

/// The ids that a shell completes.
enum ProposalCompletion {
    static var ids: [String] {
        let client = ControlClient(socket: nil, format: .text, language: Console.localeLanguage)
        return (try? client.ask(.proposals, Proposals.self))?.reply.proposals.map(\.id) ?? []
    }
}
