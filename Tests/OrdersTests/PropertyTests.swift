import AirQuality
import Lists
import Orders
import PlanModel
import Testing

/// What holds for any list and any rules.
@Suite struct PropertyTests {
    private static let seeds = 500..<600

    private func make(_ seed: Int) -> (SmallList, OrderRules) {
        var lists = RandomList(seed: UInt64(seed))
        var rules = RandomRules(seed: UInt64(seed) + 20_001)
        return (lists.make(), rules.make())
    }

    private func isAtLeast(_ left: EmissionValues, _ right: EmissionValues) -> Bool {
        EmittedPollutant.allCases.allSatisfy { left[$0] >= right[$0] }
    }

    @Test(arguments: seeds) func `nobody is without an order, and nobody has two`(seed: Int) {
        let (list, rules) = make(seed)
        for level in [nil, 0, 2] {
            let set = SmallPlan.orders(rules, list, level: level)
            #expect(set.orders.filter { !$0.isSite }.map(\.row) == list.enterprises.indices.map(Int32.init))
            #expect(set.orders.filter(\.isSite).map(\.row) == list.sites.indices.map(Int32.init))
        }
    }

    @Test(arguments: seeds) func `an exemption never makes an order stricter`(seed: Int) {
        let (list, rules) = make(seed)
        var bare = rules
        bare.exemptions = []
        for level in 0...2 {
            let with = SmallPlan.orders(rules, list, level: level)
            let without = SmallPlan.orders(bare, list, level: level)
            for (exempt, full) in zip(with.orders, without.orders) {
                #expect(exempt.action <= full.action, "seed \(seed), level \(level), row \(full.row)")
                #expect(isAtLeast(full.reduction, exempt.reduction), "seed \(seed), level \(level), row \(full.row)")
            }
            #expect(with.reductionWithoutExemptions == without.reduction, "seed \(seed)")
        }
    }

    @Test(arguments: seeds) func `raising the level never loosens an order`(seed: Int) {
        let (list, rules) = make(seed)
        let sets = [nil, 0, 1, 2].map { SmallPlan.orders(rules, list, level: $0) }
        for (low, high) in zip(sets, sets.dropFirst()) {
            for (before, after) in zip(low.orders, high.orders) {
                #expect(before.action <= after.action, "seed \(seed), row \(before.row)")
                #expect(isAtLeast(after.reduction, before.reduction), "seed \(seed), row \(before.row), to \(after.action)")
                let stopped = Set(low.lines(of: before).filter { $0.fate != .standsStill }.map(\.line))
                let later = Set(high.lines(of: after).filter { $0.fate != .standsStill }.map(\.line))
                #expect(stopped.isSubset(of: later), "seed \(seed), row \(before.row)")
            }
        }
    }

    @Test(arguments: seeds) func `the sums of the counties and of the industries are the total`(seed: Int) {
        let (list, rules) = make(seed)
        let set = SmallPlan.orders(rules, list, level: 1)
        let balance = Balance(set)
        for groups in [balance.counties, balance.industries] {
            #expect(groups.reduce(EmissionValues.zero) { $0 + $1.reduction } == set.reduction)
            #expect(groups.reduce(EmissionValues.zero) { $0 + $1.emission } == set.listedEmission)
            #expect(groups.reduce(0) { $0 + $1.orders } == set.count)
        }
        #expect(set.orders.reduce(EmissionValues.zero) { $0 + $1.reduction } == set.reduction)
    }

    @Test(arguments: seeds) func `the order of tables and seasons changes no order`(seed: Int) {
        let (list, rules) = make(seed)
        var turned = rules
        turned.measures.reverse()
        turned.seasons.reverse()
        turned.exemptions.reverse()
        for level in [nil, 1] {
            let sets = [rules, turned].map { SmallPlan.orders($0, list, level: level) }
            for (left, right) in zip(sets[0].orders, sets[1].orders) {
                #expect(left.action == right.action)
                #expect(left.reduction == right.reduction)
                #expect(sets[0].lines(of: left) == sets[1].lines(of: right))
            }
        }
    }

    @Test(arguments: seeds) func `nothing reduces more than it emits`(seed: Int) {
        let (list, rules) = make(seed)
        let set = SmallPlan.orders(rules, list, level: 2)
        for index in set.orders.indices {
            let detail = set.detail(of: index)
            #expect(isAtLeast(detail.emission, detail.order.reduction))
            #expect(isAtLeast(detail.order.reduction, .zero))
        }
    }

    @Test(arguments: seeds) func `an order against itself has not changed`(seed: Int) {
        let (list, rules) = make(seed)
        let set = SmallPlan.orders(rules, list, level: 1)
        #expect(OrderChanges(from: set, to: set).kinds.allSatisfy { $0 == .same })
        // A raise asks of some more, of nobody less.
        let raised = OrderChanges(from: set, to: SmallPlan.orders(rules, list, level: 2))
        #expect(raised.count(.less) == 0)
        #expect(raised.gone.isEmpty)
    }
}
