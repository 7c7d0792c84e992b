import Foundation
import Testing

extension WholeDaemon {
    /// The wall clock steps while a proposal waits and a directive is to begin.
    @Suite struct ClockDoubtTests {
        private static let directive = "省环〔2026〕9号"

        /// A service where yellow waits for approval since 10:05 and a directive demands red from 12:00 on.
        private func waiting() async throws -> (place: Place, service: Service, proposal: String) {
            let place = try Place(plan: TestPlan.approved)
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            let proposal = try await place.proposal()
            let run = try place.lantian(
                "direct", "--document", Self.directive, "--office", "省厅", "--at-least", "red", "--from", "2026-11-20 12:00")
            try #require(run.status == 0, "\(run.output)")
            return (place, service, proposal)
        }

        /// Steps the clock and lets the loop have a turn.
        ///
        /// - Parameter trusted: What the daemon then thinks of it; the metrics come last in a turn.
        private func step(_ place: Place, to time: String, trusted: Bool) async throws {
            try FileManager.default.removeItem(atPath: place.state + "/metrics.prom")
            try place.clock.set(time)
            try place.drop("", as: "wake.tmp")
            try await eventually("the clock at \(time) is judged") {
                place.metrics.contains("lantian_clock_trusted \(trusted ? 1 : 0)\n")
            }
        }

        /// Levels that took force, with the hour.
        private func decisions(_ place: Place) throws -> [String] {
            let midnight = try ChinaTime.seconds("2026-11-20 00:00") / 3600
            let rows = try place.query("SELECT at - \(midnight), kind, to_level FROM decisions WHERE in_force ORDER BY seq")
            return rows.split(separator: "\n").map(String.init)
        }

        @Test func aStepThatIsTakenBackIssuesNothingAndBeginsNothing() async throws {
            let (place, service, proposal) = try await waiting()
            try await step(place, to: "2026-11-21 14:05", trusted: false)
            #expect(try decisions(place).isEmpty)
            // Not even a reminder, though by that clock the approver is a day late.
            #expect(place.notices.isEmpty)
            #expect(place.drafts.count == 1)
            try await step(place, to: "2026-11-20 10:10", trusted: true)
            #expect(try decisions(place).isEmpty)
            #expect(place.notices.isEmpty)
            // All goes on right after.
            let run = try place.lantian("approve", proposal, "--signed-by", "王五", "--document", "3号")
            #expect(run.status == 0, "\(run.output)")
            #expect(try decisions(place) == ["10|issue|yellow"])
            try await place.seal("2026-11-20 11:05", slot: "2026-11-20 10", pm25: 150)
            #expect(try decisions(place) == ["10|issue|yellow"])
            try await place.seal("2026-11-20 12:05", slot: "2026-11-20 11", pm25: 150)
            #expect(try decisions(place) == ["10|issue|yellow", "12|escalate|red"])
            try await place.waitForNotices(2)
            try await service.stop()
            try place.verify()
        }

        @Test func whatIsApprovedMeanwhileTakesForceInTheTrueHour() async throws {
            let (place, service, proposal) = try await waiting()
            try await step(place, to: "2026-11-21 14:05", trusted: false)
            let run = try place.lantian("approve", proposal, "--signed-by", "王五", "--document", "3号")
            #expect(run.status == 0, "\(run.output)")
            try await place.waitForNotices(1)
            #expect(try decisions(place) == ["10|issue|yellow"])
            let text = try String(contentsOfFile: "\(place.spool)/new/\(place.notices[0])/notice.txt", encoding: .utf8)
            #expect(text.contains("11月20日10时") && !text.contains("11月21日"), "\(text)")
            try await service.stop()
            try place.verify()
        }

        @Test func aStepThatDataConfirmBeginsWhatHasBecomeDue() async throws {
            let (place, service, _) = try await waiting()
            try await step(place, to: "2026-11-21 14:05", trusted: false)
            #expect(place.notices.isEmpty)
            try place.drop(FeedText.hour("2026-11-21 13", pm25: 150), as: "new.csv")
            try await eventually("the directive begins") { try decisions(place) == ["38|issue|red"] }
            try await eventually("the desk is reminded") { place.notices.contains { $0.contains("-reminder-") } }
            try await service.stop()
            try place.verify()
        }

        @Test func aStepBackwardBeginsNothingTwice() async throws {
            let (place, service, _) = try await waiting()
            try await place.seal("2026-11-20 12:05", slot: "2026-11-20 11", pm25: 150)
            try await eventually("the directive begins") { try decisions(place) == ["12|issue|red"] }
            let head = try place.query("SELECT count(*) FROM notices")
            try await step(place, to: "2026-11-20 11:10", trusted: true)
            try await step(place, to: "2026-11-20 12:10", trusted: true)
            #expect(try decisions(place) == ["12|issue|red"])
            #expect(try place.query("SELECT count(*) FROM notices") == head)
            try await service.stop()
            try place.verify()
        }
    }
}
