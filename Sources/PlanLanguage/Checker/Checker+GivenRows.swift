import PlanModel
import Presentation

// Enterprises and sites that a test states itself.
extension Checker {
    /// - Parameter others: What the test is given before.
    mutating func type(_ syntax: GivenRowSyntax, among others: [PlanTest.Given]) -> GivenRow? {
        let errors = drafts.errors
        guard checkText(syntax.name) else { return nil }
        var row = GivenRow(subject: syntax.subject, name: syntax.name.value)
        let isTwice = others.contains { other in
            if case .row(let other) = other { other.subject == row.subject && other.name == row.name } else { false }
        }
        if isTwice { report(.planTest(.rowTwice(row.name)), syntax.name.range) }
        if let predicate = syntax.predicate { state(predicate, &row) }
        return drafts.errors == errors ? row : nil
    }

    /// Writes what is stated into the row: equalities, yes/no columns and lists, joined by `and`.
    private mutating func state(_ syntax: PredicateSyntax, _ row: inout GivenRow) {
        switch syntax {
        case .and(let terms, _): for term in terms { state(term, &row) }
        case .parenthesized(let inner, _): state(inner, &row)
        case .compare(let name, let relation, let value):
            guard relation.value == .equal else { return report(.planTest(.rowNotPlain), syntax.range) }
            guard let column = column(name, of: row.subject), let typed = type(value, for: column, as: name.text) else { return }
            state(column.reference, typed, name, &row)
        case .holds(let name): state(name, is: true, &row)
        case .not(.holds(let name), _): state(name, is: false, &row)
        case .onList(let name, let list, _):
            guard let id = knownList(list) else { return }
            guard let name else { return row.lists.append(GivenRow.Listing(column: nil, list: id)) }
            if let column = column(name, of: row.subject) {
                row.lists.append(GivenRow.Listing(column: column.reference, list: id))
            }
        // A row is on no list but those stated; to say so changes nothing.
        case .not(.onList(let name, let list, _), _):
            _ = knownList(list)
            if let name { _ = column(name, of: row.subject) }
        case .or, .not, .isIn: report(.planTest(.rowNotPlain), syntax.range)
        }
    }

    private mutating func state(_ name: NameSyntax, is holds: Bool, _ row: inout GivenRow) {
        guard let column = column(name, of: row.subject) else { return }
        switch column.reference.type {
        case .yesNo, nil: state(column.reference, .choice(holds ? "yes" : "no"), name, &row)
        case .some: say(.notYesNo(column: name.text, example: example(column, name.text)), name.range)
        }
    }

    private mutating func state(
        _ column: ColumnReference, _ value: PredicateValue, _ name: NameSyntax, _ row: inout GivenRow
    ) {
        if GivenRow.isFixed(column.name) { return report(.planTest(.rowColumnFixed(name.text)), name.range) }
        if row.cells.contains(where: { $0.column.name == column.name }) {
            return report(.planTest(.rowColumnTwice(name.text)), name.range)
        }
        row.cells.append(GivenRow.Cell(column: column, value: value))
    }

    /// A list that the plan's rules name: tests bring no list to the plan.
    private mutating func knownList(_ name: NameSyntax) -> String? {
        if let known = orders.lists.first(where: { $0.id == name.text || $0.name == name.text }) { return known.id }
        if !hasLostDeclaration { reportUnknown(.list, name, among: orders.lists.map(\.id)) }
        return nil
    }
}
