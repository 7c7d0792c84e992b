import PlanModel

extension Checker {
    /// Nodes looked at under one `and`: no clause of a real plan comes near.
    private static let maximumVisits = 256

    /// Warns where two tests under one `and` read the same values and no value satisfies both.
    ///
    /// Only tests whose place in time is fixed are compared: observed ones, which end at t, and `throughout`, which
    /// begins at t. Two runs of a forecast may start at different hours and so both hold.
    mutating func checkContradictions(_ condition: ResolvedCondition) {
        switch condition {
        case .or(let terms, _):
            for term in terms { checkContradictions(term) }
        case .not(let operand, _): checkContradictions(operand)
        case .and(let terms, _):
            var conjuncts: [Conjunct] = []
            var visits = Self.maximumVisits
            for term in terms {
                collect(term, at: nil, into: &conjuncts, &visits)
                checkNested(term)
            }
            compare(conjuncts)
        case .let, .test, .invalid: break
        }
    }

    private mutating func checkNested(_ term: ResolvedCondition) {
        switch term {
        case .or, .not: checkContradictions(term)
        default: break
        }
    }

    private struct Conjunct {
        var test: Test
        var range: SourceRange
        /// Where the clause names the test: its own place, or that of the let.
        var operand: SourceRange
        var isThroughLet: Bool
    }

    private struct Key: Hashable {
        var source: Source
        var station: String?
        var cycle: Cycle
        var quantity: Quantity
        var isOfArea: Bool
    }

    private func collect(
        _ condition: ResolvedCondition, at operand: SourceRange?, into conjuncts: inout [Conjunct], _ visits: inout Int
    ) {
        guard visits > 0 else { return }
        visits -= 1
        switch condition {
        case .test(let test, let range):
            conjuncts.append(Conjunct(test: test, range: range, operand: operand ?? range, isThroughLet: operand != nil))
        case .and(let terms, _):
            for term in terms.prefix(visits) { collect(term, at: operand, into: &conjuncts, &visits) }
        case .let(let index, let range): collect(lets[index].condition, at: operand ?? range, into: &conjuncts, &visits)
        case .or, .not, .invalid: break
        }
    }

    private mutating func compare(_ conjuncts: [Conjunct]) {
        var upper: [Key: Conjunct] = [:]
        var lower: [Key: Conjunct] = [:]
        for conjunct in conjuncts {
            let test = conjunct.test
            if case .throughout = test.span {} else if test.source != .observed { continue }
            let key = Key(
                source: test.source, station: test.station, cycle: test.cycle, quantity: test.comparison.quantity,
                isOfArea: test.comparison.isOfArea)
            if test.comparison.relation.isUpward {
                if let other = upper[key], excludes(conjunct, other) { contradict(conjunct, other) }
                if lower[key].map({ $0.test.comparison.threshold < test.comparison.threshold }) ?? true { lower[key] = conjunct }
            } else {
                if let other = lower[key], excludes(other, conjunct) { contradict(conjunct, other) }
                if upper[key].map({ $0.test.comparison.threshold > test.comparison.threshold }) ?? true { upper[key] = conjunct }
            }
        }
    }

    /// Whether no value lies above the one and below the other.
    private func excludes(_ low: Conjunct, _ high: Conjunct) -> Bool {
        let (from, to) = (low.test.comparison, high.test.comparison)
        if from.threshold != to.threshold { return from.threshold > to.threshold }
        return from.relation == .greater || to.relation == .less
    }

    private mutating func contradict(_ conjunct: Conjunct, _ other: Conjunct) {
        // Found where the let is defined.
        if conjunct.isThroughLet, other.isThroughLet, conjunct.operand == other.operand { return }
        drafts.append(
            Draft(
                .contradiction(conjunct.test.comparison.text, other.test.comparison.text), conjunct.operand,
                related: [(other.range, .contradicts)]))
    }
}
