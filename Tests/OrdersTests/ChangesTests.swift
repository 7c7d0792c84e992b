import Lists
import Orders
import PlanModel
import Testing

/// What becomes of orders when the list or the level changes, and who would close a shortfall.
@Suite struct ChangesTests {
    private static func list(_ rows: [(code: String, grade: String)]) -> SmallList {
        var list = SmallList()
        for row in rows {
            list.enterprises.append([
                "credit_code": row.code, "name": "厂\(row.code)", "county": "东区", "industry": "铸造", "grade": row.grade,
                "so2": "10",
                "vocs": row.code == "E2" ? "90" : "10",
            ])
        }
        return list
    }

    private static let rules = OrderRules(measures: [
        SmallPlan.byGrade([
            (nil, ["B"], [.limit(percent: 20), .limit(percent: 50), .stop]), (nil, ["D"], [.stop, .stop, .stop]),
            (nil, ["A"], [.autonomous, .autonomous, .autonomous]),
        ])
    ])

    @Test func `each order is told what becomes of it, whatever the order of the list`() {
        let old = SmallPlan.orders(Self.rules, Self.list([("E1", "B"), ("E2", "D"), ("E3", "A"), ("E4", "B")]), level: 0)
        let new = SmallPlan.orders(Self.rules, Self.list([("E4", "B"), ("E5", "B"), ("E2", "B"), ("E1", "D")]), level: 0)
        let changes = OrderChanges(from: old, to: new)
        #expect(changes.kinds == [.same, .new, .less, .more])
        #expect(changes.gone == [2])
        #expect(changes.areAny)
        #expect(OrderReport(plan: new.plan, orders: new, previous: old).hasChanges)
        #expect(!OrderReport(plan: old.plan, orders: old, previous: old).hasChanges)
    }

    @Test func `a supplement holds what changed alone`() throws {
        let old = SmallPlan.orders(Self.rules, Self.list([("E1", "B"), ("E2", "B")]), level: 0)
        let new = SmallPlan.orders(Self.rules, Self.list([("E1", "B"), ("E2", "D")]), level: 0)
        let files = OrderReport(plan: new.plan, orders: new, previous: old).files(changedOnly: true)
        let rows = CSVTests.rows(String(decoding: try #require(files.first).bytes, as: UTF8.self))
        #expect(rows.dropFirst().map { $0[0] } == ["E2"])
        #expect(rows.last?.last == "从严")
    }

    @Test func `new duties or another exemption change an order that is as strict`() {
        var more = Self.rules
        more.measures[0].rows[0].cells[0].duties = ["洒水"]
        let list = Self.list([("E1", "B"), ("E2", "D")])
        let changes = OrderChanges(from: SmallPlan.orders(Self.rules, list, level: 0), to: SmallPlan.orders(more, list, level: 0))
        #expect(changes.kinds == [.other, .same])
    }

    @Test func `a shortfall is closed by the largest gains first`() {
        var rules = Self.rules
        rules.targets = [ReductionTarget(level: 0, percent: 40, pollutants: [.vocs])]
        let list = Self.list([("E1", "B"), ("E2", "B"), ("E3", "A"), ("E4", "B")])
        let set = SmallPlan.orders(rules, list, level: 0)
        let report = OrderReport(plan: set.plan, orders: set, previous: nil)
        // 120 kg of VOCs: 22 are reduced, 48 demanded.
        #expect(report.balance.lines[3].short == 26_000_000)
        // The next level takes 27 kg more of E2 alone.
        #expect(report.shortfall.steps.map(\.order) == [1])
        #expect(report.shortfall.steps.first?.action == .limit(percent: 50))
        #expect(report.shortfall.left == .zero)
    }

    @Test func `at the highest level a full stop is the next step, but not of who is exempt`() {
        var rules = Self.rules
        rules.targets = [ReductionTarget(level: 2, percent: 100, pollutants: [.so2])]
        rules.exemptions = [
            Exemption(
                id: "x", name: "豁免", subject: .enterprise,
                who: .compare(SmallPlan.column("credit_code"), .equal, .text("E1")), bars: [], condition: nil, grants: .goOn,
                upTo: nil, from: nil, until: nil, cites: [], place: RulePlace(file: "orders.plan", line: 1))
        ]
        let set = SmallPlan.orders(rules, Self.list([("E1", "B"), ("E2", "D"), ("E3", "A")]), level: 2)
        let report = OrderReport(plan: set.plan, orders: set, previous: nil)
        #expect(report.balance.lines[0].exempted == 10_000_000)
        #expect(report.shortfall.steps.map(\.order) == [2])
        #expect(report.shortfall.left == EmissionValues(SIMD4(10_000_000, 0, 0, 0)))
    }

    @Test func `shares are of what the plan states, else of the list`() {
        var rules = Self.rules
        rules.areaEmissions = [.so2: 1_000_000_000]
        let set = SmallPlan.orders(rules, Self.list([("E1", "D")]), level: 0)
        let lines = Balance(set).lines
        #expect(lines[0].isStated && lines[0].share == 100)
        #expect(!lines[3].isStated && lines[3].share == 10_000)
        // No emission has no share.
        #expect(lines[1].share == 0)
    }
}
