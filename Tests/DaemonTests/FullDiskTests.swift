import Foundation
import Glibc
import TestSupport
import Testing

extension WholeDaemon {
    /// A disk without space delays, and loses nothing.
    @Suite(.enabled(if: geteuid() == 0, "mounting a file system needs root")) struct FullDiskTests {
        /// Takes all the space that is left, or all but some bytes.
        private func fill(_ folder: String, leaving rest: Int = 0) throws {
            let file = open("\(folder)/filler", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            try #require(file >= 0)
            defer { close(file) }
            let block = [UInt8](repeating: 7, count: 4096)
            while write(file, block, block.count) > 0 {}
            if rest > 0 {
                var status = stat()
                fstat(file, &status)
                ftruncate(file, status.st_size - rest)
            }
        }

        private func free(_ folder: String) { unlink("\(folder)/filler") }

        /// - Parameter rest: Bytes that are left: none at all, and enough for a part of a notice.
        @Test(arguments: [0, 4096, 8192])
        func aFullSpoolDelaysPublishing(_ rest: Int) async throws {
            let place = try Place()
            try place.mount(place.spool, options: "size=1m")
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(2) { try await step.play(place, service) }
            try fill(place.spool, leaving: rest)
            try Episode.steps[2].begin(place)
            try await eventually("it is told\n\(service.log)") {
                service.socket.status.contains("1 notices cannot be published")
                    && place.metrics.contains("lantian_notices_unpublished 1\n")
            }
            // Evaluation goes on, and nothing half-written is to be seen.
            try Episode.steps[3].begin(place)
            try await eventually("the next instant is decided") { service.socket.status.contains("试验市 红色 (red)") }
            #expect(try place.query("SELECT count(*) FROM decisions") == "2\n")
            #expect(place.notices.isEmpty)
            free(place.spool)
            try await place.waitForNotices(2)
            try await eventually("it is told") { !service.socket.status.contains("cannot be published") }
            for step in Episode.steps.dropFirst(4) { try await step.play(place, service) }
            try await service.stop()
            try expectUndisturbed(place)
        }

        @Test func aSpoolThatIsFullAtStartIsReadiedLater() async throws {
            let place = try Place()
            try place.mount(place.spool, options: "size=1m,nr_inodes=2")
            try fill(place.spool)
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(2) { try await step.play(place, service) }
            try Episode.steps[2].begin(place)
            try await eventually("it is told") { service.socket.status.contains("1 notices cannot be published") }
            free(place.spool)
            let larger = try Command("mount", "-o", "remount,nr_inodes=1000", place.spool).run()
            try #require(larger.status == 0, "\(larger.output)")
            try await place.waitForNotices(1)
            for step in Episode.steps.dropFirst(3) { try await step.play(place, service) }
            try await service.stop()
            try expectUndisturbed(place)
        }

        @Test func aFullStateKeepsTheLevelAndTheFiles() async throws {
            let place = try Place()
            try place.mount(place.state, options: "size=8m")
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            try fill(place.state)
            // A record fits into what the log has already taken, perhaps; a large feed does not.
            let many = (1...15).map { FeedText.hours("2026-11-\(FeedText.two($0))", 0..<24, pm25: 30) }
            for (number, text) in many.enumerated() { try place.drop(text, as: "a\(number).csv") }
            try Episode.steps[3].begin(place)
            try await eventually("it is told\n\(service.log)") {
                service.socket.status.contains("the ledger refuses records")
                    && service.logged("the disk of \(place.ledger) is full") > 0
            }
            #expect(service.socket.status.contains("试验市 黄色 (yellow)"))
            #expect(place.names().count > 2)
            #expect(place.notices.count == 1)
            free(place.state)
            try await place.waitForNotices(2)
            try await eventually("all files are taken") { place.names().count == 2 }
            for step in Episode.steps.dropFirst(4) { try await step.play(place, service) }
            try await service.stop()
            #expect(place.notices.map { $0.split(separator: "-")[2...3].joined(separator: "-") } == Episode.decisions)
            #expect(try place.query("SELECT count(*) FROM observations") == "\(15 * 48 + 12)\n")
            try place.verify()
        }

        @Test func aStateThatIsFullAtStartMayBeTriedAgain() async throws {
            let place = try Place()
            try place.mount(place.state, options: "size=1m")
            try fill(place.state)
            let service = try Service(place)
            #expect(try await service.ended() == 75)
            #expect(service.log.contains("is full"), "\(service.log)")
            free(place.state)
            let next = try await Service(place).ready()
            for step in Episode.steps { try await step.play(place, next) }
            try await next.stop()
            try expectUndisturbed(place)
        }

        private func expectUndisturbed(_ place: Place, sourceLocation: SourceLocation = #_sourceLocation) throws {
            #expect(
                place.notices.map { $0.split(separator: "-")[2...3].joined(separator: "-") } == Episode.decisions,
                sourceLocation: sourceLocation)
            for notice in place.notices {
                let files = try FileManager.default.contentsOfDirectory(atPath: "\(place.spool)/new/\(notice)")
                #expect(
                    Set(files) == ["notice.txt", "notice.html", "notice.json", "cap.xml", "evidence"],
                    sourceLocation: sourceLocation)
            }
            try place.verify(sourceLocation: sourceLocation)
        }
    }
}
