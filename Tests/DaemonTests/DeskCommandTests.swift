import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// What people do at the desk, with the real tool over the real socket.
    @Suite struct DeskCommandTests {
        private func running(_ plan: String = TestPlan.approved) async throws -> (Place, Service) {
            let place = try Place(plan: plan)
            return (place, try await Service(place).ready())
        }

        @Test func anApprovalTakesForceAndIsOnRecordWithSignerAndRecorder() async throws {
            let (place, service) = try await running()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            let id = try await place.proposal()
            #expect(place.notices.isEmpty)
            let waiting = try place.lantian("approve")
            #expect(waiting.status == 1 && waiting.output.contains(id) && waiting.output.contains("waits for 总指挥, within 1 h"))
            let status = try place.lantian("status")
            #expect(status.status == 0 && status.output.contains(id) && status.output.contains("no warning"), "\(status.output)")
            let draft = try #require(place.drafts.first)
            let shown = try place.lantian("notice", draft, language: "zh_CN.UTF-8")
            #expect(shown.status == 0 && shown.output.contains("草稿，尚未生效"), "\(shown.output)")
            let chinese = try place.lantian("status", language: "zh_CN.UTF-8")
            #expect(chinese.output.contains("待总指挥批准，1 小时内"), "\(chinese.output)")
            #expect(chinese.output.contains("依据：") && !chinese.output.contains("observed hourly"), "\(chinese.output)")
            let run = try place.lantian(
                "approve", id, "--signed-by", "王五", "--post", "总指挥", "--document", "试环〔2026〕3号")
            #expect(run.status == 0, "\(run.output)")
            for text in ["approved: 试验市: issue, no warning → yellow (黄色)", "王五, 总指挥, 试环〔2026〕3号, on paper", "went out"] {
                #expect(run.output.contains(text), "\(run.output)")
            }
            try await place.waitForNotices(1)
            #expect(run.output.contains(place.notices[0]))
            let recorder = try place.query(
                """
                SELECT json_extract(body, '$.act.recorder.user'), json_extract(body, '$.act.recorder.id')
                FROM records WHERE kind = 'act'
                """)
            #expect(recorder == "\(NSUserName())|\(getuid())\n")
            let decisions = try place.lantian("decisions")
            #expect(decisions.output.contains("王五"), "\(decisions.output)")
            let notice = try place.lantian("notice", place.notices[0])
            #expect(notice.status == 0 && notice.output.contains("发布机构"), "\(notice.output)")
            let episodes = try place.lantian("episodes")
            #expect(episodes.output.contains("goes on at yellow"), "\(episodes.output)")
            // What is done cannot be done again, and who asks is told by whom it was done.
            let again = try place.lantian("approve", id, "--signed-by", "王五", "--document", "x")
            #expect(again.status == 1 && again.output.contains("approved by \(NSUserName())"), "\(again.output)")
            try await service.stop()
            #expect(!FileManager.default.fileExists(atPath: place.control))
            try place.verify()
        }

        @Test func ofTwoWhoActAtOnceOneWinsAndTheOtherIsTold() async throws {
            let (place, service) = try await running()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            let id = try await place.proposal()
            let runs = try await withThrowingTaskGroup(of: (status: Int32, output: String).self) { group in
                for name in ["王五", "赵六"] {
                    let words = ["approve", id, "--signed-by", name, "--document", name]
                    let command = ["env", "LC_ALL=zh_CN.UTF-8", "LANTIAN_SOCKET=\(place.control)", Built.lantian] + words
                    group.addTask { try Command(command).run() }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.map(\.status).sorted() == [0, 1], "\(runs)")
            let loser = try #require(runs.first { $0.status == 1 })
            #expect(loser.output.contains("已结束：已批准，录入人 \(NSUserName())"), "\(loser.output)")
            #expect(try place.kinds().count { $0 == "act" } == 1)
            try await place.waitForNotices(1)
            try await service.stop()
        }

        @Test func aRejectionHoldsAndAnUnknownProposalIsNone() async throws {
            let (place, service) = try await running()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            let id = try await place.proposal()
            let unknown = try place.lantian("reject", "0000", "--reason", "x")
            #expect(unknown.status == 1 && unknown.output.contains("`lantian status` lists what waits"), "\(unknown.output)")
            let run = try place.lantian("reject", id, "--reason", "一小时后再看", language: "zh_CN.UTF-8")
            #expect(run.status == 0 && run.output.contains("已驳回：试验市"), "\(run.output)")
            try await place.seal("2026-11-20 11:05", slot: "2026-11-20 10", pm25: 150)
            #expect(try place.lantian("approve").output.contains("nothing waits"))
            #expect(place.notices.isEmpty)
            try await service.stop()
        }

        @Test func declaredIsWhatPeopleFindOnConsultation() async throws {
            let (place, service) = try await running(TestPlan.twoAreas)
            // Of the other area nothing comes in, so that the desk waits as long as it may.
            try await place.seal("2026-11-20 10:55", slot: "2026-11-20 09", pm25: 40)
            let word = ["--signed-by", "王五", "--document", "3号", "--because", "会商"]
            let missing = try place.lantian(["declare", "red"] + word)
            #expect(missing.status == 1 && missing.output.contains("testcity, other"), "\(missing.output)")
            let own = try place.lantian(
                "declare", "red", "--area", "别处", "--signed-by", NSUserName(), "--document", "3号", "--because", "会商")
            #expect(own.status == 1 && own.output.contains("two people"), "\(own.output)")
            let paperless = try place.lantian("declare", "red", "--area", "别处", "--signed-by", "王五", "--because", "会商")
            #expect(paperless.status == 1 && paperless.output.contains("--channel telephone"), "\(paperless.output)")
            let run = try place.lantian(["declare", "红色", "--area", "别处"] + word)
            #expect(run.status == 0 && run.output.contains("别处 no warning → red (红色)"), "\(run.output)")
            let again = try place.lantian(["declare", "red", "--area", "other"] + word)
            #expect(again.status == 1 && again.output.contains("already"), "\(again.output)")
            let lift = try place.lantian(["declare", "lift", "--area", "other"] + word)
            #expect(lift.status == 0 && lift.output.contains("red (红色) → no warning"), "\(lift.output)")
            try await place.waitForNotices(2)
            try await service.stop()
            try place.verify()
        }

        @Test func aDirectiveCountsFromItsHourUntilItIsWithdrawn() async throws {
            let (place, service) = try await running()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 40)
            let run = try place.lantian(
                "direct", "--document", "省环〔2026〕9号", "--office", "省厅", "--at-least", "黄色", "--from", "2026-11-20 12:00")
            #expect(run.status == 0 && run.output.contains("no level in force changes now"), "\(run.output)")
            #expect(try place.lantian("directives").output.contains("at least yellow (黄色)"))
            try await place.seal("2026-11-20 12:05", slot: "2026-11-20 11", pm25: 40)
            try await place.waitForNotices(1)
            let status = try place.lantian("status").output
            #expect(status.contains("by the plan itself no warning; directive 省环〔2026〕9号"), "\(status)")
            let late = try place.lantian(
                "direct", "--document", "d", "--office", "o", "--exactly", "none", "--from", "2026-11-20 12:30")
            #expect(late.status == 1 && late.output.contains("no whole hour"), "\(late.output)")
            #expect(try place.lantian("direct", "--document", "d", "--office", "o").status == 64)
            let none = try place.lantian("withdraw", "别号", "--reason", "r")
            #expect(none.status == 1 && none.output.contains("lantian directives"), "\(none.output)")
            let end = try place.lantian("withdraw", "省环〔2026〕9号", "--reason", "来文撤销")
            #expect(end.status == 0 && end.output.contains("yellow (黄色) → no warning"), "\(end.output)")
            try await place.waitForNotices(2)
            try await service.stop()
            try place.verify()
        }

        @Test func aReloadIsWaitedForAndSaysWhatCameOfIt() async throws {
            let (place, service) = try await running()
            let same = try place.lantian("reload")
            #expect(same.status == 0 && same.output.contains("is the one in force"), "\(same.output)")
            try place.write(plan: TestPlan.bad)
            let bad = try place.lantian("reload")
            #expect(bad.status == 2, "\(bad.output)")
            for line in [8, 9] { #expect(bad.output.contains("test.plan:\(line):"), "\(bad.output)") }
            #expect(try place.lantian("status").output.contains("! the plan was refused"))
            try place.write(plan: TestPlan.text)
            let good = try place.lantian("reload")
            #expect(good.status == 0 && good.output.contains("took force"), "\(good.output)")
            #expect(service.socket.messages.count { $0.hasPrefix("RELOADING=1") } == 3)
            try await service.stop()
        }

        @Test func aProposalOutlivesARestart() async throws {
            let (place, service) = try await running()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            let id = try await place.proposal()
            service.send(SIGKILL)
            _ = try await service.ended()
            // Nobody listens, though the socket is still there.
            #expect(try place.lantian("status").status == 69)
            let next = try await Service(place).ready()
            let run = try place.lantian("approve", id, "--signed-by", "王五", "--channel", "telephone")
            #expect(run.status == 0, "\(run.output)")
            try await place.waitForNotices(1)
            try await next.stop()
            #expect(try place.lantian("status").status == 69)
        }

        @Test func theLedgerComesOutAsItStands() async throws {
            let (place, service) = try await running()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            let asked = try place.lantian("ledger", "export")
            let read = try place.lantian("ledger", "export", "--ledger", place.state)
            #expect(asked.status == 0 && asked.output == read.output)
            #expect(asked.output.split(separator: "\n").count == (try place.kinds().count))
            let part = try place.lantian("ledger", "export", "--from", "2", "--to", "3")
            #expect(part.output == asked.output.split(separator: "\n")[1...2].joined(separator: "\n") + "\n")
            #expect(try place.lantian("ledger", "export", "--from", "999").status == 1)
            try await service.stop()
        }

        @Test func theSocketIsForItsGroupAlone() async throws {
            let (place, service) = try await running()
            let mode = try FileManager.default.attributesOfItem(atPath: place.control)[.posixPermissions] as? Int
            #expect(mode == 0o660)
            try await service.stop()
        }

        @Test func anAccountOutsideTheGroupIsToldSo() async throws {
            guard getuid() == 0 else { return }
            let (place, service) = try await running()
            for folder in [place.root, place.state] { chmod(folder, 0o755) }
            let run = try Command(
                "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "LC_ALL=C.UTF-8", Built.lantian, "status",
                "--socket",
                place.control
            ).run()
            #expect(run.status == 77 && run.output.contains("members of the group lantian"), "\(run.output)")
            try await service.stop()
        }
    }
}
