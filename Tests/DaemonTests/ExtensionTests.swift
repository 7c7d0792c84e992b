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
        }
    }
}
