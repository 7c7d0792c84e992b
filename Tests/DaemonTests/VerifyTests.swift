import Foundation
import TestSupport
import Testing

extension WholeDaemon {
    /// Every decision can be made again from its notice's folder, and from the ledger.
    @Suite struct VerifyTests {
        @Test func everyNoticeOfAnEpisodeVerifiesElsewhere() async throws {
            let place = try await Self.episode()
            #expect(place.notices.count == 4)
            for notice in place.notices {
                let copy = try Self.copy(notice, of: place)
                let run = try Command(Built.lantian, "verify", copy).run()
                #expect(run.status == 0, "\(run.output)")
                #expect(run.output.contains("the decision comes out the same\n"), "\(run.output)")
                #expect(run.output.contains("because   "), "\(run.output)")
                // The evidence alone is enough.
                let alone = try Command(Built.lantian, "verify", "\(copy)/evidence").run()
                #expect(alone.status == 0, "\(alone.output)")
                let json = try Command(Built.lantian, "verify", copy, "--format", "json").run()
                #expect(json.output.hasPrefix(#"{"verdict":"same","notice":"\#(notice)""#), "\(json.output)")
            }
        }

        @Test func everyNoticeOfAnEpisodeComesOutOfTheLedger() async throws {
            let place = try await Self.episode()
            for notice in place.notices {
                let run = try Command(Built.lantian, "explain", notice, "--ledger", place.state).run()
                #expect(run.status == 0, "\(run.output)")
                #expect(run.output.contains("the decision comes out the same\n"), "\(run.output)")
            }
            let quiet = try Command(Built.lantian, "explain", "--ledger", place.state, "--at", "2026-11-20T10:00+08:00").run()
            #expect(quiet.status == 0 && quiet.output.contains("nothing is decided, as recorded"), "\(quiet.output)")
            let never = try Command(Built.lantian, "explain", "--ledger", place.state, "--at", "2026-11-19T10:00+08:00").run()
            #expect(never.status == 2 && never.output.contains("was not evaluated"), "\(never.output)")
            let unknown = try Command(Built.lantian, "explain", "no-such", "--ledger", place.state).run()
            #expect(unknown.status == 2 && unknown.output.contains("no notice no-such is on record"), "\(unknown.output)")
        }

        /// The whole ledger at once, with every notice's heads in its chain.
        @Test func everyDecisionOfALedgerIsMadeAgain() async throws {
            let place = try await Self.episode()
            let folders = place.notices.map { "\(place.spool)/new/\($0)" }
            let run = try Command([Built.lantian, "verify", "--ledger", place.state] + folders).run()
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.contains("4 evaluations made again, 4 of them with a decision: all come out the same\n"))
            let hours = try Command(Built.lantian, "verify", "--ledger", place.ledger, "--every-hour", "--format", "json").run()
            #expect(hours.status == 0, "\(hours.output)")
            #expect(hours.output.hasPrefix(#"{"ledger":"same","intact":true,"head":""#), "\(hours.output)")
            #expect(hours.output.contains(#""decisions":4,"different":0,"irreproducible":0,"differences":[]"#))
            #expect(try Command(Built.lantian, "verify").run().status == 64)
        }

        @Test func aLedgerThatDoesNotHoldANoticesHeadIsTold() async throws {
            let place = try await Self.episode()
            let copy = try Self.copy(try #require(place.notices.first), of: place)
            let index = "\(copy)/evidence/evidence.json"
            let text = try String(contentsOfFile: index, encoding: .utf8)
            let head = try #require(text.firstMatch(of: /"head":"\d+:([0-9a-f]{8})/)).output.1
            try text.replacing(":\(head)", with: ":" + String(head.reversed()) + "")
                .write(toFile: index, atomically: false, encoding: .utf8)
            let run = try Command(Built.lantian, "verify", "--ledger", place.state, copy).run()
            #expect(run.status == 1 && run.output.contains("is not in the chain"), "\(run.output)")
        }

        /// A chain that was made anew around another value is whole, but what was decided does not follow from it.
        @Test func aDecisionThatDoesNotFollowIsTold() async throws {
            let place = try await Self.episode()
            let forged = try Self.forged(place, "340000,300000;", by: "340000,240000;")
            let chain = try Command(Built.lantian, "ledger", "verify", forged).run()
            #expect(chain.status == 0, "\(chain.output)")
            let run = try Command(Built.lantian, "verify", "--ledger", forged).run()
            #expect(run.status == 1 && run.output.contains("it comes out otherwise\n"), "\(run.output)")
            let red = try #require(place.notices.first { $0.contains("-escalate-red-") })
            let named = try Command(Built.lantian, "verify", "--ledger", forged, "\(place.spool)/new/\(red)").run()
            #expect(named.status == 1 && named.output.contains("is not in the chain"), "\(named.output)")
        }

        /// What is changed in the folder, and what is said of it.
        static let tampering: [(file: String, old: String, new: String, said: String)] = [
            ("evidence/observations.csv", ",300,340,", ",240,340,", "nothing is decided; stated is escalate yellow → red"),
            ("evidence/observations.csv", ",300,340,", ",310,340,", "finding.values[0].value is stated as 300, comes out as 310"),
            ("evidence/plan/test.plan", "PM2.5 > 250", "PM2.5 > 299", "not the file of the plan version: its hash differs"),
            ("evidence/plan/test.plan", "PM2.5 > 250", "PM2.5 > 300", "nothing is decided; stated is escalate yellow → red"),
            ("evidence/standing.json", #""yellow","#, #"null,"#, "decided is issue none → red; stated is escalate yellow → red"),
            (
                "evidence/decision.json", #""value":300"#, #""value":301"#,
                "finding.values[0].value is stated as 301, comes out as 300"
            ),
            ("notice.json", #""value":300"#, #""value":301"#, "notice.json: decision.evidence[0]"),
            ("notice.json", #""logHead":""#, #""logHead":"0"#, "notice.json names another head of the ledger"),
            ("notice.txt", "红色", "黄色", "notice.txt differs in line"),
            ("notice.html", "红色", "黄色", "notice.html differs in line"),
            ("notice.txt", "  决定编号", "另：全市停产停课。\n  决定编号", "notice.txt differs in line"),
            ("notice.html", "</body>", "<h1>全市停产停课</h1></body>", "notice.html differs in line"),
            ("notice.html", "</html>", "</html>\n<h1>全市停产停课</h1>", "notice.html differs in line"),
            ("cap.xml", "<urgency>Immediate", "<urgency>Future", "cap.xml differs"),
        ]

        @Test func whateverIsChangedIsTold() async throws {
            let place = try await Self.episode()
            let red = try #require(place.notices.first { $0.contains("-escalate-red-") })
            for change in Self.tampering {
                let copy = try Self.copy(red, of: place)
                let text = try String(contentsOfFile: "\(copy)/\(change.file)", encoding: .utf8)
                #expect(text.contains(change.old), "\(change.file) holds no \(change.old)")
                try text.replacing(change.old, with: change.new)
                    .write(toFile: "\(copy)/\(change.file)", atomically: false, encoding: .utf8)
                let run = try Command(Built.lantian, "verify", copy).run()
                #expect(run.status == 1, "\(change): \(run.output)")
                #expect(run.output.contains(change.said), "\(change): \(run.output)")
            }
        }

        @Test func aFileThatIsNoneOfThePlanIsTold() async throws {
            let place = try await Self.episode()
            let copy = try Self.copy(try #require(place.notices.first), of: place)
            try "# more\n".write(toFile: "\(copy)/evidence/plan/more.plan", atomically: false, encoding: .utf8)
            let run = try Command(Built.lantian, "verify", copy).run()
            #expect(run.status == 1, "\(run.output)")
            #expect(run.output.contains("plan/more.plan is no file of the plan version"), "\(run.output)")
        }

        @Test func whatCannotBeReadIsTold() async throws {
            let place = try await Self.episode()
            let red = try #require(place.notices.first { $0.contains("-escalate-red-") })
            func broken(_ said: String, _ change: (String) throws -> Void) throws {
                let copy = try Self.copy(red, of: place)
                try change("\(copy)/evidence")
                let run = try Command(Built.lantian, "verify", copy).run()
                #expect(run.status == 2, "\(run.output)")
                #expect(run.output.contains(said), "\(run.output)")
            }
            let files = FileManager.default
            for name in ["observations.csv", "forecasts-day.csv", "forecasts-hour.csv", "standing.json", "decision.json"] {
                try broken("\(name) is missing") { try files.removeItem(atPath: "\($0)/\(name)") }
            }
            try broken("plan/test.plan is missing") { try files.removeItem(atPath: "\($0)/plan/test.plan") }
            try broken("it is a link, which is not followed") {
                try files.removeItem(atPath: "\($0)/observations.csv")
                try files.createSymbolicLink(atPath: "\($0)/observations.csv", withDestinationPath: "/etc/passwd")
            }
            try broken("allowed") { try Self.sparse("\($0)/observations.csv", bytes: 1 << 40) }
            try broken("is cut off") { try Self.cut("\($0)/observations.csv", by: 1) }
            try broken("is damaged") { try Self.cut("\($0)/observations.csv", by: 12) }
            try broken("standing.json is no JSON") { try Self.cut("\($0)/standing.json", by: 5) }
            try broken("the plan has errors") { try Self.cut("\($0)/plan/test.plan", by: 40) }
            try broken("evidence.json is of another format") {
                try Data(#"{"format":"x"}"#.utf8).write(to: URL(fileURLWithPath: "\($0)/evidence.json"))
            }
            try broken("it nests too deep") {
                try Data(String(repeating: "[", count: 1 << 20).utf8).write(to: URL(fileURLWithPath: "\($0)/evidence.json"))
            }
            let none = try Command(Built.lantian, "verify", place.state).run()
            #expect(none.status == 2 && none.output.contains("it is no notice"), "\(none.output)")
        }

        /// What comes in between a decision and its publication, late because the spool refuses.
        @Test func lateDataChangesNothingOfANotice() async throws {
            let plain = try await Self.episode()
            let place = try Place()
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(3) { try await step.play(place, first) }
            let files = FileManager.default
            let new = place.spool + "/new"
            try files.moveItem(atPath: new, toPath: place.spool + "/aside")
            try Data().write(to: URL(fileURLWithPath: new))
            try Episode.steps[3].begin(place)
            try await eventually("red is on record") {
                try place.query("SELECT count(*) FROM notices WHERE published IS NULL") == "1\n"
            }
            // Corrections of the hour that counted and of those before it, hours that were missing, and another forecast.
            try place.drop(FeedText.hours("2026-11-20", 5...11, pm25: 20), as: "late.csv")
            try place.drop(
                FeedText.forecast(issued: "2026-11-19 17:00", dates: ["2026-11-20", "2026-11-21"], low: 10, high: 20),
                as: "late-forecast.csv")
            try await place.waitUntilTaken("late.csv")
            try await place.waitUntilTaken("late-forecast.csv")
            try await first.stop()
            try files.removeItem(atPath: new)
            try files.moveItem(atPath: place.spool + "/aside", toPath: new)
            let second = try await Service(place).ready()
            try await place.waitForNotices(2)
            try await second.stop()
            let red = try #require(place.notices.first { $0.contains("-escalate-red-") })
            let expected = try plain.spooled().filter { $0.key.hasPrefix(red) }
            let found = try place.spooled().filter { $0.key.hasPrefix(red) }
            #expect(expected.count > 10 && found == expected)
            for notice in place.notices {
                let verified = try Command(Built.lantian, "verify", "\(new)/\(notice)").run()
                #expect(verified.status == 0, "\(verified.output)")
                let explained = try Command(Built.lantian, "explain", notice, "--ledger", place.state).run()
                #expect(explained.status == 0, "\(explained.output)")
            }
        }

        // MARK: Helpers

        private static func episode() async throws -> Place {
            let place = try Place()
            let service = try await Service(place).ready()
            for step in Episode.steps { try await step.play(place, service) }
            try await service.stop()
            return place
        }

        /// A copy of a notice where nothing else of the daemon is.
        private static func copy(_ notice: String, of place: Place) throws -> String {
            let folder = "\(place.root)/elsewhere-\(UUID().uuidString.prefix(8))"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "\(place.spool)/new/\(notice)", toPath: "\(folder)/\(notice)")
            return "\(folder)/\(notice)"
        }

        /// A copy of a ledger in which a text of the records is another, with all hashes and tables made anew.
        private static func forged(_ place: Place, _ old: String, by new: String) throws -> String {
            let file = "\(place.root)/forged.sqlite"
            let script = """
                set -e
                sqlite3 -readonly "$1" ".backup $2"
                change() { sqlite3 -cmd '.dbconfig enable_trigger off' "$db" "$@" >/dev/null; }
                db=$2
                change "UPDATE records SET body = replace(body, '$3', '$4')"
                previous=$(printf '0%.0s' $(seq 64))
                for seq in $(seq 1 "$(sqlite3 "$db" 'SELECT max(seq) FROM records')"); do
                  rest=$(sqlite3 "$db" "SELECT seq||char(10)||known_at||char(10)||kind||char(10)||body FROM records WHERE seq = $seq")
                  hash=$(printf '%s\\n%s' "$previous" "$rest" | sha256sum | cut -c1-64)
                  change "UPDATE records SET previous = '$previous', hash = '$hash' WHERE seq = $seq"
                  previous=$hash
                done
                """
            let run = try Command("bash", "-c", script, "forge", place.ledger, file, old, new).run()
            try #require(run.status == 0, "\(run.output)")
            let rebuilt = try Command(Built.lantian, "ledger", "rebuild", file).run()
            try #require(rebuilt.status == 0, "\(rebuilt.output)")
            return file
        }

        private static func cut(_ path: String, by count: Int) throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            try bytes.dropLast(count).write(to: URL(fileURLWithPath: path))
        }

        /// A file of a size that no disk holds.
        private static func sparse(_ path: String, bytes: UInt64) throws {
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            try file.truncate(atOffset: bytes)
            try file.close()
        }
    }
}
