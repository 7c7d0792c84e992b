import AirQuality
import PlanModel

/// The forecasts of an area that are known at an instant (semantics §6): for each slot, quantity and day what the plan makes of
/// those that count.
struct NaiveForecasts {
    /// By slot: values of the six pollutants and then the AQI, -1 where nothing covers them.
    private(set) var slots: [Int: [Int]] = [:]
    private(set) var days: [LocalDate: DayForecast] = [:]
    /// The end of the last slot that any of them covers.
    private(set) var end: Int?

    /// A value with the rank of its row: issue time first, then time of receipt.
    private struct Ranked<Value> {
        var rank: Int
        var value: Value
    }

    init(_ world: NaiveWorld, _ area: Area, _ plan: Plan, now: Int, honoursReceived: Bool) {
        let rule = plan.forecasts
        let zone = plan.zone
        /// Known at the instant, of a source that counts, and not too old.
        func counts(_ issued: Instant, _ received: Instant?, _ source: String) -> Bool {
            if issued.seconds > now * 3600 || honoursReceived && (received ?? issued).seconds > now * 3600 { return false }
            if let age = rule.maximumAge, issued.seconds < (now - age) * 3600 { return false }
            return rule.sources.isEmpty || rule.sources.contains(source)
        }
        /// Issue time first; at the same one, time of receipt, which live is the order itself.
        func rank(_ issued: Instant, _ received: Instant?) -> Int {
            Int(issued.seconds) * 4_000_000_000 + (honoursReceived ? Int((received ?? issued).seconds) : 0)
        }
        /// Without named sources all rows are of one.
        func place(_ source: String) -> Int { rule.sources.firstIndex(of: source) ?? 0 }
        var answers: [String: Bool] = [:]
        func isOwn(_ name: String) -> Bool {
            if let known = answers[name] { return known }
            answers[name] = area.answers(to: name)
            return area.answers(to: name)
        }
        let offices = max(1, rule.sources.count)
        var ranges: [LocalDate: [Ranked<DayForecast>?]] = [:]
        for row in world.days where isOwn(row.area) && counts(row.issued, row.received, row.source) {
            let own = Ranked(rank: rank(row.issued, row.received), value: row)
            var known = ranges[row.date] ?? Array(repeating: nil, count: offices)
            if let best = known[place(row.source)], own.rank < best.rank { continue }
            known[place(row.source)] = own
            ranges[row.date] = known
            end = max(end ?? Int.min, zone.midnight(of: row.date).hours + 24)
        }
        for (date, ranges) in ranges { days[date] = Self.day(ranges.compactMap { $0?.value }, plan) }
        for (slot, rows) in world.hours {
            let none = Array(repeating: Ranked(rank: -1, value: -1), count: 7)
            var known = Array(repeating: none, count: offices)
            for row in rows where isOwn(row.area) && counts(row.issued, row.received, row.source) {
                let own = rank(row.issued, row.received)
                for quantity in 0..<7 {
                    let value = quantity == 6 ? row.aqi ?? -1 : Int(row.values[Pollutant.allCases[quantity]])
                    if value < 0 || own < known[place(row.source)][quantity].rank { continue }
                    known[place(row.source)][quantity] = Ranked(rank: own, value: value)
                    end = max(end ?? Int.min, slot + 1)
                }
            }
            slots[slot] = (0..<7).map { quantity in Self.value(known.map { $0[quantity].value }.filter { $0 >= 0 }, rule) }
        }
        for (date, opinion) in world.opinions(of: area, at: now) { stand(opinion, on: date, zone) }
    }

    /// An opinion takes the place of whatever forecasts say of its day.
    private mutating func stand(_ opinion: DayForecast, on date: LocalDate, _ zone: Zone) {
        days[date] = opinion
        end = max(end ?? Int.min, zone.midnight(of: date).hours + 24)
        for slot in slots.keys where zone.date(of: HourSlot(slot)) == date { slots[slot] = nil }
    }

    /// What sources make of one value, the preferred one's first; -1 where none has one.
    private static func value(_ values: [Int], _ rule: ForecastRule) -> Int {
        guard let first = values.first else { return -1 }
        switch rule.combination {
        case .preference: return first
        case .highest: return values.reduce(first) { max($0, $1) }
        case .mean: return halfEven(values.reduce(0, +), values.count)
        }
    }

    private static func day(_ rows: [DayForecast], _ plan: Plan) -> DayForecast {
        var result = rows[0]
        switch plan.forecasts.combination {
        case .preference: return result
        case .highest:
            func number(_ row: DayForecast) -> Int {
                switch plan.forecastBound {
                case .upper: row.high * 2
                case .middle: row.low + row.high
                case .lower: row.low * 2
                }
            }
            for row in rows where number(row) > number(result) { result = row }
            return result
        case .mean:
            result.low = halfEven(rows.map(\.low).reduce(0, +), rows.count)
            result.high = halfEven(rows.map(\.high).reduce(0, +), rows.count)
            for row in rows { result.primary = result.primary.intersection(row.primary) }
            return result
        }
    }
}
