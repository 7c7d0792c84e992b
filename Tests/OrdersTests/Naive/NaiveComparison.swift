import AirQuality
import Lists
import Orders
import PlanModel
import Testing

/// The engine against a recomputation from the decisions, in every field, on random lists and rules.
@Suite struct NaiveComparison {
    @Test(arguments: 0..<250)
    func `every field of every order is as recomputed`(seed: Int) throws {
        var lists = RandomList(seed: UInt64(seed) + 1)
        var rules = RandomRules(seed: UInt64(seed) + 10_001)
        let list = lists.make()
        let made = rules.make()
        let day = try #require(LocalDate("2024-12-10"))
        for level in [nil, 0, 1, 2] {
            let set = SmallPlan.orders(made, list, level: level, day: day)
            let expected = NaiveOrders(rules: made, levels: list.levels, level: level, day: day, list: list).orders()
            try #require(set.count == expected.count)
            for index in set.orders.indices {
                var wanted = expected[index]
                wanted.unexempted = nil
                #expect(
                    Self.naive(set, index) == wanted,
                    "seed \(seed), level \(level.map(String.init) ?? "none") \(made.exemptions.map { ($0.id, $0.who.text, $0.bars.map(\.when.text), $0.condition?.text) })"
                )
            }
            let sum = expected.reduce(NaivePlant.none) { zip($0, $1.reduction).map { $0 + $1 } }
            let unexempted = expected.reduce(NaivePlant.none) { zip($0, $1.unexempted ?? []).map { $0 + $1 } }
            #expect(Self.numbers(set.reduction) == sum)
            #expect(Self.numbers(set.reductionWithoutExemptions) == unexempted, "seed \(seed)")
        }
    }

    static func numbers(_ values: EmissionValues) -> [Int64] { EmittedPollutant.allCases.map { values[$0] } }

    /// An order of the engine in the terms of the recomputation.
    static func naive(_ set: OrderSet, _ index: Int) -> NaiveOrder {
        let detail = set.detail(of: index)
        func source(_ source: OrderDetail.Source) -> String {
            switch source.kind {
            case .measures: "measures \(source.id):\(source.place?.line ?? 0)"
            case .filedPlan: "filed_plan"
            case .exemption: "exemption \(source.id)"
            case .season: "season \(source.id)"
            }
        }
        return NaiveOrder(
            code: detail.code, action: detail.order.action, decided: detail.deciding.map { source(detail.sources[$0]) } ?? "",
            lines: Dictionary(uniqueKeysWithValues: detail.lines.map { ($0.id, $0.fate.word) }), duties: detail.duties,
            pledge: detail.pledge, reduction: numbers(detail.order.reduction), unexempted: nil,
            sources: detail.sources.map { "\(source($0)) \($0.action?.text ?? "-")" },
            exemptions: detail.exemptions.map {
                "\($0.id) \($0.isGranted ? "granted" : $0.refusals.map(\.english).joined(separator: "+"))"
            },
            flags: Set(OrderFlags.words.filter { detail.order.flags.contains($0.flag) }.map(\.word)), reportTo: detail.reportTo)
    }
}
