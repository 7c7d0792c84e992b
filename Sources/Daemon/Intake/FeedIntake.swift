import AirQuality
import Desk
import Feeds
import FileAccess
import Ledger
import Lists
import Logging

/// Takes the bytes of a feed file into the ledger and to the desk.
struct FeedIntake<Files: FileSystem> {
    enum Outcome {
        /// The ledger holds the file's rows.
        case taken
        /// The same content was taken before; nothing changes.
        case seen
        /// The file speaks of hours to come, and the clock is in doubt: it is to be tried again.
        case early
        /// A file of requests was left in the middle: the rest is to be carried out later.
        case interrupted
        /// Nothing of the file can be used; of a file of requests, some were refused.
        case rejected(String)
    }

    let service: DeskService<Files>
    let log: Logger

    /// Row errors of one file that are logged one by one.
    private static var loggedErrors: Int { 5 }

    /// - Throws: ``LedgerError`` where the ledger refuses for now; the file may be tried again.
    func take(_ packed: [UInt8], name: String, digest: String, now: Instant) throws -> Outcome {
        if try service.ledger.hasSeen(digest: digest) {
            log.info("the same content was taken in before", metadata: ["file": "\(name)"])
            return .seen
        }
        let bytes: [UInt8]
        do { bytes = try FeedFiles.unpacked(packed) } catch { return .rejected("\(error)") }
        if FactsReader.isFacts(bytes) {
            return try FactsIntake(service: service, log: log).take(bytes, name: name, digest: digest, now: now)
        }
        let result = FeedReader.read(bytes, name: name)
        if let rejected = result.rejected { return .rejected(rejected.description) }
        let sifted = FeedSieve(desk: service.desk, times: service.clock.possibleTimes ?? now...now).sift(result)
        if sifted.tooNew > 0, service.clock.mayBeBehind { return .early }
        let record = FeedRecord(
            name: name, digest: digest, format: result.format?.rawValue ?? "", observations: sifted.observations,
            forecasts: sifted.forecasts,
            counts: FeedRecord.Counts(
                rows: result.rowCount, errors: result.errorCount, reports: result.reportCount, stale: result.staleRows))
        do { try service.take(record, now: now) } catch let error as LedgerError where error.code == .refused {
            return .rejected(error.description)
        }
        report(result, sifted)
        return .taken
    }

    private func report(_ result: FeedResult, _ sifted: FeedSieve.Sifted) {
        let rows = sifted.observations.rows.count + sifted.forecasts.days.count + sifted.forecasts.hours.count
        log.info(
            "taken in", metadata: ["file": "\(result.name)", "format": "\(result.format?.rawValue ?? "")", "rows": "\(rows)"])
        if let broken = result.brokenOff { log.warning("a file breaks off: \(broken)", metadata: ["file": "\(result.name)"]) }
        for error in result.rowErrors.prefix(Self.loggedErrors) { log.warning("\(error)", metadata: ["file": "\(result.name)"]) }
        let rest = result.errorCount + result.reportCount - min(result.rowErrors.count, Self.loggedErrors)
        if rest > 0 { log.warning("\(rest) more rows to look at", metadata: ["file": "\(result.name)"]) }
        if sifted.tooOld > 0 {
            log.warning(
                "\(sifted.tooOld) rows are older than \(DeskSettings.lateDays) days and do not count",
                metadata: ["file": "\(result.name)"])
        }
        if sifted.tooNew > 0 {
            log.warning(
                "\(sifted.tooNew) rows are of hours that have not come yet and do not count", metadata: ["file": "\(result.name)"]
            )
        }
    }
}
