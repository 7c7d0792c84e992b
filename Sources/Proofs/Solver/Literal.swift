/// A boolean variable or its negation.
public struct Literal: Hashable, Sendable {
    /// Twice the variable's number, plus 1 where it is negated.
    let code: Int32

    init(code: Int32) { self.code = code }
    init(variable: Int, isNegated: Bool) { code = Int32(variable) << 1 | (isNegated ? 1 : 0) }

    var variable: Int { Int(code >> 1) }
    var isNegated: Bool { code & 1 == 1 }
    /// The literal as an index.
    var index: Int { Int(code) }

    public static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
}

/// An integer variable; only differences of two of them are ever bounded.
public struct IntegerVariable: Hashable, Sendable {
    let number: Int32
    var index: Int { Int(number) }
}
