import AirQuality
import PlanModel

/// What forecasts said of each slot of a record 24 h before it: what a warning a day ahead could rest on.
struct ForecastAhead {
    /// Hours before a slot.
    static let lead = 24

    private let concentrations: HourlySeries
    private var indices: [Int: Int] = [:]
    private var days: [Int: (low: Int, high: Int, primary: PollutantSet)] = [:]

    /// What persistence says: the hour that is repeated is the one two days before.
    init(persistenceOf observed: HourlySeries, over slots: Range<Int>) {
        concentrations = HourlySeries(
            origin: slots.lowerBound, values: ContiguousArray(slots.map { observed.values(at: $0 - 2 * Self.lead) }))
    }

    /// Of several forecasts the one issued last, then received last, among those known 24 h before the slot.
    init(_ batches: [ForecastBatch], area: Area, zone: Zone, over slots: Range<Int>) {
        typealias Rank = (issued: Int64, known: Int64)
        func known(_ issued: Instant, _ received: Instant?) -> Int64 { max(issued.seconds, received?.seconds ?? issued.seconds) }
        func isKnown(_ known: Int64, for slot: Int) -> Bool { known <= Int64(slot - Self.lead) * 3600 }
        var values = ContiguousArray(repeating: PollutantValues(), count: slots.count)
        var ranks = [[Rank?]](repeating: [Rank?](repeating: nil, count: 8), count: slots.count)
        func takes(_ place: Int, _ item: Int, _ rank: Rank) -> Bool {
            if let other = ranks[place][item], other > rank { return false }
            ranks[place][item] = rank
            return true
        }
        for hour in batches.lazy.flatMap(\.hours) where slots.contains(hour.slot.hours) && area.answers(to: hour.area) {
            let rank = (hour.issued.seconds, known(hour.issued, hour.received))
            guard isKnown(rank.1, for: hour.slot.hours) else { continue }
            let place = hour.slot.hours - slots.lowerBound
            for pollutant in Pollutant.allCases where hour.values[pollutant] != PollutantValues.missing {
                if takes(place, Int(pollutant.rawValue), rank) { values[place][pollutant] = hour.values[pollutant] }
            }
            if let aqi = hour.aqi, takes(place, 6, rank) { indices[hour.slot.hours] = aqi }
        }
        for day in batches.lazy.flatMap(\.days) where area.answers(to: day.area) {
            let rank = (day.issued.seconds, known(day.issued, day.received))
            let start = zone.midnight(of: day.date).hours
            for slot in (start..<start + 24).clamped(to: slots) where isKnown(rank.1, for: slot) {
                if takes(slot - slots.lowerBound, 7, rank) { days[slot] = (day.low, day.high, day.primary) }
            }
        }
        concentrations = HourlySeries(origin: slots.lowerBound, values: values)
    }

    /// The values over the slots, in thousandths; a day's stands at each of its hours.
    func values(of main: MainQuantity, bound: ForecastBound, _ calculator: IndexCalculator) -> [Int64?] {
        concentrations.slots.map { slot in
            if let value = main.value(concentrations, slot, calculator) { return value }
            if main.quantity == .aqi, main.cycle == .hourly, let index = indices[slot] { return Int64(index) * 1000 }
            guard let day = days[slot] else { return nil }
            switch main.quantity {
            case .concentration: return nil
            case .iaqi(let pollutant) where !day.primary.contains(pollutant): return nil
            case .aqi, .iaqi: break
            }
            switch bound {
            case .upper: return Int64(day.high) * 1000
            case .middle: return Int64(day.low + day.high) * 500
            case .lower: return Int64(day.low) * 1000
            }
        }
    }
}
