import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// `lantian backup` and `lantian restore` around a daemon.
    @Suite struct BackupTests {
        @Test func aLedgerThatWasLostComesBackAndGoesOn() async throws {
            let place = try Place()
            let backup = place.root + "/backup.sqlite"
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, first) }
            let made = try Command(Built.lantian, "backup", backup, "--state", place.state).run()
            try #require(made.status == 0, "\(made.output)")
            let head = try place.head()
            #expect(made.output.contains(head.split(separator: "|")[1].trimmingCharacters(in: .whitespacesAndNewlines)))
            #expect(try Command(Built.lantian, "backup", backup, "--state", place.state).run().status == 2)
            let refused = try Command(Built.lantian, "restore", backup, "--state", place.state).run()
            #expect(refused.status == 2)
            #expect(refused.output.contains("another lantiand works on"), "\(refused.output)")
            let said = try Command("env", "LC_ALL=zh_CN.UTF-8", Built.lantian, "restore", backup, "--state", place.state).run()
            #expect(said.status == 2 && said.output.contains("另一个 lantiand 正在"), "\(said.output)")
            let chinese = ["env", "LC_ALL=zh_CN.UTF-8", Built.lantian, "backup", backup, "--state", place.state]
            let there = try Command(chinese).run()
            #expect(there.status == 2 && there.output.contains("不能照此执行"), "\(there.output)")
            let replaced = try Command(chinese + ["--force"]).run()
            #expect(replaced.status == 0 && replaced.output.contains("条记录，链头"), "\(replaced.output)")
            try await Episode.steps[3].play(place, first)
            try await first.stop()
            // The disk loses the state, but not inbox and spool.
            try FileManager.default.removeItem(atPath: place.state)
            let restored = try Command(Built.lantian, "restore", backup, "--state", place.state).run()
            try #require(restored.status == 0, "\(restored.output)")
            #expect(try place.head() == head)
            let notices = place.notices
            #expect(rename("\(place.inbox)/done/h11.csv", "\(place.inbox)/h11.csv") == 0)
            let second = try await Service(place).ready()
            // What was decided after the backup is decided again, under the name that lies in the spool already.
            try await eventually("the decision is made again\n\(second.log)") { try Episode.steps[3].isDone(place) }
            #expect(place.notices == notices)
            for step in Episode.steps.dropFirst(4) { try await step.play(place, second) }
            #expect(place.notices.count == Episode.decisions.count)
            try await second.stop()
            try place.verify()
        }

        @Test func aLedgerOfALaterVersionDoesNotStartAndSaysWhy() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            try await first.stop()
            let later = try Command("sqlite3", place.ledger, "INSERT INTO grdb_migrations VALUES ('records 99')").run()
            try #require(later.status == 0, "\(later.output)")
            let second = try Service(place)
            #expect(try await second.ended() == 78)
            #expect(second.log.contains("written by a later version of lantian"), "\(second.log)")
        }
    }
}
