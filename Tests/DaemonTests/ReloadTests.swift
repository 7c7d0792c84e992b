import Foundation
import Glibc
import Testing

extension WholeDaemon {
    /// SIGHUP swaps the whole plan, or nothing.
    @Suite struct ReloadTests {
        @Test func aChangedPlanTakesForce() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 80), as: "h09.csv")
            try await eventually("the instant is sealed") { try place.kinds().last == "sealed" }
            try place.write(plan: TestPlan.plan(yellow: 75, red: 250))
            try await service.reload()
            #expect(service.log.contains("demanded level in testcity: none → yellow"))
            #expect(service.socket.status.contains("demanded level in testcity: none → yellow"))
            #expect(try place.kinds().count { $0 == "plan" } == 2)
            try await eventually("the metrics") { place.metrics.contains("lantian_reloads_total{outcome=\"accepted\"} 1\n") }
            // What was sealed stays; the next instant is decided by the new plan.
            #expect(place.notices.isEmpty)
            try place.clock.set("2026-11-20 11:05")
            try place.drop(FeedText.hour("2026-11-20 10", pm25: 80), as: "h10.csv")
            try await place.waitForNotices(1)
            try await service.stop()
            try place.verify()
        }

        /// A file that was cut short can still be a plan.
        @Test func whatThePlanDeclaresNoMoreIsTold() async throws {
            let place = try Place()
            let alert = "\nalert hotspot \"高值\" at area { when observed hourly PM2.5 > 900 ug/m3 at most every 6h }\n"
            let service = try await Service(place).ready()
            try place.write(plan: TestPlan.text + alert)
            try await service.reload()
            #expect(service.socket.status.contains("new in the plan: alert hotspot"))
            #expect(!service.log.contains("no longer in the plan"))
            try place.write(plan: TestPlan.text)
            try await service.reload()
            #expect(service.log.contains("no longer in the plan: alert hotspot"))
            #expect(service.socket.status.contains("reloaded: no longer in the plan: alert hotspot"))
            try await service.stop()
        }

        @Test func anUnchangedPlanIsNoRecord() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let head = try place.head()
            // Another time of the file is no other plan.
            try place.write(plan: TestPlan.text)
            try await service.reload()
            #expect(try place.head() == head)
            #expect(service.log.contains("reload unchanged"))
            try await service.stop()
        }

        @Test func aBadPlanIsRefusedWithAllItsFindings() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            try await place.waitForNotices(1)
            try place.write(plan: TestPlan.bad)
            try await service.reload()
            let log = service.log
            #expect(log.contains("reload refused"))
            for line in [8, 9] { #expect(log.contains("test.plan:\(line):"), "\(log)") }
            #expect(service.socket.status.contains("试验市 黄色 (yellow)"))
            #expect(service.socket.status.contains("reload refused"))
            try await eventually("the metrics") {
                place.metrics.contains("lantian_reload_last_successful 0\n")
                    && place.metrics.contains("lantian_reloads_total{outcome=\"refused\"} 1\n")
                    && place.metrics.contains("lantian_level{area=\"testcity\"} 1\n")
            }
            // The plan in force goes on deciding.
            try place.clock.set("2026-11-20 11:05")
            try place.drop(FeedText.hour("2026-11-20 10", pm25: 300), as: "h10.csv")
            try await place.waitForNotices(2)
            try place.write(plan: TestPlan.text)
            try await service.reload()
            #expect(!service.socket.status.contains("refused"))
            try await eventually("the metrics") { place.metrics.contains("lantian_reload_last_successful 1\n") }
            try await service.stop()
        }

        @Test func aPlanWithoutTheLevelInForceIsRefused() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 300), as: "h09.csv")
            try await place.waitForNotices(1)
            try place.write(plan: TestPlan.plan(yellow: 100, red: nil))
            try await service.reload()
            #expect(service.socket.status.contains("the plan does not know the level red, which is in force in 试验市"))
            #expect(service.socket.status.contains("试验市 红色 (red)"))
            try await service.stop()
        }

        @Test(arguments: ["missing", "empty", "unreadable"])
        func aFolderThatCannotBeReadIsRefused(_ how: String) async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            switch how {
            case "missing": try FileManager.default.removeItem(atPath: place.plan)
            case "empty": try FileManager.default.removeItem(atPath: place.plan + "/test.plan")
            default: try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: place.plan + "/test.plan"))
            }
            try await service.reload()
            #expect(service.log.contains("reload refused"))
            #expect(service.socket.status.contains("reload refused"))
            try await service.stop()
        }

        @Test func threeHundredReloadsLoseAndLeakNothing() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let figures = ProcessFigures(process: service.process)
            var resident = 0
            var descriptors = 0
            for number in 0..<300 {
                switch number % 3 {
                case 0: try place.write(plan: TestPlan.plan(yellow: 101 + number / 3 % 2, red: 250))
                case 1: try place.write(plan: TestPlan.bad)
                default: try place.write(plan: TestPlan.text)
                }
                // Without waiting: feeds come in meanwhile.
                service.send(SIGHUP)
                if number % 50 == 0 {
                    let step = Episode.steps[number / 50]
                    try await step.play(place, service)
                }
                try await service.reload()
                if number == 60 { (resident, descriptors) = (try figures.resident(), try figures.descriptors()) }
            }
            #expect(try figures.resident() - resident < 6000)
            try await eventually("no file is left open") { try figures.descriptors() <= descriptors }
            try await Episode.steps[6].play(place, service)
            #expect(place.notices.map { $0.split(separator: "-")[2...3].joined(separator: "-") } == Episode.decisions)
            try await service.stop()
            try place.verify()
        }
    }
}
