import AirQuality
import Desk
import Ledger
import Testing
import Warnings

@Suite struct DerivedTableTests {
    @Test(arguments: [
        ("UPDATE observations SET pm25 = 1 WHERE station = '1003A'", "observations", "`pm25` is 1, but the records give"),
        ("UPDATE decisions SET to_level = 'blue' WHERE kind = 'escalate'", "decisions", "`to_level` is"),
        ("DELETE FROM silences WHERE is_over", "silences", "it is missing"),
        ("INSERT INTO files_seen VALUES ('~', 'x', 'y', 0, 0, 0, 0, 1)", "files_seen", "it does not come out of the records"),
        ("UPDATE notices SET published = 1", "notices", "`published` is"),
        ("UPDATE plan_contents SET content = x'00'", "plan_contents", "`content` is"),
        ("UPDATE plan_files SET sha256 = hash", "plan_files", "`sha256` is"),
        ("UPDATE facts SET value = 'A'", "facts", "`value` is"),
        ("UPDATE supplements SET level = 'yellow'", "supplements", "`level` is"),
        ("DELETE FROM observation_history WHERE id = 1", "observation_history", "the records give row id 1 in its place"),
        ("UPDATE standings SET level = 'red'", "standings", "`level` is"),
        ("UPDATE row_counts SET rows = rows + 1 WHERE name = 'notices'", "row_counts", "`rows` is"),
    ])
    func aRowThatDoesNotComeOutOfTheRecordsIsNamed(_ sql: String, _ table: String, _ reason: String) throws {
        let story = try ClosedStory()
        try Outsider.attempt(story.path, sql)
        let ledger = try Ledger(path: story.path)
        guard case .table(let name, let row, let said) = try ledger.verify().fault else {
            Issue.record("no table differs")
            return
        }
        #expect(name == table)
        #expect(!row.isEmpty)
        #expect(said.hasPrefix(reason), "\(said)")
        try ledger.rebuild()
        #expect(try ledger.verify() == VerifyReport(head: ledger.head))
    }

    @Test(arguments: [
        ("DROP TABLE standings", "standings"), ("DROP TRIGGER records_stay", "records_stay"),
        ("DROP INDEX notices_due", "notices_due"),
        ("CREATE TRIGGER quiet AFTER INSERT ON notices BEGIN DELETE FROM notices; END", "quiet"),
    ])
    func aChangedSchemaIsNamed(_ sql: String, _ object: String) throws {
        let story = try ClosedStory()
        try Outsider.attempt(story.path, sql)
        #expect(try Ledger(path: story.path, readOnly: true).verify().fault == .schema(object))
    }

    @Test func theLatestValueCountsAndTheEarlierIsKept() throws {
        let story = try ClosedStory()
        let slot = Samples.start.hours
        func text(_ sql: String) throws -> String? { try Outsider.text(story.path, sql) }
        // The first feed, corrected by the one of seed 5, of which a blank erases nothing; then one value is withdrawn.
        var expected = Samples.values(slot + 1)
        let correction = Samples.values(6)
        for pollutant in Pollutant.allCases where correction[pollutant] != PollutantValues.missing {
            expected[pollutant] = correction[pollutant]
        }
        #expect(correction.known != .all)
        let stored = try text(
            "SELECT so2||' '||no2||' '||co||' '||o3||' '||pm10||' '||pm25 FROM observations WHERE station = '1001A'")
        #expect(stored == Pollutant.allCases.map { "\(expected[$0])" }.joined(separator: " "))
        #expect(try text("SELECT pm25 FROM observations WHERE station = '1002A'") == nil)
        let withdrawn = Samples.values(7)[.pm25]
        let last = try text(
            "SELECT value||' '||coalesce(replaced_by, 'gone') FROM observation_history WHERE station = '1002A' ORDER BY id DESC LIMIT 1"
        )
        #expect(last == "\(withdrawn) gone")
        let first = Samples.values(slot + 1)[.so2]
        let history = try text(
            "SELECT value||' '||replaced_by FROM observation_history WHERE station = '1001A' AND pollutant = 'SO2'")
        #expect(history == "\(first) \(correction[.so2])")
    }

    @Test func standingsFollowTheDecisions() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        var expected = Standing()
        for entries in Samples.story.dropLast() {
            try ledger.append(entries, knownAt: Samples.start.start)
            for case .sealed(let sealed) in entries { for decision in sealed.outcome.decisions { expected.apply(decision) } }
        }
        #expect(expected.level == "red")
        #expect(try ledger.standings() == ["xuchang": expected])
        try ledger.append(try #require(Samples.story.last), knownAt: Samples.start.start)
        #expect(try ledger.standings() == ["xuchang": Standing()])
    }

    @Test func countsAreThoseOfTheTables() throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path, readOnly: true)
        for (table, rows) in try ledger.rowCounts() {
            #expect(try Outsider.text(story.path, "SELECT count(*) FROM \(table)") == "\(rows)", "\(table)")
        }
    }
}
