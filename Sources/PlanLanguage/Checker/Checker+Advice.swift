import PlanModel

extension Checker {
    /// The advice of the plan, in source order.
    mutating func checkAdvice(_ syntax: [AdviceSyntax]) -> [Advice] {
        var names: [String: SourceRange] = [:]
        return syntax.compactMap { item in
            checkName(item.id, of: .advice)
            if let first = names[item.id.text] {
                drafts.append(Draft(.defined(.advice, item.id.text), item.id.range, related: [(first, .firstHere)]))
                return nil
            }
            names[item.id.text] = item.id.range
            return checkAdvice(item)
        }
    }

    private mutating func checkAdvice(_ syntax: AdviceSyntax) -> Advice? {
        checkText(syntax.name)
        var condition: Condition?
        var text: String?
        var seen: [String: SourceRange] = [:]
        for clause in syntax.clauses {
            let word = clause.value.word
            if let first = seen[word] {
                drafts.append(Draft(.duplicateClause(word), clause.range, related: [(first, .firstHere)]))
                continue
            }
            seen[word] = clause.range
            switch clause.value {
            case .when(let syntax): condition = lower(syntax, horizon: settings.horizon)
            case .say(let syntax): text = checkText(syntax) ? syntax.value : nil
            }
        }
        if syntax.isWhole {
            for (word, example) in [("when", "when forecast daily AQI > 200 for 24h"), ("say", "say \"…\"")]
            where seen[word] == nil {
                report(.orders(.missingRuleClause(rule: "advice", clause: word, example: example)), syntax.id.range)
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
