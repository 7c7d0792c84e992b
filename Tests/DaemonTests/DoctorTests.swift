import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// `lantian doctor` beside a daemon in good and in bad order.
    @Suite struct DoctorTests {
        /// What is said of each check; the clock of the tool is that of the place.
        private func look(_ place: Place) throws -> (status: Int32, verdicts: [String: String], text: String) {
            let clock = try place.clock.environment().map { "\($0)=\($1)" }
            let arguments = [
                Built.lantian, "doctor", "--plan", place.plan, "--state", place.state, "--inbox", place.inbox, "--spool",
                place.spool, "--format", "json",
            ]
            let run = try Command(["env"] + clock + arguments).run()
            var verdicts: [String: String] = [:]
            for line in run.output.split(separator: "\n") {
                let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                let check = try #require(object["check"] as? String)
                verdicts[check] = object["verdict"] as? String
                #expect((object["help"] != nil) == (verdicts[check] != "ok"), "\(line)")
            }
            return (run.status, verdicts, run.output)
        }

        @Test func allIsFineBesideADaemonAtWork() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            let found = try look(place)
            // The machine's own disk, clock and the test plan's warnings are as they are.
            for check in [
                "state", "inbox", "spool", "daemon", "ledger", "evaluation", "data", "stations", "forecast", "reload", "approval",
                "notices",
                "backlog",
            ] {
                #expect(found.verdicts[check] == "ok", "\(check)\n\(found.text)")
            }
            #expect(found.verdicts["plan"] != "failure" && found.verdicts["plan"] != nil)
            try await service.stop()
        }

        @Test func whatIsWrongIsSaid() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            try place.write(plan: TestPlan.bad)
            try await service.reload()
            try place.drop("nonsense", as: "bad.csv")
            try await place.waitUntilTaken("bad.csv", into: "rejected")
            try await service.stop()
            try #require(chmod(place.spool, 0o777) == 0)
            try place.clock.set("2026-11-22 10:05")
            let found = try look(place)
            #expect(found.status == 2)
            for check in ["spool", "daemon", "plan", "reload", "evaluation", "data", "forecast"] {
                #expect(found.verdicts[check] == "failure", "\(check)\n\(found.text)")
            }
        }

        @Test func aStationAndASourceThatFellSilentAreNamed() async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, service) }
            try await service.stop()
            try place.write(
                plan: TestPlan.text.replacing("levels", with: "forecast from \"市站\", \"省站\" levels")
                    .replacing("stations T1, T2", with: "stations T1, T2, T3"))
            let found = try look(place)
            #expect(found.verdicts["data"] == "ok" && found.verdicts["stations"] == "warning", "\(found.text)")
            #expect(found.text.contains("1 of 3 are silent: T3 (never any data)"), "\(found.text)")
            #expect(found.verdicts["sources"] == "warning", "\(found.text)")
            #expect(found.text.contains("2 of 2 are silent: 市站 (never any), 省站 (never any)"), "\(found.text)")
        }

        @Test func itSpeaksChineseWhereTheLocaleDoes() throws {
            let place = try Place()
            let run = try Command(
                "env", "LC_ALL=zh_CN.UTF-8", Built.lantian, "doctor", "--plan", place.plan, "--state", place.state
            ).run()
            #expect(run.status == 2)
            #expect(run.output.contains("✗ 服务"), "\(run.output)")
            #expect(run.output.contains("→"))
        }
    }
}
