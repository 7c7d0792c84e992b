import AirQuality
import Ledger
import Testing

@Suite struct RecordTests {
    @Test func everyKindComesBackAsItWentIn() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        try Samples.tell(ledger)
        var read: [LedgerEntry] = []
        var times: [Instant] = []
        try ledger.forEachRecord { record in
            read.append(record.entry)
            times.append(record.knownAt)
            #expect(record.seq == Int64(read.count))
        }
        #expect(read == Samples.story.flatMap { $0 })
        #expect(times == times.sorted())
        #expect(try ledger.verify() == VerifyReport(head: ledger.head, fault: nil))
    }
}
