import AirQuality
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Ledger

@Suite struct FaultTests {
    struct Fault: Error {}

    /// The story, each append failing once at every point before it succeeds.
    @Test func afterAFailedAppendNothingOfItIsThere() throws {
        let folder = try TemporaryFolder()
        let failAt = Mutex(0)
        let faults = LedgerFaults { _ in
            let isDue = failAt.withLock { left in
                left -= 1
                return left == 0
            }
            if isDue { throw Fault() }
        }
        let ledger = try Ledger(path: folder.path(), faults: faults)
        var failures = 0
        for entries in Samples.story {
            let before = ledger.head
            let counts = try ledger.rowCounts()
            for point in 1...entries.count + 1 {
                failAt.withLock { $0 = point }
                #expect(throws: Fault.self) { try ledger.append(entries, knownAt: Samples.start.start) }
                failures += 1
                #expect(ledger.head == before)
                #expect(try ledger.rowCounts() == counts)
            }
            failAt.withLock { $0 = 0 }
            try ledger.append(entries, knownAt: Samples.start.start)
        }
        #expect(failures == Samples.story.reduce(0) { $0 + $1.count + 1 })
        #expect(try ledger.verify().isIntact)
        var read: [LedgerEntry] = []
        try ledger.forEachRecord { read.append($0.entry) }
        #expect(read == Samples.story.flatMap { $0 })
    }

    @Test func aFullDiskIsSaidAndSurvived() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let head = try #require(try Samples.tell(ledger).last)
        let pages = try ledger.queue.read { db in try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 }
        try ledger.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)") }
        let large = LedgerEntry.feed(Samples.feed(Samples.start + 20, stations: 500))
        #expect { try ledger.append([large], knownAt: Samples.start.start) } throws: { error in
            (error as? LedgerError)?.isNoSpace == true && "\(error)".contains(folder.path())
        }
        #expect(ledger.head == head)
        #expect(try ledger.verify().isIntact)
        try ledger.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try ledger.append([large], knownAt: Samples.start.start).seq == head.seq + 1)
        #expect(try ledger.verify().isIntact)
    }

    @Test func twoWritersDoNotMix() throws {
        let folder = try TemporaryFolder()
        let first = try Ledger(path: folder.path())
        let second = try Ledger(path: folder.path())
        try first.append([Samples.sealed(Samples.start)], knownAt: Samples.start.start)
        #expect { try second.append([Samples.sealed(Samples.start + 1)], knownAt: Samples.start.start) } throws: { error in
            (error as? LedgerError)?.code == .otherWriter
        }
        #expect(try first.verify() == VerifyReport(head: first.head))
    }

    @Test func aReaderSeesWhatIsWrittenMeanwhileAndWritesNothing() throws {
        let folder = try TemporaryFolder()
        let writer = try Ledger(path: folder.path())
        let reader = try Ledger(path: folder.path(), readOnly: true)
        try Samples.tell(writer)
        #expect(try reader.verify() == VerifyReport(head: writer.head))
        #expect { try reader.append([Samples.sealed(Samples.start + 50)], knownAt: Samples.start.start) } throws: { error in
            (error as? LedgerError)?.code == .notWritable
        }
    }

    @Test func aLockOfSomebodyElseIsSaidAndPasses() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let head = try #require(try Samples.tell(ledger).last)
        try ledger.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA busy_timeout = 20") }
        let other = try DatabaseQueue(path: folder.path())
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect { try ledger.append([Samples.sealed(Samples.start + 50)], knownAt: Samples.start.start) } throws: { error in
                (error as? LedgerError)?.code == .busy && (error as? LedgerError)?.isPassing == true
            }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try ledger.append([Samples.sealed(Samples.start + 50)], knownAt: Samples.start.start).seq == head.seq + 1)
        #expect(try ledger.verify().isIntact)
    }

    /// A disk of two MiB, really full: nothing is half there, and it goes on when there is room again.
    @Test(.enabled(if: SmallDisk.isPossible)) func aDiskThatIsReallyFull() throws {
        let disk = try SmallDisk(kibibytes: 2048)
        let ledger = try Ledger(path: disk.path("ledger.sqlite"))
        try Samples.tell(ledger)
        let ballast = disk.path("ballast")
        var refusals = 0
        var hour = 100
        for round in 0..<6 {
            disk.fill(ballast)
            while refusals <= round {
                let before = ledger.head
                do {
                    try ledger.append([.feed(Samples.feed(Samples.start + hour, stations: 30))], knownAt: Samples.start.start)
                    hour += 1
                } catch let error as LedgerError {
                    #expect(error.isNoSpace, "\(error)")
                    #expect(ledger.head == before)
                    refusals += 1
                }
            }
            try FileManager.default.removeItem(atPath: ballast)
            try ledger.append([.feed(Samples.feed(Samples.start + hour, stations: 30))], knownAt: Samples.start.start)
            hour += 1
            #expect(try ledger.verify() == VerifyReport(head: ledger.head))
        }
        disk.fill(ballast)
        #expect { try Ledger(path: disk.path("new.sqlite")) } throws: { ($0 as? LedgerError)?.isNoSpace == true }
    }
}
