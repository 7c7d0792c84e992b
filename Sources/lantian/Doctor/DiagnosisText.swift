import Explanations
import Presentation

/// Diagnoses for people and for programs.
struct DiagnosisText {
    let diagnoses: [Diagnosis]
    let language: Language
    let style: Style

    /// A line each, lined up; what to do follows below in a line of its own.
    var text: String {
        let width = diagnoses.map { $0.subject.text(language).displayWidth }.max() ?? 0
        var text = ""
        for diagnosis in diagnoses {
            let subject = diagnosis.subject.text(language).padded(to: width)
            text += "\(mark(diagnosis.verdict)) \(subject)  \(diagnosis.finding.text(language))\n"
            if let help = diagnosis.help {
                text += String(repeating: " ", count: width + 4) + "→ \(help.text(language))\n"
            }
        }
        return text + summary + "\n"
    }

    private func mark(_ verdict: Diagnosis.Verdict) -> String {
        switch verdict {
        case .fine: style.green("✓")
        case .warning: style.yellow("!")
        case .failure: style.red("✗")
        }
    }

    private var summary: String {
        let failures = diagnoses.count { $0.verdict == .failure }
        let warnings = diagnoses.count { $0.verdict == .warning }
        if failures + warnings == 0 { return language == .chinese ? "一切正常" : "all is well" }
        return language == .chinese
            ? "\(failures) 项故障，\(warnings) 项提醒"
            : "\(failures) failure\(failures == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
    }

    /// An object a line.
    var json: String {
        diagnoses.map { diagnosis in
            JSONWriter.object { json in
                json.field("check", diagnosis.id)
                json.field("verdict", diagnosis.verdict.rawValue)
                json.field("finding", diagnosis.finding.text(language))
                json.field("help", optional: diagnosis.help?.text(language))
            } + "\n"
        }.joined()
    }
}
