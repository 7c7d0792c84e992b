import AirQuality
import PlanModel
import Presentation

extension Checker {
    /// Checks a predicate about rows of a subject's table; nil where it has an error. Depth is bounded by the parser.
    mutating func lower(_ syntax: PredicateSyntax, about subject: OrderSubject) -> Predicate? {
        switch syntax {
        case .or(let terms, _):
            let lowered = terms.map { lower($0, about: subject) }
            guard !lowered.contains(nil) else { return nil }
            return .or(
                lowered.compactMap(\.self).flatMap { term -> [Predicate] in
                    if case .or(let inner) = term { inner } else { [term] }
                })
        case .and(let terms, _):
            let lowered = terms.map { lower($0, about: subject) }
            guard !lowered.contains(nil) else { return nil }
            return .and(
                lowered.compactMap(\.self).flatMap { term -> [Predicate] in
                    if case .and(let inner) = term { inner } else { [term] }
                })
        case .not(let operand, _): return lower(operand, about: subject).map { .not($0) }
        case .parenthesized(let inner, _): return lower(inner, about: subject)
        case .onList(let name, let list, _):
            let id = listID(list)
            guard let name else { return .onList(nil, list: id) }
            return column(name, of: subject).map { .onList($0.reference, list: id) }
        case .holds(let name):
            guard let column = column(name, of: subject) else { return nil }
            switch column.reference.type {
            case .yesNo, nil: return .holds(column.reference)
            case .some:
                say(.notYesNo(column: name.text, example: example(column, name.text)), name.range)
                return nil
            }
        case .compare(let name, let relation, let value):
            guard let column = column(name, of: subject), let typed = type(value, for: column, as: name.text) else { return nil }
            return compare(column, name, relation, typed)
        case .isIn(let name, let values, _):
            guard let column = column(name, of: subject) else { return nil }
            let typed = values.map { type($0, for: column, as: name.text) }
            guard !typed.contains(nil) else { return nil }
            return .isIn(column.reference, typed.compactMap(\.self))
        }
    }

    private mutating func compare(
        _ column: ColumnSet.Column, _ name: NameSyntax, _ relation: Located<PredicateRelation>, _ value: PredicateValue
    ) -> Predicate? {
        let isEquality = relation.value == .equal || relation.value == .notEqual
        switch value {
        case .number, .date: break
        case .text, .choice:
            guard isEquality else {
                say(.notOrdered(column: name.text), relation.range)
                return nil
            }
        }
        if case .yesNo = column.reference.type {
            let holds = Predicate.holds(column.reference)
            return (value == .choice("yes")) == (relation.value == .equal) ? holds : .not(holds)
        }
        return .compare(column.reference, relation.value, value)
    }

    mutating func column(_ name: NameSyntax, of subject: OrderSubject) -> ColumnSet.Column? {
        let columns = orders.columns[subject]
        if let column = columns?.column(name.text) { return column }
        let suggestion = columns?.suggestion(for: name.text)
        say(
            Draft(
                .orders(.unknownColumn(name.text, table: subject.table, suggestion: suggestion)), name.range,
                fixits: suggestion.map { [(name.range, name.isQuoted ? "\"\($0)\"" : $0)] } ?? []))
        return nil
    }

    func example(_ column: ColumnSet.Column, _ name: String) -> String {
        switch column.reference.type {
        case .number: "\(name) > 0"
        case .date: "\(name) < 2024-10-31"
        case .choice(let choices): "\(name) == \(choices.first?.name ?? "A")"
        default: "\(name) == \"…\""
        }
    }

    // MARK: - Values

    /// A value as the column holds it; nil where it has an error.
    mutating func type(_ value: ValueSyntax, for column: ColumnSet.Column, as name: String) -> PredicateValue? {
        switch column.reference.type {
        case .number: return number(value, column, name)
        case .date:
            guard checkNoUnit(value, name) else { return nil }
            guard !value.isQuoted, let date = LocalDate(value.text) else { return wrong(value, name, "dates such as 2024-10-31") }
            return .date(date)
        case .choice(let choices): return choice(value, choices, name)
        case .yesNo: return yesNo(value, name)
        case .text, .name: return text(value, column, name)
        case nil: return free(value, name)
        }
    }

    private mutating func wrong(_ value: ValueSyntax, _ name: String, _ expected: String) -> PredicateValue? {
        say(
            .wrongValue(column: name, expected: expected, found: value.isQuoted ? "the text `\(value.text)`" : "`\(value.text)`"),
            value.range)
        return nil
    }

    private mutating func checkNoUnit(_ value: ValueSyntax, _ name: String) -> Bool {
        guard let unit = value.unit else { return true }
        say(.columnUnit(unit.value, column: name, own: nil), unit.range)
        return false
    }

    private mutating func number(_ value: ValueSyntax, _ column: ColumnSet.Column, _ name: String) -> PredicateValue? {
        guard !value.isQuoted, let decimal = ScaledDecimal(value.text, places: 4) else { return wrong(value, name, "numbers") }
        if let unit = value.unit, ColumnUnit(spelling: unit.value) != column.unit.flatMap(ColumnUnit.init(spelling:)) {
            say(.columnUnit(unit.value, column: name, own: column.unit), unit.range)
            return nil
        }
        let largest: Int64 =
            switch column.unit.flatMap(ColumnUnit.init(spelling:)) {
            case .percent: 100
            case .degrees: 180
            default: 1_000_000_000
            }
        guard decimal.isExact, decimal.rounded >= 0, decimal.rounded <= largest * 10_000 else {
            let bounds = "numbers from 0 to \(largest) of at most four decimals"
            say(.numberOutOfBounds(value.text, column: name, bounds: bounds), value.range)
            return nil
        }
        return .number(decimal.rounded * 100)
    }

    private mutating func choice(_ value: ValueSyntax, _ choices: [ColumnType.Choice], _ name: String) -> PredicateValue? {
        guard checkNoUnit(value, name) else { return nil }
        if let found = choices.first(where: { $0.name == value.text || $0.others.contains(value.text) }) {
            return .choice(found.name)
        }
        // A letter in the wrong case is as sure as can be.
        let lowered = value.text.lowercased()
        let suggestion =
            choices.first { $0.name.lowercased() == lowered }?.name
            ?? Suggestion.closest(to: value.text, among: choices.flatMap { [$0.name] + $0.others })
        say(
            Draft(
                .orders(.unknownChoice(value.text, column: name, choices: choices.map(\.name), suggestion: suggestion)),
                value.range,
                fixits: suggestion.map { [(value.range, $0)] } ?? []))
        return nil
    }

    private mutating func yesNo(_ value: ValueSyntax, _ name: String) -> PredicateValue? {
        guard checkNoUnit(value, name) else { return nil }
        guard let flag = Words.flag(value.text, filed: true) else { return wrong(value, name, "yes or no") }
        return .choice(flag == 1 ? "yes" : "no")
    }

    private mutating func text(_ value: ValueSyntax, _ column: ColumnSet.Column, _ name: String) -> PredicateValue? {
        guard value.isQuoted else {
            let written = text(value.range)
            say(Draft(.orders(.unquotedText(value.text, column: name)), value.range, fixits: [(value.range, "\"\(written)\"")]))
            return nil
        }
        switch column.reference.name {
        case "industry": return known(value, "industry", orders.industries)
        case "county": return known(value, "county", areas.flatMap(\.counties))
        default: return .text(value.text)
        }
    }

    /// A text that must be one of those that the plan declares, where it declares any.
    private mutating func known(_ value: ValueSyntax, _ noun: String, _ names: [String]) -> PredicateValue? {
        guard !names.isEmpty, !names.contains(value.text) else { return .text(value.text) }
        let suggestion = Suggestion.closest(to: value.text, among: names)
        let fixits = suggestion.map { [(range: value.range, text: text(value.range).hasPrefix("“") ? "“\($0)”" : "\"\($0)\"")] }
        say(Draft(.orders(.unknownValue(noun: noun, value.text, suggestion: suggestion)), value.range, fixits: fixits ?? []))
        return nil
    }

    /// A value of a column beyond the layout: read as it is written.
    private mutating func free(_ value: ValueSyntax, _ name: String) -> PredicateValue? {
        if value.isQuoted { return .text(value.text) }
        if let date = LocalDate(value.text), value.text.contains("-") { return .date(date) }
        guard checkNoUnit(value, name) else { return nil }
        if let decimal = ScaledDecimal(value.text, places: 4) {
            guard decimal.isExact, decimal.rounded >= 0, decimal.rounded <= 10_000_000_000_000 else {
                say(
                    .numberOutOfBounds(value.text, column: name, bounds: "numbers from 0 to 1000000000 of at most four decimals"),
                    value.range)
                return nil
            }
            return .number(decimal.rounded * 100)
        }
        say(Draft(.orders(.unquotedText(value.text, column: name)), value.range, fixits: [(value.range, "\"\(value.text)\"")]))
        return nil
    }
}
