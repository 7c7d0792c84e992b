import AirQuality

/// Hourly concentrations of some series, in thousandths; what is not given is zero.
struct HourlyValues: Hashable, Sendable {
    /// The slots that statements speak of.
    var slots: Range<Int>
    /// One value a slot.
    private(set) var values: [SeriesKey: [Int64]] = [:]

    init(slots: Range<Int>) { self.slots = slots }

    subscript(_ series: SeriesKey, _ slot: Int) -> Int64 {
        get { slots.contains(slot) ? values[series]?[slot - slots.lowerBound] ?? 0 : 0 }
        set {
            guard slots.contains(slot) else { return }
            values[series, default: [Int64](repeating: 0, count: slots.count)][slot - slots.lowerBound] = newValue
        }
    }

    /// The series that are not zero throughout, and all of stations, in the order of the pollutants, stations last: clean air at a
    /// station is part of what is said.
    var series: [SeriesKey] {
        values.keys.filter { $0.station != nil || values[$0]?.contains { $0 != 0 } ?? false }.sorted {
            ($0.station ?? "", $0.pollutant.rawValue) < ($1.station ?? "", $1.pollutant.rawValue)
        }
    }

    /// Whether the last value of every series is zero.
    var endsClean: Bool { values.keys.allSatisfy { self[$0, slots.upperBound - 1] == 0 } }

    /// The series over a range of slots; its first and last value go on beyond the slots that are held.
    func extended(to range: Range<Int>) -> HourlyValues {
        var result = HourlyValues(slots: range)
        guard let first = slots.first, let last = slots.last else { return result }
        for series in values.keys {
            for slot in range { result[series, slot] = self[series, min(max(slot, first), last)] }
        }
        return result
    }
}
