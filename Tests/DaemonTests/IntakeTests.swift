import Foundation
import Glibc
import TestSupport
import Testing

extension WholeDaemon {
    /// Feeds in, notices out.
    @Suite struct IntakeTests {
        @Test func aFeedThatIsRenamedInLeadsToANotice() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            try await place.waitForNotices(1)

            let notice = try #require(place.notices.first)
            #expect(notice.wholeMatch(of: /20261120T020000Z-testcity-issue-yellow-\S+/) != nil, "\(notice)")
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(place.spool)/new/\(notice)")
            #expect(Set(files) == ["notice.txt", "notice.html", "notice.json", "cap.xml", "evidence"])
            #expect(try place.spooled()["\(notice)/notice.txt"]?.contains("黄色") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.spool + "/tmp").isEmpty)
            #expect(place.names("done") == ["h09.csv"])
            try await eventually("the metrics tell the level") { place.metrics.contains("lantian_level{area=\"testcity\"} 1\n") }
            try await eventually("the status tells the level") { service.socket.status.contains("试验市 黄色 (yellow)") }
            try await service.stop()
            try place.verify()
        }

        @Test(.enabled(if: Schema.isThere, "xmllint or the CAP schema is not there"))
        func everyMessageOfAnEpisodeIsValidCAP() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps { try await step.play(place, service) }
            try await service.stop()
            #expect(place.notices.count == Episode.decisions.count)
            for notice in place.notices {
                let run = try Command("xmllint", "--noout", "--schema", Schema.path, "\(place.spool)/new/\(notice)/cap.xml").run()
                #expect(run.status == 0, "\(run.output)")
            }
        }

        @Test func theSameInputsGiveTheSameBytes() async throws {
            var runs: [(files: [String: String], head: String)] = []
            for _ in 0..<2 {
                let place = try Place()
                let service = try await Service(place).ready()
                for step in Episode.steps { try await step.play(place, service) }
                try await service.stop()
                runs.append((try place.spooled(), try place.head()))
            }
            #expect(runs[0].files == runs[1].files)
            #expect(runs[0].head == runs[1].head)
        }

        @Test func aFileWrittenInPlaceCountsOnceItIsClosed() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let text = FeedText.hour("2026-11-20 09", pm25: 150)
            let writer = try Writer("\(place.inbox)/h09.csv")
            writer.write(text.prefix(60))
            try await Task.sleep(for: .milliseconds(700))
            #expect(place.names() == ["done", "h09.csv", "rejected"])
            writer.write(text.dropFirst(60))
            writer.close()
            try await place.waitUntilTaken("h09.csv")
            try await place.waitForNotices(1)
            try await service.stop()
            #expect(try place.query("SELECT count(*) FROM observations") == "2\n")
        }

        @Test func aScanLeavesAFileToItsWriter() async throws {
            let place = try Place()
            let text = FeedText.hour("2026-11-20 09", pm25: 150)
            let writer = try Writer("\(place.inbox)/h09.csv")
            writer.write(text.prefix(60))
            // The start scans the inbox, and no event has told of the file.
            let service = try await Service(place).ready()
            try await Task.sleep(for: .milliseconds(300))
            #expect(place.names().contains("h09.csv"))
            writer.write(text.dropFirst(60))
            writer.close()
            try await place.waitUntilTaken("h09.csv")
            try await service.stop()
            #expect(try place.query("SELECT count(*) FROM observations") == "2\n")
        }

        @Test func theSameContentTwiceChangesNothing() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let text = FeedText.hour("2026-11-20 09", pm25: 150)
            try place.drop(text, as: "h09.csv")
            try await place.waitForNotices(1)
            try await eventually("the notice is on record") { try place.kinds().last == "published" }
            let head = try place.head()
            for name in ["h09.csv", "again.csv"] {
                try place.drop(text, as: name)
                try await eventually("\(name) has left") { !place.names().contains(name) }
            }
            #expect(try place.head() == head)
            #expect(place.notices.count == 1)
            #expect(place.names("done").contains("again.csv"))
            #expect(place.names("rejected").isEmpty)
            try await service.stop()
        }

        @Test(arguments: [["gzip", "-k"], ["xz", "-k"]])
        func packedFeedsAreReadByTheirContent(_ packer: [String]) async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let plain = place.root + "/outside/h09.csv"
            try FeedText.hour("2026-11-20 09", pm25: 150).write(toFile: plain, atomically: true, encoding: .utf8)
            let packed = try Command(packer + [plain]).run()
            try #require(packed.status == 0, "\(packed.output)")
            let made = try #require(
                FileManager.default.contentsOfDirectory(atPath: place.root + "/outside").first { $0 != "h09.csv" })
            try #require(rename("\(place.root)/outside/\(made)", place.inbox + "/h09") == 0)
            try await place.waitUntilTaken("h09")
            try await place.waitForNotices(1)
            try await service.stop()
        }

        @Test func anOfficialForecastAloneIssues() async throws {
            let place = try Place(at: "2026-11-20 17:05")
            let service = try await Service(place).ready()
            let days = ["2026-11-21", "2026-11-22", "2026-11-23"]
            try place.drop(
                FeedText.forecast(issued: "2026-11-20 16:30", dates: days, low: 190, high: 230), as: "forecast.csv")
            try await place.waitUntilTaken("forecast.csv")
            try place.drop(FeedText.hour("2026-11-20 16", pm25: 60), as: "h16.csv")
            try await place.waitForNotices(1)
            #expect(place.notices[0].hasPrefix("20261120T090000Z-testcity-issue-yellow-"))
            try await service.stop()
        }

        @Test func fiveHundredFilesAtOnce() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let before = try ProcessFigures(process: service.process).descriptors()
            for number in 0..<500 {
                let date = "2026-11-\(FeedText.two(number / 48 + 5))"
                let station = "T\(number % 2 + 1)"
                let hour = "\(date) \(FeedText.two(number / 2 % 24))"
                try place.drop(FeedText.hour(hour, pm25: 30 + number % 7, stations: [station]), as: "f\(number).csv")
            }
            try await eventually("all are taken", within: .seconds(60)) { place.names("done").count == 500 }
            #expect(place.names() == ["done", "rejected"])
            #expect(try place.query("SELECT count(*) FROM files_seen") == "500\n")
            #expect(try place.query("SELECT count(*) FROM observations") == "500\n")
            try await eventually("no file is left open") { try ProcessFigures(process: service.process).descriptors() <= before }
            try await service.stop()
        }

        @Test func eventsThatTheKernelDropsLeadToAScan() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let queue = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
            let length = try #require(Int(queue.trimmingCharacters(in: .whitespacesAndNewlines)))
            service.send(SIGSTOP)
            // Two names in turn: the kernel merges only what repeats the event before.
            for number in 0...(length + 10) { try Writer("\(place.inbox)/\(number % 2).tmp").close() }
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            service.send(SIGCONT)
            try await place.waitUntilTaken("h09.csv")
            try await service.stop()
        }
    }
}

/// A feed writer that takes its time.
private struct Writer {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        try #require(descriptor >= 0)
    }

    func write(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }

    func close() { _ = Glibc.close(descriptor) }
}

/// The CAP schema among the data at hand.
private enum Schema {
    static let path = RecordedData.folder + "/cap/CAP-v1.2.xsd"
    static let isThere = FileManager.default.fileExists(atPath: path) && Command.exists("xmllint")
}
