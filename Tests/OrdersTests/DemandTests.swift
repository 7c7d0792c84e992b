import PlanModel
import Testing

@testable import Orders

/// The strictest of several, as an operation.
@Suite struct DemandTests {
    private static let actions: [OrderAction] =
        [.goOn, .autonomous, .guaranteed, .stop]
        + [1, 20, 50, 99, 100].flatMap { [OrderAction.limit(percent: $0), .stopLines(percent: $0)] }

    private static let demands: [Demand] = actions.flatMap { left in actions.map { Demand(left).joined(Demand($0)) } }

    @Test func `joining is commutative, associative and idempotent`() {
        for a in Self.demands.prefix(60) {
            #expect(a.joined(a) == a)
            #expect(a.joined(.nothing) == a)
            for b in Self.demands {
                #expect(a.joined(b) == b.joined(a))
                for c in Self.demands.suffix(20) { #expect(a.joined(b).joined(c) == a.joined(b.joined(c))) }
            }
        }
    }

    @Test func `the order is named after the strictest`() {
        for a in Self.actions {
            for b in Self.actions { #expect(Demand(a).joined(Demand(b)).action == max(a, b)) }
        }
    }

    @Test func `the strictest of any actions is the same in any order`() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<200 {
            let some = (0..<5).map { _ in numbers.pick(Self.actions) }
            let joined = some.reduce(Demand.nothing) { $0.joined(Demand($1)) }
            #expect(some.shuffled(using: &numbers).reduce(Demand.nothing) { $0.joined(Demand($1)) } == joined)
            #expect(joined.action == some.max())
        }
    }

    @Test func `strictness tells any two actions apart`() {
        #expect(Set(Self.actions.map(\.strictness)).count == Self.actions.count)
    }
}
