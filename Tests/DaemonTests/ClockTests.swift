import Foundation
import Testing

extension WholeDaemon {
    /// The wall clock steps, and feeds fall silent.
    @Suite struct ClockTests {
        /// Wakes the loop without a feed.
        private func wake(_ place: Place) throws { try place.drop("", as: "wake.tmp") }

        @Test func aStepBackwardSealsNothingTwice() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            try place.clock.set("2026-11-20 10:30")
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 300), as: "late.csv")
            try await place.waitUntilTaken("late.csv")
            try await eventually("it is logged") { service.logged("the wall clock stepped backward") == 1 }
            try await Episode.steps[3].play(place, service)
            #expect(place.notices.count == 2)
            #expect(try place.kinds().contains("clock-jump"))
            try await service.stop()
            try place.verify()
        }

        @Test func aStepFarForwardIsBelievedOnceDataComes() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            try place.clock.set("2026-11-21 09:55")
            try wake(place)
            try await eventually("it is told") {
                place.metrics.contains("lantian_clock_trusted 0\n") && service.socket.status.contains("the clock stepped from")
            }
            #expect(try place.query("SELECT count(*) FROM instants") == "2\n")
            try place.drop(FeedText.hour("2026-11-21 08", pm25: 300), as: "new.csv")
            try await eventually("it is decided") { place.notices.count == 2 }
            try await eventually("it is trusted again") { place.metrics.contains("lantian_clock_trusted 1\n") }
            try await service.stop()
            try place.verify()
        }

        @Test func aFeedThatFallsSilentIsANoticeAndSoIsItsReturn() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            for time in ["12:51", "13:51", "14:51"] {
                try place.clock.set("2026-11-20 \(time)")
                try wake(place)
                let at = try ChinaTime.seconds("2026-11-20 \(time)") / 3600
                try await eventually("\(time) is sealed") { try place.query("SELECT max(from_at) FROM instants") == "\(at)\n" }
            }
            // The slots up to 11:00 are there: three hours are over after 14:00, not at it.
            #expect(place.notices.count == 1)
            try place.clock.set("2026-11-20 15:51")
            try wake(place)
            try await place.waitForNotices(2)
            #expect(place.notices.contains { $0.contains("-silence-") }, "\(place.notices)")
            try await eventually("the status") { service.socket.status.contains("no new observations") }
            #expect(service.socket.status.contains("试验市 黄色 (yellow)"))
            try await eventually("the metrics") {
                place.metrics.contains("lantian_feed_silent{area=\"testcity\",feed=\"observations\"} 1\n")
            }
            try place.clock.set("2026-11-20 16:05")
            try place.drop(FeedText.hour("2026-11-20 15", pm25: 150), as: "h15.csv")
            try await place.waitForNotices(3)
            try await eventually("the status") { !service.socket.status.contains("no new observations") }
            try await service.stop()
            try place.verify()
        }
    }
}
