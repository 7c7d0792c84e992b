import Foundation
import Glibc
import Testing

extension WholeDaemon {
    /// A restart goes on where it was.
    @Suite struct RestartTests {
        @Test func aRestartWithNothingChangedWritesNothing() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, first) }
            try await first.stop()
            let head = try place.head()
            let before = try snapshot(place)
            let second = try await Service(place).ready()
            #expect(second.socket.status.contains("试验市 黄色 (yellow) since 2026-11-20 11:00"), "\(second.socket.status)")
            #expect(try place.head() == head)
            try await second.stop()
            #expect(try place.head() == head)
            let after = try snapshot(place)
            let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
            #expect(changed.isEmpty)
        }

        /// Inode, time and size of every file but the metrics, the ledger's, whose head says whether anything was recorded (SQLite
        /// may merge its log at any close), and the reports, which are written beside the loop: what a stop cut short is made up
        /// for at the next start.
        private func snapshot(_ place: Place) throws -> [String: String] {
            var result: [String: String] = [:]
            for folder in [place.state, place.inbox, place.spool] {
                let files = FileManager.default.enumerator(atPath: folder)
                while let name = files?.nextObject() as? String {
                    var status = stat()
                    guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
                    guard !name.hasSuffix("metrics.prom"), !name.hasPrefix("ledger.sqlite") else { continue }
                    guard !name.hasPrefix("reports/") else { continue }
                    result["\(folder)/\(name)"] =
                        "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
                }
            }
            #expect(result.count > 5)
            return result
        }

        @Test func aPlanThatChangedMeanwhileIsOneRecord() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, first) }
            try await first.stop()
            let before = try place.kinds()
            try place.write(plan: TestPlan.plan(yellow: 200, red: 250))
            let second = try await Service(place).ready()
            #expect(try place.kinds() == before + ["plan"])
            #expect(second.log.contains("demanded level in testcity: yellow → none"))
            try await second.stop()
            let third = try await Service(place).ready()
            #expect(try place.kinds() == before + ["plan"])
            try await third.stop()
            try place.verify()
        }

        @Test func aPlanWithoutTheLevelInForceDoesNotStart() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(4) { try await step.play(place, first) }
            try await first.stop()
            let head = try place.head()
            try place.write(plan: TestPlan.plan(yellow: 100, red: nil))
            let second = try Service(place)
            #expect(try await second.ended() == 78)
            #expect(second.log.contains("the plan does not know the level red, which is in force in 试验市"), "\(second.log)")
            #expect(second.log.contains("cannot start: plan:"), "\(second.log)")
            #expect(try place.head() == head)
        }

        @Test func afterADowntimeWaitingFilesCountBeforeTheInstantIsSealed() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, first) }
            try await first.stop()
            for slot in 11...16 { try place.drop(FeedText.hour("2026-11-20 \(slot)", pm25: 300), as: "h\(slot).csv") }
            try place.clock.set("2026-11-20 17:55")
            let second = try await Service(place).ready()
            #expect(place.notices.count == 2)
            #expect(place.notices.last?.hasPrefix("20261120T090000Z-testcity-escalate-red-") == true)
            let at = try ChinaTime.seconds("2026-11-20 17:00") / 3600
            #expect(
                try place.query("SELECT from_at, to_at, evaluated FROM instants ORDER BY from_at DESC LIMIT 2")
                    == "\(at)|\(at)|1\n\(at - 5)|\(at - 1)|0\n")
            try await second.stop()
            try place.verify()
        }

        @Test func aNoticeThatAConsumerTookIsNotPublishedAgain() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, first) }
            let notice = try #require(place.notices.first)
            try #require(rename("\(place.spool)/new/\(notice)", "\(place.spool)/cur/\(notice)") == 0)
            try await first.stop()
            let second = try await Service(place).ready()
            try await Episode.steps[3].play(place, second)
            #expect(place.notices.count == 1)
            #expect(place.notices != [notice])
            try await second.stop()
        }
    }
}
