import AirQuality
import Desk
import Feeds

/// Keeps of a feed what concerns the plan and lies within the time for which data is accepted.
struct FeedSieve {
    struct Sifted {
        var observations: ObservationBatch
        var forecasts: ForecastBatch
        /// Rows beyond the days for which late data is accepted.
        var tooOld = 0
        /// Rows of slots that have not begun.
        var tooNew = 0
    }

    let desk: Desk
    /// The earliest and the latest time that it may be.
    let times: ClosedRange<Instant>

    func sift(_ result: FeedResult) -> Sifted {
        var sifted = Sifted(observations: desk.relevant(result.observations), forecasts: desk.relevant(result.forecasts))
        let first = times.lowerBound.hourFloor.hours - DeskSettings.lateDays * 24
        // A feed may state an hour while it runs; what lies further ahead is a wrong label or a wrong clock.
        let last = times.upperBound.hourFloor.hours + ClockGuard.hoursAhead - 1
        let before = sifted.observations.rows.count
        sifted.observations.rows.removeAll { Int($0.slot) < first }
        sifted.tooOld = before - sifted.observations.rows.count
        let kept = sifted.observations.rows.count
        sifted.observations.rows.removeAll { Int($0.slot) > last }
        sifted.tooNew = kept - sifted.observations.rows.count
        sifted.observations.withdrawals.removeAll { $0.slot.hours < first || $0.slot.hours > last }
        return sifted
    }
}
