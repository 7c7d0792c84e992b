import ArgumentParser
import Control
import Presentation

/// `lantian direct`
struct DirectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "direct", abstract: "Records a directive of a superior office; one with a known number amends it.",
        discussion: "Times are whole hours, `2026-11-20 12:00` in the plan's zone or with an offset.")

    @Option(help: "Its document number (文号).")
    var document: String

    @Option(help: "The office that gave it.")
    var office: String

    @Option(parsing: .upToNextOption, help: "The areas it is for, by id, code or name (default: all).")
    var areas: [String] = []

    @Option(help: "A floor: this level or a higher own one.")
    var atLeast: String?

    @Option(help: "A unified level, or none for a unified lift.")
    var exactly: String?

    @Flag(help: "Earlier directives of the office no longer bind.")
    var mayLift = false

    @Option(help: "The hour from which it counts (default: the present one).")
    var from: String?

    @Option(help: "The hour at which it ends (default: until further notice).")
    var until: String?

    @Option(help: "What it states as its reason.")
    var basis: String?

    @OptionGroup var control: ControlOptions

    func validate() throws {
        guard [atLeast != nil, exactly != nil, mayLift].count(where: { $0 }) == 1 else {
            throw ValidationError("give exactly one of --at-least, --exactly and --may-lift")
        }
    }

    func run() throws {
        let text = DirectiveText(
            document: document, office: office, areas: areas.isEmpty ? nil : areas, atLeast: atLeast, exactly: exactly,
            mayLift: mayLift ? true : nil, from: from, until: until, basis: basis)
        try control.show(.direct(text), ActReport.self) { receipt, words in
            words.receipt(
                receipt,
                nothing: words.say(
                    "taken down; no level in force changes now: `lantian directives` lists what is to come",
                    "已录入；目前在执行的级别不变：“lantian directives”列出全部指令"))
        }
    }
}

/// `lantian withdraw`
struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Records that a directive no longer counts.")

    @Argument(help: "The directive's document number (文号).")
    var document: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.withdraw(Withdrawal(document: document, reason: reason)), ActReport.self) { receipt, words in
            words.receipt(receipt, nothing: words.say("withdrawn; the level in force stays", "已撤销；在执行的级别不变"))
        }
    }
}
