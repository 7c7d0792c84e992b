import PlanModel

extension Checker {
    /// The advice of the plan, in source order.
    mutating func checkAdvice(_ syntax: [AdviceSyntax]) -> [Advice] {
        var names: Once = [:]
        return syntax.compactMap { item in
            checkName(item.id, of: .advice)
            guard isFirst(item.id, of: .advice, &names) else { return nil }
            adviceNames.insert(item.id.text)
            return checkAdvice(item)
        }
    }

    private mutating func checkAdvice(_ syntax: AdviceSyntax) -> Advice? {
        checkText(syntax.name)
        var condition: Condition?
        var text: String?
        var seen: Once = [:]
        for clause in syntax.clauses {
            guard isFirst(clause.value.word, clause.range, &seen) else { continue }
            switch clause.value {
            case .when(let syntax): condition = lower(syntax, horizon: settings.horizon)
            case .say(let syntax): text = checkText(syntax) ? syntax.value : nil
            }
        }
        if syntax.isWhole {
            for (word, example) in [("when", "when forecast daily AQI > 200 for 24h"), ("say", "say \"…\"")] {
                require(word, word, example, of: "advice", at: syntax.id, seen)
            }
        }
        guard let condition, let text else { return nil }
        return Advice(id: syntax.id.text, name: syntax.name.value, condition: condition, text: text)
    }
}

extension AdviceClause {
    fileprivate var word: String {
        switch self {
        case .when: "when"
        case .say: "say"
        }
    }
}
