public import AirQuality
import Desk
import Feeds
public import FileAccess
import Ledger
import Logging

/// Takes feed files in: each is parsed, committed to the ledger, and only then filed away.
public struct Inbox<Files: FileSystem> {
    private let folder: InboxFolder<Files>
    private let service: DeskService<Files>
    private let log: Logger

    /// Row errors of one file that are logged one by one.
    private static var loggedErrors: Int { 5 }

    public init(root: String, on files: Files, service: DeskService<Files>, log: Logger) {
        folder = InboxFolder(root: root, on: files)
        self.service = service
        self.log = log
    }

    public func prepare() throws(FileFailure) { try folder.prepare() }

    /// Takes every file that waits, in the order of names.
    ///
    /// - Parameter isComplete: Whether a file's writer has finished with it.
    /// - Returns: How many were taken or rejected, and whether any had to stay.
    @discardableResult
    public func takeAll(now: Instant, isComplete: (String) -> Bool = { _ in true }) -> (taken: Int, stayed: Bool) {
        let names: [String]
        do throws(FileFailure) { names = try folder.waiting().map(\.name) } catch {
            log.error("the inbox cannot be read", metadata: ["error": "\(error)"])
            return (0, true)
        }
        var taken = 0
        var stayed = false
        for name in names {
            if isComplete(name), take(name, now: now) { taken += 1 } else { stayed = true }
        }
        return (taken, stayed)
    }

    /// Takes one file.
    ///
    /// - Returns: Whether it has left the inbox. It stays where the ledger or the disk refuses, to be tried again.
    @discardableResult
    public func take(_ name: String, now: Instant) -> Bool {
        let bytes: [UInt8]
        do throws(FileFailure) { bytes = try folder.read(name, limit: FeedLimits.bytes) } catch {
            // Gone: someone took it away, or a second event speaks of a file already filed.
            guard !error.isMissing else { return true }
            return file(name) { try folder.reject(name, digest: "unread", reason: error.description) }
        }
        let digest = ContentHash.hex(bytes)
        do {
            if try service.ledger.hasSeen(digest: digest) {
                log.info("the same content was taken in before", metadata: ["file": "\(name)"])
                return file(name) { try folder.finish(name, digest: digest) }
            }
            return try take(bytes, name, digest, now)
        } catch {
            return false
        }
    }

    private func take(_ bytes: [UInt8], _ name: String, _ digest: String, _ now: Instant) throws -> Bool {
        let result: FeedResult
        do { result = try FeedFiles.read(bytes, name: name) } catch {
            return reject(name, digest, "\(error)")
        }
        if let rejected = result.rejected { return reject(name, digest, rejected.description) }
        let sifted = FeedSieve(desk: service.desk, now: now).sift(result)
        let record = FeedRecord(
            name: name, digest: digest, format: result.format?.rawValue ?? "", observations: sifted.observations,
            forecasts: sifted.forecasts,
            counts: FeedRecord.Counts(
                rows: result.rowCount, errors: result.errorCount, reports: result.reportCount, stale: result.staleRows))
        try service.take(record, now: now)
        report(result, sifted)
        return file(name) { try folder.finish(name, digest: digest) }
    }

    private func reject(_ name: String, _ digest: String, _ reason: String) -> Bool {
        log.warning("a file is rejected: \(reason)", metadata: ["file": "\(name)"])
        return file(name) { try folder.reject(name, digest: digest, reason: reason) }
    }

    private func file(_ name: String, _ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            log.error("a file cannot be filed away; it will be tried again", metadata: ["file": "\(name)", "error": "\(error)"])
            return false
        }
    }

    private func report(_ result: FeedResult, _ sifted: FeedSieve.Sifted) {
        let rows = sifted.observations.rows.count + sifted.forecasts.days.count + sifted.forecasts.hours.count
        log.info(
            "taken in", metadata: ["file": "\(result.name)", "format": "\(result.format?.rawValue ?? "")", "rows": "\(rows)"])
        if let broken = result.brokenOff { log.warning("a file breaks off: \(broken)", metadata: ["file": "\(result.name)"]) }
        for error in result.rowErrors.prefix(Self.loggedErrors) {
            log.warning("\(error)", metadata: ["file": "\(result.name)"])
        }
        let rest = result.errorCount + result.reportCount - min(result.rowErrors.count, Self.loggedErrors)
        if rest > 0 { log.warning("\(rest) more rows to look at", metadata: ["file": "\(result.name)"]) }
        if sifted.tooOld > 0 {
            log.warning("\(sifted.tooOld) rows are older than \(DeskSettings.lateDays) days and do not count", metadata: ["file": "\(result.name)"])
        }
        if sifted.tooNew > 0 {
            log.warning("\(sifted.tooNew) rows are of hours that have not come yet and do not count", metadata: ["file": "\(result.name)"])
        }
    }
}
