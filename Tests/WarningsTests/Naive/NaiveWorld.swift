import AirQuality
import PlanModel

/// All that is known at a moment: the latest values and every forecast, in the order of receipt.
struct NaiveWorld {
    private var observed: [String: NaiveRecord] = [:]
    private(set) var days: [DayForecast] = []
    private(set) var hours: [Int: [HourForecast]] = [:]
    /// Opinions on an area, and those taken back, in the order in which they were recorded.
    private var opinions: [(area: String, at: Int, date: LocalDate, range: DayForecast?)] = []

    /// The latest value counts; a blank does not erase one; a withdrawal does (semantics §2).
    mutating func take(_ batch: ObservationBatch) {
        for row in batch.rows {
            let station = batch.stations[Int(row.station)]
            for pollutant in Pollutant.allCases where row.values[pollutant] >= 0 {
                observed[station, default: NaiveRecord()].set(Int(row.values[pollutant]), pollutant, Int(row.slot))
            }
        }
        for withdrawal in batch.withdrawals {
            observed[withdrawal.station]?.set(-1, withdrawal.pollutant, withdrawal.slot.hours)
        }
    }

    mutating func take(_ batch: ForecastBatch) {
        days += batch.days
        for row in batch.hours { hours[row.slot.hours, default: []].append(row) }
    }

    mutating func take(_ opinion: DifferentialCase.Voice) {
        for day in opinion.days {
            opinions.append((opinion.area, opinion.at, day.date, opinion.isRetracted ? nil : day))
        }
    }

    /// What stands over the forecasts of an area at an instant.
    func opinions(of area: Area, at now: Int) -> [LocalDate: DayForecast] {
        var standing: [LocalDate: DayForecast] = [:]
        for opinion in opinions where opinion.area == area.id && opinion.at <= now {
            standing[opinion.date] = opinion.range
        }
        return standing
    }

    /// What is on record of the stations of an area, in the order in which it names them; of a city without, its own:
    /// that of its id first, then of its code, of its name, of its name with or without 市.
    func records(of area: Area) -> [NaiveRecord] {
        if area.stations.isEmpty {
            let bare = area.name.hasSuffix("市") ? String(area.name.dropLast()) : area.name
            var names = [area.id]
            for name in [area.code ?? area.id, area.name, bare, bare + "市"] where !names.contains(name) { names.append(name) }
            return names.compactMap { observed[$0] }
        }
        return area.stations.map { observed[$0] ?? NaiveRecord() }
    }

    func record(of station: String) -> NaiveRecord { observed[station] ?? NaiveRecord() }
}

/// The values of one station, in thousandths.
struct NaiveRecord {
    private var origin = 0
    private var values: [Int] = []

    mutating func set(_ value: Int, _ pollutant: Pollutant, _ slot: Int) {
        if values.isEmpty { origin = slot }
        if slot < origin {
            values.insert(contentsOf: Array(repeating: -1, count: 6 * (origin - slot)), at: 0)
            origin = slot
        }
        let place = 6 * (slot - origin) + Int(pollutant.rawValue)
        if place >= values.count { values += Array(repeating: -1, count: place + 6 - values.count) }
        values[place] = value
    }

    /// The value of a pollutant, by its number, in a slot; -1 where it is missing.
    func value(_ pollutant: Int, _ slot: Int) -> Int {
        let place = 6 * (slot - origin) + pollutant
        return slot >= origin && place < values.count ? values[place] : -1
    }
}

/// What stands for forecasts (semantics §6, §9).
enum NaiveSupply {
    case perfect(end: Int)
    case persistence
    /// Forecasts as issued; replayed ones count only from their `received` time on.
    case issued(honoursReceived: Bool)
}
