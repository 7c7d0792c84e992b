import AirQuality
import Backtests
import FileAccess
import Lists
import Orders
import PlanModel
import Presentation
import TestSupport
import Testing
import Warnings

/// What becomes of decisions under another plan.
struct ComparisonTests {
    private func compare(
        _ old: [(hour: Int, level: String?)], _ new: [(hour: Int, level: String?)]
    ) -> PlanComparison { PlanComparison(old: SmallRuns.run(old), new: SmallRuns.run(new)) }

    private func changes(_ group: EpisodeGroup) -> [String] {
        group.changes.map { change in
            "\(change.kind) \(change.old?.to ?? "-") \(change.new?.to ?? "-") \(change.hours.map(String.init) ?? "")"
        }
    }

    @Test func `a plan compared with itself differs in nothing`() {
        var random = SeededNumbers(seed: 1)
        for _ in 0..<200 {
            let steps = SmallRuns.walk(&random)
            let comparison = compare(steps, steps)
            #expect(!comparison.differs)
            #expect(comparison.count(.same as DecisionChange.Kind) == steps.count)
            #expect(comparison.groups.allSatisfy { $0.kind == .same && $0.old.count == 1 && $0.hours.allSatisfy { !$0.differ } })
        }
    }

    @Test func `old and new exchanged mirror each other`() {
        var random = SeededNumbers(seed: 2)
        let mirror: [DecisionChange.Kind: DecisionChange.Kind] = [
            .added: .gone, .gone: .added, .earlier: .later, .later: .earlier, .same: .same, .other: .other,
            .otherLevel: .otherLevel,
        ]
        for _ in 0..<150 {
            let (a, b) = (SmallRuns.walk(&random), SmallRuns.walk(&random))
            let (there, back) = (compare(a, b), compare(b, a))
            #expect(there.groups.count == back.groups.count)
            for (one, other) in zip(there.groups, back.groups) {
                #expect(one.slots == other.slots)
                var pairs = Set<[String]>()
                for change in one.changes {
                    pairs.insert([
                        "\(mirror[change.kind] ?? .same)", "\(String(describing: change.new))",
                        "\(String(describing: change.old))",
                    ])
                }
                let mirrored = Set(
                    other.changes.map { ["\($0.kind)", "\(String(describing: $0.old))", "\(String(describing: $0.new))"] })
                #expect(pairs == mirrored)
            }
        }
    }

    @Test func `every decision stands in one change, and hours add up to those of the runs`() {
        var random = SeededNumbers(seed: 3)
        for _ in 0..<300 {
            let (a, b) = (SmallRuns.walk(&random), SmallRuns.walk(&random))
            let comparison = compare(a, b)
            let changes = comparison.groups.flatMap(\.changes)
            #expect(changes.compactMap(\.old).sorted { $0.at < $1.at } == comparison.old.decisions)
            #expect(changes.compactMap(\.new).sorted { $0.at < $1.at } == comparison.new.decisions)
            for (run, side) in [(comparison.old, \LevelHours.old), (comparison.new, \LevelHours.new)] {
                let bands = LevelBands(run.decisions, area: "beijing", last: run.last)
                for total in comparison.totals {
                    let hours = total[keyPath: side]
                    #expect(hours.warning == self.hours(bands.warning, total.level))
                    #expect(hours.response == self.hours(bands.response, total.level))
                    #expect(
                        hours.warning
                            == comparison.groups.flatMap(\.hours).filter { $0.level == total.level }
                            .reduce(0) { $0 + $1[keyPath: side].warning })
                }
            }
            for (before, after) in zip(comparison.groups, comparison.groups.dropFirst()) {
                #expect(before.slots.upperBound <= after.slots.lowerBound)
            }
        }
    }

    private func hours(_ bands: [LevelBands.Band], _ level: String) -> Int {
        bands.filter { $0.level == level }.reduce(0) { $0 + ($1.slots.upperBound - $1.slots.lowerBound) }
    }

    @Test func `earlier, later, another level, added, gone`() {
        let comparison = compare(
            [(10, "yellow"), (20, "red"), (60, "orange"), (80, nil)], [(4, "yellow"), (20, "orange"), (30, "red"), (90, nil)])
        #expect(comparison.groups.count == 1)
        #expect(
            changes(comparison.groups[0]) == [
                "earlier yellow yellow -6", "later red red 10", "added - orange ", "gone orange - ", "later - - 10",
            ])
        #expect(
            changes(compare([(5, "yellow"), (30, nil)], [(8, "red"), (30, nil)]).groups[0]).first == "otherLevel yellow red 3")
        #expect(compare([(5, "yellow"), (30, nil)], [(30, "yellow"), (50, nil)]).groups.map(\.kind) == [.gone, .added])
    }

    @Test func `a level reached from another is no unchanged decision`() {
        let group = compare([(5, "yellow"), (9, "red"), (30, nil)], [(5, "orange"), (9, "red"), (30, nil)]).groups[0]
        #expect(changes(group) == ["otherLevel yellow orange 0", "other red red 0", "same - - 0"])
    }

    @Test func `episodes split and merge`() {
        let one: [(hour: Int, level: String?)] = [(0, "yellow"), (100, nil)]
        let two: [(hour: Int, level: String?)] = [(0, "yellow"), (30, nil), (50, "yellow"), (100, nil)]
        #expect(compare(one, two).groups.map(\.kind) == [.split])
        #expect(compare(two, one).groups.map(\.kind) == [.merged])
        #expect(changes(compare(one, two).groups[0]) == ["same yellow yellow 0", "added - - ", "added - yellow ", "same - - 0"])
    }

    @Test func `levels and areas are matched by id, else by name`() {
        let plan = SmallRuns.plan("old", levels: [("blue", "蓝色"), ("L2", "橙色"), ("red", "最高")])
        let old = SmallRuns.run([(0, "L2"), (9, "red"), (20, nil)], in: plan)
        let comparison = PlanComparison(old: old, new: SmallRuns.run([(0, "orange"), (9, "red"), (20, nil)]))
        #expect(!comparison.differs)
        #expect(comparison.pairing.levels.map(\.id) == ["blue", "yellow", "orange", "red"])
    }

    @Test func `another start of the response is a difference`() {
        let comparison = PlanComparison(
            old: SmallRuns.run([(0, "red"), (40, nil)]), new: SmallRuns.run([(0, "red"), (40, nil)], responseAfter: 12))
        #expect(changes(comparison.groups[0]).first == "other red red 0")
        #expect(comparison.totals.last?.old.response == 40)
        #expect(comparison.totals.last?.new.response == 28)
    }

    @Test func `as text`() {
        let comparison = compare(
            [(10, "yellow"), (20, "red"), (80, nil), (200, "yellow"), (230, nil)],
            [(4, "yellow"), (20, "red"), (80, nil), (300, "orange"), (330, nil)])
        #expect(
            ComparisonText(comparison, style: Style(isOn: false)).text == """
                2016-12-16 04:00 to 2016-12-19 08:00  北京市  changed
                   < 6 h earlier  2016-12-16 10:00 issue none → 黄色  2016-12-16 04:00 issue none → 黄色
                  2 decisions the same
                  hours: 黄色 warning 10 → 16 (+6), response 10 → 16 (+6)

                2016-12-24 08:00 to 2016-12-25 14:00  北京市  gone
                   - gone  2016-12-24 08:00 issue none → 黄色
                   - gone  2016-12-25 14:00 lift 黄色 → none
                  hours: 黄色 warning 30 → 0 (-30), response 30 → 0 (-30)

                2016-12-28 12:00 to 2016-12-29 18:00  北京市  added
                   + added    2016-12-28 12:00 issue none → 橙色
                   + added    2016-12-29 18:00 lift 橙色 → none
                  hours: 橙色 warning 0 → 30 (+30), response 0 → 30 (+30)

                hours  warning old  new  change  response old  new  change
                黄色            40   16     -24            40   16     -24
                橙色             0   30     +30             0   30     +30
                红色            60   60       0            60   60       0

                episodes: 2 before, 2 after; 1 changed, 1 added, 1 gone
                decisions: 2 same, 1 earlier, 2 added, 2 gone
                the plans differ over this record

                """)
    }

    @Test func `as JSON`() {
        var writer = JSONWriter()
        writer.object { ComparisonJSON(compare([(10, "yellow"), (20, nil)], [(12, "yellow"), (20, nil)])).write(&$0) }
        #expect(
            writer.text.hasPrefix(
                #"{"differ":true,"episodes":[{"area":"beijing","from":"2016-12-16T10:00:00+08:00","to":"2016-12-16T20:00:00+08:00","#
                    + #""kind":"changed","oldEpisodes":1,"newEpisodes":1,"decisions":[{"change":"later","hours":2,"old":{"#))
    }

    @Test func `enterprises that would have been ordered otherwise`() throws {
        let folder = try PlanFolder.read("\(RecordedData.package)/Tests/OrdersTests/Golden/plan").check()
        let plan = try #require(folder.plan)
        let list = try #require(folder.list)
        func run(_ level: Int) -> PlanRun {
            let area = plan.areas[0].id
            let start = SmallRuns.midnight
            let decisions = [
                Decision(
                    at: start, area: area, kind: .issue, from: nil, to: plan.levels[level].id, response: start, evidence: [],
                    episode: start),
                Decision(
                    at: start + 48, area: area, kind: .lift, from: plan.levels[level].id, to: nil, response: nil, evidence: [],
                    episode: start),
            ]
            return PlanRun(plan: plan, decisions: decisions, last: start + 100, list: list)
        }
        let top = plan.levels.count - 1
        let same = try #require(PlanComparison(old: run(top), new: run(top)).groups.first?.orders)
        #expect(!same.areDifferent)
        #expect(same.changed.isEmpty)
        let orders = try #require(PlanComparison(old: run(0), new: run(top)).groups.first?.orders)
        let before = OrderSet(plan: plan, list: list, area: plan.areas[0], level: 0, start: SmallRuns.midnight)
        let after = OrderSet(plan: plan, list: list, area: plan.areas[0], level: top, start: SmallRuns.midnight)
        let changes = OrderChanges(from: before, to: after)
        #expect((orders.counts[.more] ?? 0) > 0)
        #expect(OrderChanges.Kind.allCases.allSatisfy { orders.counts[$0] ?? 0 == changes.count($0) })
        #expect(orders.old.reduction == before.reduction.total)
        #expect(orders.new.reduction == after.reduction.total)
        let differences = zip(before.orders, after.orders).map { ($1.reduction.total - $0.reduction.total).magnitude }.sorted(
            by: >)
        let listed = orders.changed.map { ($0.newReduction - $0.oldReduction).magnitude }
        #expect(listed == Array(differences.prefix(listed.count)))
        // Each one that differs is there, not only those that differ most.
        #expect(listed.count == OrderChanges.Kind.allCases.filter { $0 != .same }.reduce(0) { $0 + changes.count($1) })
        #expect(listed.count > 5)
    }
}
