import Foundation
import Testing

extension WholeDaemon {
    /// High values of single stations, by the real program.
    @Suite struct AlertTests {
        private static let plan =
            TestPlan.plan(yellow: 4000, red: nil) + """
                alert hotspot "污染高值预警" at station {
                    when observed hourly PM2.5 > 150 ug/m3 and observed hourly PM2.5 > 120% of area
                    at most every 3h
                    say "请排查周边污染源"
                }

                """

        /// An hour of both stations, or of the first alone: then the wait for the other runs out.
        private func pass(_ place: Place, _ clock: Int, _ first: Int, _ second: Int?) async throws {
            let (hour, slot) = (FeedText.two(clock), "2026-11-20 " + FeedText.two(clock - 1))
            let time = "2026-11-20 \(hour):\(second == nil ? 55 : 10)"
            try place.clock.set(time)
            try place.drop(FeedText.hour(slot, pm25: first, stations: ["T1"]), as: "first-\(hour).csv")
            if let second { try place.drop(FeedText.hour(slot, pm25: second, stations: ["T2"]), as: "second-\(hour).csv") }
            let at = try ChinaTime.seconds("2026-11-20 \(hour):00") / 3600
            try await eventually("\(time) is sealed and published") {
                try place.query(
                    """
                    SELECT count(*) FROM instants
                    WHERE from_at = \(at) AND NOT EXISTS (SELECT 1 FROM notices WHERE published IS NULL)
                    """) == "1\n"
            }
        }

        private func alerts(_ place: Place) -> [String] { place.notices.filter { $0.contains("-alert-") } }

        @Test func anAlertGoesOutAndARestartDoesNotRepeatIt() async throws {
            let place = try Place()
            try place.write(plan: Self.plan)
            let first = try await Service(place).ready()
            try await pass(place, 10, 200, 100)
            #expect(alerts(place).count == 1)
            #expect(alerts(place).first?.hasPrefix("20261120T020000Z-testcity-alert-hotspot-T1-") == true)
            #expect(first.log.contains("污染高值预警 at station T1"), "\(first.log)")
            // Killed, not stopped: what is on record is enough.
            first.send(SIGKILL)
            _ = try await first.ended()
            let second = try await Service(place).ready()
            try await pass(place, 11, 210, 100)
            try await pass(place, 12, 220, 100)
            #expect(alerts(place).count == 1)
            // Due again, but the area has no value.
            try await pass(place, 13, 230, nil)
            #expect(alerts(place).count == 1)
            try await pass(place, 14, 240, 100)
            #expect(alerts(place).count == 2)
            try await second.stop()
            try place.verify()
            let name = try #require(alerts(place).last)
            let folder = "\(place.spool)/new/\(name)"
            let text = try String(contentsOfFile: folder + "/notice.txt", encoding: .utf8)
            for part in ["站点T1", "240µg/m³", "170µg/m³", "2026年11月20日13时", "请排查周边污染源"] {
                #expect(text.contains(part), "\(part) is missing in\n\(text)")
            }
            let message = try String(contentsOfFile: folder + "/sms.txt", encoding: .utf8)
            #expect(message.contains("站点T1") && message.utf16.count <= 71)
            #expect(try place.lantian("verify", folder).output.contains("of a high value and of a correction decides no level"))
        }
    }
}
