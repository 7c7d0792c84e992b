import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// Receipts and consultation results with the real tool, and requests handed over as files.
    @Suite struct HandedOverTests {
        @Test func whoHasToAcknowledgeIsListedUntilItHas() async throws {
            let place = try Place(plan: TestPlan.automaticallyServed)
            let service = try await Service(place).ready()
            #expect(try place.lantian("receipts").output.contains("no receipt is owed"))
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            try await place.waitForNotices(1)
            let notice = place.notices[0]
            let owed = try place.lantian("receipts")
            #expect(owed.status == 0 && owed.output.contains("东区  until 2026-11-20 12:05"), "\(owed.output)")
            let done = try place.lantian("acknowledge", notice, "东区", "--signed-by", "赵六")
            #expect(done.status == 0 && done.output.contains("1 have still to acknowledge it"), "\(done.output)")
            let again = try place.lantian("acknowledge", notice, "东区", language: "zh_CN.UTF-8")
            #expect(again.status == 1 && again.output.contains("尚未签收：西区"), "\(again.output)")
            let unknown = try place.lantian("acknowledge", "x", "东区")
            #expect(unknown.status == 1 && unknown.output.contains("no notice x"), "\(unknown.output)")
            try await place.seal("2026-11-20 12:06", slot: "2026-11-20 11", pm25: 150)
            let late = try place.lantian("receipts", language: "zh_CN.UTF-8")
            #expect(late.output.contains("西区") && late.output.contains("已逾期") && !late.output.contains("东区"), "\(late.output)")
            #expect(try place.lantian("status").output.contains("receipts owed: 1, overdue: 1"))
            try place.drop(
                #"{"method":"cn.lantian.Desk1.Acknowledge","parameters":{"notice":"\#(notice)","addressee":"西区"}}"#, as: "receipt"
            )
            try await place.waitUntilTaken("receipt")
            #expect(try place.lantian("receipts").output.contains("no receipt is owed"))
            #expect(try place.query("SELECT count(*) FROM deliveries WHERE acknowledged IS NOT NULL") == "2\n")
            try await service.stop()
            try place.verify()
        }

        @Test func aDirectiveComesAsAFileAndOutlivesAKill() async throws {
            let place = try Place(plan: TestPlan.approved)
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            let directive = """
                {"method":"cn.lantian.Desk1.Direct","parameters":{"document":"省环〔2026〕9号","office":"省厅","atLeast":"黄色"}}
                {"method":"cn.lantian.Desk1.Approve","parameters":{"proposal":"x","signedBy":"王五","channel":"telephone"}}

                """
            try place.drop(directive, as: "directive.jsonl")
            try await place.waitUntilTaken("directive.jsonl", into: "rejected")
            let reason = try place.reason(of: "directive.jsonl")
            #expect(reason.contains("of 2 requests 1 are carried out") && reason.contains("line 2: Approve"), "\(reason)")
            try await place.waitForNotices(1)
            let recorder = try place.query("SELECT json_extract(body, '$.act.recorder.user') FROM records WHERE kind = 'act'")
            #expect(recorder == "\(NSUserName())\n")
            service.send(SIGKILL)
            _ = try await service.ended()
            let next = try await Service(place).ready()
            try place.drop(directive, as: "again.jsonl")
            try await place.waitUntilTaken("again.jsonl", into: "rejected")
            #expect(try place.kinds().count { $0 == "act" } == 1)
            try await next.stop()
            try place.verify()
        }

        @Test func aConsultationResultIsTakenDownAndTakenBack() async throws {
            let place = try Place(plan: TestPlan.approved)
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            let word = ["--because", "会商", "--signed-by", "王五", "--channel", "telephone"]
            let run = try place.lantian(
                ["opine", "--day", "2026-11-21=210..260", "--day", "2026-11-22=220", "--primary", "PM2.5"] + word)
            #expect(run.status == 0 && run.output.contains("counts from the next evaluation on"), "\(run.output)")
            try await place.seal("2026-11-20 11:05", slot: "2026-11-20 10", pm25: 40)
            let id = try await place.proposal()
            #expect(try place.lantian("status").output.contains(id))
            let over = try place.lantian(["opine", "--day", "2026-11-19=1..2"] + word)
            #expect(over.status == 1 && over.output.contains("2026-11-19 is over"), "\(over.output)")
            let bad = try place.lantian(["opine", "--day", "2026-11-21=300..200"] + word, language: "zh_CN.UTF-8")
            #expect(bad.status == 1 && bad.output.contains("2026-11-21 的范围无效"), "\(bad.output)")
            #expect(try place.lantian(["opine", "--day", "2026-11-21"] + word).status == 64)
            let back = try place.lantian("retract", "--day", "2026-11-21", "--day", "2026-11-22", "--reason", "冷空气提前")
            #expect(back.status == 0, "\(back.output)")
            #expect(try place.query("SELECT count(*) FROM opinions") != "0\n")
            try await service.stop()
            try place.verify()
        }
    }
}
