/// Decides boolean combinations of bounds on differences of integers: exactly, and with a model where there is one.
///
/// Search is by conflict-driven clause learning; the integers are looked after by a ``DifferenceGraph``, whose negative cycles are
/// conflicts like any other. The same calls in the same order give the same answers and models.
public struct DifferenceSolver: Sendable {
    public enum Outcome: Sendable {
        case satisfiable(Model)
        /// There is no model: a proof, since nothing is sampled or left out.
        case unsatisfiable
        case interrupted
    }

    /// Values that satisfy all clauses.
    public struct Model: Sendable {
        let truths: ContiguousArray<UInt8>
        let integers: ContiguousArray<Int64>

        public subscript(literal: Literal) -> Bool { (truths[literal.variable] == 1) != literal.isNegated }
        public func value(of variable: IntegerVariable) -> Int64 { integers[variable.index] }
    }

    struct Watch: Sendable {
        var clause: ClauseStore.Reference
        /// Another literal of the clause: where it is true, the clause need not be looked at.
        var blocker: Literal
    }

    struct Bound: Sendable {
        var x: Int32
        var y: Int32
        /// x − y ≤ limit.
        var limit: Int64
    }

    static let unassigned: UInt8 = 2

    var clauses = ClauseStore()
    var watches: ContiguousArray<ContiguousArray<Watch>> = []
    /// By variable: 1 true, 0 false, 2 not assigned.
    var truths: ContiguousArray<UInt8> = []
    var savedTruths: ContiguousArray<UInt8> = []
    var levels: ContiguousArray<Int32> = []
    var reasons: ContiguousArray<ClauseStore.Reference> = []
    var trail: ContiguousArray<Literal> = []
    var trailLimits: ContiguousArray<Int> = []
    var edgeLimits: ContiguousArray<Int> = []
    var propagated = 0
    var asserted = 0
    var order = VariableOrder()
    var seen: ContiguousArray<Bool> = []
    var graph = DifferenceGraph()
    /// By variable: the bound it stands for, nil for a plain boolean.
    var bounds: ContiguousArray<Bound?> = []
    /// Whether the clauses alone cannot be satisfied.
    var isContradictory = false

    private struct Pair: Hashable {
        var x: Int32
        var y: Int32
    }
    /// The bounds of each pair of integers, ascending.
    private var boundsOfPair: [Pair: [(limit: Int64, literal: Literal)]] = [:]

    public private(set) var conflicts = 0
    public private(set) var decisions = 0

    public init() {}

    public var variableCount: Int { truths.count }

    // MARK: Building

    public mutating func newBoolean() -> Literal { newVariable(nil) }

    public mutating func newInteger() -> IntegerVariable { graph.addVariable() }

    private mutating func newVariable(_ bound: Bound?) -> Literal {
        truths.append(Self.unassigned)
        savedTruths.append(Self.unassigned)
        levels.append(0)
        reasons.append(ClauseStore.none)
        seen.append(false)
        bounds.append(bound)
        watches.append([])
        watches.append([])
        order.addVariable()
        return Literal(variable: truths.count - 1, isNegated: false)
    }

    /// A literal that is true exactly where x − y ≤ `limit`.
    public mutating func atMost(_ x: IntegerVariable, minus y: IntegerVariable, _ limit: Int64) -> Literal {
        if x.number > y.number { return !atMost(y, minus: x, -limit - 1) }
        let pair = Pair(x: x.number, y: y.number)
        let known = boundsOfPair[pair] ?? []
        let place = known.firstIndex { $0.limit >= limit } ?? known.count
        if place < known.count, known[place].limit == limit { return known[place].literal }
        let literal = newVariable(Bound(x: x.number, y: y.number, limit: limit))
        boundsOfPair[pair, default: []].insert((limit, literal), at: place)
        // A tighter bound implies a wider one of the same pair.
        if place > 0 { add([!known[place - 1].literal, literal]) }
        if place < known.count { add([!literal, known[place].literal]) }
        return literal
    }

    /// Demands that one of these literals is true. Only between calls of ``solve(assuming:shouldStop:)``.
    public mutating func add(_ clause: [Literal]) {
        guard !isContradictory else { return }
        var literals: [Literal] = []
        for literal in clause.sorted(by: { $0.code < $1.code }) {
            // Everything assigned between solves is so for good.
            if value(literal) == 1 || literals.last == !literal { return }
            if value(literal) == 0 || literals.last == literal { continue }
            literals.append(literal)
        }
        switch literals.count {
        case 0: isContradictory = true
        case 1:
            assign(literals[0], ClauseStore.none)
            isContradictory = propagate() != nil
        default: attach(clauses.add(literals, glue: 0))
        }
    }

    mutating func attach(_ clause: ClauseStore.Reference) {
        let (first, second) = (clauses[clause, 0], clauses[clause, 1])
        watches[(!first).index].append(Watch(clause: clause, blocker: second))
        watches[(!second).index].append(Watch(clause: clause, blocker: first))
    }

    /// 1 true, 0 false, otherwise not assigned.
    func value(_ literal: Literal) -> UInt8 {
        let truth = truths[literal.variable]
        return truth == Self.unassigned ? truth : truth ^ UInt8(literal.code & 1)
    }

    // MARK: Search

    /// Seeks a model of all clauses in which the assumptions hold.
    ///
    /// - Parameter shouldStop: Asked now and then whether to give up.
    public mutating func solve(assuming assumptions: [Literal] = [], shouldStop: () -> Bool = { false }) -> Outcome {
        defer { cancel(to: 0) }
        guard !isContradictory, propagate() == nil else {
            isContradictory = true
            return .unsatisfiable
        }
        var restart = 0
        var left = Self.pause(restart)
        var limit = max(2000, clauses.learnt.count + 1000)
        var steps = 0
        while true {
            if let conflict = propagate() {
                conflicts += 1
                left -= 1
                guard !trailLimits.isEmpty else {
                    isContradictory = true
                    return .unsatisfiable
                }
                learn(from: conflict)
                order.decay()
                if isContradictory { return .unsatisfiable }
                if conflicts % 16 == 0, shouldStop() { return .interrupted }
                continue
            }
            if left <= 0 {
                restart += 1
                left = Self.pause(restart)
                cancel(to: 0)
                if clauses.learnt.count > limit {
                    forget()
                    limit += 500
                }
                continue
            }
            steps += 1
            if steps % 512 == 0, shouldStop() { return .interrupted }
            if trailLimits.count < assumptions.count {
                let assumption = assumptions[trailLimits.count]
                if value(assumption) == 0 { return .unsatisfiable }
                beginLevel()
                if value(assumption) != 1 { assign(assumption, ClauseStore.none) }
                continue
            }
            guard let literal = nextDecision() else {
                return .satisfiable(Model(truths: truths, integers: graph.values))
            }
            decisions += 1
            beginLevel()
            assign(literal, ClauseStore.none)
        }
    }

    /// Conflicts until the next restart: 64 times the Luby sequence 1, 1, 2, 1, 1, 2, 4, …
    private static func pause(_ number: Int) -> Int {
        var size = 1
        var exponent = 0
        while size < number + 1 {
            exponent += 1
            size = 2 * size + 1
        }
        var rest = number
        while size - 1 != rest {
            size = (size - 1) / 2
            exponent -= 1
            rest %= size
        }
        return 64 << exponent
    }

    private mutating func nextDecision() -> Literal? {
        while let variable = order.popFirst() {
            guard truths[variable] == Self.unassigned else { continue }
            if let bound = bounds[variable] {
                // As the integers at hand have it: that costs nothing and contradicts no other bound.
                let holds = graph.values[Int(bound.x)] - graph.values[Int(bound.y)] <= bound.limit
                return Literal(variable: variable, isNegated: !holds)
            }
            return Literal(variable: variable, isNegated: savedTruths[variable] != 1)
        }
        return nil
    }

    private mutating func beginLevel() {
        trailLimits.append(trail.count)
        edgeLimits.append(graph.edges.count)
    }

    mutating func assign(_ literal: Literal, _ reason: ClauseStore.Reference) {
        truths[literal.variable] = literal.isNegated ? 0 : 1
        levels[literal.variable] = Int32(trailLimits.count)
        reasons[literal.variable] = reason
        trail.append(literal)
    }

    mutating func cancel(to level: Int) {
        guard trailLimits.count > level else { return }
        let count = trailLimits[level]
        while trail.count > count {
            let variable = trail.removeLast().variable
            savedTruths[variable] = truths[variable]
            truths[variable] = Self.unassigned
            order.insert(variable)
        }
        graph.shrink(to: edgeLimits[level])
        trailLimits.removeLast(trailLimits.count - level)
        edgeLimits.removeLast(edgeLimits.count - level)
        propagated = count
        asserted = count
    }

    private mutating func forget() {
        let needed = Set(trail.compactMap { reasons[$0.variable] >= 0 ? reasons[$0.variable] : nil })
        let gone = clauses.forgetHalf { needed.contains($0) }
        for index in watches.indices { watches[index].removeAll { gone.contains($0.clause) } }
    }
}
