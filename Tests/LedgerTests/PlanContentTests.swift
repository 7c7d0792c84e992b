import AirQuality
import Desk
import Foundation
import Ledger
import Testing

/// A content of a plan file is in the log once, and every version is there whole.
@Suite struct PlanContentTests {
    private static let list = [UInt8](repeating: UInt8(ascii: "x"), count: 50_000)

    private func version(_ number: Int, list: [UInt8] = list) -> PlanVersion {
        PlanVersion(files: [
            PlanFile(name: "city.plan", bytes: Array("# \(number)\n".utf8)), PlanFile(name: "enterprises.csv", bytes: list),
        ])
    }

    @Test func whatDidNotChangeIsStoredByItsHash() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let versions = (0..<10).map { version($0) } + [version(10, list: Self.list + [0x0A])]
        for version in versions { try ledger.append([.plan(version)], knownAt: Samples.start.start) }
        // Back to the first: nothing of it is new.
        try ledger.append([.plan(versions[0])], knownAt: Samples.start.start)
        var read: [LedgerEntry] = []
        try ledger.forEachRecord { read.append($0.entry) }
        #expect(read == versions.map { .plan($0) } + [.plan(versions[0])])
        for version in versions { #expect(try ledger.planVersion(hash: version.hash) == version) }
        #expect(try ledger.verify().isIntact)
        try ledger.rebuild()
        #expect(try ledger.verify().isIntact)
        try ledger.close()
        let sizes = try Outsider.text(folder.path(), "SELECT group_concat(length(body) > 50000, '') FROM records")
        #expect(sizes == "100000000010")
    }

    /// As versions before this one wrote them: every file in full.
    @Test func recordsThatHoldEverythingStayReadable() throws {
        let folder = try TemporaryFolder()
        try Ledger(path: folder.path()).close()
        var previous = LedgerHead.empty.hash
        for number in 1...2 {
            let version = version(number)
            let files = version.files.map { #"{"name":"\#($0.name)","text":"\#(String(decoding: $0.bytes, as: UTF8.self))"}"# }
            let body = #"{"files":[\#(files.joined(separator: ","))],"hash":"\#(version.hash)"}"#.replacing("\n", with: "\\n")
            let hash = ContentHash.hex(Array("\(previous)\n\(number)\n7\nplan\n\(body)".utf8))
            try Outsider.attempt(
                folder.path(), "INSERT INTO records VALUES (\(number), 7, 'plan', '\(body)', '\(previous)', '\(hash)')")
            previous = hash
        }
        let ledger = try Ledger(path: folder.path())
        try ledger.rebuild()
        #expect(try ledger.verify().isIntact)
        #expect(try ledger.planInForce()?.version == version(2))
        try ledger.append([.plan(version(3))], knownAt: Samples.start.start)
        #expect(try ledger.verify().isIntact)
        let size = try Outsider.text(folder.path(), "SELECT length(body) < 1000 FROM records WHERE seq = 3")
        #expect(size == "1")
    }

    @Test func aContentThatNoRecordHoldsIsAFinding() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        for number in 0..<2 { try ledger.append([.plan(version(number))], knownAt: Samples.start.start) }
        try ledger.close()
        // The tables alone are damaged: they are made anew.
        try Outsider.attempt(folder.path(), "DELETE FROM plan_contents")
        let damaged = try Ledger(path: folder.path())
        #expect(throws: LedgerError.self) { try damaged.forEachRecord { _ in } }
        guard case .table = try damaged.verify().fault else {
            Issue.record("the tables were taken for good")
            return
        }
        try damaged.rebuild()
        #expect(try damaged.verify().isIntact)
        try damaged.close()
        // The records are changed: whoever computes the chain anew cannot make up the content.
        try Outsider.edit(folder.path(), "UPDATE records SET body = replace(body, 'xxx', 'xxy') WHERE seq = 1")
        guard case .chain(let seq, _) = try Ledger(path: folder.path()).verify().fault else {
            Issue.record("the records were taken for good")
            return
        }
        #expect(seq == 1)
    }

    @Test(arguments: [1, 2, 3])
    func aSupplementFollowsItsCause(_ wrong: Int) throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let head = try ledger.append([.plan(version(0))], knownAt: Samples.start.start)
        let entries: [LedgerEntry] =
            switch wrong {
            case 1: [Samples.supplement(at: Samples.start, record: 1, episode: Samples.start, cause: .facts)]
            case 2:
                [.facts(Samples.facts), Samples.supplement(at: Samples.start, record: 1, episode: Samples.start, cause: .plan)]
            default: [.supplement(SupplementRecord(supplements: [], notices: []))]
            }
        #expect(throws: LedgerError.self) { try ledger.append(entries, knownAt: Samples.start.start) }
        #expect(ledger.head == head)
    }

    @Test func factsAreThoseOnRecordBefore() throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path, readOnly: true)
        #expect(try ledger.facts() == Samples.facts.facts)
        #expect(try ledger.facts(before: 15).isEmpty)
        #expect(try ledger.hasSeen(digest: Samples.facts.digest))
    }
}
