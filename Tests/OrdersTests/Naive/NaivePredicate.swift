import AirQuality
import Lists
import PlanModel

/// A predicate on a row as texts, written from the decisions alone.
struct NaivePredicate {
    var kind: TableKind
    var row: SmallList.Row
    var lists: [String: [NameList.Entry]]
    var day: LocalDate

    func holds(_ predicate: Predicate) -> Bool {
        switch predicate {
        case .always: true
        case .and(let parts): parts.allSatisfy(holds)
        case .or(let parts): parts.contains(where: holds)
        case .not(let inner): !holds(inner)
        case .holds(let column): flag(column.name)
        case .isIn(let column, let values): values.contains { equal(column.name, $0) }
        case .compare(let column, let relation, let value): compare(column.name, relation, value)
        case .onList(let column, let list): entry(column?.name, list) != nil
        }
    }

    private func flag(_ name: String) -> Bool {
        let text = row[name] ?? ""
        if text.isEmpty, case .yesNo(let blank)? = kind.column(name)?.type { return blank }
        return text == "yes"
    }

    /// What the cell counts as.
    private func counted(_ name: String) -> String {
        let text = row[name] ?? ""
        if kind == .enterprises, name == "grade" { return text.isEmpty ? "D" : text == "pending" ? "C" : text }
        if kind == .enterprises, name == "class" { return text.isEmpty ? "general" : text }
        return text
    }

    func equal(_ name: String, _ value: PredicateValue) -> Bool {
        if case .yesNo? = kind.column(name)?.type, case .choice(let text) = value { return flag(name) == (text == "yes") }
        switch value {
        case .choice("pending"): return row[name] == "pending"
        case .text(let text), .choice(let text): return !counted(name).isEmpty && counted(name) == text
        case .number(let number): return SmallList.millionths(row[name] ?? "") == number
        case .date(let date): return LocalDate(row[name] ?? "") == date
        }
    }

    private func compare(_ name: String, _ relation: PredicateRelation, _ value: PredicateValue) -> Bool {
        if relation == .equal { return equal(name, value) }
        if relation == .notEqual {
            if case .yesNo? = kind.column(name)?.type { return !equal(name, value) }
            // A text that is no number is not another number either.
            if case .number = value, SmallList.millionths(row[name] ?? "") == nil { return false }
            return !counted(name).isEmpty && !equal(name, value)
        }
        func ordered<Value: Comparable>(_ cell: Value?, _ value: Value) -> Bool {
            guard let cell else { return false }
            switch relation {
            case .less: return cell < value
            case .lessOrEqual: return cell <= value
            case .greater: return cell > value
            default: return cell >= value
            }
        }
        switch value {
        case .number(let number): return ordered(SmallList.millionths(row[name] ?? ""), number)
        case .date(let date): return ordered(LocalDate(row[name] ?? ""), date)
        default: return false
        }
    }

    /// The first valid entry.
    func entry(_ column: String?, _ list: String) -> NameList.Entry? {
        var code = row[kind == .sites ? "site_id" : "credit_code"] ?? ""
        var name = row["name"] ?? ""
        var isEither = false
        if let column {
            name = row[column] ?? ""
            code = column == "contractor" ? row["contractor_code"] ?? "" : ""
            isEither = column != "contractor"
        }
        let valid = (lists[list] ?? []).filter { ($0.from ?? day) <= day && day <= ($0.until ?? day) }
        if isEither {
            if name.isEmpty { return nil }
            return valid.first { $0.code == name } ?? valid.first { $0.name == name }
        }
        if code.isEmpty { return name.isEmpty ? nil : valid.first { $0.name == name } }
        return valid.first { $0.code == code } ?? (name.isEmpty ? nil : valid.first { $0.code.isEmpty && $0.name == name })
    }
}
