import AirQuality
import PlanModel

/// What is known of an area or station at an instant: observed values for slots before it, forecast ones from it on
/// (semantics §6), with the indices computed from them.
struct Timeline: Sendable {
    let calculator: IndexCalculator
    let supply: ForecastSupply
    let bound: ForecastBound
    /// The forecasts of the area; nil where there are none to read: no issued forecast speaks of a station.
    var book: ForecastBook?
    /// The instant t of the evaluation.
    private(set) var now: Int
    private(set) var series: HourlySeries
    /// What the issued forecasts say of each slot from t on.
    private var coverage: ContiguousArray<SlotCoverage>
    private var dailyIndices: IndexCache
    private var hourlyIndices: IndexCache

    /// - Parameter slots: The window; everything outside is missing.
    init(
        calculator: IndexCalculator, supply: ForecastSupply, bound: ForecastBound, book: ForecastBook?, slots: Range<Int>,
        now: Int
    ) {
        self.calculator = calculator
        self.supply = supply
        self.bound = bound
        self.book = book
        self.now = now
        series = HourlySeries(slots: slots)
        coverage = ContiguousArray(repeating: SlotCoverage(), count: book == nil ? 0 : slots.count)
        dailyIndices = IndexCache(origin: slots.lowerBound - 24, count: slots.count + 24)
        hourlyIndices = IndexCache(origin: slots.lowerBound, count: slots.count)
    }

    var slots: Range<Int> { series.slots }
    var zone: Zone { calculator.zone }

    mutating func setNow(_ slot: Int) { now = slot }

    /// Takes values of consecutive slots.
    ///
    /// - Returns: The smallest range of slots that changed.
    @discardableResult
    mutating func replace(from start: Int, with values: ContiguousArray<PollutantValues>) -> Range<Int>? {
        guard let changed = series.replace(from: start, with: values) else { return nil }
        // A block holds 24 slots; an hourly index of 2012 may read the 24 h mean that ends with its slot.
        dailyIndices.invalidate(changed.lowerBound - 23..<changed.upperBound)
        hourlyIndices.invalidate(changed.lowerBound..<changed.upperBound + 23)
        return changed
    }

    /// The timeline from a day before t on, without what a replayed record holds beyond the end of its perfect forecast; nil
    /// where there is nothing to take away.
    func withoutRecord(beyond end: Int) -> Timeline? {
        guard case .perfect = supply, end < slots.upperBound else { return nil }
        let start = max(now - 24, slots.lowerBound)
        var result = Timeline(
            calculator: calculator, supply: supply, bound: bound, book: book, slots: start..<max(start, end), now: now)
        result.replace(from: start, with: ContiguousArray(result.slots.map { series.values(at: $0) }))
        return result
    }

    /// Takes what the issued forecasts say of slots.
    ///
    /// - Returns: The smallest range of slots whose concentrations changed.
    mutating func takeForecasts(_ range: Range<Int>) -> Range<Int>? {
        let inside = range.clamped(to: slots)
        guard !inside.isEmpty, let book else { return nil }
        for slot in inside { coverage[slot - slots.lowerBound] = book.coverage(at: slot) }
        return replace(from: inside.lowerBound, with: ContiguousArray(inside.map { book.values(at: $0) }))
    }

    /// Whether day values alone cover one of the slots of a range that lie ahead.
    func isCoveredByDayAlone(_ range: Range<Int>, _ quantity: Quantity) -> Bool {
        guard !coverage.isEmpty else { return false }
        return range.clamped(to: max(now, slots.lowerBound)..<max(now, slots.upperBound)).contains { slot in
            let coverage = coverage[slot - slots.lowerBound]
            return coverage.hasDay && !coverage.isHourly(quantity)
        }
    }

    /// The daily AQI of the block from a slot, from concentrations alone.
    mutating func daily(from start: Int) -> AirQualityIndex {
        if let known = dailyIndices[start] { return known }
        let index = repeatsDayBefore(start) ? daily(from: start - 24) : calculator.daily(series, from: start)
        dailyIndices[start] = index
        return index
    }

    /// Whether a block holds the same values as the one 24 h before and is read by the same edition.
    private func repeatsDayBefore(_ start: Int) -> Bool {
        guard case .persistence(let hours) = supply else { return false }
        return start >= now && start + 24 <= min(now + hours, slots.upperBound)
            && calculator.edition(at: start) == calculator.edition(at: start - 24)
    }

    /// The hourly AQI of a slot, from concentrations alone.
    mutating func hourly(at slot: Int) -> AirQualityIndex {
        if let known = hourlyIndices[slot] { return known }
        let index = calculator.hourly(series, at: slot)
        hourlyIndices[slot] = index
        return index
    }
}

/// Indices by slot that are computed once until what they rest on changes.
private struct IndexCache: Sendable {
    private let origin: Int
    private var indices: ContiguousArray<AirQualityIndex?>

    init(origin: Int, count: Int) {
        self.origin = origin
        indices = ContiguousArray(repeating: nil, count: count)
    }

    subscript(slot: Int) -> AirQualityIndex? {
        get {
            let index = slot - origin
            return index >= 0 && index < indices.count ? indices[index] : nil
        }
        set {
            let index = slot - origin
            if index >= 0, index < indices.count { indices[index] = newValue }
        }
    }

    mutating func invalidate(_ range: Range<Int>) {
        let low = max(range.lowerBound - origin, 0)
        let high = min(range.upperBound - origin, indices.count)
        guard low < high else { return }
        for index in low..<high { indices[index] = nil }
    }
}
