import PlanModel

extension Prover {
    /// Conditions that read further ahead than forecasts reach.
    mutating func askReach() {
        for level in plan.levels {
            for (index, clause) in level.issue.enumerated() {
                for test in clause.condition.tests { askReach(test, "issue of \(level.id)", .issue(level.id, index)) }
            }
            for test in level.end?.tests ?? [] { askReach(test, "end of \(level.id)", .end(level.id)) }
        }
        for (condition, title, subject) in messages {
            for test in condition.tests { askReach(test, title, subject) }
        }
        if !answers.contains(where: { $0.id == "beyond-reach" }) {
            add("beyond-reach", .proved, "no condition reads further ahead than forecasts reach")
        }
    }

    private mutating func askReach(_ test: Test, _ title: String, _ subject: ProofAnswer.Subject) {
        guard let needed = test.hoursAhead, needed > session.settings.reach else { return }
        let reach = session.settings.reach
        add(
            "beyond-reach", .found,
            "`\(test.text)` in the \(title) reads \(needed) h ahead, and forecasts reach \(reach) h",
            help: test.isThroughout
                ? "it is never true: ask for at most \(reach) h" : "runs that begin late are not seen: look less far ahead",
            at: subject)
    }
}

extension Test {
    fileprivate var isThroughout: Bool { if case .throughout = span { true } else { false } }

    /// Hours of forecast without which it cannot read all that it asks for; nil where it reads none.
    fileprivate var hoursAhead: Int? {
        if source == .observed { return nil }
        let hours: Int
        switch span {
        case .single: hours = cycle.hours
        case .run(let length, _): hours = length
        case .throughout(let length, let missing): return length - missing
        }
        return (startingWithin ?? 1) - 1 + hours
    }
}
