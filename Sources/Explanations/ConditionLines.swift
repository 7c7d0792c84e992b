import PlanModel
import Presentation
import Warnings

/// A condition as a tree of lines.
struct ConditionLines {
    let sentences: TestSentences
    let style: Style
    let width: Int
    /// Stands after the line of the first node.
    var note: String?

    private var phrases: Phrases { sentences.phrases }

    func text(_ condition: ConditionTrace, head: String?, indent: Int) -> String {
        switch condition {
        case .or(let parts, _): return node(phrases.pick("any of", "任一："), parts, condition, head, indent)
        case .and(let parts, _): return node(phrases.pick("all of", "全部："), parts, condition, head, indent)
        case .not(let inner, _):
            // One line for the negation and what it denies; the mark is that of the negation.
            let words = phrases.pick("not", "非")
            if case .test(let test) = inner {
                return line("\(words) \(text(of: test.test))", condition, head, indent) + says(test, indent)
            }
            return line(words, condition, head, indent) + text(inner, head: nil, indent: indent + 2)
        case .named(let name, let inner):
            return text(
                inner, head: [head, name].compactMap { $0 }.joined(separator: " ") + phrases.pick(":", "："), indent: indent)
        case .test(let test): return line(text(of: test.test), condition, head, indent) + says(test, indent)
        }
    }

    private func text(of test: Test) -> String { phrases.language == .english ? test.text : test.chinese }

    private func node(
        _ words: String, _ parts: [ConditionTrace], _ condition: ConditionTrace, _ head: String?, _ indent: Int
    ) -> String {
        line(words, condition, head, indent) + parts.map { text($0, head: nil, indent: indent + 2) }.joined()
    }

    private func says(_ test: TestTrace, _ indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent + 4)
        return sentences.lines(test).map { Wrapping.text($0, first: blanks, indent: indent + 6, width: width) }.joined()
    }

    private func line(_ words: String, _ condition: ConditionTrace, _ head: String?, _ indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        // A full-width colon needs no blank after it.
        var text = [head, words].compactMap { $0 }.joined(separator: head?.last == "：" ? "" : " ")
        if let note, head != nil { text += "  (\(note))" }
        if condition.readTruth != condition.truth {
            text += phrases.pick(" — read now: ", "——若现在读：") + phrases.truth(condition.readTruth)
        }
        return Wrapping.text(text, first: blanks + style.symbol(condition.truth) + " ", indent: indent + 2, width: width)
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
