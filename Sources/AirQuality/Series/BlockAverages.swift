/// The averages of GB 3095 and HJ 663 over 24 h blocks and 8 h windows (semantics §3).
extension HourlySeries {
    /// The 24 h mean of the block that starts at a slot, at reporting precision; missing with fewer than 20 values.
    public func dayMean(_ pollutant: Pollutant, from start: Int) -> Int {
        let (sum, count) = total(pollutant, over: start..<start + 24)
        return count >= 20 ? ReportedValue.mean(sum, count, of: pollutant) : ReportedValue.missing
    }

    /// The largest 8 h O3 mean of the block at reporting precision.
    ///
    /// Known with at least 14 of the 17 windows, or if the largest one known is above 160 µg/m³.
    public func o3EightHourMaximum(from start: Int) -> Int {
        let block = block(.o3, from: start)
        var sum: Int64 = 0
        var count: Int64 = 0
        func add(_ value: Int32, _ times: Int64) {
            guard value >= 0 else { return }
            sum &+= Int64(value) &* times
            count &+= times
        }
        for hour in 0..<7 { add(block[hour], 1) }
        var bestSum: Int64 = -1
        var bestCount: Int64 = 1
        var known = 0
        for window in 0..<17 {
            add(block[window + 7], 1)
            if count >= 6 {
                known += 1
                if sum &* bestCount > bestSum &* count { (bestSum, bestCount) = (sum, count) }
            }
            add(block[window], -1)
        }
        guard known >= 14 || (known > 0 && bestSum > 160_000 * bestCount) else { return ReportedValue.missing }
        return ReportedValue.mean(bestSum, Int(bestCount), of: .o3)
    }

    /// The largest hourly O3 of the block at reporting precision, of whatever hours are there.
    public func o3HourMaximum(from start: Int) -> Int {
        let block = block(.o3, from: start)
        var largest = PollutantValues.missing
        for hour in 0..<24 { largest = max(largest, block[hour]) }
        return ReportedValue.hourly(largest, of: .o3)
    }
}
