import AirQuality
import PlanModel

/// What an evaluation at t reads of an area, or of one station: observed before t, forecast from t on.
///
/// Results are remembered within the instant, which is the only thing here that is not literal. Loops are plain ones: the
/// tests are not optimised.
final class NaiveTimeline {
    let plan: Plan
    let area: Area
    let station: String?
    let now: Int
    let supply: NaiveSupply
    private let records: [NaiveRecord]
    private let forecasts: NaiveForecasts
    /// The first slot that is remembered.
    private let origin: Int
    private static let width = 760
    /// Values of six pollutants a slot, -1: missing, -2: not yet looked up.
    private var values = Array(repeating: -2, count: 6 * width)
    private var slotIndices: [NaiveIndex?] = Array(repeating: nil, count: width)
    private var blockIndices: [NaiveIndex?] = Array(repeating: nil, count: width)
    private var dates: [LocalDate?] = Array(repeating: nil, count: width)
    private var clocks: [Int] = Array(repeating: -1, count: width)
    private var columns: [NaiveColumn] = []

    init(_ world: NaiveWorld, _ plan: Plan, _ area: Area, station: String?, now: Int, supply: NaiveSupply) {
        self.plan = plan
        self.area = area
        self.station = station
        self.now = now
        self.supply = supply
        origin = now - 420
        records = station.map { [world.record(of: $0)] } ?? world.records(of: area)
        if case .issued(let honoursReceived) = supply {
            forecasts = NaiveForecasts(world, area, plan, now: now, honoursReceived: honoursReceived)
        } else {
            forecasts = NaiveForecasts(NaiveWorld(), area, plan, now: now, honoursReceived: false)
        }
    }

    /// Whether another plan reads the same values of an area.
    func serves(_ other: Plan, _ otherArea: Area, _ otherStation: String?) -> Bool {
        station == otherStation && area == otherArea && plan.edition == other.edition && plan.requires == other.requires
            && plan.forecastBound == other.forecastBound && plan.forecasts == other.forecasts && plan.zone == other.zone
    }

    /// Truths of slots or blocks under a comparison.
    func column(_ comparison: Comparison, _ ledBy: [Pollutant]?, _ cycle: Cycle) -> NaiveColumn {
        for known in columns where known.cycle == cycle && known.comparison == comparison && known.ledBy == ledBy { return known }
        let made = NaiveColumn(self, comparison, ledBy, cycle, origin: origin, width: Self.width)
        columns.append(made)
        return made
    }

    // MARK: Time

    func date(_ slot: Int) -> LocalDate {
        if let known = dates[slot - origin] { return known }
        let date = plan.zone.date(of: HourSlot(slot))
        dates[slot - origin] = date
        return date
    }

    func isNaturalDay(_ start: Int) -> Bool {
        if clocks[start - origin] < 0 { clocks[start - origin] = plan.zone.clockHour(of: HourSlot(start)) }
        return clocks[start - origin] == 0
    }

    func edition(_ slot: Int) -> Edition {
        switch plan.edition {
        case .pinned(let edition): return edition
        case .byDate:
            let (year, month, _) = date(slot).civil
            return (year, month) >= (2026, 3) ? .edition2026 : .edition2012
        }
    }

    // MARK: Forecasts

    /// The end of the last slot that any forecast of the area covers, at most t + 240 h (semantics §7).
    private(set) lazy var coverageEnd: Int? = {
        switch supply {
        case .perfect(let end): return end > now ? min(now + 168, end) : nil
        case .persistence: return now + 168
        case .issued: return forecasts.end.map { min($0, now + 240) }
        }
    }()

    func dayForecast(_ slot: Int) -> DayForecast? { station == nil ? forecasts.days[date(slot)] : nil }

    func hourlyAQI(_ slot: Int) -> Int? {
        guard station == nil, slot >= now, let known = forecasts.slots[slot], known[6] >= 0 else { return nil }
        return known[6]
    }

    private func forecast(_ pollutant: Int, _ slot: Int) -> Int {
        switch supply {
        case .perfect(let end): return slot < min(now + 168, end) ? observed(pollutant, slot) : -1
        case .persistence: return slot < now + 168 ? observed(pollutant, now - 24 + (slot - now) % 24) : -1
        case .issued: return station == nil ? forecasts.slots[slot]?[pollutant] ?? -1 : -1
        }
    }

    /// The day value in thousandths, at the bound that the plan reads (semantics §6).
    func dayValue(_ forecast: DayForecast) -> Int {
        switch plan.forecastBound {
        case .upper: forecast.high * 1000
        case .middle: (forecast.low + forecast.high) * 500
        case .lower: forecast.low * 1000
        }
    }

    /// Whether a block cannot be read: not a natural day, with a slot that forecasts cover by day values alone, judged by the
    /// quantity.
    func isUnreadable(_ quantity: Quantity, block start: Int) -> Bool {
        if forecasts.days.isEmpty || station != nil || isNaturalDay(start) { return false }
        var slot = max(start, now)
        while slot < start + 24 {
            if isCoveredByDayAlone(slot, quantity) { return true }
            slot += 1
        }
        return false
    }

    private func isCoveredByDayAlone(_ slot: Int, _ quantity: Quantity) -> Bool {
        guard dayForecast(slot) != nil else { return false }
        switch quantity {
        case .iaqi(let pollutant), .concentration(let pollutant): return value(Int(pollutant.rawValue), slot) < 0
        case .aqi:
            if hourlyAQI(slot) != nil { return false }
            for pollutant in 0..<6 where value(pollutant, slot) >= 0 { return false }
            return true
        }
    }

    // MARK: Concentrations

    /// The area value (semantics §2) in thousandths, or a station's.
    private func observed(_ pollutant: Int, _ slot: Int) -> Int {
        if station != nil || area.stations.isEmpty {
            for record in records where record.value(pollutant, slot) >= 0 { return record.value(pollutant, slot) }
            return -1
        }
        var sum = 0
        var count = 0
        for record in records {
            let value = record.value(pollutant, slot)
            if value >= 0 {
                sum += value
                count += 1
            }
        }
        let suffices = area.atLeast.map { count >= $0 } ?? (4 * count >= 3 * area.stations.count)
        return suffices && count > 0 ? halfEven(sum, count) : -1
    }

    /// The value of a pollutant, by its number, in a slot; -1 where it is missing.
    func value(_ pollutant: Int, _ slot: Int) -> Int {
        let place = 6 * (slot - origin) + pollutant
        if values[place] == -2 { values[place] = slot < now ? observed(pollutant, slot) : forecast(pollutant, slot) }
        return values[place]
    }

    /// The hourly value at reporting precision, CO in tenths.
    func hourly(_ pollutant: Pollutant, _ slot: Int) -> Int? {
        let value = value(Int(pollutant.rawValue), slot)
        return value < 0 ? nil : halfEven(value, pollutant == .co ? 100 : 1000)
    }

    /// The sum of the values of consecutive slots, and how many there are.
    private func sum(_ pollutant: Pollutant, _ start: Int, _ hours: Int) -> (sum: Int, count: Int) {
        let number = Int(pollutant.rawValue)
        var sum = 0
        var count = 0
        var slot = start
        while slot < start + hours {
            let value = value(number, slot)
            if value >= 0 {
                sum += value
                count += 1
            }
            slot += 1
        }
        return (sum, count)
    }

    /// The 24 h mean at reporting precision.
    func dayMean(_ pollutant: Pollutant, _ start: Int) -> Int? {
        let (sum, count) = sum(pollutant, start, 24)
        return count >= 20 ? halfEven(sum, count * (pollutant == .co ? 100 : 1000)) : nil
    }

    /// The daily maximum 8 h mean of O3 at reporting precision.
    func eightHourMaximum(_ start: Int) -> Int? {
        var windows = 0
        var largest = (sum: -1, count: 1)
        var first = start
        while first <= start + 16 {
            let (sum, count) = sum(.o3, first, 8)
            if count >= 6 {
                windows += 1
                if sum * largest.count > largest.sum * count { largest = (sum, count) }
            }
            first += 1
        }
        guard windows >= 14 || largest.sum > 160_000 * largest.count else { return nil }
        return halfEven(largest.sum, largest.count * 1000)
    }

    // MARK: Indices

    func index(ofSlot slot: Int) -> NaiveIndex {
        if let found = slotIndices[slot - origin] { return found }
        let edition = edition(slot)
        var index = NaiveIndex()
        if let so2 = hourly(.so2, slot) {
            if so2 <= 800 {
                index.known[.so2] = NaiveTables.subIndex(so2, NaiveTables.so2Hour)
            } else if edition == .edition2026 {
                index.known[.so2] = 200
            } else {
                index.known[.so2] = dayMean(.so2, slot - 23).map { NaiveTables.subIndex($0, NaiveTables.so2Day) }
            }
        }
        index.known[.no2] = hourly(.no2, slot).map { NaiveTables.subIndex($0, NaiveTables.no2Hour) }
        index.known[.co] = hourly(.co, slot).map { NaiveTables.subIndex($0, NaiveTables.coHour) }
        index.known[.o3] = hourly(.o3, slot).map { NaiveTables.subIndex($0, NaiveTables.o3Hour) }
        index.known[.pm10] = hourly(.pm10, slot).map { NaiveTables.subIndex($0, NaiveTables.pm10(edition)) }
        index.known[.pm25] = hourly(.pm25, slot).map { NaiveTables.subIndex($0, NaiveTables.pm25(edition)) }
        slotIndices[slot - origin] = index
        return index
    }

    func index(ofBlock start: Int) -> NaiveIndex {
        if let found = blockIndices[start - origin] { return found }
        let edition = edition(start)
        var index = NaiveIndex()
        index.known[.so2] = dayMean(.so2, start).map { NaiveTables.subIndex($0, NaiveTables.so2Day) }
        index.known[.no2] = dayMean(.no2, start).map { NaiveTables.subIndex($0, NaiveTables.no2Day) }
        index.known[.co] = dayMean(.co, start).map { NaiveTables.subIndex($0, NaiveTables.coDay) }
        index.known[.pm10] = dayMean(.pm10, start).map { NaiveTables.subIndex($0, NaiveTables.pm10(edition)) }
        index.known[.pm25] = dayMean(.pm25, start).map { NaiveTables.subIndex($0, NaiveTables.pm25(edition)) }
        ozone(start, edition, &index)
        blockIndices[start - origin] = index
        return index
    }

    private func ozone(_ start: Int, _ edition: Edition, _ index: inout NaiveIndex) {
        let maximum = eightHourMaximum(start)
        if edition == .edition2026 {
            index.known[.o3] = maximum.map { $0 > 800 ? 300 : NaiveTables.subIndex($0, NaiveTables.o3EightHours) }
            return
        }
        var largestHour: Int?
        for slot in start..<start + 24 {
            if let value = hourly(.o3, slot) { largestHour = max(largestHour ?? 0, value) }
        }
        let hourItem = largestHour.map { NaiveTables.subIndex($0, NaiveTables.o3Hour) }
        if let maximum, maximum > 800 {
            index.known[.o3] = hourItem
            return
        }
        let eightHourItem = maximum.map { NaiveTables.subIndex($0, NaiveTables.o3EightHours) }
        if let hourItem, let eightHourItem {
            index.known[.o3] = max(hourItem, eightHourItem)
        } else {
            index.items = [hourItem, eightHourItem].compactMap { $0 }
        }
    }
}
