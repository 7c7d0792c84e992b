import AirQuality
import GRDB
import Ledger
import Testing

@Suite struct ChainTests {
    @Test func theHashIsThatOfFiveLines() throws {
        let story = try ClosedStory()
        let body = try #require(try Outsider.text(story.path, "SELECT body FROM records WHERE seq = 1"))
        let zeros = String(repeating: "0", count: 64)
        let lines = "\(zeros)\n1\n\(Samples.start.start.seconds)\nplan\n\(body)"
        #expect(story.heads[0] == LedgerHead(seq: 1, hash: ContentHash.hex(Array(lines.utf8))))
    }

    @Test(arguments: [
        ("UPDATE records SET body = replace(body, '231001', '231002') WHERE seq = 6", 6, "its hash is not that of its contents"),
        ("UPDATE records SET known_at = known_at + 1 WHERE seq = 4", 4, "its hash is not that of its contents"),
        ("UPDATE records SET kind = 'feed' WHERE seq = 4", 4, "its hash is not that of its contents"),
        ("UPDATE records SET hash = previous WHERE seq = 3", 3, "its hash is not that of its contents"),
        ("UPDATE records SET previous = hash WHERE seq = 7", 7, "it does not name the hash of the record before it"),
        ("DELETE FROM records WHERE seq = 5", 5, "the record is missing; the next one there is 6"),
        ("DELETE FROM records WHERE seq = 1", 1, "the record is missing; the next one there is 2"),
        ("UPDATE records SET seq = -3 WHERE seq = 2", 2, "the record is missing"),
    ])
    func whatWasChangedIsFound(_ sql: String, _ seq: Int64, _ reason: String) throws {
        let story = try ClosedStory()
        try Outsider.edit(story.path, sql)
        let ledger = try Ledger(path: story.path, readOnly: true)
        let report = try ledger.verify()
        guard case .chain(let found, let said) = report.fault else {
            Issue.record("\(report)")
            return
        }
        #expect(found == seq)
        #expect(said.hasPrefix(reason))
        #expect(report.head.seq == seq - 1)
        #expect { try ledger.forEachRecord { #expect($0.seq < seq) } } throws: { error in
            (error as? LedgerError)?.code == .brokenChain
        }
    }

    /// Whoever can write the file can also compute hashes anew: a head kept elsewhere gives that away.
    @Test func recordsTakenFromTheEndAreFoundByAHead() throws {
        let story = try ClosedStory()
        let last = try #require(story.heads.last)
        try Outsider.edit(story.path, "DELETE FROM records WHERE seq = \(last.seq)")
        let ledger = try Ledger(path: story.path)
        #expect(try ledger.verify(containing: story.heads.dropLast()).fault != .head(last))
        #expect(try ledger.verify(containing: story.heads).fault == .head(last))
        // Without a head the tables give it away, as long as these are not changed too.
        guard case .table = try ledger.verify().fault else {
            Issue.record("the tables hold more than the records")
            return
        }
        try ledger.rebuild()
        #expect(try ledger.verify().isIntact)
        #expect(try ledger.verify(containing: [last]).fault == .head(last))
    }

    @Test(arguments: [
        "UPDATE records SET body = '{}' WHERE seq = 2", "DELETE FROM records WHERE seq = 14", "DELETE FROM records",
        "INSERT INTO records VALUES (99, 0, 'feed', '{}', '\(LedgerHead.empty.hash)', '\(LedgerHead.empty.hash)')",
        "INSERT INTO records SELECT seq + 17, known_at, kind, body, previous, hash FROM records WHERE seq = 1",
        "INSERT OR REPLACE INTO records SELECT seq, known_at, kind, '{}', previous, hash FROM records WHERE seq = 2",
    ])
    func theFileItselfRefusesChanges(_ sql: String) throws {
        let story = try ClosedStory()
        #expect(throws: DatabaseError.self) { try Outsider.attempt(story.path, sql) }
        #expect(try Ledger(path: story.path).verify().isIntact)
    }

    @Test func aKindOfALaterVersionIsRefusedWithItsName() throws {
        let story = try ClosedStory()
        let head = try #require(story.heads.last)
        let hash = ContentHash.hex(Array("\(head.hash)\n\(head.seq + 1)\n7\ndirective\n{}".utf8))
        try Outsider.attempt(
            story.path, "INSERT INTO records VALUES (\(head.seq + 1), 7, 'directive', '{}', '\(head.hash)', '\(hash)')")
        let report = try Ledger(path: story.path).verify()
        #expect(report.fault == .chain(seq: head.seq + 1, reason: "its kind `directive` is unknown to this version of lantian"))
    }

    @Test(arguments: ["{}", "[", "{\"from\":1,\"to\":\"x\"}", "{\"from\":1.5,\"to\":2}"])
    func aBodyThatSaysNothingIsAFindingNotACrash(_ body: String) throws {
        let story = try ClosedStory()
        let head = try #require(story.heads.last)
        let hash = ContentHash.hex(Array("\(head.hash)\n\(head.seq + 1)\n7\nclock-jump\n\(body)".utf8))
        try Outsider.attempt(
            story.path, "INSERT INTO records VALUES (\(head.seq + 1), 7, 'clock-jump', '\(body)', '\(head.hash)', '\(hash)')")
        guard case .chain(let seq, let reason) = try Ledger(path: story.path).verify().fault else {
            Issue.record("the body was taken for good")
            return
        }
        #expect(seq == head.seq + 1)
        #expect(reason.hasPrefix("it cannot be read: "))
    }

    @Test(arguments: [
        "1,0,1,1,1,1,1", "1,9,1,1,1,1,1,1;", "99999999999,0,1,1,1,1,1,1;", "a;", "1,0,1,1,1,1,1,-;", ";", "1,0,,,,,,,;",
    ])
    func packedRowsThatAreNoneAreAFinding(_ rows: String) throws {
        let folder = try TemporaryFolder()
        try Ledger(path: folder.path()).close()
        let body =
            #"{"counts":{"errors":0,"reports":0,"rows":1,"stale":0},"digest":"d","format":"f","name":"n","#
            + #""observations":{"rows":"\#(rows)","stations":["1A"]}}"#
        let zeros = LedgerHead.empty.hash
        let hash = ContentHash.hex(Array("\(zeros)\n1\n7\nfeed\n\(body)".utf8))
        try Outsider.attempt(folder.path(), "INSERT INTO records VALUES (1, 7, 'feed', '\(body)', '\(zeros)', '\(hash)')")
        let fault = try Ledger(path: folder.path()).verify().fault
        #expect(fault == .chain(seq: 1, reason: "it cannot be read: packed rows are not rows of integers"))
    }
}
