import AirQuality
import PlanModel

// Clauses that are always or never true, and parts of them that change nothing.

extension Prover {
    mutating func askParts(_ level: Int) {
        let clauses = plan.levels[level].issue
        for index in clauses.indices {
            let whole = clauses.map(\.condition)
            let subject = ProofAnswer.Subject.issue(name(level), index)
            let title = "issue\(clauses[index].label.map { " [\($0)]" } ?? "") of \(name(level))"
            if !askConstant(whole[index], title, subject, asksFalse: clauses.count > 1) { continue }
            func within(_ condition: Condition) -> Condition {
                var parts = whole
                parts[index] = condition
                return .or(parts)
            }
            if clauses.count > 1, changesNothing(.or(whole), within(.or([]))) == true {
                add(
                    "part-changes-nothing", .found, "the \(title) changes nothing: another clause holds whenever it does",
                    help: "take it away, or see whether it was to ask for less", at: subject)
                continue
            }
            askParts(of: whole[index], title, subject, whole: .or(whole), rebuild: within)
        }
        guard let end = plan.levels[level].end else { return }
        ask(end, "end of \(name(level))", .end(name(level)))
    }

    /// Whether a condition by itself is always or never true, and which of its parts change nothing.
    mutating func ask(_ condition: Condition, _ title: String, _ subject: ProofAnswer.Subject) {
        guard askConstant(condition, title, subject, asksFalse: true) else { return }
        askParts(of: condition, title, subject, whole: condition) { $0 }
    }

    /// Whether a clause is always true or never.
    ///
    /// - Returns: Whether it is neither, as far as is known.
    private mutating func askConstant(
        _ condition: Condition, _ title: String, _ subject: ProofAnswer.Subject, asksFalse: Bool
    ) -> Bool {
        let isNever = session.excludes(at: session.instants) { [$0.truth(of: condition, at: $1).holds] }
        if isNever == true {
            if asksFalse {
                add(
                    "always-false", .found, "the \(title) is never true", help: "see which of its parts exclude one another",
                    at: subject)
            }
            return false
        }
        let isAlways = session.excludes(at: session.reviewInstants) { [!$0.truth(of: condition, at: $1).holds] }
        if isAlways == true {
            add("always-true", .found, "the \(title) is always true", help: "it asks for nothing", at: subject)
            return false
        }
        if isNever == nil || isAlways == nil {
            add("always-true", .undecided, "whether the \(title) is always or never true", at: subject)
            return false
        }
        return true
    }

    /// Whether two conditions agree on every series; nil: not known.
    private mutating func changesNothing(_ whole: Condition, _ other: Condition) -> Bool? {
        session.excludes(at: session.instants) { encoder, now in
            let (one, two) = (encoder.truth(of: whole, at: now), encoder.truth(of: other, at: now))
            let holds = encoder.store.differs(one.holds, two.holds)
            let fails = encoder.store.differs(one.fails, two.fails)
            return [encoder.store.or(holds, fails)]
        }
    }

    private mutating func askParts(
        of condition: Condition, _ title: String, _ subject: ProofAnswer.Subject, whole: Condition,
        rebuild: (Condition) -> Condition
    ) {
        switch condition {
        case .named(let name, let inner): askParts(of: inner, title, subject, whole: whole) { rebuild(.named(name, $0)) }
        case .not(let inner): askParts(of: inner, title, subject, whole: whole) { rebuild(.not($0)) }
        case .and(let parts):
            for index in parts.indices {
                func within(_ part: Condition) -> Condition {
                    var parts = parts
                    parts[index] = part
                    return rebuild(.and(parts))
                }
                askPart(parts[index], without: .and([]), title, subject, whole, within)
            }
        case .or(let parts):
            for index in parts.indices {
                func within(_ part: Condition) -> Condition {
                    var parts = parts
                    parts[index] = part
                    return rebuild(.or(parts))
                }
                askPart(parts[index], without: .or([]), title, subject, whole, within)
            }
        case .test(let test): askParts(of: test, title, subject, whole, rebuild)
        }
    }

    private mutating func askPart(
        _ part: Condition, without nothing: Condition, _ title: String, _ subject: ProofAnswer.Subject, _ whole: Condition,
        _ within: (Condition) -> Condition
    ) {
        switch changesNothing(whole, within(nothing)) {
        case true?: addIdle(part.text, title, subject)
        case false?: askParts(of: part, title, subject, whole: whole, rebuild: within)
        case nil: add("part-changes-nothing", .undecided, "whether `\(part.text)` changes the \(title)", at: subject)
        }
    }

    /// What a test says beside its comparison.
    private mutating func askParts(
        of test: Test, _ title: String, _ subject: ProofAnswer.Subject, _ whole: Condition, _ rebuild: (Condition) -> Condition
    ) {
        if case .run(let hours, let inclusion?) = test.span {
            var plain = test
            plain.span = .run(hours: hours, including: nil)
            if changesNothing(whole, rebuild(.test(plain))) == true {
                let text = "including \(inclusion.cycle.rawValue) \(inclusion.comparison.text) for \(inclusion.hours)h"
                addIdle(text, title, subject)
            }
        }
        if let ledBy = test.ledBy {
            var plain = test
            plain.ledBy = nil
            if changesNothing(whole, rebuild(.test(plain))) == true {
                addIdle("led by \(ledBy.map(\.name).joined(separator: ", "))", title, subject)
            }
        }
    }

    private mutating func addIdle(_ text: String, _ title: String, _ subject: ProofAnswer.Subject) {
        add(
            "part-changes-nothing", .found, "`\(text)` changes nothing in the \(title)",
            help: "the rest says as much on every series; take it away, or see what it was to say", at: subject)
    }
}
