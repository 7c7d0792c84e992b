import AirQuality
import FileAccess
import Lists
import Orders
import PlanLanguage
import PlanModel
import Samples
import Testing

/// The plan of rules/xuchang on the list beside it, on a day of the sample episode.
struct ListPlanTests {
    private let plan: Plan
    private let list: EmissionList
    private let findings: [ListFinding]
    private static let day = LocalDate(days: 20_468)

    init() throws {
        plan = try #require(try shippedPlan("xuchang"))
        let result = Lists.ListReader.read(
            files: SampleList.xuchang.tables().map { TableFile(name: $0.name, bytes: $0.bytes) }, plan: plan)
        list = try #require(result.list)
        findings = result.findings
    }

    private func orders(_ level: Int, on day: LocalDate = day) -> OrderSet {
        OrderSet(plan: plan, list: list.asOf(day), area: plan.areas[0], level: level, start: plan.zone.midnight(of: day))
    }

    /// Only what is meant to be seen: enterprises that nobody graded.
    @Test func theListIsClean() {
        #expect(findings.map(\.id) == ["grade-missing"])
    }

    @Test func englishTablesAreTheSameList() throws {
        let english = SampleList(heads: .english).tables().map { TableFile(name: $0.name, bytes: $0.bytes) }
        let result = Lists.ListReader.read(files: english, plan: plan)
        let other = try #require(result.list)
        #expect(result.findings.map(\.id) == ["grade-missing"])
        for level in plan.levels.indices {
            let set = OrderSet(
                plan: plan, list: other.asOf(Self.day), area: plan.areas[0], level: level, start: plan.zone.midnight(of: Self.day)
            )
            #expect(set.reduction == orders(level).reduction)
            #expect(set.orders.map(\.action) == orders(level).orders.map(\.action))
        }
    }

    @Test func otherSeedsAndSizesAreCleanToo() throws {
        for (seed, count) in [(1, 1_500), (2, 300), (3, 20)] as [(UInt64, Int)] {
            let tables = SampleList(seed: seed, enterprises: count).tables().map { TableFile(name: $0.name, bytes: $0.bytes) }
            let result = Lists.ListReader.read(files: tables, plan: plan)
            #expect(Set(result.findings.map(\.id)).isSubset(of: ["grade-missing"]), "\(result.findings.prefix(3))")
        }
    }

    /// Every target is met but one: VOCs at yellow, where plants on the whitelist reduce on their own. So the desk has something
    /// to see, and less than the exemptions cost.
    @Test func onlyVOCsAtYellowFallShort() throws {
        for level in plan.levels.indices {
            let balance = Balance(orders(level))
            #expect(balance.lines.filter { $0.short > 0 }.map(\.pollutant) == (level == 0 ? [.vocs] : []))
            #expect(balance.lines.allSatisfy { $0.target == 10 * (level + 1) && $0.isStated })
        }
        let vocs = try #require(Balance(orders(0)).lines.last)
        #expect(vocs.short > 0 && vocs.short < vocs.exempted)
    }

    /// Each of the rules speaks of somebody.
    @Test func everyRuleIsMet() {
        let set = orders(0)
        #expect(Set(set.orders.map(\.action)).isSuperset(of: [.autonomous, .goOn, .guaranteed, .stop]))
        let flags = set.orders.reduce(into: OrderFlags()) { $0.formUnion($1.flags) }
        #expect(
            flags.isSuperset(of: [.standsStill, .linesComputed, .filedPlanShort, .pledgeMissing, .noBackupTreatment, .watched]))
        #expect(!flags.contains(.noMeasure))
        let watches = Dictionary(uniqueKeysWithValues: set.watches.results.map { (plan.orders.watches[$0.watch].id, $0) })
        for id in ["d_kilns", "unwatched_sites", "no_backup"] {
            #expect((1...20).contains(watches[id]?.rows.count ?? 0), "\(id)")
        }
        #expect(watches["b_and_better"]?.isMet == true && watches["graded_d"]?.isMet == false)
    }
}
