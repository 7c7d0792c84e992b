public import AirQuality
public import PlanModel

/// The forecasts of one area: what the plan makes of those that are known, of every source, and of the opinions over them.
public struct ForecastBook: Sendable {
    /// The forecast AQI of a natural day.
    public struct DayValue: Hashable, Sendable {
        public var low: Int
        public var high: Int
        public var primary: PollutantSet
    }

    private enum Row: Sendable {
        case day(DayForecast)
        case hour(HourForecast)
        case opinion(Opinion.Day, ForecastReference)
        case retraction(LocalDate)

        var source: String {
            switch self {
            case .day(let row): row.source
            case .hour(let row): row.source
            case .opinion, .retraction: ""
            }
        }
    }

    private struct Pending: Sendable {
        var effective: Int64
        var rank: ForecastRank
        var row: Row
    }

    private var zone: Zone
    private var edition: EditionRule
    private var rule: ForecastRule
    private var bound: ForecastBound
    /// One a source, in the order of the plan; then, those of which it says nothing.
    private var shelves: [ForecastShelf] = []
    /// As many shelves from the first on count.
    private var counting = 0
    private var opinions: [LocalDate: (day: Opinion.Day, reference: ForecastReference)] = [:]
    private var pending: [Pending] = []
    private var nextPending = 0
    private var isSorted = true
    private var received = 0
    /// What was issued before does not count any more.
    private var oldest = Int64.min

    /// The end of the last slot that a forecast which counts covers, nil where none does.
    public private(set) var coverageEnd: Int?

    public init(plan: Plan) {
        zone = plan.zone
        edition = plan.edition
        rule = plan.forecasts
        bound = plan.forecastBound
        arrangeShelves()
    }

    /// Reads what is known as a plan that takes over says.
    mutating func read(by plan: Plan) {
        let hasMoved = zone != plan.zone
        zone = plan.zone
        edition = plan.edition
        rule = plan.forecasts
        bound = plan.forecastBound
        arrangeShelves()
        if hasMoved { for index in shelves.indices { shelves[index].read(in: zone) } }
        oldest = .min
        coverageEnd = lastCovered()
    }

    private mutating func arrangeShelves() {
        let known = shelves
        shelves = rule.sources.map { source in known.first { $0.source == source } ?? ForecastShelf(source: source) }
        shelves += known.filter { !rule.sources.contains($0.source) }
        counting = rule.sources.isEmpty ? shelves.count : rule.sources.count
    }

    /// Issue time of the most recent known forecast, of the sources that count.
    public var lastIssued: Instant? {
        shelves[..<counting].compactMap(\.lastIssued).max().map { Instant(seconds: $0) }
    }

    // MARK: Taking

    /// Takes forecasts of this area. Each counts from its issue time, or from `received` where `honoursReceived` and it has one.
    public mutating func add(_ batch: ForecastBatch, honoursReceived: Bool) {
        for day in batch.days { append(.day(day), day.issued, day.received, honoursReceived) }
        for hour in batch.hours { append(.hour(hour), hour.issued, hour.received, honoursReceived) }
    }

    /// Takes an opinion of this area, which counts from the hour in which it was recorded.
    mutating func add(_ opinion: Opinion, at instant: Instant) {
        let reference = ForecastReference.opinion(
            author: opinion.signature.name, because: opinion.because, at: instant)
        for day in opinion.days { append(.opinion(day, reference), instant.hourFloor.start, nil, false) }
    }

    /// Takes back what opinions say of days.
    mutating func retract(_ days: [LocalDate], at instant: Instant) {
        for date in days { append(.retraction(date), instant.hourFloor.start, nil, false) }
    }

    /// Whether an opinion on a day stands, or will from the next evaluation on.
    func hasOpinion(on date: LocalDate) -> Bool {
        var stands = opinions[date] != nil
        for entry in pending[nextPending...] {
            switch entry.row {
            case .opinion(let day, _): if day.date == date { stands = true }
            case .retraction(let day): if day == date { stands = false }
            case .day, .hour: break
            }
        }
        return stands
    }

    private mutating func append(_ row: Row, _ issued: Instant, _ stated: Instant?, _ honoursReceived: Bool) {
        let knownAt = honoursReceived ? stated?.seconds ?? issued.seconds : issued.seconds
        let effective = max(issued.seconds, knownAt)
        if let last = pending.last, effective < last.effective { isSorted = false }
        let rank = ForecastRank(issued: issued.seconds, received: knownAt, order: received, stated: stated?.seconds)
        pending.append(Pending(effective: effective, rank: rank, row: row))
        received += 1
    }

    /// Lets the forecasts that are known at an instant take effect, and those that are too old for the plan lose it.
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
        var changed = expire(at: now)
        while nextPending < pending.count, pending[nextPending].effective <= now.start.seconds {
            if let slots = apply(pending[nextPending]) { changed = slots.joined(with: changed) }
            nextPending += 1
        }
        if nextPending > 4096, nextPending > pending.count / 2 {
            pending.removeFirst(nextPending)
            nextPending = 0
        }
        return changed
    }

    private mutating func expire(at now: HourSlot) -> Range<Int>? {
        guard let age = rule.maximumAge else { return nil }
        let limit = (now - age).start.seconds
        guard limit != oldest else { return nil }
        let times = min(oldest, limit)..<max(oldest, limit)
        oldest = limit
        let changed = shelves[..<counting].reduce(nil) { $1.slots(issuedIn: times)?.joined(with: $0) ?? $0 }
        if changed != nil { coverageEnd = lastCovered() }
        return changed
    }

    private mutating func apply(_ entry: Pending) -> Range<Int>? {
        switch entry.row {
        case .opinion(let day, let reference):
            opinions[day.date] = (day, reference)
            return cover(slots(of: day.date))
        case .retraction(let date):
            guard opinions.removeValue(forKey: date) != nil else { return nil }
            coverageEnd = lastCovered()
            return slots(of: date)
        case .day, .hour: break
        }
        let place = shelf(of: entry.row.source)
        let slots: Range<Int>? =
            switch entry.row {
            case .day(let row): shelves[place].take(row, entry.rank, zone)
            case .hour(let row): shelves[place].take(row, entry.rank)
            case .opinion, .retraction: nil
            }
        guard let slots, place < counting, entry.rank.issued >= oldest else { return nil }
        return cover(slots)
    }

    private mutating func shelf(of source: String) -> Int {
        if let place = shelves.firstIndex(where: { $0.source == source }) { return place }
        shelves.append(ForecastShelf(source: source))
        if rule.sources.isEmpty { counting = shelves.count }
        return shelves.count - 1
    }

    private mutating func cover(_ slots: Range<Int>) -> Range<Int> {
        coverageEnd = max(coverageEnd ?? slots.upperBound, slots.upperBound)
        return slots
    }

    private func lastCovered() -> Int? {
        let ends = shelves[..<counting].compactMap { $0.end(since: oldest) } + opinions.keys.map { slots(of: $0).upperBound }
        return ends.max()
    }

    private func slots(of date: LocalDate) -> Range<Int> {
        let start = zone.midnight(of: date).hours
        return start..<start + 24
    }

    /// Forgets what concerns only slots before one.
    mutating func forget(before slot: HourSlot) {
        for index in shelves.indices { shelves[index].forget(before: slot, zone) }
        let date = zone.date(of: slot)
        opinions = opinions.filter { $0.key >= date }
        // What waits to take effect but speaks only of the past, as when a long record is folded, never needs to.
        let waiting = pending[nextPending...].filter { entry in
            switch entry.row {
            case .day(let row): if row.date >= date { return true }
            case .hour(let row): if row.slot >= slot { return true }
            case .opinion(let day, _): return day.date >= date
            case .retraction(let day): return day >= date
            }
            if entry.effective <= slot.start.seconds { shelves[shelf(of: entry.row.source)].noteIssue(entry.rank.issued) }
            return false
        }
        pending = Array(waiting)
        nextPending = 0
    }
}

// MARK: - Reading

extension ForecastBook {
    /// The forecast of a natural day that counts.
    public func day(_ date: LocalDate) -> DayValue? {
        if let opinion = opinions.isEmpty ? nil : opinions[date] { return value(of: opinion.day) }
        if counting == 1 { return shelves[0].days[date].flatMap { $0.rank.issued >= oldest ? DayValue($0) : nil } }
        let found = days(on: date)
        let chosen = chosenDays(found).map { found[$0].day }
        guard let first = chosen.first else { return nil }
        guard chosen.count > 1 else { return DayValue(first) }
        func mean(_ bound: (ForecastShelf.Day) -> Int) -> Int {
            Int(roundedHalfEven(chosen.reduce(0) { $0 + Int64(bound($1)) }, over: Int64(chosen.count)))
        }
        return DayValue(
            low: mean(\.low), high: mean(\.high), primary: chosen.reduce(first.primary) { $0.intersection($1.primary) })
    }

    /// The forecast concentrations of a slot.
    func values(at slot: Int) -> PollutantValues {
        var values = PollutantValues()
        let found = hours(at: slot)
        guard !found.isEmpty else { return values }
        for (place, pollutant) in Pollutant.allCases.enumerated() {
            if let value = value(place, of: found) { values[pollutant] = value }
        }
        return values
    }

    /// The forecast hourly AQI of a slot.
    func aqi(at slot: Int) -> Int? { value(ForecastShelf.index, of: hours(at: slot)).map { Int($0) } }

    /// What the known forecasts say of a slot.
    func coverage(at slot: Int) -> SlotCoverage {
        SlotCoverage(
            concentrations: values(at: slot).known, hasIndex: aqi(at: slot) != nil,
            hasDay: day(zone.date(of: HourSlot(slot))) != nil)
    }

    /// The forecasts from which the value of a natural day comes.
    func references(toDay date: LocalDate) -> [ForecastReference] {
        if let opinion = opinions[date] { return [opinion.reference] }
        let found = days(on: date)
        return chosenDays(found).map { reference(found[$0].shelf, found[$0].day.rank) }
    }

    /// The forecasts from which a slot's concentration of a pollutant comes, or with nil its hourly AQI.
    func references(toSlot slot: Int, _ pollutant: Pollutant?) -> [ForecastReference] {
        let place = pollutant.map { Int($0.rawValue) } ?? ForecastShelf.index
        let found = hours(at: slot).filter { $0.hour.counts(place, since: oldest) }
        return chosenHours(found, place).compactMap { index in
            found[index].hour.ranks[place].map { reference(found[index].shelf, $0) }
        }
    }

    private func reference(_ shelf: Int, _ rank: ForecastRank) -> ForecastReference {
        .issued(
            source: shelves[shelf].source, at: Instant(seconds: rank.issued),
            received: rank.stated.map { Instant(seconds: $0) })
    }

    // MARK: Choosing

    private func days(on date: LocalDate) -> [(shelf: Int, day: ForecastShelf.Day)] {
        (0..<counting).compactMap { shelf in
            shelves[shelf].days[date].flatMap { $0.rank.issued >= oldest ? (shelf, $0) : nil }
        }
    }

    /// Those that say anything of a slot; none where an opinion stands over its day.
    private func hours(at slot: Int) -> [(shelf: Int, hour: ForecastShelf.Hour)] {
        if !opinions.isEmpty, opinions[zone.date(of: HourSlot(slot))] != nil { return [] }
        return (0..<counting).compactMap { shelf in shelves[shelf].hours[slot].map { (shelf, $0) } }
    }

    private func value(_ place: Int, of hours: [(shelf: Int, hour: ForecastShelf.Hour)]) -> Int32? {
        if hours.count == 1 { return hours[0].hour.counts(place, since: oldest) ? hours[0].hour.values[place] : nil }
        let found = hours.filter { $0.hour.counts(place, since: oldest) }
        let chosen = chosenHours(found, place).compactMap { found[$0].hour.values[place] }
        guard !chosen.isEmpty else { return nil }
        let sum = chosen.reduce(0) { $0 + Int64($1) }
        return Int32(truncatingIfNeeded: roundedHalfEven(sum, over: Int64(chosen.count)))
    }

    private func chosenDays(_ days: [(shelf: Int, day: ForecastShelf.Day)]) -> [Int] {
        chosen(days.count, rank: { days[$0].day.rank }, value: { bound.doubled(days[$0].day.low, days[$0].day.high) })
    }

    private func chosenHours(_ hours: [(shelf: Int, hour: ForecastShelf.Hour)], _ place: Int) -> [Int] {
        chosen(hours.count, rank: { hours[$0].hour.ranks[place] }, value: { Int(hours[$0].hour.values[place] ?? 0) })
    }

    /// Which of several that count, the preferred one first, are used: their mean is the value.
    private func chosen(_ count: Int, rank: (Int) -> ForecastRank?, value: (Int) -> Int) -> [Int] {
        guard count > 1 else { return Array(0..<count) }
        if rule.sources.isEmpty {
            let ranks = (0..<count).map { (rank($0), $0) }
            let best = ranks.max { left, right in
                guard let first = left.0, let second = right.0 else { return left.0 == nil }
                return first < second
            }
            return best.map { [$0.1] } ?? []
        }
        switch rule.combination {
        case .preference: return [0]
        case .highest: return [(1..<count).reduce(0) { value($1) > value($0) ? $1 : $0 }]
        case .mean: return Array(0..<count)
        }
    }

    private func value(of day: Opinion.Day) -> DayValue {
        switch day.range {
        case .aqi(let low, let high): return DayValue(low: low, high: high, primary: day.primary)
        case .pm25(let low, let high):
            let edition = edition.edition(on: day.date)
            func index(_ reported: Int) -> Int { SubIndex.value(reported, item: .pm25Day, edition: edition) ?? 500 }
            return DayValue(low: index(low), high: index(high), primary: PollutantSet(.pm25))
        }
    }
}

extension ForecastBook.DayValue {
    init(_ day: ForecastShelf.Day) { self.init(low: day.low, high: day.high, primary: day.primary) }
}

extension ForecastShelf.Hour {
    func counts(_ place: Int, since oldest: Int64) -> Bool { ranks[place].map { $0.issued >= oldest } ?? false }
}

extension ForecastBound {
    /// Twice the number that a range comes to, so that the middle is whole.
    func doubled(_ low: Int, _ high: Int) -> Int {
        switch self {
        case .upper: 2 * high
        case .middle: low + high
        case .lower: 2 * low
        }
    }
}
