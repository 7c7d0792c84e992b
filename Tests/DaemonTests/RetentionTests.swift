import Foundation
import Testing

extension WholeDaemon {
    /// Files that the plan no longer keeps.
    @Suite struct RetentionTests {
        private let keeping = TestPlan.text.replacing(
            "levels", with: "keep done 30d keep rejected 90d keep notices 400d keep reports 400d levels")

        /// A service that has worked on an episode, with a rejected file and a notice that was taken.
        private func worked(_ plan: String) async throws -> Place {
            let place = try Place(plan: plan)
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(4) { try await step.play(place, service) }
            try place.drop("nonsense", as: "bad.csv")
            try await place.waitUntilTaken("bad.csv", into: "rejected")
            try await service.stop()
            let notice = try #require(place.notices.first)
            try #require(rename("\(place.spool)/new/\(notice)", "\(place.spool)/cur/\(notice)") == 0)
            return place
        }

        private func taken(_ place: Place) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: place.spool + "/cur")
        }

        private func reports(_ place: Place) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: place.spool + "/reports")
        }

        @Test func whatIsOldGoesAndWhatIsOfRecordStays() async throws {
            let place = try await worked(keeping)
            let decisions = try place.query("SELECT id FROM decisions ORDER BY id")
            let left = place.notices
            try FileManager.default.createDirectory(atPath: place.spool + "/reports", withIntermediateDirectories: true)
            for name in ["a-status.txt", "a-consultation.html", "b-assessment.html", "b-assessment.json"] {
                try Data("x".utf8).write(to: URL(fileURLWithPath: "\(place.spool)/reports/\(name)"))
            }
            // The files were filed by the machine's clock, of whatever year that is.
            try place.clock.set("2095-01-01 10:02")
            let service = try await Service(place).ready()
            try await eventually("old files go\n\(service.log)") {
                try place.names("done").isEmpty && place.names("rejected").isEmpty && taken(place).isEmpty
            }
            try await eventually("old reports go, assessments stay") {
                let names = try reports(place)
                return !names.contains("a-status.txt") && !names.contains("a-consultation.html")
            }
            #expect(Set(try reports(place)).isSuperset(of: ["b-assessment.html", "b-assessment.json"]))
            // A notice that nobody took is not lost.
            #expect(left.allSatisfy { place.notices.contains($0) })
            #expect(try place.query("SELECT id FROM decisions ORDER BY id").hasPrefix(decisions))
            try await service.stop()
            try place.verify()
        }

        @Test func withoutAClauseNothingGoes() async throws {
            let place = try await worked(TestPlan.text)
            try place.clock.set("2095-01-01 10:02")
            let service = try await Service(place).ready()
            try place.drop(FeedText.hour("2095-01-01 09", pm25: 40), as: "later.csv")
            try await place.waitUntilTaken("later.csv")
            #expect(place.names("done").count == 5)
            #expect(place.names("rejected").count == 2)
            #expect(try taken(place).count == 1)
            try await service.stop()
        }
    }
}
