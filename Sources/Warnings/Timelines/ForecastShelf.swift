import AirQuality

/// Which of two forecasts of one source counts: the later issued, then the later received (semantics §6).
struct ForecastRank: Hashable, Comparable, Sendable {
    var issued: Int64
    var received: Int64
    var order: Int
    /// When the feed says that it became known.
    var stated: Int64?

    static func < (left: ForecastRank, right: ForecastRank) -> Bool {
        (left.issued, left.received, left.order) < (right.issued, right.received, right.order)
    }
}

/// The forecasts of one source: for each slot, quantity and day the most recently issued one that is known.
///
/// If that one is too old, so are those that it replaced: nothing else needs to be kept.
struct ForecastShelf: Sendable {
    struct Day: Sendable {
        var low: Int
        var high: Int
        var primary: PollutantSet
        var rank: ForecastRank
    }

    struct Hour: Sendable {
        /// Of the six pollutants in thousandths and then of the AQI, nil where nothing covers them.
        var values = InlineArray<7, Int32?>(repeating: nil)
        var ranks = InlineArray<7, ForecastRank?>(repeating: nil)
    }

    /// What one issue covers.
    struct Issue: Sendable {
        var issued: Int64
        var slots: Range<Int>
    }

    /// The place of the AQI behind the pollutants.
    static let index = Pollutant.allCases.count

    let source: String
    private(set) var days: [LocalDate: Day] = [:]
    private(set) var hours: [Int: Hour] = [:]
    /// In the order of their time.
    private(set) var issues: [Issue] = []
    /// Issue time of the most recent forecast.
    private(set) var lastIssued: Int64?

    init(source: String) { self.source = source }

    /// Takes a row that has taken effect.
    ///
    /// - Returns: The slots that it covers, nil where it covers none.
    mutating func take(_ row: DayForecast, _ rank: ForecastRank, _ zone: Zone) -> Range<Int>? {
        let start = zone.midnight(of: row.date).hours
        guard days[row.date].map({ $0.rank <= rank }) ?? true else { return nil }
        days[row.date] = Day(low: row.low, high: row.high, primary: row.primary, rank: rank)
        note(rank.issued, start..<start + 24)
        return start..<start + 24
    }

    mutating func take(_ row: HourForecast, _ rank: ForecastRank) -> Range<Int>? {
        let slot = row.slot.hours
        var hour = hours[slot] ?? Hour()
        var covers = false
        func enter(_ value: Int32, _ place: Int) {
            covers = true
            guard hour.ranks[place].map({ $0 <= rank }) ?? true else { return }
            hour.values[place] = value
            hour.ranks[place] = rank
        }
        for (place, pollutant) in Pollutant.allCases.enumerated() where row.values[pollutant] != PollutantValues.missing {
            enter(row.values[pollutant], place)
        }
        if let aqi = row.aqi { enter(Int32(truncatingIfNeeded: aqi), Self.index) }
        guard covers else { return nil }
        hours[slot] = hour
        note(rank.issued, slot..<slot + 1)
        return slot..<slot + 1
    }

    private mutating func note(_ issued: Int64, _ slots: Range<Int>) {
        noteIssue(issued)
        var place = issues.count
        while place > 0, issues[place - 1].issued > issued { place -= 1 }
        if place > 0, issues[place - 1].issued == issued {
            issues[place - 1].slots = issues[place - 1].slots.joined(with: slots)
        } else {
            issues.insert(Issue(issued: issued, slots: slots), at: place)
        }
    }

    mutating func noteIssue(_ issued: Int64) { lastIssued = max(lastIssued ?? issued, issued) }

    /// The slots that the issues of a span of time cover.
    func slots(issuedIn times: Range<Int64>) -> Range<Int>? {
        issues[place(of: times.lowerBound)..<place(of: times.upperBound)].reduce(nil) { $1.slots.joined(with: $0) }
    }

    /// The end of the last slot that an issue covers, of those from a time on.
    func end(since oldest: Int64) -> Int? { issues[place(of: oldest)...].map(\.slots.upperBound).max() }

    /// The place of the first issue from a time on.
    private func place(of time: Int64) -> Int {
        var low = 0
        var high = issues.count
        while low < high {
            let middle = (low + high) / 2
            if issues[middle].issued < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Reads the days in another zone.
    mutating func read(in zone: Zone) {
        issues = []
        for (date, day) in days {
            let start = zone.midnight(of: date).hours
            note(day.rank.issued, start..<start + 24)
        }
        for (slot, hour) in hours {
            for place in 0...Self.index { if let rank = hour.ranks[place] { note(rank.issued, slot..<slot + 1) } }
        }
    }

    mutating func forget(before slot: HourSlot, _ zone: Zone) {
        hours = hours.filter { $0.key >= slot.hours }
        let date = zone.date(of: slot)
        days = days.filter { $0.key >= date }
        issues.removeAll { $0.slots.upperBound <= slot.hours }
    }
}

extension Range<Int> {
    /// The smallest range that holds both.
    func joined(with other: Range<Int>?) -> Range<Int> {
        guard let other else { return self }
        return Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}
