public import AirQuality
public import PlanModel

/// The latest received observations of the stations, or published cities, that a plan reads.
public struct ObservationStore: Sendable {
    private var indices: [String: Int] = [:]
    private var names: [String] = []
    private var series: [StationSeries] = []

    public init() {}

    /// Takes a batch.
    ///
    /// - Parameter isWanted: Whether a station's or city's rows are kept.
    /// - Returns: The smallest range that holds every slot whose values changed, nil if none did.
    public mutating func merge(_ batch: ObservationBatch, isWanted: (String) -> Bool) -> Range<Int>? {
        var low = Int.max
        var high = Int.min
        func note(_ slot: Int) {
            low = min(low, slot)
            high = max(high, slot)
        }
        let targets = batch.stations.map { isWanted($0) ? index(of: $0) : nil }
        reserve(for: batch, targets)
        batch.rows.withUnsafeBufferPointer { rows in
            var start = 0
            while start < rows.count {
                let station = Int(rows[start].station)
                var end = start + 1
                while end < rows.count, Int(rows[end].station) == station { end += 1 }
                if targets.indices.contains(station), let target = targets[station],
                    let changed = series[target].merge(rows[start..<end])
                {
                    note(changed.lowerBound)
                    note(changed.upperBound - 1)
                }
                start = end
            }
        }
        for withdrawal in batch.withdrawals {
            guard let target = indices[withdrawal.station] else { continue }
            if series[target].withdraw(withdrawal.pollutant, at: withdrawal.slot.hours) { note(withdrawal.slot.hours) }
        }
        return low <= high ? low..<high + 1 : nil
    }

    /// Widens each station's series once instead of row by row.
    private mutating func reserve(for batch: ObservationBatch, _ targets: [Int?]) {
        guard batch.rows.count > 1000 else { return }
        var bounds = Array(repeating: (low: Int32.max, high: Int32.min), count: targets.count)
        for row in batch.rows where Int(row.station) < bounds.count && row.station >= 0 {
            bounds[Int(row.station)].low = min(bounds[Int(row.station)].low, row.slot)
            bounds[Int(row.station)].high = max(bounds[Int(row.station)].high, row.slot)
        }
        for (target, bound) in zip(targets, bounds) {
            guard let target, bound.low <= bound.high else { continue }
            series[target].extend(to: Int(bound.low))
            series[target].extend(to: Int(bound.high))
        }
    }

    private mutating func index(of name: String) -> Int {
        if let known = indices[name] { return known }
        indices[name] = series.count
        names.append(name)
        series.append(StationSeries())
        return series.count - 1
    }

    /// The series of a station; empty where nothing was received.
    public func series(of station: String) -> StationSeries { indices[station].map { series[$0] } ?? StationSeries() }

    /// The series whose mean is an area's value in a range of slots: its stations', or the city's own published one for an area
    /// without stations.
    func series(of area: Area, over slots: Range<Int>) -> [StationSeries] {
        let parts = parts(of: area)
        guard area.stations.isEmpty, parts.count > 1 else { return parts }
        var published = StationSeries()
        for part in parts.reversed() {
            for slot in slots { published.merge(part[slot], at: slot) }
        }
        return [published]
    }

    /// The series of an area's stations; for an area without, those of its names in feeds, the one that goes first in front.
    private func parts(of area: Area) -> [StationSeries] {
        (area.stations.isEmpty ? area.ownNames(among: names) : area.stations).map { series(of: $0) }
    }

    /// The area values of a range of slots.
    public func areaSeries(_ area: Area, _ slots: Range<Int>) -> HourlySeries {
        HourlySeries(
            origin: slots.lowerBound, values: AreaMean.values(of: series(of: area, over: slots), over: slots, quorum: area.quorum)
        )
    }

    /// Whether every station of an area has the required pollutants for a slot (semantics §8.10).
    public func isComplete(_ area: Area, at slot: HourSlot, requires: PollutantSet) -> Bool {
        let stations = series(of: area, over: slot.hours..<slot.hours + 1)
        return !stations.isEmpty && stations.allSatisfy { $0[slot.hours].known.isSuperset(of: requires) }
    }

    /// The last slot before `limit` for which any station of an area has any value.
    public func lastSlot(of area: Area, before limit: HourSlot) -> HourSlot? {
        parts(of: area).compactMap { station in
            let slots = station.slots.clamped(to: station.slots.lowerBound..<max(station.slots.lowerBound, limit.hours))
            return slots.last { !station[$0].known.isEmpty }
        }.max().map { HourSlot($0) }
    }

    /// Forgets the slots before one.
    public mutating func forget(before slot: HourSlot) {
        for index in series.indices { series[index].forget(before: slot.hours) }
    }
}
