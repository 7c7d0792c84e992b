import AirQuality
import PlanModel

/// States comparisons of one slot or block as bounds on sums of hourly concentrations (semantics §3 and §4, no value missing).
struct QuantityEncoder: Sendable {
    let scope: EncodingScope
    var store = FormulaStore()
    private var thresholds = Thresholds()
    /// Sub-indices at which it is told apart which pollutant leads.
    private let leadingSteps: [Int]
    private var elements: [ElementKey: Formula] = [:]

    /// A comparison at a slot or block.
    struct ElementKey: Hashable, Sendable {
        var station: String?
        var cycle: Cycle
        var comparison: Comparison
        var ledBy: PollutantSet?
        var edition: Edition
        var start: Int
    }

    /// - Parameter leadingSteps: Sub-indices at which `led by` is told apart, ascending; 0…499: exactly.
    init(scope: EncodingScope, leadingSteps: [Int]) {
        self.scope = scope
        self.leadingSteps = leadingSteps
    }

    mutating func element(_ key: ElementKey) -> Formula {
        if let known = elements[key] { return known }
        // A share of the area's value is no bound on a difference of sums: it is left open.
        var formula = key.comparison.isOfArea ? store.free() : compare(key)
        if let ledBy = key.ledBy, formula != .no { formula = store.and(formula, led(by: ledBy, key)) }
        elements[key] = formula
        return formula
    }

    private mutating func compare(_ key: ElementKey) -> Formula {
        let comparison = key.comparison
        // A comparison that asks for low values is the negation of one that asks for high ones.
        let isStrict = comparison.relation == .greater || comparison.relation == .lessOrEqual
        let reached = reaches(key, comparison.threshold, isStrict: isStrict)
        return comparison.relation.isUpward ? reached : !reached
    }

    /// The quantity is above a threshold, or equal to it unless that is strict.
    private mutating func reaches(_ key: ElementKey, _ threshold: Int64, isStrict: Bool) -> Formula {
        func least(step: Int64) -> Int {
            let quotient = threshold / step
            return Int(isStrict || threshold % step != 0 ? quotient + 1 : quotient)
        }
        switch key.comparison.quantity {
        case .aqi: return index(of: .all, atLeast: least(step: 1000), key)
        case .iaqi(let pollutant): return index(of: PollutantSet(pollutant), atLeast: least(step: 1000), key)
        case .concentration(let pollutant):
            let reported = least(step: ReportedValue.step(of: pollutant))
            return concentration(pollutant, atLeast: reported, key)
        }
    }

    private mutating func concentration(_ pollutant: Pollutant, atLeast reported: Int, _ key: ElementKey) -> Formula {
        if key.cycle == .hourly { return mean(pollutant, key, key.start, 1, reported) }
        guard pollutant == .o3 else { return mean(pollutant, key, key.start, 24, reported) }
        return eightHours(key, reported)
    }

    // MARK: Sub-indices

    /// One of the pollutants has a sub-index of at least a number.
    private mutating func index(of pollutants: PollutantSet, atLeast index: Int, _ key: ElementKey) -> Formula {
        if index <= 0 { return .yes }
        if index > 500 { return .no }
        var parts: [Formula] = []
        for pollutant in pollutants.intersection(scope.varying).members {
            parts.append(
                key.cycle == .hourly ? hourlyIndex(pollutant, index, key) : dailyIndex(pollutant, index, key, from: key.start))
        }
        return store.or(parts)
    }

    private mutating func hourlyIndex(_ pollutant: Pollutant, _ index: Int, _ key: ElementKey) -> Formula {
        let reported = thresholds.reported(SubIndexItem.hourly(pollutant), atLeast: index, key.edition)
        let own = reported.map { mean(pollutant, key, key.start, 1, $0) } ?? .no
        guard pollutant == .so2, key.edition == .edition2012 else { return own }
        // No 1 h sub-index of SO2 above 800 µg/m³ in 2012: the 24 h mean that ends with the slot stands for it.
        let isAbove = mean(.so2, key, key.start, 1, 801)
        return store.or(
            store.and(own, !isAbove), store.and(isAbove, dailyIndex(.so2, index, key, from: key.start - 23)))
    }

    private mutating func dailyIndex(_ pollutant: Pollutant, _ index: Int, _ key: ElementKey, from start: Int) -> Formula {
        guard pollutant == .o3 else {
            let reported = thresholds.reported(SubIndexItem.daily(pollutant), atLeast: index, key.edition)
            return reported.map { mean(pollutant, key, start, 24, $0) } ?? .no
        }
        // Above 800 µg/m³ the 8 h sub-index is not computed in 2012; an hour is as high then, and gives more than 300, the
        // most that 8 h give below.
        var parts: [Formula] = []
        if let reported = thresholds.reported(.o3EightHours, atLeast: index, key.edition) {
            parts.append(eightHours(key, reported))
        }
        if key.edition == .edition2012, let reported = thresholds.reported(.o3Hour, atLeast: index, key.edition) {
            for hour in start..<start + 24 { parts.append(mean(.o3, key, hour, 1, reported)) }
        }
        return store.or(parts)
    }

    private mutating func eightHours(_ key: ElementKey, _ reported: Int) -> Formula {
        var parts: [Formula] = []
        for window in key.start...key.start + 16 { parts.append(mean(.o3, key, window, 8, reported)) }
        return store.or(parts)
    }

    /// The mean over some slots reaches a value at reporting precision.
    private mutating func mean(
        _ pollutant: Pollutant, _ key: ElementKey, _ start: Int, _ count: Int, _ reported: Int
    ) -> Formula {
        if reported <= 0 { return .yes }
        guard scope.varying.contains(pollutant), reported <= Thresholds.ceiling(pollutant) else { return .no }
        return store.atLeast(
            SumBound(
                series: SeriesKey(pollutant: pollutant, station: key.station), start: start, end: start + count,
                sum: Thresholds.sum(pollutant, over: count, reaching: reported)))
    }

    // MARK: What leads

    /// One of some pollutants has the largest sub-index, above 50.
    ///
    /// Told apart only at ``leadingSteps``: between what must hold and what suffices lies a free truth.
    private mutating func led(by pollutants: PollutantSet, _ key: ElementKey) -> Formula {
        let own = pollutants.intersection(scope.varying)
        let others = scope.varying.subtracting(pollutants)
        let isHigh = index(of: .all, atLeast: 51, key)
        if own.isEmpty { return .no }
        if others.isEmpty { return isHigh }
        var needed = [isHigh]
        var enough: [Formula] = []
        for step in leadingSteps {
            let ownIsAbove = index(of: own, atLeast: step + 1, key)
            let othersAreAbove = index(of: others, atLeast: step + 1, key)
            needed.append(store.or(!othersAreAbove, ownIsAbove))
            if step >= 50 { enough.append(store.and(ownIsAbove, !othersAreAbove)) }
        }
        let must = store.and(needed)
        if leadingSteps.count == 500 { return must }
        return store.and(must, store.or(store.or(enough), store.free()))
    }
}
