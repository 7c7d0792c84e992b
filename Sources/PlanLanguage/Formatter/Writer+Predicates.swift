import PlanModel

// Predicates on list columns, and whom a rule is for.
extension Writer {
    /// `for enterprise PREDICATE`, as a clause of its own.
    mutating func write(_ who: WhoSyntax) {
        sheet.item(words(for: who), from: who.range.start)
        if let predicate = who.predicate { write(term(predicate)) }
    }

    /// `for enterprise PREDICATE` in the head of a table.
    mutating func writePart(_ who: WhoSyntax) {
        sheet.part(words(for: who), from: who.range.start)
        if let predicate = who.predicate { write(term(predicate)) }
    }

    private func words(for who: WhoSyntax) -> String {
        let subject = who.subject.value
        return isChinese ? "适用于\(subject.noun)" : "for \(subject.rawValue)"
    }

    func term(_ predicate: PredicateSyntax) -> Term {
        switch predicate {
        case .or(let terms, _): .joined(.or, terms.map(term))
        case .and(let terms, _): .joined(.and, terms.map(term))
        case .not(let inner, _): .not(term(inner))
        case .parenthesized(let inner, _): .parentheses(term(inner))
        case .compare, .isIn, .onList, .holds:
            .words(isChinese ? chinese(predicate) : english(predicate), from: predicate.range.start)
        }
    }

    private func english(_ statement: PredicateSyntax) -> String {
        switch statement {
        case .compare(let column, let relation, let value):
            "\(spelling.name(column)) \(relation.value.rawValue) \(spelling.value(value))"
        case .isIn(let column, let values, _): "\(spelling.name(column)) in (\(spelling.values(values)))"
        case .onList(let column, let list, _): (column.map { spelling.name($0) + " " } ?? "") + "on list \(spelling.name(list))"
        case .holds(let column): spelling.name(column)
        case .or, .and, .not, .parenthesized: ""
        }
    }

    private func chinese(_ statement: PredicateSyntax) -> String {
        var phrase = Phrase()
        switch statement {
        case .compare(let column, let relation, let value):
            add(column, to: &phrase)
            phrase.add(relation.value.chinese)
            let text = spelling.value(value)
            phrase.add(text, isMadeUp: text.isMadeUpName)
        case .isIn(let column, let values, _):
            add(column, to: &phrase)
            phrase.add("属于")
            phrase.add("（\(spelling.values(values))）")
        case .onList(let column, let list, _):
            if let column { add(column, to: &phrase) }
            // 列入“低VOCs白名单”名单 as one says it; an id stands behind.
            let name = spelling.name(list)
            if name.hasPrefix("“") || name.hasPrefix("「") {
                phrase.add("列入")
                phrase.add(name)
                phrase.add("名单")
            } else {
                phrase.add("列入名单")
                phrase.addBlank()
                phrase.add(name)
            }
        case .holds(let column): add(column, to: &phrase)
        case .or, .and, .not, .parenthesized: break
        }
        return phrase.text
    }

    private func add(_ column: NameSyntax, to phrase: inout Phrase) {
        let name = spelling.name(column)
        phrase.add(name, isMadeUp: name.isMadeUpName)
    }
}

extension PredicateRelation {
    fileprivate var chinese: String {
        switch self {
        case .equal: "为"
        case .notEqual: "不为"
        case .less: "＜"
        case .lessOrEqual: "≤"
        case .greater: "＞"
        case .greaterOrEqual: "≥"
        }
    }
}

extension OrderSubject {
    var noun: String {
        switch self {
        case .enterprise: "企业"
        case .site: "工地"
        case .line: "生产线"
        case .facility: "治理设施"
        }
    }
}
