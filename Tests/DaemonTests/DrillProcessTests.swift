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

        /// What came of a drill that people answer.
        private struct Answered {
            var output: String
            /// Of acts on record: kind, signer, account.
            var acts: [String]
            var published: [String]
            var drafts: [String]
        }

        /// Plays the episode by a plan whose levels wait for approval.
        ///
        /// - Parameter input: The command that writes the answers.
        private func answered(_ input: String) throws -> Answered {
            let place = try Place(plan: TestPlan.approved)
            let state = place.root + "/drill"
            let run = try Command(
                "sh", "-c",
                "\(input) | \(Built.lantiand) --plan \(place.plan) --state \(state) --spool \(state)/spool --drill \(try episode(place)) --approve-by-hand"
            ).run()
            try #require(run.status == 0, "\(run.output)")
            let acts = try Command(
                "sqlite3", "-readonly", "\(state)/ledger.sqlite",
                """
                SELECT key, coalesce(json_extract(value, '$._1.name'), json_extract(value, '$.reason')),
                  json_extract(body, '$.act.recorder.user')
                FROM records, json_each(body, '$.act.matter') WHERE kind = 'act' ORDER BY seq
                """
            ).run()
            try #require(acts.status == 0, "\(acts.output)")
            func names(_ folder: String) throws -> [String] {
                try FileManager.default.contentsOfDirectory(atPath: "\(state)/spool/\(folder)").sorted()
            }
            return Answered(
                output: run.output, acts: acts.output.split(separator: "\n").map(String.init), published: try names("new"),
                drafts: try names("pending"))
        }

        @Test func whatIsApprovedByHandTakesForce() throws {
            let drill = try answered("yes 'approve 王五'")
            #expect(drill.output.contains("issue to yellow waits for 总指挥: `approve NAME`"), "\(drill.output)")
            #expect(drill.acts.count >= 2 && drill.acts.allSatisfy { $0 == "approve|王五|drill" }, "\(drill.acts)")
            #expect(drill.output.contains("\n\(drill.acts.count) decisions;"), "\(drill.output)")
            #expect(drill.published.count { $0.contains("-testcity-issue-") } >= 1, "\(drill.published)")
            #expect(drill.published.contains { $0.contains("-testcity-downgrade-yellow-") }, "\(drill.published)")
            #expect(drill.drafts.isEmpty)
        }

        @Test func whatIsRejectedOrNotAnsweredDoesNot() throws {
            let rejected = try answered("yes 'reject 再看一小时'")
            #expect(!rejected.acts.isEmpty && rejected.acts.allSatisfy { $0 == "reject|再看一小时|drill" }, "\(rejected.acts)")
            #expect(rejected.output.contains("\n0 decisions;") && rejected.drafts.isEmpty, "\(rejected.output)")
            #expect(!rejected.published.contains { $0.contains("-issue-") }, "\(rejected.published)")
            // Neither an empty line, nor a word that is none, nor the end of the input.
            for input in ["yes ''", "yes maybe", "true"] {
                let silent = try answered(input)
                #expect(silent.acts.isEmpty && silent.output.contains("\n0 decisions;"), "\(input)\n\(silent.output)")
            }
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
