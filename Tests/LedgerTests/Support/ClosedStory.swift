import Ledger

/// A ledger with the story in it, closed, for others to work on.
struct ClosedStory {
    let folder: TemporaryFolder
    let heads: [LedgerHead]
    var path: String { folder.path() }

    init() throws {
        folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        heads = try Samples.tell(ledger)
        try ledger.close()
    }
}
