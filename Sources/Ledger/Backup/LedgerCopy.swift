import Foundation
import GRDB

/// Copies of the ledger's file, made page by page from one view of it.
enum LedgerCopy {
    /// Pages between two reports of progress.
    private static let step: CInt = 256

    /// Copies a database in use into a new file that needs no other beside it, and waits until it is on the disk.
    ///
    /// What stood at the path is replaced. The source is held in a transaction by the caller: then the copy is of one moment,
    /// whatever others write meanwhile, and never has to begin anew.
    static func write(_ source: Database, to path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
        // The transaction has its view of the file from its first read on.
        _ = try Int.fetchOne(source, sql: "SELECT 1 FROM sqlite_schema")
        LedgerFile.remove(path)
        try LedgerFile.create(path)
        var configuration = Configuration()
        configuration.label = "ledger.copy"
        configuration.foreignKeysEnabled = false
        let target = try DatabaseQueue(path: path, configuration: configuration)
        try target.writeWithoutTransaction { copy in
            try withoutActuallyEscaping(progress) { progress in
                try source.backup(to: copy, pagesPerStep: step) { progress($0.completedPageCount, $0.totalPageCount) }
            }
            try copy.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try target.close()
    }
}
