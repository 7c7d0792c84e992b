import AirQuality
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Ledger

@Suite struct CrashTests {
    /// What a crash leaves: the file, and a write-ahead log that ends anywhere or holds rubbish from some point on.
    @Test func whateverIsLeftOfTheLogIsAPrefixOfTheRecords() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let made = ledger.head
        var heads: Set<LedgerHead> = [made]
        var generator = SplitMix64(seed: 20_161_216)
        var found: Set<LedgerHead> = []
        for (index, entries) in Samples.story.enumerated() {
            heads.insert(try ledger.append(entries, knownAt: (Samples.start + index).start))
            let file = try Data(contentsOf: URL(filePath: folder.path()))
            let log = try Data(contentsOf: URL(filePath: folder.path() + "-wal"))
            for trial in 0..<8 {
                var left = log
                let cut = Int.random(in: 0...log.count, using: &generator)
                if trial.isMultiple(of: 2) {
                    left = log.prefix(cut)
                } else {
                    for place in cut..<min(cut + 512, log.count) {
                        left[place] = UInt8.random(in: .min ... .max, using: &generator)
                    }
                }
                let head = try reopen(file, left)
                #expect(heads.contains(head))
                found.insert(head)
            }
            #expect(try reopen(file, log) == ledger.head)
        }
        #expect(found.count > 5)
    }

    /// After a checkpoint the log starts anew over its old contents.
    @Test func theSameAfterCheckpoints() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        var heads: [LedgerHead] = []
        var generator = SplitMix64(seed: 7)
        try ledger.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 12") }
        var sizes: Set<Int> = []
        for hour in 0..<30 {
            heads.append(
                try ledger.append(
                    [.feed(Samples.feed(Samples.start + hour, stations: 40))], knownAt: (Samples.start + hour).start))
            guard hour.isMultiple(of: 3) else { continue }
            let file = try Data(contentsOf: URL(filePath: folder.path()))
            let log = try Data(contentsOf: URL(filePath: folder.path() + "-wal"))
            sizes.insert(file.count)
            let head = try reopen(file, log.prefix(Int.random(in: 0...log.count, using: &generator)))
            #expect(head == .empty || heads.contains(head))
            #expect(try reopen(file, log) == heads.last)
        }
        #expect(sizes.count > 3, "no checkpoint was made")
    }

    /// Opens, checks and extends what is left; returns the head it was opened with.
    private func reopen(_ file: Data, _ log: Data) throws -> LedgerHead {
        let folder = try TemporaryFolder()
        try file.write(to: URL(filePath: folder.path()))
        try log.write(to: URL(filePath: folder.path() + "-wal"))
        let ledger = try Ledger(path: folder.path())
        let head = ledger.head
        #expect(try ledger.verify() == VerifyReport(head: head))
        try ledger.append([.clockJump(from: Instant(seconds: 0), to: Instant(seconds: 1))], knownAt: Instant(seconds: 1))
        #expect(try ledger.verify() == VerifyReport(head: ledger.head))
        return head
    }
}
