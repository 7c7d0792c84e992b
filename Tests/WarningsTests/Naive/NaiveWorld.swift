import AirQuality
import PlanModel

/// All that is known at a moment: the latest values and every forecast, in the order of receipt.
struct NaiveWorld {
    private(set) var observed: [String: [Int: [Pollutant: Int]]] = [:]
    private(set) var days: [DayForecast] = []
    private(set) var hours: [Int: [HourForecast]] = [:]

    /// The latest value counts; a blank does not erase one; a withdrawal does (semantics §2).
    mutating func take(_ batch: ObservationBatch) {
        for row in batch.rows {
            let station = batch.stations[Int(row.station)]
            for pollutant in Pollutant.allCases where row.values[pollutant] >= 0 {
                observed[station, default: [:]][Int(row.slot), default: [:]][pollutant] = Int(row.values[pollutant])
            }
        }
        for withdrawal in batch.withdrawals {
            observed[withdrawal.station]?[withdrawal.slot.hours]?[withdrawal.pollutant] = nil
        }
    }

    mutating func take(_ batch: ForecastBatch) {
        days += batch.days
        for row in batch.hours { hours[row.slot.hours, default: []].append(row) }
    }

    /// The area value (semantics §2) in thousandths, or a station's.
    func value(_ pollutant: Pollutant, at slot: Int, of area: Area, station: String?) -> Int? {
        if let station { return observed[station]?[slot]?[pollutant] }
        if area.stations.isEmpty {
            return observed.keys.filter(area.answers).compactMap { observed[$0]?[slot]?[pollutant] }.first
        }
        let values = area.stations.compactMap { observed[$0]?[slot]?[pollutant] }
        let suffices = area.atLeast.map { values.count >= $0 } ?? (4 * values.count >= 3 * area.stations.count)
        guard suffices, !values.isEmpty else { return nil }
        return halfEven(values.reduce(0, +), values.count)
    }
}

/// What stands for forecasts (semantics §6, §9).
enum NaiveSupply {
    case perfect(end: Int)
    case persistence
    /// Forecasts as issued; replayed ones count only from their `received` time on.
    case issued(honoursReceived: Bool)
}
