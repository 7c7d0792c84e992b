public import AirQuality

/// The forecasts of one area: for each slot, quantity and day the most recently issued one that is known.
public struct ForecastBook: Sendable {
    /// The forecast AQI of a natural day.
    public struct DayValue: Hashable, Sendable {
        public var low: Int
        public var high: Int
        public var primary: PollutantSet
        public var issued: Instant
    }

    /// Which of two forecasts counts: the later issued, then the later received (semantics §6).
    private struct Rank: Hashable, Comparable, Sendable {
        var issued: Int64
        var received: Int64
        var order: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.issued, left.received, left.order) < (right.issued, right.received, right.order)
        }
    }

    private struct HourEntry: Sendable {
        var values = PollutantValues()
        var aqi: Int?
        /// Of the six pollutants and then of the AQI.
        var ranks = InlineArray<7, Rank?>(repeating: nil)
    }

    private enum Row: Sendable {
        case day(DayForecast)
        case hour(HourForecast)
    }

    private struct Pending: Sendable {
        var effective: Int64
        var rank: Rank
        var row: Row
    }

    private var zone: Zone
    private var days: [LocalDate: (value: DayValue, rank: Rank)] = [:]
    private var hours: [Int: HourEntry] = [:]
    private var pending: [Pending] = []
    private var nextPending = 0
    private var isSorted = true
    private var received = 0

    /// The end of the last slot that a known forecast covers, nil before any does.
    public private(set) var coverageEnd: Int?
    /// Issue time of the most recent known forecast.
    public private(set) var lastIssued: Instant?

    public init(zone: Zone) { self.zone = zone }

    /// Reads the days in another zone, as a plan that takes over may state it.
    mutating func read(in other: Zone) {
        guard other != zone else { return }
        zone = other
        let ends = days.keys.map { other.midnight(of: $0).hours + 24 } + hours.keys.map { $0 + 1 }
        coverageEnd = ends.max()
    }

    /// Takes forecasts of this area. Each counts from its issue time, or from `received` where `honoursReceived` and it has one.
    public mutating func add(_ batch: ForecastBatch, honoursReceived: Bool) {
        for day in batch.days { append(.day(day), day.issued, honoursReceived ? day.received : nil) }
        for hour in batch.hours { append(.hour(hour), hour.issued, honoursReceived ? hour.received : nil) }
    }

    private mutating func append(_ row: Row, _ issued: Instant, _ known: Instant?) {
        let knownAt = known?.seconds ?? issued.seconds
        let effective = max(issued.seconds, knownAt)
        if let last = pending.last, effective < last.effective { isSorted = false }
        pending.append(
            Pending(effective: effective, rank: Rank(issued: issued.seconds, received: knownAt, order: received), row: row))
        received += 1
    }

    /// Lets the forecasts that are known at an instant take effect.
    ///
    /// - Returns: The slots from whose first on values may have changed, nil if none did.
    mutating func advance(to now: HourSlot) -> Range<Int>? {
        if !isSorted {
            var rest = Array(pending[nextPending...])
            rest.sort { ($0.effective, $0.rank) < ($1.effective, $1.rank) }
            pending = rest
            nextPending = 0
            isSorted = true
        }
        var changed: Range<Int>?
        while nextPending < pending.count, pending[nextPending].effective <= now.start.seconds {
            let slots = apply(pending[nextPending])
            if let slots {
                changed = changed.map { min($0.lowerBound, slots.lowerBound)..<max($0.upperBound, slots.upperBound) } ?? slots
            }
            nextPending += 1
        }
        if nextPending > 4096, nextPending > pending.count / 2 {
            pending.removeFirst(nextPending)
            nextPending = 0
        }
        return changed
    }

    private mutating func apply(_ entry: Pending) -> Range<Int>? {
        switch entry.row {
        case .day(let row):
            let start = zone.midnight(of: row.date).hours
            guard days[row.date].map({ $0.rank <= entry.rank }) ?? true else { return nil }
            days[row.date] = (DayValue(low: row.low, high: row.high, primary: row.primary, issued: row.issued), entry.rank)
            cover(to: start + 24, row.issued)
            return start..<start + 24
        case .hour(let row):
            var hour = hours[row.slot.hours] ?? HourEntry()
            var covers = false
            for pollutant in Pollutant.allCases where row.values[pollutant] != PollutantValues.missing {
                covers = true
                let index = Int(pollutant.rawValue)
                guard hour.ranks[index].map({ $0 <= entry.rank }) ?? true else { continue }
                hour.values[pollutant] = row.values[pollutant]
                hour.ranks[index] = entry.rank
            }
            if let aqi = row.aqi {
                covers = true
                if hour.ranks[6].map({ $0 <= entry.rank }) ?? true {
                    hour.aqi = aqi
                    hour.ranks[6] = entry.rank
                }
            }
            guard covers else { return nil }
            hours[row.slot.hours] = hour
            cover(to: row.slot.hours + 1, row.issued)
            return row.slot.hours..<row.slot.hours + 1
        }
    }

    private mutating func cover(to end: Int, _ issued: Instant) {
        coverageEnd = max(coverageEnd ?? end, end)
        noteIssue(issued)
    }

    /// The known forecast of a natural day.
    public func day(_ date: LocalDate) -> DayValue? { days.isEmpty ? nil : days[date]?.value }

    /// The forecast concentrations of a slot.
    func values(at slot: Int) -> PollutantValues { hours.isEmpty ? PollutantValues() : hours[slot]?.values ?? PollutantValues() }

    /// The forecast hourly AQI of a slot.
    func aqi(at slot: Int) -> Int? { hours.isEmpty ? nil : hours[slot]?.aqi }

    /// What the known forecasts say of a slot.
    func coverage(at slot: Int) -> SlotCoverage {
        let hour = hours[slot]
        return SlotCoverage(
            concentrations: hour?.values.known ?? [], hasIndex: hour?.aqi != nil,
            hasDay: day(zone.date(of: HourSlot(slot))) != nil)
    }

    /// Forgets what concerns only slots before one.
    mutating func forget(before slot: HourSlot) {
        hours = hours.filter { $0.key >= slot.hours }
        let date = zone.date(of: slot)
        days = days.filter { $0.key >= date }
        // What waits to take effect but speaks only of the past, as when a long record is folded, never needs to.
        let waiting = pending[nextPending...].filter { entry in
            switch entry.row {
            case .day(let row): if row.date >= date { return true }
            case .hour(let row): if row.slot >= slot { return true }
            }
            if entry.effective <= slot.start.seconds { noteIssue(Instant(seconds: entry.rank.issued)) }
            return false
        }
        pending = Array(waiting)
        nextPending = 0
    }

    private mutating func noteIssue(_ issued: Instant) { lastIssued = max(lastIssued ?? issued, issued) }
}
