import Presentation

/// What a check of the operator's found.
struct Diagnosis {
    enum Verdict: String {
        case fine = "ok"
        case warning, failure
    }

    /// The same words in both languages.
    struct Words {
        var english: String
        var chinese: String

        init(_ english: String, _ chinese: String) {
            self.english = english
            self.chinese = chinese
        }

        func text(_ language: Language) -> String { language == .chinese ? chinese : english }
    }

    var verdict: Verdict
    /// What was looked at, by a stable name for programs.
    var id: String
    var subject: Words
    var finding: Words
    /// What to do; never nil where all is not fine.
    var help: Words?

    static func fine(_ id: String, _ subject: Words, _ finding: Words) -> Diagnosis {
        Diagnosis(verdict: .fine, id: id, subject: subject, finding: finding, help: nil)
    }

    static func warning(_ id: String, _ subject: Words, _ finding: Words, help: Words) -> Diagnosis {
        Diagnosis(verdict: .warning, id: id, subject: subject, finding: finding, help: help)
    }

    static func failure(_ id: String, _ subject: Words, _ finding: Words, help: Words) -> Diagnosis {
        Diagnosis(verdict: .failure, id: id, subject: subject, finding: finding, help: help)
    }
}
