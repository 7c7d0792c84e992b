import AirQuality
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct BackupTests {
    private func make(_ ledger: String, _ path: String, replaces: Bool = false) throws -> VerifyReport {
        try LedgerBackup.make(of: ledger, at: path, replaces: replaces) { _, _ in }
    }

    private func restore(_ backup: String, _ ledger: String, _ kept: String) throws -> VerifyReport {
        try LedgerBackup.restore(backup, to: ledger, keepingOldAs: kept) { _, _ in }
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    @Test func aBackupIsOneFileThatHoldsAllRecordsOfALedgerInUse() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let heads = try Samples.tell(ledger)
        let report = try make(folder.path(), folder.path("backup.sqlite"))
        #expect(report == VerifyReport(head: try #require(heads.last)))
        try ledger.append([Samples.sealed(Samples.start + 7)], knownAt: (Samples.start + 7).start)
        let copy = try Ledger(path: folder.path("backup.sqlite"), readOnly: true)
        #expect(copy.head == heads.last)
        #expect(try names(folder) == ["backup.sqlite", "ledger.sqlite", "ledger.sqlite-shm", "ledger.sqlite-wal"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("backup.sqlite"))[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    /// Another connection commits between two steps of the copying, as the daemon does.
    @Test func aBackupIsOfOneMomentWhateverIsWrittenMeanwhile() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let heads = try Samples.tell(ledger)
        var slot = Samples.start + 7
        for _ in 0..<5 {
            try ledger.append([.feed(Samples.feed(slot, stations: 5000)), Samples.sealed(slot)], knownAt: slot.start)
            slot = slot + 1
        }
        let before = ledger.head
        #expect(before != heads.last)
        var steps = 0
        let report = try LedgerBackup.make(of: folder.path(), at: folder.path("b.sqlite"), replaces: false) { _, _ in
            steps += 1
            _ = try? ledger.append([Samples.sealed(slot)], knownAt: slot.start)
            slot = slot + 1
        }
        #expect(steps > 1)
        #expect(ledger.head.seq == before.seq + Int64(steps))
        #expect(report == VerifyReport(head: before))
    }

    @Test func nothingIsReplacedUnasked() throws {
        let story = try ClosedStory()
        let path = story.folder.path("b")
        try Data("mine".utf8).write(to: URL(filePath: path))
        #expect(throws: LedgerError.self) { try make(story.path, path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
        #expect(try make(story.path, path, replaces: true).isIntact)
        #expect(throws: LedgerError.self) { try make(story.path, story.path, replaces: true) }
        try FileManager.default.createSymbolicLink(atPath: story.folder.path("link"), withDestinationPath: story.path)
        #expect(throws: LedgerError.self) { try make(story.path, story.folder.path("link"), replaces: true) }
        #expect(try Ledger(path: story.path).verify(containing: story.heads).isIntact)
    }

    @Test func aBrokenChainGivesNoBackup() throws {
        let story = try ClosedStory()
        try Outsider.edit(story.path, "UPDATE records SET body = replace(body, 'red', 'rod') WHERE kind = 'sealed'")
        let report = try make(story.path, story.folder.path("b"))
        #expect(report.fault?.isOfRecords == true)
        #expect(try names(story.folder).filter { $0.hasPrefix("b") } == [])
    }

    @Test func tablesThatWereTamperedWithAreSaidAndMendedByARestore() throws {
        let story = try ClosedStory()
        try Outsider.attempt(story.path, "UPDATE decisions SET kind = 'lift'")
        let report = try make(story.path, story.folder.path("b"))
        #expect(report.fault?.isOfRecords == false)
        #expect(FileManager.default.fileExists(atPath: story.folder.path("b")))
    }

    @Test func aRestoredLedgerGoesOnAndTheOldOneIsKept() throws {
        let story = try ClosedStory()
        #expect(try make(story.path, story.folder.path("b")).isIntact)
        let ledger = try Ledger(path: story.path)
        let later = try ledger.append([Samples.sealed(Samples.start + 7)], knownAt: (Samples.start + 7).start)
        try ledger.close()
        #expect(
            try restore(story.folder.path("b"), story.path, story.folder.path("old")) == VerifyReport(head: story.heads.last!))
        let restored = try Ledger(path: story.path)
        #expect(restored.head == story.heads.last)
        #expect(try restored.append([Samples.sealed(Samples.start + 7)], knownAt: (Samples.start + 7).start) == later)
        #expect(try Ledger(path: story.folder.path("old")).head == later)
    }

    /// A daemon that was killed leaves a log beside the ledger; it belongs to the old one alone.
    @Test func aLogThatWasLeftBesideTheLedgerGoesWithTheOldOne() throws {
        let folder = try TemporaryFolder()
        let living = try Ledger(path: folder.path("living"))
        try Samples.tell(living)
        #expect(try make(folder.path("living"), folder.path("b")).isIntact)
        let head = try living.append([Samples.sealed(Samples.start + 7)], knownAt: (Samples.start + 7).start)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path("living" + suffix), toPath: folder.path("ledger.sqlite" + suffix))
        }
        #expect(try restore(folder.path("b"), folder.path(), folder.path("old")).isIntact)
        #expect(try Ledger(path: folder.path()).verify().isIntact)
        #expect(try Ledger(path: folder.path("old")).head == head)
    }

    @Test func aDamagedLedgerIsReplacedAndADamagedBackupIsNotTaken() throws {
        let story = try ClosedStory()
        let folder = story.folder
        #expect(try make(story.path, folder.path("b")).isIntact)
        let garbage = Data(repeating: 7, count: 9000)
        try garbage.write(to: URL(filePath: story.path))
        try garbage.write(to: URL(filePath: folder.path("bad")))
        #expect(throws: LedgerError.self) { try restore(folder.path("bad"), story.path, folder.path("old")) }
        #expect(throws: LedgerError.self) { try restore(folder.path("none"), story.path, folder.path("old")) }
        #expect(try Data(contentsOf: URL(filePath: story.path)) == garbage)
        #expect(try restore(folder.path("b"), story.path, folder.path("old")).isIntact)
        #expect(try Data(contentsOf: URL(filePath: folder.path("old"))) == garbage)
        #expect(try Ledger(path: story.path).head == story.heads.last)
        #expect(try names(folder).allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test func aBackupWithABrokenChainChangesNothing() throws {
        let story = try ClosedStory()
        #expect(try make(story.path, story.folder.path("b")).isIntact)
        try Outsider.edit(story.folder.path("b"), "UPDATE records SET body = replace(body, 'red', 'rod') WHERE kind = 'sealed'")
        let before = try Data(contentsOf: URL(filePath: story.path))
        #expect(try restore(story.folder.path("b"), story.path, story.folder.path("old")).fault?.isOfRecords == true)
        #expect(try Data(contentsOf: URL(filePath: story.path)) == before)
        #expect(!FileManager.default.fileExists(atPath: story.folder.path("old")))
    }

    @Test func aBackupOfAnEarlierVersionIsBroughtUpToDate() throws {
        let story = try ClosedStory()
        let backup = story.folder.path("b")
        #expect(try make(story.path, backup).isIntact)
        try Outsider.makeEarlier(backup)
        #expect(try restore(backup, story.path, story.folder.path("old")).isIntact)
        #expect(try Ledger(path: story.path).verify(containing: story.heads).isIntact)
    }
}
