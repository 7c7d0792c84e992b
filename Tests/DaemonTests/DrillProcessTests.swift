import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// `lantiand --drill` as a process.
    @Suite struct DrillProcessTests {
        /// Yellow and back within two days, at the stations of the test plan.
        private func episode(_ place: Place) throws -> String {
            let path = place.root + "/episode"
            let made = try Command(
                "sh", "-c",
                "\(Built.lantian) episode make --plan \(place.plan) --shape spike --peak 320 --hours 48 --gaps 0 --seed 7 > \(path)"
            ).run()
            try #require(made.status == 0, "\(made.output)")
            return path
        }

        private func drill(_ place: Place, _ state: String, _ episode: String, _ more: String...) throws -> (
            status: Int32, output: String
        ) {
            try Command(
                [
                    Built.lantiand, "--plan", place.plan, "--state", state, "--spool", state + "/spool", "--drill", episode,
                ] + more
            ).run()
        }

        @Test func aMadeEpisodeIsPlayedAndNothingOfItCanBeTakenForReal() throws {
            let place = try Place()
            let state = place.root + "/drill"
            let run = try drill(place, state, try episode(place))
            try #require(run.status == 0, "\(run.output)")
            #expect(run.output.contains("演练 Exercise"))
            let notices = try FileManager.default.contentsOfDirectory(atPath: state + "/spool/new")
            #expect(notices.count >= 2)
            for notice in notices {
                let folder = "\(state)/spool/new/\(notice)/"
                #expect(try String(contentsOfFile: folder + "notice.txt", encoding: .utf8).contains("演练"))
                #expect(try String(contentsOfFile: folder + "cap.xml", encoding: .utf8).contains("<status>Exercise</status>"))
            }
            // The ledger itself knows: neither does the service work on it, nor a drill on that of the service.
            let live = try Command(
                Built.lantiand, "--plan", place.plan, "--state", state, "--inbox", place.inbox, "--spool", place.spool
            ).run()
            #expect(live.status == 78)
            #expect(live.output.contains("is of a drill"), "\(live.output)")
        }

        @Test func aDrillDoesNotTouchARealState() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let running = try drill(place, place.state, "sample")
            #expect(running.status == 75, "\(running.output)")
            try await service.stop()
            let stopped = try drill(place, place.state, "sample")
            #expect(stopped.status == 78)
            #expect(stopped.output.contains("is a real ledger"), "\(stopped.output)")
        }

        @Test func aRealDecisionInterruptsTheDrill() async throws {
            let place = try Place()
            let episode = try episode(place)
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(2) { try await step.play(place, service) }
            let state = place.root + "/drill"
            // So slow that it cannot end by itself within the test.
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Built.lantiand)
            process.arguments = [
                "--plan", place.plan, "--state", state, "--spool", state + "/spool", "--drill", episode, "--pace", "60x",
                "--watch",
                place.state,
            ]
            let pipe = Pipe()
            process.standardError = pipe
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            defer { process.terminate() }
            try await eventually("the drill is under way") { FileManager.default.fileExists(atPath: state + "/spool/cur") }
            #expect(process.isRunning)
            try await Episode.steps[2].play(place, service)
            try await eventually("the drill ends") { !process.isRunning }
            #expect(process.terminationStatus == 3)
            let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            #expect(said.contains("演练中止") && said.contains("testcity issue none → yellow"), "\(said)")
            try await service.stop()
        }

        @Test func whatALedgerHoldsCanBePlayedAgain() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps { try await step.play(place, service) }
            try await service.stop()
            let path = place.root + "/again"
            let made = try Command(
                "sh", "-c",
                "\(Built.lantian) episode from --ledger \(place.state) --from 2026-11-20T10:00:00+08:00 --to 2026-11-20T15:00:00+08:00 > \(path)"
            ).run()
            try #require(made.status == 0, "\(made.output)")
            let state = place.root + "/drill"
            let run = try drill(place, state, path)
            try #require(run.status == 0, "\(run.output)")
            let played = try FileManager.default.contentsOfDirectory(atPath: state + "/spool/new").sorted()
            // Hour, area and kind; what follows is drawn from the contents.
            func names(_ notices: [String]) -> [String] {
                notices.map { $0.split(separator: "-").prefix(4).joined(separator: "-") }
            }
            #expect(names(played) == names(place.notices))
        }
    }
}
