import Foundation
import Glibc
import TestSupport
import Testing

extension WholeDaemon {
    /// What a feed writer should not leave in the inbox, and does.
    @Suite struct OddFilesTests {
        @Test(arguments: [("broken", "no feed of any kind\n"), ("empty", "")])
        func aFileThatIsNoFeedIsRejectedWithAReason(_ name: String, _ text: String) async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let head = try place.head()
            try place.drop(text, as: "\(name).csv")
            try await place.waitUntilTaken("\(name).csv", into: "rejected")
            #expect(try place.reason(of: "\(name).csv").count > 10)
            #expect(service.logged("a file is rejected") == 1)
            // What follows is taken as ever.
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            try await place.waitForNotices(1)
            #expect(try place.head() != head)
            try await service.stop()
        }

        @Test func aBadRowDoesNotHoldUpTheRest() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150) + "yesterday,T1,1,2,3,4,5,6\n", as: "h09.csv")
            try await place.waitForNotices(1)
            #expect(service.logged("h09.csv") > 0)
            #expect(place.names("done") == ["h09.csv"])
            try await service.stop()
        }

        @Test func aFileThatIsTooLargeIsRejectedUnread() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let figures = ProcessFigures(process: service.process)
            let before = try figures.peak()
            let aside = place.root + "/outside/large"
            try Data().write(to: URL(fileURLWithPath: aside))
            try #require(truncate(aside, 300 << 20) == 0)
            try #require(rename(aside, place.inbox + "/large.csv") == 0)
            try await place.waitUntilTaken("large.csv", into: "rejected")
            #expect(try place.reason(of: "large.csv").contains("314572800 bytes"))
            #expect(try figures.peak() - before < 10_000)
            try await service.stop()
        }

        @Test func aPackedFileThatUnpacksToTooMuchIsRejected() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let aside = place.root + "/outside/bomb"
            let made = try Command("sh", "-c", "head -c 400000000 /dev/zero | gzip -1 >'\(aside)'").run()
            try #require(made.status == 0)
            try #require(rename(aside, place.inbox + "/bomb.gz") == 0)
            try await place.waitUntilTaken("bomb.gz", into: "rejected")
            #expect(try place.reason(of: "bomb.gz").contains("256 MiB"))
            try await service.stop()
        }

        @Test func whatIsNoRegularFileNeitherCountsNorHangs() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try FileManager.default.createDirectory(atPath: place.inbox + "/folder.csv", withIntermediateDirectories: false)
            for (name, make) in [
                ("pipe", { mkfifo($0, 0o600) }), ("loop", { symlink("loop", $0) }), ("nowhere", { symlink("nothing", $0) }),
                ("device", { symlink("/dev/zero", $0) }),
            ] as [(String, (String) -> Int32)] {
                try #require(make("\(place.root)/outside/\(name)") == 0)
                try #require(rename("\(place.root)/outside/\(name)", "\(place.inbox)/\(name)") == 0)
            }
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            try await place.waitForNotices(1)
            for name in ["pipe", "device", "loop"] { try await place.waitUntilTaken(name, into: "rejected") }
            #expect(place.names().contains("folder.csv"))
            try await service.stop()
        }

        @Test(arguments: ["with blanks  .csv", "许昌市 小时值.csv", "two\nlines.csv", "quote\"$(x)'.csv", "-rf"])
        func aNameMayHoldAnything(_ name: String) async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: name)
            try await place.waitUntilTaken(name)
            try await place.waitForNotices(1)
            // A line break in a name must not pass for a line of the log.
            #expect(!service.log.contains("\nlines.csv"))
            try await service.stop()
        }

        @Test func aNameOfTheGreatestLengthIsFiledAway() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let name = String(repeating: "霾", count: 85)
            try place.drop("no feed", as: name)
            try await eventually("the bad one is rejected") { place.names("rejected").count == 2 && place.names().count == 2 }
            for pm25 in [40, 50] {
                try place.drop(FeedText.hour("2026-11-20 08", pm25: pm25), as: name)
                try await eventually("\(pm25) is filed") { place.names().count == 2 }
            }
            #expect(place.names("done").count == 2)
            try await service.stop()
        }

        @Test func aNameInAnotherEncodingIsTaken() async throws {
            let place = try Place()
            // 许昌 in GBK, as an old Windows machine writes it.
            let name =
                "\(place.inbox)/".utf8.map { CChar(bitPattern: $0) } + [0xD0, 0xED, 0xB2, 0xFD].map { CChar(bitPattern: $0) } + [
                    0
                ]
            func drop(_ text: String) throws {
                try text.write(toFile: place.root + "/outside/feed", atomically: true, encoding: .utf8)
                try #require(rename(place.root + "/outside/feed", name) == 0)
            }
            try drop(FeedText.hour("2026-11-20 08", pm25: 40))
            let service = try await Service(place).ready()
            try await eventually("it is found by the scan") { place.names("done").count == 1 }
            try drop(FeedText.hour("2026-11-20 09", pm25: 150))
            try await place.waitForNotices(1)
            try await service.stop()
        }

        @Test func namesOfUnfinishedFilesAreLeft() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let left = [".hidden.csv", "h.csv.tmp", "h.csv.part", "h.csv~"]
            for name in left { try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: name) }
            try place.drop(FeedText.hour("2026-11-20 08", pm25: 40), as: "h08.csv")
            try await place.waitUntilTaken("h08.csv")
            #expect(Set(place.names()) == Set(left + ["done", "rejected"]))
            try await service.stop()
        }
    }
}
