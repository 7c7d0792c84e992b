/// Clauses in one array: for each its length, its activity's place, then its literals.
struct ClauseStore: Sendable {
    /// Where a clause begins.
    typealias Reference = Int32
    static let none: Reference = -1

    private var words: ContiguousArray<Int32> = []
    private(set) var learnt: ContiguousArray<Reference> = []
    private(set) var wasted = 0

    private static let head = 2

    /// - Parameter glue: of a learnt clause, how many decision levels its literals came from; 0: not learnt, kept for good.
    mutating func add(_ literals: [Literal], glue: Int) -> Reference {
        let reference = Reference(words.count)
        words.append(Int32(literals.count))
        words.append(Int32(glue))
        for literal in literals { words.append(literal.code) }
        if glue > 0 { learnt.append(reference) }
        return reference
    }

    func count(_ clause: Reference) -> Int { Int(words[Int(clause)]) }
    func glue(_ clause: Reference) -> Int { Int(words[Int(clause) + 1]) }

    subscript(clause: Reference, position: Int) -> Literal {
        get { Literal(code: words[Int(clause) + Self.head + position]) }
        set { words[Int(clause) + Self.head + position] = newValue.code }
    }

    mutating func swap(_ clause: Reference, _ first: Int, _ second: Int) {
        words.swapAt(Int(clause) + Self.head + first, Int(clause) + Self.head + second)
    }

    /// Forgets the less useful half of the learnt clauses: those over many levels, the older first.
    ///
    /// - Returns: The clauses that are gone.
    mutating func forgetHalf(except isNeeded: (Reference) -> Bool) -> Set<Reference> {
        let order = learnt.sorted { (glue($0), -$0) < (glue($1), -$1) }
        var gone: Set<Reference> = []
        for clause in order.dropFirst(order.count / 2) where glue(clause) > 2 && !isNeeded(clause) {
            gone.insert(clause)
            wasted += count(clause) + Self.head
        }
        learnt.removeAll { gone.contains($0) }
        return gone
    }
}
