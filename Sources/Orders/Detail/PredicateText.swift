import AirQuality
import PlanModel

/// Predicates in words: columns by the names that tables have, values as written.
struct PredicateText {
    let rules: OrderRules
    let subject: OrderSubject

    func texts(_ predicate: Predicate) -> BothTexts {
        BothTexts(chinese(predicate, isInner: false), english(predicate, isInner: false))
    }

    func listName(_ id: String) -> String { rules.lists.first { $0.id == id }?.name ?? id }

    /// `民生保障名单`
    func chineseList(_ id: String) -> String {
        let name = listName(id)
        return name.hasSuffix("名单") ? name : name + "名单"
    }

    private func chineseColumn(_ column: ColumnReference) -> String {
        subject.table.column(column.name)?.chinese.first ?? column.name
    }

    private func chinese(_ value: PredicateValue, _ column: ColumnReference) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number): return Decimals.text(millionths: number) + (subject.table.column(column.name)?.unit ?? "")
        case .date(let date): return date.description
        case .choice(let name):
            guard case .choice(let choices)? = subject.table.column(column.name)?.type else { return name }
            return choices.first { $0.name == name }?.others.first ?? name
        }
    }

    private func english(_ value: PredicateValue) -> String {
        switch value {
        case .text(let text): "\"\(text)\""
        case .choice(let text): text
        case .number(let number): Decimals.text(millionths: number)
        case .date(let date): date.description
        }
    }

    private func chinese(_ predicate: Predicate, isInner: Bool) -> String {
        switch predicate {
        case .always: return "全部"
        case .compare(let column, let relation, let value):
            let sign =
                switch relation {
                case .equal: "为"
                case .notEqual: "不为"
                case .less: "＜"
                case .lessOrEqual: "≤"
                case .greater: "＞"
                case .greaterOrEqual: "≥"
                }
            return chineseColumn(column) + sign + chinese(value, column)
        case .isIn(let column, let values):
            return chineseColumn(column) + "为" + values.map { chinese($0, column) }.joined(separator: "或")
        case .holds(let column): return chineseColumn(column)
        case .onList(let column, let list): return (column.map(chineseColumn) ?? "") + "列入\(chineseList(list))"
        case .and(let parts): return group(parts.map { chinese($0, isInner: true) }, "且", "（", "）", isInner)
        case .or(let parts): return group(parts.map { chinese($0, isInner: true) }, "或", "（", "）", isInner)
        case .not(let inner): return "非" + chinese(inner, isInner: true)
        }
    }

    private func english(_ predicate: Predicate, isInner: Bool) -> String {
        switch predicate {
        case .always: return "all"
        case .compare(let column, let relation, let value): return "\(column.name) \(relation.rawValue) \(english(value))"
        case .isIn(let column, let values): return "\(column.name) in (\(values.map(english).joined(separator: ", ")))"
        case .holds(let column): return column.name
        case .onList(let column, let list): return (column.map { $0.name + " " } ?? "") + "on list \(list)"
        case .and(let parts): return group(parts.map { english($0, isInner: true) }, " and ", "(", ")", isInner)
        case .or(let parts): return group(parts.map { english($0, isInner: true) }, " or ", "(", ")", isInner)
        case .not(let inner): return "not " + english(inner, isInner: true)
        }
    }

    private func group(_ parts: [String], _ word: String, _ open: String, _ close: String, _ isInner: Bool) -> String {
        let joined = parts.joined(separator: word)
        return isInner && parts.count > 1 ? open + joined + close : joined
    }
}
