import AirQuality
import Backtests
import Desk
import Feeds
import FileAccess
import Foundation
import PlanModel
import Plots
import TestSupport
import Testing
import Warnings

/// Four years of Beijing under the criteria of 2018 and of 2024.
@Suite(
    .enabled(if: FileManager.default.fileExists(atPath: "\(RecordedData.folder)/expected"), "the shared data is not there"))
struct RealComparisonTests {
    private func run(_ name: String) throws -> (run: PlanRun, desk: Desk, first: HourSlot) {
        let plan = try #require(PlanFolder.read("\(RecordedData.package)/Tests/Plans/\(name)").check().plan)
        var replay = Replay(plan: plan)
        for path in try FeedFiles.expand(["\(RecordedData.folder)/beijing-prsa"]) where path.hasSuffix(".xz") {
            let result = try FeedFiles.read(path).get()
            replay.add(result.observations, naming: result.slots)
        }
        var (desk, instants) = try #require(replay.start(.perfect, from: nil, to: nil))
        var decisions: [Decision] = []
        for instant in instants {
            for case .decided(let decision) in desk.apply(.hourSealed(HourSlot(instant))) { decisions.append(decision) }
        }
        return (
            PlanRun(plan: plan, decisions: decisions, last: HourSlot(instants.upperBound)), desk, HourSlot(instants.lowerBound)
        )
    }

    private func expectedLines(_ name: String) throws -> Int {
        try String(contentsOfFile: "\(RecordedData.folder)/expected/\(name).jsonl", encoding: .utf8).split(separator: "\n").count
    }

    @Test func `every expected decision stands in the comparison, and the picture is bounded`() throws {
        let (old, new) = (try run("M2018"), try run("M2024"))
        let comparison = PlanComparison(old: old.run, new: new.run)
        let changes = comparison.groups.flatMap(\.changes)
        #expect(changes.count { $0.old != nil } == (try expectedLines("M2018")))
        #expect(changes.count { $0.new != nil } == (try expectedLines("M2024")))
        // The criteria of 2024 issue whenever those of 2018 do: no episode is gone, and none loses hours in all.
        #expect(comparison.groups.allSatisfy { $0.kind != .gone && $0.kind != .split })
        for group in comparison.groups {
            #expect(group.hours.reduce(0) { $0 + $1.new.warning } >= group.hours.reduce(0) { $0 + $1.old.warning })
        }
        let plot = try #require(
            RecordPicture.plot(
                [old.run, new.run], area: new.run.plan.areas[0], observations: new.desk.observations, forecast: .perfect,
                events: nil,
                from: new.first))
        #expect(plot.thresholds.map(\.label).contains("200"))
        #expect(plot.svg.utf8.count < 2 << 20)
    }
}
