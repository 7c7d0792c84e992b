import AirQuality
import PlanModel

/// The forecasts of an area that are known at an instant (semantics §6): for each slot, quantity and day the one that counts.
struct NaiveForecasts {
    /// By slot: values of the six pollutants and then the AQI, -1 where nothing covers them.
    private(set) var slots: [Int: [Int]] = [:]
    private(set) var days: [LocalDate: DayForecast] = [:]
    /// The end of the last slot that any of them covers.
    private(set) var end: Int?

    init(_ world: NaiveWorld, _ area: Area, _ zone: Zone, now: Int, honoursReceived: Bool) {
        func isKnown(_ issued: Instant, _ received: Instant?) -> Bool {
            issued.seconds <= now * 3600 && (!honoursReceived || (received ?? issued).seconds <= now * 3600)
        }
        /// Issue time first; at the same one, time of receipt, which live is the order itself.
        func rank(_ issued: Instant, _ received: Instant?) -> Int {
            Int(issued.seconds) * 4_000_000_000 + (honoursReceived ? Int((received ?? issued).seconds) : 0)
        }
        var answers: [String: Bool] = [:]
        func isOwn(_ name: String) -> Bool {
            if let known = answers[name] { return known }
            answers[name] = area.answers(to: name)
            return area.answers(to: name)
        }
        var dayRanks: [LocalDate: Int] = [:]
        for row in world.days where isOwn(row.area) && isKnown(row.issued, row.received) {
            let own = rank(row.issued, row.received)
            if let best = dayRanks[row.date], own < best { continue }
            dayRanks[row.date] = own
            days[row.date] = row
            end = max(end ?? Int.min, zone.midnight(of: row.date).hours + 24)
        }
        for (slot, rows) in world.hours {
            var values: [Int] = [-1, -1, -1, -1, -1, -1, -1]
            var ranks = values
            for row in rows where isOwn(row.area) && isKnown(row.issued, row.received) {
                let own = rank(row.issued, row.received)
                for quantity in 0..<7 {
                    let value = quantity == 6 ? row.aqi ?? -1 : Int(row.values[Pollutant.allCases[quantity]])
                    if value < 0 || own < ranks[quantity] { continue }
                    values[quantity] = value
                    ranks[quantity] = own
                    end = max(end ?? Int.min, slot + 1)
                }
            }
            slots[slot] = values
        }
    }
}
