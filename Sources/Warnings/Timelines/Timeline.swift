import AirQuality
import PlanModel

/// What is known of an area or station at an instant: observed values for slots before it, forecast ones from it on
/// (semantics §6), with the indices computed from them.
struct Timeline: Sendable {
    let calculator: IndexCalculator
    let supply: ForecastSupply
    /// The instant t of the evaluation.
    private(set) var now: Int
    private(set) var series: HourlySeries
    private var dailyIndices: IndexCache
    private var hourlyIndices: IndexCache

    /// - Parameter slots: The window; everything outside is missing.
    init(calculator: IndexCalculator, supply: ForecastSupply, slots: Range<Int>, now: Int) {
        self.calculator = calculator
        self.supply = supply
        self.now = now
        series = HourlySeries(slots: slots)
        dailyIndices = IndexCache(origin: slots.lowerBound - 24, count: slots.count + 24)
        hourlyIndices = IndexCache(origin: slots.lowerBound, count: slots.count)
    }

    var slots: Range<Int> { series.slots }

    mutating func setNow(_ slot: Int) { now = slot }

    /// Takes values of consecutive slots.
    ///
    /// - Returns: The smallest range of slots that changed.
    @discardableResult
    mutating func replace(from start: Int, with values: some RandomAccessCollection<PollutantValues>) -> Range<Int>? {
        guard let changed = series.replace(from: start, with: values) else { return nil }
        // A block holds 24 slots; an hourly index of 2012 may read the 24 h mean that ends with its slot.
        dailyIndices.invalidate(changed.lowerBound - 23..<changed.upperBound)
        hourlyIndices.invalidate(changed.lowerBound..<changed.upperBound + 23)
        return changed
    }

    /// The daily AQI of the block from a slot, from concentrations alone.
    mutating func daily(from start: Int) -> AirQualityIndex {
        if let known = dailyIndices[start] { return known }
        let index = calculator.daily(series, from: start)
        dailyIndices[start] = index
        return index
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
