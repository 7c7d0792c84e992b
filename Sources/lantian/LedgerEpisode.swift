import AirQuality
import Feeds
import Ledger
import Samples

/// The data of a stretch of time as a ledger has it: the values of each feed, at the time at which they became known.
struct LedgerEpisode {
    let ledger: Ledger
    let instants: ClosedRange<HourSlot>

    /// - Throws: ``LedgerError``
    func episode() throws -> EpisodeFile {
        var arrivals: [EpisodeFile.Arrival] = []
        // What was known at the start counts as well: conditions look back, and forecasts hold for days.
        let first = Instant(seconds: instants.lowerBound.start.seconds - Self.daysBefore * 86_400)
        let last = Instant(seconds: instants.upperBound.start.seconds + 3600)
        try ledger.forEachRecord { record in
            guard case .feed(let feed) = record.entry, (first...last).contains(record.knownAt) else { return }
            arrivals += files(feed, record)
        }
        let zone = Zone.beijing
        return EpisodeFile(
            title: "\(zone.shortText(instants.lowerBound)) — \(zone.shortText(instants.upperBound))", instants: instants,
            arrivals: arrivals)
    }

    private static let daysBefore: Int64 = 5

    private func files(_ feed: FeedRecord, _ record: LedgerRecord) -> [EpisodeFile.Arrival] {
        let writer = PlainLayoutWriter()
        let texts = [
            ("observations", feed.observations.rows.isEmpty ? nil : writer.text(feed.observations)),
            ("withdrawals", feed.observations.withdrawals.isEmpty ? nil : writer.text(feed.observations.withdrawals)),
            ("days", feed.forecasts.days.isEmpty ? nil : writer.text(feed.forecasts.days)),
            ("hours", feed.forecasts.hours.isEmpty ? nil : writer.text(feed.forecasts.hours)),
        ]
        return texts.compactMap { kind, text in
            text.map { EpisodeFile.Arrival(at: record.knownAt, name: "\(kind)-\(padded(record.seq)).csv", bytes: Array($0.utf8)) }
        }
    }

    /// Names sort as the records do.
    private func padded(_ seq: Int64) -> String {
        let digits = String(seq)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}
