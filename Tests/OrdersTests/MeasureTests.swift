import AirQuality
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

    /// Cells of columns beyond the layout are read by the rules for those of the layout.
    @Test(arguments: ["√", "有", "Y", "ｙ", "是"]) func `an extra column says yes in every spelling`(cell: String) {
        #expect(isMeant(cell, .holds(ColumnReference(name: "备注", type: nil))))
        #expect(!isMeant("无", .holds(ColumnReference(name: "备注", type: nil))))
    }

    @Test func `an extra column holds dates and numbers in every spelling`() throws {
        let column = ColumnReference(name: "备注", type: nil)
        let day = try #require(LocalDate("2024-10-31"))
        for cell in ["2024-10-31", "2024/10/31", "20241031"] {
            #expect(isMeant(cell, .compare(column, .equal, .date(day))), "\(cell)")
        }
        for cell in ["6", "６", "6.0"] { #expect(isMeant(cell, .compare(column, .equal, .number(6_000_000))), "\(cell)") }
        for cell in ["", "6 t", "-6"] { #expect(!isMeant(cell, .compare(column, .less, .number(7_000_000))), "\(cell)") }
    }

    private func isMeant(_ cell: String, _ scope: Predicate) -> Bool {
        var list = plants(["A"])
        list.enterprises[0]["备注"] = cell
        var table = SmallPlan.byGrade([(nil, ["A"], [.stop, .stop, .stop])])
        table.scope = scope
        return SmallPlan.orders(OrderRules(measures: [table]), list, level: 0).orders.map(\.action) == [.stop]
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
