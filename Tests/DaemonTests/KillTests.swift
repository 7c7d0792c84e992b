import Foundation
import Glibc
import TestSupport
import Testing

extension WholeDaemon {
    /// `kill -9` before every kind of system call that leaves a trace, and a restart.
    @Suite(.enabled(if: Tracing.works, "strace is missing or may not trace")) struct KillTests {
        /// A point in the life of the process: before the n-th call of that name.
        struct Point: CustomTestStringConvertible {
            var call: String
            var number: Int
            var testDescription: String { "\(call) \(number)" }
        }

        /// All that writes, names or waits for the disk.
        static let calls = ["pwrite64", "write", "fsync", "fdatasync", "rename", "mkdir", "unlink", "ftruncate"]

        @Test func nothingIsLostOrDoubledWhereverItIsKilled() async throws {
            let undisturbed = try place()
            let trace = undisturbed.root + "/trace"
            _ = try await play(undisturbed, tracing: ["-o", trace, "-e", "trace=" + Self.calls.joined(separator: ",")])
            let wanted = try outcome(of: undisturbed)
            #expect(undisturbed.notices.count == Episode.decisions.count + 1)
            #expect(undisturbed.notices.count { $0.contains("-supplement-") } == 1)

            let points = try points(trace)
            #expect(points.count >= 20)
            var kills = 0
            for point in points {
                let place = try place()
                kills += try await play(
                    place,
                    tracing: [
                        "-o", "/dev/null", "-e", "trace=\(point.call)", "-e",
                        "inject=\(point.call):signal=KILL:when=\(point.number)",
                    ])
                let found = try outcome(of: place)
                #expect(found == wanted, "killed before \(point.testDescription)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: place.spool + "/tmp").isEmpty)
                #expect(place.names() == ["done", "rejected"])
                try place.verify()
            }
            #expect(kills >= 20)
        }

        /// With a list, so that notices hold orders and a fact brings a supplement.
        private func place() throws -> Place {
            let place = try Place()
            try OrdersPlan().write(place)
            return place
        }

        /// The episode with a fact while red is in force.
        private static let steps: [Episode.Step] = {
            var steps = Episode.steps
            let facts = OrdersPlan.facts([(OrdersPlan.code(3), "grade", "D", "2026-11-20")])
            steps.insert(Episode.Step(time: "2026-11-20 12:20", file: "facts.csv", text: facts, seals: false), at: 4)
            return steps
        }()

        /// What must be the same whether or not it was killed: every byte of the spool, and the chain of records.
        private func outcome(of place: Place) throws -> [String: String] {
            var result = try place.spooled()
            result["head"] = try place.head()
            result["decisions"] = try place.query("SELECT * FROM decisions ORDER BY id")
            result["files"] = place.names("done").joined(separator: " ")
            return result
        }

        /// Points spread over all calls of each name.
        private func points(_ trace: String) throws -> [Point] {
            let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
            return Self.calls.flatMap { call in
                let count = lines.count { $0.contains(" \(call)(") }
                let wanted = min(count, 6)
                return (0..<wanted).map { Point(call: call, number: 1 + $0 * max(count - 1, 0) / max(wanted - 1, 1)) }
            }
        }

        /// Plays the episode; a service that is killed is started again, without a further kill.
        ///
        /// - Returns: How often it was killed.
        private func play(_ place: Place, tracing options: [String]) async throws -> Int {
            var service = try Service(place, wrapper: ["strace", "-D", "-f", "-qq"] + options)
            var kills = 0
            for step in Self.steps {
                try step.begin(place)
                try await eventually("\(step.file) is through\n\(service.log)") {
                    if service.hasEnded {
                        #expect(service.status == -SIGKILL, "\(service.log)")
                        kills += 1
                        service = try Service(place)
                    }
                    return (try? step.isDone(place)) ?? false
                }
            }
            service.send(SIGTERM)
            _ = try await service.ended()
            return kills
        }
    }
}

/// Whether system calls can be traced here.
private enum Tracing {
    static let works = (try? Command("strace", "-f", "-o", "/dev/null", "true").run().status) == 0
}
