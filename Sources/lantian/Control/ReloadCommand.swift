import ArgumentParser
import Control
import Presentation

/// `lantian reload`
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Lets the daemon read its plan again, and waits for what comes of it.",
        discussion:
            "Exits 0 when the plan was accepted or is the one in force, 2 when it was refused: the old one stays in force.")

    @OptionGroup var control: ControlOptions

    func run() throws {
        let report = try control.show(.reload, ReloadReport.self) { report, words in
            switch report.outcome {
            case "accepted": words.say("the plan took force: \(report.summary)\n", "新预案已生效：\(report.summary)\n")
            case "unchanged": words.say("the plan is the one in force\n", "预案没有变化\n")
            default:
                (report.findings.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" } ?? report.summary + "\n")
                    + words.style.red(words.say("the plan was refused, the one in force stays", "新预案未通过，原预案继续有效")) + "\n"
            }
        }
        if report.outcome == "refused" { throw ClientExit.planRefused }
    }
}
