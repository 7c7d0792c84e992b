import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// Corrections of notices, with the real daemon and tool.
    @Suite struct CorrectionTests {
        private func approved(_ pm25: Int = 150) async throws -> (place: Place, service: Service, notice: String) {
            let place = try Place(plan: TestPlan.approved)
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: pm25)
            let id = try await place.proposal()
            let run = try place.lantian("approve", id, "--signed-by", "王五", "--post", "总指挥", "--channel", "telephone")
            try #require(run.status == 0, "\(run.output)")
            try await place.waitForNotices(1)
            return (place, service, place.notices[0])
        }

        @Test func theDocumentNumberOfAnApprovalByTelephoneIsEnteredAfterwards() async throws {
            let (place, service, notice) = try await approved(300)
            let words = ["correct", notice, "--because", "电话批准时文号未定", "--document", "试环〔2026〕3号"]
            let own = try place.lantian(words + ["--signed-by", NSUserName()])
            #expect(own.status == 1 && own.output.contains("two people"), "\(own.output)")
            let run = try place.lantian(words + ["--signed-by", "王五", "--post", "总指挥"])
            #expect(run.status == 0 && run.output.contains("document number: 试环〔2026〕3号"), "\(run.output)")
            try await place.waitForNotices(2)
            let correction = try #require(place.notices.first { $0.contains("-correction-red-") })
            let files = try place.spooled()
            let cap = try #require(files["\(correction)/cap.xml"])
            #expect(cap.contains("<msgType>Update</msgType>") && cap.contains("<references>lantian.testcity,\(notice),"))
            let text = try #require(files["\(correction)/notice.txt"])
            for part in ["关于更正“关于发布重污染天气红色预警并启动Ⅰ级应急响应的通告”的通知", "无 → 试环〔2026〕3号", "王五（总指挥）", notice] {
                #expect(text.filter { !$0.isWhitespace }.contains(part.filter { !$0.isWhitespace }), "\(part): \(text)")
            }
            // No level, no decision changes.
            #expect(try place.query("SELECT count(*) FROM decisions") == "1\n")
            service.send(SIGKILL)
            _ = try await service.ended()
            let next = try await Service(place).ready()
            #expect(place.notices.count == 2)
            #expect(try place.lantian("decisions").output.contains("王五, 总指挥, 试环〔2026〕3号, by telephone"))
            #expect(try place.lantian("episodes").output.contains("试环〔2026〕3号"))
            let same = try place.lantian(words + ["--signed-by", "王五"], language: "zh_CN.UTF-8")
            #expect(same.status == 1 && same.output.contains("文号本就如此"), "\(same.output)")
            // One that was wrong is corrected once more, and the last one counts.
            let again = try place.lantian(
                "correct", notice, "--because", "误录", "--document", "试环〔2026〕4号", "--signed-by", "王五")
            #expect(again.status == 0, "\(again.output)")
            #expect(try place.lantian("decisions").output.contains("试环〔2026〕4号"))
            // The Cancel ends all.
            try await place.seal("2026-11-20 11:05", slot: "2026-11-20 10", pm25: 40)
            let lift = try place.lantian(
                "declare", "lift", "--because", "会商", "--signed-by", "王五", "--channel", "telephone")
            #expect(lift.status == 0, "\(lift.output)")
            try await place.waitForNotices(4)
            let end = try #require(place.notices.first { $0.contains("-lift-") }, "\(place.notices)")
            #expect(try place.spooled()["\(end)/cap.xml"]?.contains(correction) == true)
            // Of what is over the number may still come.
            let late = try place.lantian(
                "correct", end, "--because", "补录", "--document", "试环〔2026〕5号", "--signed-by", "王五")
            #expect(late.status == 0, "\(late.output)")
            try await place.waitForNotices(5)
            try await next.stop()
            try place.verify()
            let assessment = try Command(
                Built.lantian, "assess", "--ledger", place.state, "--format", "json"
            ).run()
            #expect(assessment.output.contains("\"correction\""), "\(assessment.output.prefix(2000))")
            #expect(assessment.output.contains("王五（总指挥） 试环〔2026〕4号"), "\(assessment.output.prefix(2000))")
            let explained = try Command(Built.lantian, "explain", correction, "--ledger", place.state).run()
            #expect(
                explained.status == 2 && explained.output.contains("rests on nothing but who signed it"), "\(explained.output)")
        }

        @Test func whatCannotBeCorrectedIsRefusedInWords() async throws {
            let (place, service, notice) = try await approved()
            func correct(_ id: String, _ more: String...) throws -> (status: Int32, output: String) {
                try place.lantian(["correct", id, "--because", "误", "--signed-by", "王五"] + more)
            }
            let unknown = try correct("no-such", "--text", "x")
            #expect(unknown.status == 1 && unknown.output.contains("no notice no-such is on record"), "\(unknown.output)")
            let nothing = try correct(notice)
            #expect(nothing.status == 1 && nothing.output.contains("say how it reads rightly"), "\(nothing.output)")
            let empty = try correct(notice, "--text", "")
            #expect(empty.status == 1 && empty.output.contains("text must say something"), "\(empty.output)")
            try await place.seal("2026-11-20 11:05", slot: "2026-11-20 10", pm25: 300)
            try await eventually("a draft") { !place.drafts.isEmpty }
            let draft = place.drafts[0]
            let waiting = try correct(draft, "--text", "x")
            #expect(waiting.status == 1 && waiting.output.contains("is a draft"), "\(waiting.output)")
            _ = try place.lantian("direct", "--document", "d", "--office", "o", "--exactly", "red")
            try await place.waitForNotices(2)
            let directed = try #require(place.notices.first { $0.contains("-escalate-") })
            let unsigned = try correct(directed, "--document", "x")
            #expect(unsigned.status == 1 && unsigned.output.contains("was signed by nobody"), "\(unsigned.output)")
            #expect(try correct(directed, "--text", "联系电话有误").status == 0)
            #expect(try place.kinds().count { $0 == "act" } == 3)
            // Reminders went to the desk alone.
            try place.clock.set("2026-11-20 12:30")
            try await eventually("a reminder") { place.notices.contains { $0.contains("-reminder-") } }
            let reminder = try #require(place.notices.first { $0.contains("-reminder-") })
            let own = try correct(reminder, "--text", "x")
            #expect(own.status == 1 && own.output.contains("duty desk alone"), "\(own.output)")
            try await service.stop()
            try place.verify()
        }
    }
}
