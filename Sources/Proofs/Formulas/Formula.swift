/// A statement about hourly series: a node of a ``FormulaStore``, or the negation of one.
struct Formula: Hashable, Sendable {
    /// Twice the node's place, plus one for the negation.
    let raw: Int32

    init(raw: Int32) { self.raw = raw }

    init(node: Int, isNegated: Bool = false) { raw = Int32(node) * 2 + (isNegated ? 1 : 0) }

    static let yes = Formula(raw: 0)
    static let no = Formula(raw: 1)

    var node: Int { Int(raw >> 1) }
    var isNegated: Bool { raw & 1 == 1 }
    var isConstant: Bool { node == 0 }

    static prefix func ! (formula: Formula) -> Formula { Formula(raw: formula.raw ^ 1) }
}

/// A three-valued statement: when it is true and when it is false; neither: unknown.
struct Kleene: Hashable, Sendable {
    var holds: Formula
    var fails: Formula

    init(holds: Formula, fails: Formula) {
        self.holds = holds
        self.fails = fails
    }

    /// A statement that is never unknown.
    init(_ formula: Formula) {
        holds = formula
        fails = !formula
    }

    static let unknown = Kleene(holds: .no, fails: .no)

    static prefix func ! (truth: Kleene) -> Kleene { Kleene(holds: truth.fails, fails: truth.holds) }
}
