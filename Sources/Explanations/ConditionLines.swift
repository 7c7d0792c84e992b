import PlanModel
import Presentation
import Warnings

/// A condition as a tree of lines.
struct ConditionLines {
    let sentences: TestSentences
    let style: Style
    let width: Int

    private var phrases: Phrases { sentences.phrases }

    func text(_ condition: ConditionTrace, head: String?, indent: Int) -> String {
        switch condition {
        case .or(let parts, let truth):
            return line(phrases.pick("any of", "任一"), truth, head, indent)
                + parts.map { text($0, head: nil, indent: indent + 2) }.joined()
        case .and(let parts, let truth):
            return line(phrases.pick("all of", "全部"), truth, head, indent)
                + parts.map { text($0, head: nil, indent: indent + 2) }.joined()
        case .not(let inner, let truth):
            return line(phrases.pick("not", "非"), truth, head, indent) + text(inner, head: nil, indent: indent + 2)
        case .named(let name, let inner):
            return text(
                inner, head: [head, name].compactMap { $0 }.joined(separator: " ") + phrases.pick(":", "："), indent: indent)
        case .test(let test):
            let words = phrases.language == .english ? test.test.text : test.test.chinese
            return line(words, test.truth, head, indent)
                + sentences.lines(test).map { sentence in
                    let blanks = String(repeating: " ", count: indent + 4)
                    return Wrapping.text(sentence, first: blanks, indent: indent + 6, width: width)
                }.joined()
        }
    }

    private func line(_ words: String, _ truth: Truth, _ head: String?, _ indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        let text = [head, words].compactMap { $0 }.joined(separator: " ")
        return Wrapping.text(text, first: blanks + style.symbol(truth) + " ", indent: indent + 2, width: width)
    }
}

extension Style {
    /// ✓ in green, ✗ in red, ? in yellow: it reads without colour too.
    func symbol(_ truth: Truth) -> String {
        switch truth {
        case .true: green("✓")
        case .false: red("✗")
        case .unknown: yellow("?")
        }
    }
}
