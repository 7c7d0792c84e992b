import Proofs
import TestSupport
import Testing

/// The solver against trying every assignment of its literals.
struct SolverTests {
    @Test(arguments: 1...400) func agreesWithTryingAll(seed: Int) throws {
        var problem = Problem(seed: UInt64(seed))
        for query in problem.queries {
            let expected = problem.hasModel(assuming: query)
            switch problem.solver.solve(assuming: query.map { problem.literal($0) }) {
            case .satisfiable(let model):
                #expect(expected, "seed \(seed)")
                #expect(problem.isModel(model, assuming: query), "seed \(seed)")
            case .unsatisfiable: #expect(!expected, "seed \(seed)")
            case .interrupted: Issue.record("nobody asked to stop")
            }
        }
    }

    /// A chain of hours between 0 and 10 whose every four add up to at least 30 cannot hold one hour of less than 0, but one of 0.
    @Test func findsTheValuesOfAChain() throws {
        var solver = DifferenceSolver()
        let sums = (0...40).map { _ in solver.newInteger() }
        for hour in 0..<40 {
            solver.add([solver.atMost(sums[hour], minus: sums[hour + 1], 0)])
            solver.add([solver.atMost(sums[hour + 1], minus: sums[hour], 10)])
        }
        for hour in 0...36 { solver.add([!solver.atMost(sums[hour + 4], minus: sums[hour], 29)]) }
        let low = solver.atMost(sums[21], minus: sums[20], 0)
        guard case .satisfiable(let model) = solver.solve(assuming: [low]) else {
            Issue.record("there is a model")
            return
        }
        let values = (0..<40).map { model.value(of: sums[$0 + 1]) - model.value(of: sums[$0]) }
        #expect(values[20] == 0)
        #expect((0...36).allSatisfy { values[$0..<$0 + 4].reduce(0, +) >= 30 })
        let alsoLow = solver.atMost(sums[23], minus: sums[22], 0)
        guard case .unsatisfiable = solver.solve(assuming: [low, alsoLow]) else {
            Issue.record("two hours of 0 within four leave 20")
            return
        }
    }

    @Test func stopsWhenAsked() {
        var solver = DifferenceSolver()
        // Nine pigeons in eight holes: no short proof by learning.
        let holes = (0..<9).map { _ in (0..<8).map { _ in solver.newBoolean() } }
        for pigeon in holes { solver.add(pigeon) }
        for hole in 0..<8 {
            for first in 0..<9 { for second in first + 1..<9 { solver.add([!holes[first][hole], !holes[second][hole]]) } }
        }
        guard case .interrupted = solver.solve(shouldStop: { true }) else {
            Issue.record("it was asked to stop")
            return
        }
    }
}

/// A random problem that is small enough to try all.
private struct Problem {
    struct Bound {
        var x: Int
        var y: Int
        var limit: Int64
    }

    var solver = DifferenceSolver()
    /// Assumptions, as in the clauses: numbers from 1, negative where negated.
    var queries: [[Int]] = []
    private var integers: [IntegerVariable] = []
    private var bounds: [Bound?] = []
    private var literals: [Literal] = []
    private var clauses: [[Int]] = []

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        integers = (0..<3 + random.next(3)).map { _ in solver.newInteger() }
        for _ in 0..<1 + random.next(3) {
            bounds.append(nil)
            literals.append(solver.newBoolean())
        }
        for _ in 0..<4 + random.next(6) {
            let bound = Bound(x: random.next(integers.count), y: random.next(integers.count), limit: Int64(random.next(9)) - 4)
            guard bound.x != bound.y else { continue }
            bounds.append(bound)
            literals.append(solver.atMost(integers[bound.x], minus: integers[bound.y], bound.limit))
        }
        func literal() -> Int {
            let number = random.next(literals.count) + 1
            return random.next(2) == 0 ? number : -number
        }
        for _ in 0..<random.next(4 * literals.count) + 1 {
            let clause = (0..<1 + random.next(3)).map { _ in literal() }
            clauses.append(clause)
            solver.add(clause.map { self.literal($0) })
        }
        queries = [[], [literal()], [literal(), literal()], []]
    }

    func literal(_ number: Int) -> Literal { number > 0 ? literals[number - 1] : !literals[-number - 1] }

    /// Whether some assignment satisfies clauses and assumptions, and integers exist for its bounds.
    func hasModel(assuming: [Int]) -> Bool {
        (0..<1 << literals.count).contains { assignment in
            func holds(_ number: Int) -> Bool { (assignment >> (abs(number) - 1) & 1 == 1) == (number > 0) }
            return clauses.allSatisfy { $0.contains(where: holds) } && assuming.allSatisfy(holds) && exist { holds($0 + 1) }
        }
    }

    /// Whether integers exist that satisfy the bounds that hold and no others: no negative cycle (Floyd and Warshall).
    private func exist(_ holds: (Int) -> Bool) -> Bool {
        var distance = integers.indices.map { row in integers.indices.map { $0 == row ? 0 : Int64.max / 4 } }
        for (index, bound) in bounds.enumerated() {
            guard let bound else { continue }
            if holds(index) {
                distance[bound.y][bound.x] = min(distance[bound.y][bound.x], bound.limit)
            } else {
                distance[bound.x][bound.y] = min(distance[bound.x][bound.y], -bound.limit - 1)
            }
        }
        for middle in integers.indices {
            for from in integers.indices {
                for to in integers.indices {
                    distance[from][to] = min(distance[from][to], distance[from][middle] + distance[middle][to])
                }
            }
        }
        return integers.indices.allSatisfy { distance[$0][$0] >= 0 }
    }

    func isModel(_ model: DifferenceSolver.Model, assuming: [Int]) -> Bool {
        func holds(_ number: Int) -> Bool { model[literal(number)] }
        let agree = zip(bounds, literals).allSatisfy { bound, literal in
            guard let bound else { return true }
            return (model.value(of: integers[bound.x]) - model.value(of: integers[bound.y]) <= bound.limit) == model[literal]
        }
        return agree && clauses.allSatisfy { $0.contains(where: holds) } && assuming.allSatisfy(holds)
    }
}
