/// The mean of an area's stations (semantics §2).
public enum AreaMean {
    /// The area value of one slot in thousandths, rounded half to even; missing where fewer than `quorum` stations have one.
    public static func values(of stations: [StationSeries], at slot: Int, quorum: Int) -> PollutantValues {
        var so2 = Sum()
        var no2 = Sum()
        var co = Sum()
        var o3 = Sum()
        var pm10 = Sum()
        var pm25 = Sum()
        for station in stations {
            let values = station[slot]
            so2.add(values[.so2])
            no2.add(values[.no2])
            co.add(values[.co])
            o3.add(values[.o3])
            pm10.add(values[.pm10])
            pm25.add(values[.pm25])
        }
        var mean = PollutantValues()
        mean[.so2] = so2.mean(quorum)
        mean[.no2] = no2.mean(quorum)
        mean[.co] = co.mean(quorum)
        mean[.o3] = o3.mean(quorum)
        mean[.pm10] = pm10.mean(quorum)
        mean[.pm25] = pm25.mean(quorum)
        return mean
    }

    /// The area values of consecutive slots.
    public static func values(of stations: [StationSeries], over slots: Range<Int>, quorum: Int) -> ContiguousArray<
        PollutantValues
    > {
        ContiguousArray(slots.map { values(of: stations, at: $0, quorum: quorum) })
    }

    /// The known values of one pollutant.
    private struct Sum {
        private var total: Int64 = 0
        private var count: Int64 = 0

        mutating func add(_ value: Int32) {
            let isKnown = value >= 0
            total &+= isKnown ? Int64(value) : 0
            count &+= isKnown ? 1 : 0
        }

        func mean(_ quorum: Int) -> Int32 {
            guard count >= quorum, count > 0 else { return PollutantValues.missing }
            return Int32(truncatingIfNeeded: roundedHalfEven(total, over: count))
        }
    }
}
