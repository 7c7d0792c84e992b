import AirQuality
import Desk
import PlanModel
import Samples
import Testing
import Warnings

/// What the shipped plan makes of the shipped episode: the first thing a newcomer sees.
struct DrillTests {
    private let plan: Plan
    private let drill: DrillDesk
    private let episode = SampleEpisode.winter

    init() throws {
        plan = try #require(try shippedPlan("xuchang"))
        var drill = DrillDesk(plan: plan)
        drill.play(episode)
        self.drill = drill
    }

    /// The first slot of a day of the episode, counted from 1.
    private func midnight(ofDay day: Int) -> HourSlot { episode.instants.lowerBound - 1 + (day - 1) * 24 }

    @Test func theWarningClimbsToRedAndIsLifted() {
        let steps = drill.decisions.map { "\($0.kind.rawValue) \($0.to ?? "none")" }
        #expect(steps == ["issue yellow", "escalate orange", "escalate red", "downgrade orange", "lift none"])
    }

    @Test func everyStepComesInTimeAndAtAConference() throws {
        try #require(drill.decisions.count == 5)
        let at = drill.decisions.map(\.at)
        // Day 5 is the first above 200, day 7 the one above 300; the front comes in the night to day 10.
        #expect(midnight(ofDay: 5) - at[0] >= 48)
        #expect(at[1] < midnight(ofDay: 4))
        #expect(at[2] < midnight(ofDay: 5))
        #expect(at[3] > midnight(ofDay: 8))
        #expect((midnight(ofDay: 10)..<midnight(ofDay: 11)).contains(at[4]))
        #expect(at.allSatisfy { plan.review.map(\.hour).contains(episode.zone.clockHour(of: $0)) })
    }

    @Test func everyDecisionSaysWhy() {
        #expect(drill.decisions.allSatisfy { !$0.evidence.isEmpty })
        #expect(drill.decisions.filter { $0.kind != .lift }.allSatisfy { $0.response != nil })
    }

    @Test func theDeskCopesWithWhatIsMissing() throws {
        let area = try #require(plan.areas.first)
        let series = drill.desk.observations.areaSeries(area, midnight(ofDay: 1).hours..<midnight(ofDay: 13).hours)
        let gaps = (midnight(ofDay: 1).hours..<midnight(ofDay: 13).hours).filter {
            series.value(.pm25, at: $0) == PollutantValues.missing
        }
        // Only the hour in which four of seven stations report; the late file is in by now.
        #expect(gaps == [midnight(ofDay: 2).hours + 13])
        // The outage and the late file alone keep twelve instants waiting; most hours are sealed at once.
        #expect((12...60).contains(drill.sealedLate.count))
        #expect(drill.sealedLate.contains(midnight(ofDay: 6) + 4))
        // No feed falls silent. The first conference has no forecast yet, and once too few stations report.
        #expect(drill.silences.map(\.feed) == [.demand, .demand, .stations, .stations])
        #expect(drill.silences.map(\.isOver) == [false, true, false, true])
    }
}
