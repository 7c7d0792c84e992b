import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// The stated end of a standing warning that moves, with the real daemon and tool.
    @Suite struct ExtensionTests {
        static func direct(_ place: Place, until: String?, from: String? = nil, document: String = "豫环委办〔2026〕7号") throws
            -> (status: Int32, output: String)
        {
            var words = ["direct", "--document", document, "--office", "省厅", "--at-least", "red", "--basis", "会商"]
            if let until { words += ["--until", until] }
            if let from { words += ["--from", from] }
            return try place.lantian(words)
        }

        @Test func anAmendmentIsANoticeOfItsOwn() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            #expect(try Self.direct(place, until: "2026-11-21 20:00").status == 0)
            try await place.waitForNotices(1)
            let run = try Self.direct(place, until: "2026-11-22 20:00")
            #expect(run.status == 0 && run.output.contains("2026-11-21 20:00 → 2026-11-22 20:00"), "\(run.output)")
            try await place.waitForNotices(2)
            let notice = try #require(place.notices.first { $0.contains("-extend-red-") })
            let files = try place.spooled()
            let cap = try #require(files["\(notice)/cap.xml"])
            #expect(cap.contains("<msgType>Update</msgType>") && cap.contains("<expires>2026-11-22T20:00:00+08:00</expires>"))
            let issue = try #require(place.notices.first { $0.contains("-issue-red-") })
            #expect(cap.contains("<references>lantian.testcity,\(issue),"))
            #expect(files["\(notice)/notice.txt"]?.contains("关于延长重污染天气红色预警的通知") == true)
            let verified = try Command(Built.lantian, "verify", "\(place.spool)/new/\(notice)").run()
            #expect(verified.status == 0 && verified.output.contains("the end comes out the same"), "\(verified.output)")
            let explained = try Command(Built.lantian, "explain", notice, "--ledger", place.state).run()
            #expect(explained.status == 0 && explained.output.contains("the end comes out the same"), "\(explained.output)")
            // A restart neither loses nor doubles it.
            service.send(SIGKILL)
            _ = try await service.ended()
            let next = try await Service(place).ready()
            #expect(place.notices.count == 2)
            #expect(try Self.direct(place, until: "2026-11-22 20:00").output.contains("no level in force changes now"))
            #expect(try Self.direct(place, until: "2026-11-22 12:00").output.contains("2026-11-22 20:00 → 2026-11-22 12:00"))
            try await place.waitForNotices(3)
            let shown = try place.lantian("notice", notice)
            #expect(shown.status == 0 && shown.output.contains("豫环委办〔2026〕7号"), "\(shown.output)")
            let decisions = try place.lantian("decisions")
            #expect(decisions.output.contains("extend"), "\(decisions.output)")
            #expect(try place.lantian("episodes", "--format", "json").output.contains("\"extensions\":2"))
            #expect(try place.lantian("withdraw", "豫环委办〔2026〕7号", "--reason", "撤销").status == 0)
            try await place.waitForNotices(4)
            let lift = try #require(place.notices.first { $0.contains("-cancel-") || $0.contains("-lift-") })
            #expect(try place.spooled()["\(lift)/cap.xml"]?.contains(notice) == true)
            try await next.stop()
            try place.verify()
            let ledger = try Command(Built.lantian, "verify", "--ledger", place.state).run()
            #expect(
                ledger.status == 0 && ledger.output.contains("2 moved ends worked out again: all come out the same"),
                "\(ledger.output)")
            let assessment = try Command(
                Built.lantian, "assess", "--ledger", place.state, "--format", "json"
            ).run()
            #expect(assessment.output.contains("\"extend\""), "\(assessment.output.prefix(2000))")
        }

        @Test func whatIsChangedInItsFolderIsTold() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            _ = try Self.direct(place, until: "2026-11-21 20:00")
            _ = try Self.direct(place, until: nil)
            try await place.waitForNotices(2)
            try await service.stop()
            let notice = try #require(place.notices.first { $0.contains("-extend-") })
            let folder = "\(place.spool)/new/\(notice)"
            #expect(try String(contentsOfFile: folder + "/notice.txt", encoding: .utf8).contains("调整重污染天气红色预警截止时间"))
            let ends = folder + "/evidence/ends.json"
            let text = try String(contentsOfFile: ends, encoding: .utf8)
            try text.replacing("2026-11-21T20:00", with: "2026-11-21T22:00").write(
                toFile: ends, atomically: true, encoding: .utf8)
            let run = try Command(Built.lantian, "verify", folder).run()
            #expect(run.status == 1 && run.output.contains("its hash differs"), "\(run.output)")
            #expect(run.output.contains("extension.json: previousEnd"), "\(run.output)")
            try text.replacing("\"directives\"", with: "\"x\"").write(toFile: ends, atomically: true, encoding: .utf8)
            #expect(try Command(Built.lantian, "verify", folder).run().status == 2)
        }

        @Test func aSecondDirectiveMovesItAtItsHourThoughTheDaemonWasDown() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            _ = try Self.direct(place, until: "2026-11-20 20:00")
            _ = try Self.direct(place, until: "2026-11-21 20:00", from: "2026-11-20 12:00", document: "豫2号")
            try await place.waitForNotices(1)
            service.send(SIGKILL)
            _ = try await service.ended()
            try place.clock.set("2026-11-20 13:05")
            let next = try await Service(place).ready()
            try await place.waitForNotices(2)
            let notice = try #require(place.notices.first { $0.contains("-extend-") })
            #expect(notice.hasPrefix("20261120T050000Z-"))
            let explained = try Command(Built.lantian, "explain", notice, "--ledger", place.state).run()
            #expect(explained.status == 0, "\(explained.output)")
            // Nothing of it is made a second time.
            try await next.stop()
            let last = try await Service(place).ready()
            #expect(place.notices.count { $0.contains("-extend-") } == 1)
            try await last.stop()
            try place.verify()
        }

        /// Told once for each end, whatever happens to the daemon.
        @Test func theDeskIsRemindedOfAnEndOnce() async throws {
            let place = try Place(plan: TestPlan.text.replacing("aqi HJ633", with: "aqi HJ633\n    remind 6h before end"))
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            _ = try Self.direct(place, until: "2026-11-20 20:00")
            try await place.waitForNotices(1)
            #expect(try place.lantian("status").output.contains("ends at 2026-11-20 20:00 unless it is extended"))
            service.send(SIGKILL)
            _ = try await service.ended()
            // Asleep past the hour at which it was due.
            try place.clock.set("2026-11-20 15:20")
            let next = try await Service(place).ready()
            try await eventually("the reminder") { place.notices.contains { $0.contains("-reminder-end-") } }
            #expect(next.log.contains("red by 豫环委办〔2026〕7号 ends at 2026-11-20T20:00:00+08:00 unless it is extended"))
            let text = try place.spooled().first { $0.key.contains("-reminder-end-") && $0.key.hasSuffix("notice.txt") }?.value
            #expect(text?.filter { !$0.isWhitespace }.contains("将于2026年11月20日20时截止，除非在此之前延长") == true)
            next.send(SIGKILL)
            _ = try await next.ended()
            let third = try await Service(place).ready()
            try await place.seal("2026-11-20 16:05", slot: "2026-11-20 15", pm25: 40)
            #expect(place.notices.count { $0.contains("-reminder-end-") } == 1)
            _ = try Self.direct(place, until: "2026-11-20 21:00")
            try await eventually("of another end once more") { place.notices.count { $0.contains("-reminder-end-") } == 2 }
            try await third.stop()
            try place.verify()
        }
    }
}
