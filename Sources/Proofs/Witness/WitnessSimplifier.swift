import AirQuality

/// Makes a witness simple: long stretches of one round value, as long as it stays a witness.
struct WitnessSimplifier {
    let isWitness: (HourlyValues) -> Bool
    let shouldStop: () -> Bool
    private static let roundings: [Int64] = [50_000, 10_000, 5_000, 1_000]

    func simplify(_ values: HourlyValues) -> HourlyValues {
        var best = values
        for series in values.series { attempt(&best) { $0.fill(series, $0.slots, 0) } }
        for series in best.series {
            for step in [24, 12, 6] { flatten(series, by: step, &best) }
            round(series, &best)
            join(series, &best)
        }
        trim(&best)
        return best
    }

    @discardableResult
    private func attempt(_ best: inout HourlyValues, _ change: (inout HourlyValues) -> Void) -> Bool {
        if shouldStop() { return false }
        var next = best
        change(&next)
        guard next != best, isWitness(next) else { return false }
        best = next
        return true
    }

    /// Gives stretches of some hours one value each: zero, that of the stretch before, or their mean.
    private func flatten(_ series: SeriesKey, by step: Int, _ best: inout HourlyValues) {
        var start = best.slots.lowerBound
        while start < best.slots.upperBound {
            let range = start..<min(start + step, best.slots.upperBound)
            start += step
            let before = best[series, range.lowerBound - 1]
            let mean = range.reduce(0) { $0 + best[series, $1] } / Int64(range.count)
            let largest = range.map { best[series, $0] }.max() ?? 0
            for value in [before, mean, largest] where attempt(&best, { $0.fill(series, range, value) }) { break }
        }
    }

    /// Values as they are met, in thousandths, the lowest first.
    private static let usual: [Int64] = [20, 50, 80, 120, 160, 200, 260, 320, 400, 500, 600].map { $0 * 1000 }

    /// Gives each stretch of one value a usual one, else a rounder one.
    private func round(_ series: SeriesKey, _ best: inout HourlyValues) {
        for value in Set(best.slots.map { best[series, $0] }).sorted() {
            let usual = series.pollutant == .co ? Self.usual.map { $0 / 20 } : Self.usual
            if usual.contains(where: { usual in attempt(&best) { $0.replace(series, value, by: usual) } }) { continue }
            search: for rounding in series.pollutant == .co ? [10_000, 1_000, 100] : Self.roundings {
                let down = value / rounding * rounding
                for round in [down, down + rounding]
                where attempt(&best, { $0.replace(series, value, by: round) }) { break search }
            }
        }
    }

    /// Lets a stretch take the value of its neighbour.
    private func join(_ series: SeriesKey, _ best: inout HourlyValues) {
        var start = best.slots.lowerBound
        while start < best.slots.upperBound {
            var end = start + 1
            while end < best.slots.upperBound, best[series, end] == best[series, start] { end += 1 }
            let range = start..<end
            for neighbour in [start - 1, end] where best.slots.contains(neighbour) {
                let value = best[series, neighbour]
                if attempt(&best, { $0.fill(series, range, value) }) { break }
            }
            start = end
        }
    }

    /// Leaves out hours at both ends that the values beside them stand for.
    private func trim(_ best: inout HourlyValues) {
        func isSame(_ slot: Int, _ other: Int) -> Bool { best.series.allSatisfy { best[$0, slot] == best[$0, other] } }
        var (low, high) = (best.slots.lowerBound, best.slots.upperBound)
        while high - low > 24, isSame(low, low + 1) { low += 1 }
        while high - low > 24, isSame(high - 1, high - 2) { high -= 1 }
        attempt(&best) { $0 = $0.extended(to: low..<high) }
    }
}

extension HourlyValues {
    mutating func fill(_ series: SeriesKey, _ range: Range<Int>, _ value: Int64) {
        for slot in range { self[series, slot] = value }
    }

    mutating func replace(_ series: SeriesKey, _ value: Int64, by other: Int64) {
        for slot in slots where self[series, slot] == value { self[series, slot] = other }
    }
}
