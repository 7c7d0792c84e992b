/// The mean of an area's stations (semantics §2).
public enum AreaMean {
    /// The area value of one slot in thousandths, rounded half to even; missing where fewer than `quorum` stations have one.
    public static func values(of stations: [StationSeries], at slot: Int, quorum: Int) -> PollutantValues {
        var mean = PollutantValues()
        for pollutant in Pollutant.allCases {
            var sum: Int64 = 0
            var count = 0
            for station in stations {
                let value = station[slot][pollutant]
                if value != PollutantValues.missing {
                    sum += Int64(value)
                    count += 1
                }
            }
            if count >= quorum, count > 0 {
                mean[pollutant] = Int32(truncatingIfNeeded: roundedHalfEven(sum, over: Int64(count)))
            }
        }
        return mean
    }

    /// The area values of consecutive slots.
    public static func values(of stations: [StationSeries], over slots: Range<Int>, quorum: Int) -> ContiguousArray<
        PollutantValues
    > {
        var result = ContiguousArray(repeating: PollutantValues(), count: slots.count)
        var sums = ContiguousArray<Int64>(repeating: 0, count: slots.count)
        var counts = ContiguousArray<Int32>(repeating: 0, count: slots.count)
        for pollutant in Pollutant.allCases {
            for index in sums.indices {
                sums[index] = 0
                counts[index] = 0
            }
            for station in stations {
                let shared = station.slots.clamped(to: slots)
                guard !shared.isEmpty else { continue }
                let from = shared.lowerBound - slots.lowerBound
                let source = shared.lowerBound - station.origin
                for offset in 0..<shared.count {
                    let value = station.values[source + offset][pollutant]
                    if value != PollutantValues.missing {
                        sums[from + offset] += Int64(value)
                        counts[from + offset] += 1
                    }
                }
            }
            let least = Int32(max(quorum, 1))
            for index in sums.indices where counts[index] >= least {
                result[index][pollutant] = Int32(truncatingIfNeeded: roundedHalfEven(sums[index], over: Int64(counts[index])))
            }
        }
        return result
    }
}
