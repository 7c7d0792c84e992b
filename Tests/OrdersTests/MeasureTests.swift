import Lists
import Orders
import PlanModel
import Testing

@Suite struct MeasureTests {
    private func plants(_ grades: [String]) -> SmallList {
        var list = SmallList()
        for (index, grade) in grades.enumerated() {
            list.enterprises.append([
                "credit_code": "E\(index)", "name": "厂\(index)", "county": "禹州市", "industry": "铸造", "grade": grade, "so2": "10",
                "nox": "20", "pm": "30", "vocs": "40",
            ])
        }
        return list
    }

    private let rules = OrderRules(measures: [
        SmallPlan.byGrade([
            ("铸造", ["B", "B-"], [.limit(percent: 20), .limit(percent: 50), .stop]),
            ("铸造", ["C"], [.stopLines(percent: 50), .stop, .stop]),
            (nil, ["A"], [.autonomous, .autonomous, .autonomous]),
            (nil, ["D"], [.stop, .stop, .stop]),
        ])
    ])

    @Test func `the first matching row decides at each level`() {
        let list = plants(["A", "B", "B-", "C", "D"])
        #expect(
            SmallPlan.orders(rules, list, level: 0).orders.map(\.action)
                == [.autonomous, .limit(percent: 20), .limit(percent: 20), .limit(percent: 50), .stop])
        #expect(
            SmallPlan.orders(rules, list, level: 1).orders.map(\.action)
                == [.autonomous, .limit(percent: 50), .limit(percent: 50), .stop, .stop])
    }

    @Test func `a pending grade counts as C and none as D`() {
        let set = SmallPlan.orders(rules, plants(["pending", ""]), level: 0)
        #expect(set.orders.map(\.action) == [.limit(percent: 50), .stop])
        #expect(set.orders[0].flags.contains(.gradePending))
        #expect(set.orders[1].flags.contains(.gradeMissing))
    }

    @Test func `a limit takes so many percent of each pollutant`() {
        let set = SmallPlan.orders(rules, plants(["B"]), level: 0)
        #expect(set.orders[0].reduction == EmissionValues(SIMD4(2_000_000, 4_000_000, 6_000_000, 8_000_000)))
        #expect(set.reduction == set.orders[0].reduction)
    }

    @Test func `nobody named goes on, and that is flagged`() {
        let set = SmallPlan.orders(rules, plants(["leading"]), level: 2)
        #expect(set.orders[0].action == .goOn)
        #expect(set.orders[0].flags.contains(.noMeasure))
    }

    @Test func `without a warning measures are silent`() {
        #expect(SmallPlan.orders(rules, plants(["D"]), level: nil).orders.map(\.action) == [.goOn])
    }
}
