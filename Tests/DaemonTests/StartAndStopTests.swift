import Foundation
import Glibc
import TestSupport
import Testing

extension WholeDaemon {
    /// Exit codes, messages, and the time it takes to stop.
    @Suite struct StartAndStopTests {
        @Test(arguments: [SIGTERM, SIGINT])
        func aSignalStopsItWithinASecond(_ signal: Int32) async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            try await place.waitForNotices(1)
            let start = ContinuousClock.now
            service.send(signal)
            #expect(try await service.ended() == 0)
            #expect(ContinuousClock.now - start < .seconds(1))
            #expect(service.socket.messages.contains { $0.hasPrefix("STOPPING=1") })
            #expect(service.log.contains("stopped"))
        }

        @Test func aBacklogDoesNotDelayTheStop() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            service.send(SIGSTOP)
            for number in 0..<400 {
                let hour = "2026-11-\(FeedText.two(number / 24 + 1)) \(FeedText.two(number % 24))"
                try place.drop(FeedText.hour(hour, pm25: 40), as: "f\(number).csv")
            }
            service.send(SIGCONT)
            try await eventually("it is at work") { place.names("done").count > 5 }
            let start = ContinuousClock.now
            service.send(SIGTERM)
            #expect(try await service.ended() == 0)
            #expect(ContinuousClock.now - start < .seconds(1))
            let done = place.names("done").count
            #expect(done < 400, "the machine is too fast for this test")
            #expect(try place.query("SELECT count(*) FROM files_seen") == "\(done)\n")
            #expect(place.names().count == 400 - done + 2)
            // The next start takes the rest.
            let next = try await Service(place).ready()
            #expect(place.names("done").count == 400)
            try await next.stop()
            #expect(try place.query("SELECT count(*) FROM observations") == "800\n")
            try place.verify()
        }

        @Test func aReloadAskedForTooEarlyDoesNotEndIt() async throws {
            let place = try Place()
            for _ in 0..<5 {
                try? FileManager.default.removeItem(atPath: place.state)
                let service = try Service(place)
                // The program has begun, and its ledger has not yet been folded.
                try await eventually("it has begun") { FileManager.default.fileExists(atPath: place.state) }
                while !service.socket.messages.contains(where: { $0.hasPrefix("READY") }), !service.hasEnded {
                    service.send(SIGHUP)
                    try await Task.sleep(for: .milliseconds(3))
                }
                try await service.ready()
                try await service.stop()
            }
        }

        @Test func aBadPlanIsAConfigurationError() async throws {
            let place = try Place(plan: TestPlan.bad)
            let service = try Service(place)
            #expect(try await service.ended() == 78)
            #expect(service.log.contains("cannot start: plan:"))
            for line in [8, 9] { #expect(service.log.contains("test.plan:\(line):"), "\(service.log)") }
            #expect(!FileManager.default.fileExists(atPath: place.ledger))
        }

        @Test func aPlanFolderThatIsNotThereIsAConfigurationError() async throws {
            let place = try Place()
            try FileManager.default.removeItem(atPath: place.plan)
            let service = try Service(place)
            #expect(try await service.ended() == 78)
            #expect(service.log.contains("cannot start: plan: cannot list \(place.plan): No such file or directory"))
        }

        @Test(arguments: [["--no-such-option"], ["--log-level", "loud"], ["surplus"]])
        func wrongUsageIsTold(_ arguments: [String]) async throws {
            let service = try Service(Place(), arguments: arguments)
            #expect(try await service.ended() == 64)
            #expect(service.log.contains("Usage: lantiand"))
        }

        @Test func withoutFoldersItSaysWhichAreMissing() throws {
            let run = try Command("-i", Built.lantiand).run()
            #expect(run.status == 64)
            #expect(run.output.contains("--state is missing, and $STATE_DIRECTORY is not set"))
        }

        @Test func foldersComeFromTheServiceManager() async throws {
            let place = try Place()
            let run = try Command(
                "-i", "STATE_DIRECTORY=\(place.state):/nowhere", "CONFIGURATION_DIRECTORY=\(place.root)", "timeout", "-s", "TERM",
                "--preserve-status", "3", Built.lantiand
            ).run()
            #expect(run.status == 0, "\(run.output)")
            #expect(place.metrics.contains("lantian_level"))
            #expect(FileManager.default.fileExists(atPath: place.state + "/inbox/done"))
            #expect(FileManager.default.fileExists(atPath: place.state + "/spool/new"))
        }

        @Test func missingFoldersAreMade() async throws {
            let place = try Place()
            place.state = place.root + "/var/lib/lantian"
            place.spool = place.root + "/srv/spool"
            try FileManager.default.removeItem(atPath: place.inbox)
            let service = try await Service(place).ready()
            for folder in [place.state, place.spool + "/new", place.inbox + "/done"] {
                #expect(FileManager.default.fileExists(atPath: folder))
            }
            try await service.stop()
        }

        @Test(.enabled(if: geteuid() == 0, "mounting needs root"), arguments: ["state", "spool", "inbox"])
        func aFolderThatCannotBeWrittenIsAConfigurationError(_ part: String) async throws {
            let place = try Place()
            let folder = "\(place.root)/\(part)"
            try place.mount(folder, options: "size=1m,ro")
            let service = try Service(place)
            #expect(try await service.ended() == 78)
            #expect(service.log.contains("cannot start: \(part):"), "\(service.log)")
            #expect(service.log.contains(folder), "\(service.log)")
            #expect(service.log.contains("Read-only file system"), "\(service.log)")
        }

        @Test func aStateBelowAFileIsAConfigurationError() async throws {
            let place = try Place()
            place.state = place.plan + "/test.plan/state"
            let service = try Service(place)
            #expect(try await service.ended() == 78)
            #expect(service.log.contains("cannot start: state: cannot create"), "\(service.log)")
        }

        @Test func aDamagedLedgerIsNotTouched() async throws {
            let place = try Place()
            try FileManager.default.createDirectory(atPath: place.state, withIntermediateDirectories: true)
            try "not a ledger at all".write(toFile: place.ledger, atomically: true, encoding: .utf8)
            let service = try Service(place)
            #expect(try await service.ended() == 78)
            #expect(service.log.contains("is not a ledger"), "\(service.log)")
            #expect(try String(contentsOfFile: place.ledger, encoding: .utf8) == "not a ledger at all")
        }

        @Test func aSecondDaemonOnTheSameStateDoesNotStart() async throws {
            let place = try Place()
            let first = try await Service(place).ready()
            let second = try Service(place)
            #expect(try await second.ended() == 75)
            #expect(second.log.contains("another"), "\(second.log)")
            try place.drop(FeedText.hour("2026-11-20 09", pm25: 150), as: "h09.csv")
            try await place.waitForNotices(1)
            try await first.stop()
        }
    }
}
