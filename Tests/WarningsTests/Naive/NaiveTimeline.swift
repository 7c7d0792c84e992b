import AirQuality
import PlanModel

/// What an evaluation at t reads of an area, or of one station: observed before t, forecast from t on.
///
/// Results are remembered within the instant, which is the only thing here that is not literal.
final class NaiveTimeline {
    let plan: Plan
    let area: Area
    let station: String?
    let now: Int
    let supply: NaiveSupply
    private let world: NaiveWorld
    private var hourRows: [Int: [HourForecast]] = [:]
    /// Values of the slots around t, in the order of the pollutants; nil: not yet looked up.
    private var values: [[Int?]?] = Array(repeating: nil, count: 700)
    private var slotIndices: [Int: NaiveIndex] = [:]
    private var blockIndices: [Int: NaiveIndex] = [:]

    init(_ world: NaiveWorld, _ plan: Plan, _ area: Area, station: String?, now: Int, supply: NaiveSupply) {
        self.world = world
        self.plan = plan
        self.area = area
        self.station = station
        self.now = now
        self.supply = supply
    }

    // MARK: Time

    func date(_ slot: Int) -> LocalDate { plan.zone.date(of: HourSlot(slot)) }
    func isNaturalDay(_ start: Int) -> Bool { plan.zone.clockHour(of: HourSlot(start)) == 0 }
    func edition(_ slot: Int) -> Edition {
        switch plan.edition {
        case .pinned(let edition): return edition
        case .byDate:
            let (year, month, _) = date(slot).civil
            return (year, month) >= (2026, 3) ? .edition2026 : .edition2012
        }
    }

    // MARK: Forecasts

    private func isKnown(_ issued: Instant, _ received: Instant?) -> Bool {
        guard case .issued(let honoursReceived) = supply else { return false }
        return issued.seconds <= now * 3600 && (!honoursReceived || (received ?? issued).seconds <= now * 3600)
    }

    /// The known ones of an area's forecasts, given in the order of receipt; the one that counts last.
    private func known<Row>(_ rows: [Row], _ area: (Row) -> String, _ times: (Row) -> (Instant, Instant?)) -> [Row] {
        rows.enumerated().filter { self.area.answers(to: area($0.element)) && isKnown(times($0.element).0, times($0.element).1) }
            .map { (key: (times($0.element).0, times($0.element).1 ?? times($0.element).0, $0.offset), row: $0.element) }
            .sorted { $0.key < $1.key }.map(\.row)
    }

    private func hourForecasts(_ slot: Int) -> [HourForecast] {
        if let found = hourRows[slot] { return found }
        let found = known(world.hours[slot] ?? [], \.area) { ($0.issued, $0.received) }
        hourRows[slot] = found
        return found
    }

    /// The end of the last slot that any forecast of the area covers, at most t + 240 h (semantics §7).
    private(set) lazy var coverageEnd: Int? = {
        switch supply {
        case .perfect(let end): return end > now ? min(now + 168, end) : nil
        case .persistence: return now + 168
        case .issued:
            let dayEnds = days.keys.map { plan.zone.midnight(of: $0).hours + 24 }
            let hourEnds = world.hours.keys.filter { slot in
                hourForecasts(slot).contains { $0.aqi != nil || !$0.values.known.isEmpty }
            }
            return (dayEnds + hourEnds.map { $0 + 1 }).max().map { min($0, now + 240) }
        }
    }()

    private lazy var days: [LocalDate: DayForecast] = Dictionary(
        known(world.days, \.area) { ($0.issued, $0.received) }.map { ($0.date, $0) }, uniquingKeysWith: { $1 })

    func dayForecast(_ slot: Int) -> DayForecast? { station == nil ? days[date(slot)] : nil }

    func hourlyAQI(_ slot: Int) -> Int? {
        station == nil && slot >= now ? hourForecasts(slot).compactMap(\.aqi).last : nil
    }

    private func forecast(_ pollutant: Pollutant, _ slot: Int) -> Int? {
        switch supply {
        case .perfect(let end):
            return slot < min(now + 168, end) ? world.value(pollutant, at: slot, of: area, station: station) : nil
        case .persistence:
            guard slot < now + 168 else { return nil }
            return world.value(pollutant, at: now - 24 + (slot - now) % 24, of: area, station: station)
        case .issued:
            guard station == nil else { return nil }
            return hourForecasts(slot).map { Int($0.values[pollutant]) }.last { $0 >= 0 }
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

    /// Whether forecasts cover a slot by day values alone, judged by the quantity.
    func isCoveredByDayAlone(_ slot: Int, _ quantity: Quantity) -> Bool {
        guard slot >= now, dayForecast(slot) != nil else { return false }
        switch quantity {
        case .iaqi(let pollutant), .concentration(let pollutant): return value(pollutant, slot) == nil
        case .aqi: return hourlyAQI(slot) == nil && Pollutant.allCases.allSatisfy { value($0, slot) == nil }
        }
    }

    // MARK: Concentrations

    func value(_ pollutant: Pollutant, _ slot: Int) -> Int? {
        let place = slot - now + 400
        if let found = values[place] { return found[Int(pollutant.rawValue)] }
        let found = Pollutant.allCases.map { pollutant in
            slot < now ? world.value(pollutant, at: slot, of: area, station: station) : forecast(pollutant, slot)
        }
        values[place] = found
        return found[Int(pollutant.rawValue)]
    }

    private func step(_ pollutant: Pollutant) -> Int { pollutant == .co ? 100 : 1000 }

    /// The hourly value at reporting precision, CO in tenths.
    func hourly(_ pollutant: Pollutant, _ slot: Int) -> Int? { value(pollutant, slot).map { halfEven($0, step(pollutant)) } }

    /// The 24 h mean at reporting precision.
    func dayMean(_ pollutant: Pollutant, _ start: Int) -> Int? {
        let known = (start..<start + 24).compactMap { value(pollutant, $0) }
        return known.count >= 20 ? halfEven(known.reduce(0, +), known.count * step(pollutant)) : nil
    }

    /// The daily maximum 8 h mean of O3 at reporting precision.
    func eightHourMaximum(_ start: Int) -> Int? {
        var windows: [(sum: Int, count: Int)] = []
        for first in start...start + 16 {
            let known = (first..<first + 8).compactMap { value(.o3, $0) }
            if known.count >= 6 { windows.append((known.reduce(0, +), known.count)) }
        }
        guard let largest = windows.max(by: { $0.sum * $1.count < $1.sum * $0.count }) else { return nil }
        guard windows.count >= 14 || largest.sum > 160_000 * largest.count else { return nil }
        return halfEven(largest.sum, largest.count * 1000)
    }

    // MARK: Indices

    func index(ofSlot slot: Int) -> NaiveIndex {
        if let found = slotIndices[slot] { return found }
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
        slotIndices[slot] = index
        return index
    }

    func index(ofBlock start: Int) -> NaiveIndex {
        if let found = blockIndices[start] { return found }
        let edition = edition(start)
        var index = NaiveIndex()
        index.known[.so2] = dayMean(.so2, start).map { NaiveTables.subIndex($0, NaiveTables.so2Day) }
        index.known[.no2] = dayMean(.no2, start).map { NaiveTables.subIndex($0, NaiveTables.no2Day) }
        index.known[.co] = dayMean(.co, start).map { NaiveTables.subIndex($0, NaiveTables.coDay) }
        index.known[.pm10] = dayMean(.pm10, start).map { NaiveTables.subIndex($0, NaiveTables.pm10(edition)) }
        index.known[.pm25] = dayMean(.pm25, start).map { NaiveTables.subIndex($0, NaiveTables.pm25(edition)) }
        ozone(start, edition, &index)
        blockIndices[start] = index
        return index
    }

    private func ozone(_ start: Int, _ edition: Edition, _ index: inout NaiveIndex) {
        let maximum = eightHourMaximum(start)
        if edition == .edition2026 {
            index.known[.o3] = maximum.map { $0 > 800 ? 300 : NaiveTables.subIndex($0, NaiveTables.o3EightHours) }
            return
        }
        let largestHour = (start..<start + 24).compactMap { hourly(.o3, $0) }.max()
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
