import AirQuality
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Ledger

@Suite struct OpeningTests {
    private func code(_ path: String, readOnly: Bool = false) -> LedgerError.Code? {
        do {
            _ = try Ledger(path: path, readOnly: readOnly)
            return nil
        } catch {
            return (error as? LedgerError)?.code
        }
    }

    @Test func aNewLedgerIsEmptyAndForItsGroupAlone() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        #expect(ledger.head == .empty)
        #expect(try ledger.verify() == VerifyReport(head: .empty))
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
            #expect(mode == 0o640, "\(name)")
        }
        let settings = try ledger.queue.read { db in
            try ["journal_mode", "synchronous"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(settings == ["wal", "2"])
    }

    /// A file as a version would have left it that knew no derived tables yet.
    @Test func anOlderLedgerIsBroughtUpToDateAndKeptAsItWas() throws {
        let story = try ClosedStory()
        try Outsider.makeEarlier(story.path)
        #expect(code(story.path, readOnly: true) == .otherVersion)
        let ledger = try Ledger(path: story.path)
        #expect(ledger.head == story.heads.last)
        #expect(try ledger.verify() == VerifyReport(head: ledger.head))
        #expect(try ledger.unpublishedNotices().count == 5)
        let kept = story.path + ".before-\(LedgerSchema.version)"
        #expect(try Outsider.text(kept, "SELECT group_concat(identifier) FROM grdb_migrations") == "records 1")
        #expect(try Outsider.text(kept, "SELECT hash FROM records ORDER BY seq DESC LIMIT 1") == ledger.head.hash)
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func aLedgerThatIsUpToDateIsNotKeptTwice() throws {
        let story = try ClosedStory()
        try Ledger(path: story.path).close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: story.folder.url.path).sorted() == ["ledger.sqlite"])
    }

    /// All steps or none: a record that cannot be read stops the last of them.
    @Test func anOlderLedgerThatCannotBeBroughtUpToDateStaysAsItWas() throws {
        let story = try ClosedStory()
        try Outsider.edit(story.path, "UPDATE records SET kind = 'of-later' WHERE seq = 5")
        try Outsider.makeEarlier(story.path)
        #expect(code(story.path) == .brokenChain)
        #expect(try Outsider.text(story.path, "SELECT group_concat(identifier) FROM grdb_migrations") == "records 1")
        #expect(
            try Outsider.text(story.path, "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'")
                == "grdb_migrations,records")
    }

    @Test func aLaterLedgerIsLeftAlone() throws {
        let story = try ClosedStory()
        try Outsider.attempt(story.path, "INSERT INTO grdb_migrations VALUES ('records 99')")
        let before = try Data(contentsOf: URL(filePath: story.path))
        #expect(code(story.path) == .otherVersion)
        #expect(code(story.path, readOnly: true) == .otherVersion)
        #expect(try Data(contentsOf: URL(filePath: story.path)) == before)
        let known = LedgerSchema.version
        #expect {
            try Ledger(path: story.path)
        } throws: { error in
            let text = "\(error)"
            return text.contains("has the schema \(known + 1) (records 99)") && text.contains("schemas up to \(known)")
                && text.contains("lantian restore")
        }
    }

    /// A crash between the first steps leaves an empty file, or one with nothing in it but a list of migrations.
    @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"])
    func aHalfMadeLedgerIsMade(_ sql: String) throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(filePath: folder.path()))
        if !sql.isEmpty { try Outsider.attempt(folder.path(), sql) }
        #expect(code(folder.path(), readOnly: true) == .notALedger)
        #expect(try Ledger(path: folder.path()).verify() == VerifyReport(head: .empty))
    }

    @Test func whatIsNoLedgerIsRefusedUntouched() throws {
        let folder = try TemporaryFolder()
        try Data("slot_start,station\n".utf8).write(to: URL(filePath: folder.path("a.csv")))
        try Outsider.attempt(folder.path("other.sqlite"), "CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        for name in ["a.csv", "other.sqlite"] {
            let before = try Data(contentsOf: URL(filePath: folder.path(name)))
            #expect(code(folder.path(name)) == .notALedger, "\(name)")
            #expect(code(folder.path(name), readOnly: true) == .notALedger, "\(name)")
            #expect(try Data(contentsOf: URL(filePath: folder.path(name))) == before)
        }
        #expect(code(folder.path("none/ledger.sqlite")) == .cannotOpen)
        #expect(code(folder.path("none.sqlite"), readOnly: true) == .cannotOpen)
        #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
    }

    /// Bytes overwritten anywhere: an error in words, or a finding; never a crash, never taken for good.
    @Test func aDamagedFileIsSaidToBeDamaged() throws {
        let story = try ClosedStory()
        let good = try Data(contentsOf: URL(filePath: story.path))
        var generator = SplitMix64(seed: 11)
        var refused = 0
        for trial in 0..<60 {
            let folder = try TemporaryFolder()
            var bad = good
            if trial.isMultiple(of: 10) {
                bad = good.prefix(Int.random(in: 1..<good.count, using: &generator))
            } else {
                let page = Int.random(in: 0..<good.count / 4096, using: &generator) * 4096
                for place in page..<page + 4096 { bad[place] = UInt8.random(in: .min ... .max, using: &generator) }
            }
            try bad.write(to: URL(filePath: folder.path()))
            do {
                let report = try Ledger(path: folder.path()).verify(containing: story.heads)
                #expect(!report.isIntact || bad == good, "trial \(trial)")
            } catch let error as LedgerError {
                refused += 1
                #expect([.damaged, .notALedger, .failed, .cannotOpen].contains(error.code), "trial \(trial): \(error)")
            }
        }
        #expect(refused > 3)
    }
}
