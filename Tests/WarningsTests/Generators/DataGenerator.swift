import AirQuality
import PlanModel
import TestSupport

/// Random data around the thresholds: plateaus, gaps, late and corrected values, forecasts of every kind.
struct DataGenerator {
    var random: SplitMix64
    let plan: Plan
    let stations: [String]
    let mode: DifferentialCase.Mode
    let record: Range<Int>
    private let active: [Pollutant]
    private let first: Int
    private typealias Step = DifferentialCase.Step

    init(_ random: SplitMix64, plan: Plan, stations: [String], mode: DifferentialCase.Mode, day: Int) {
        var random = random
        self.plan = plan
        self.mode = mode
        self.stations = plan.areas[0].stations.isEmpty ? stations + [random.pick(["许昌", "city"])] : stations
        let start = plan.zone.midnight(of: LocalDate(days: day)).hours + random.int(0...23)
        let hours = 24 * (random.chance(8) ? random.int(12...30) : random.int(4...9))
        record = start..<start + hours
        first = start + random.pick([0, 0, 24, 72])
        active = random.some(Pollutant.allCases, random.int(1...3)) + (random.chance(60) ? [.pm25] : [])
        self.random = random
    }

    /// Who issues forecasts; some name nobody.
    static let sources = ["市站", "省站", "国家站", ""]

    /// Concentrations at and beside breakpoints, in thousandths.
    static func notable(_ pollutant: Pollutant) -> [Int] {
        let units: [Int] =
            switch pollutant {
            case .so2: [10, 50, 150, 500, 650, 800, 801, 900, 1600]
            case .no2: [20, 40, 80, 100, 180, 200, 280, 700]
            case .co: [1, 2, 4, 5, 10, 14, 24, 35, 60]
            case .o3: [30, 100, 160, 161, 200, 215, 265, 300, 400, 800, 820, 1000]
            case .pm10: [40, 50, 100, 120, 150, 200, 250, 350, 420, 500, 650]
            case .pm25: [20, 35, 36, 45, 60, 75, 90, 115, 150, 151, 250, 251, 300, 350, 500, 520]
            }
        return units.map { $0 * 1000 }
    }

    // MARK: Observations

    /// One value a slot of the record: plateaus of some hours at notable values.
    private mutating func plateaus(_ pollutant: Pollutant) -> [Int] {
        let levels = Self.notable(pollutant)
        let isActive = active.contains(pollutant)
        var values: [Int] = []
        while values.count < record.count {
            let level = isActive ? random.pick(levels) : random.chance(90) ? levels[0] : random.pick(levels)
            values += Array(repeating: level, count: random.int(isActive ? 4...60 : 10...100))
        }
        return values
    }

    private mutating func rows() -> [ObservationRow] {
        let levels = Dictionary(uniqueKeysWithValues: Pollutant.allCases.map { ($0, plateaus($0)) })
        let noise = random.pick([0, 1, 600, 3000, 30_000])
        let gaps = random.pick([0, 0, 3, 10])
        var rows: [ObservationRow] = []
        for station in stations.indices {
            var silent: [Pollutant: Int] = [:]
            for slot in record {
                var values = PollutantValues()
                for pollutant in Pollutant.allCases {
                    if random.int(1...1000) <= gaps { silent[pollutant] = slot + random.pick([1, 2, 5, 8, 24, 40]) }
                    guard slot >= silent[pollutant] ?? slot, let level = levels[pollutant]?[slot - record.lowerBound] else {
                        continue
                    }
                    let scale = pollutant == .co ? noise / 10 : noise
                    values[pollutant] = Int32(max(0, level + (scale == 0 ? 0 : random.int(-scale...scale))))
                }
                rows.append(ObservationRow(slot: Int32(slot), station: Int32(station), values: values))
            }
        }
        return rows
    }

    private func batch(_ rows: [ObservationRow]) -> ObservationBatch {
        var batch = ObservationBatch()
        batch.stations = stations
        batch.rows = ContiguousArray(rows)
        return batch
    }

    // MARK: Steps

    mutating func steps() -> [DifferentialCase.Step] {
        var feeds: [(at: Int, step: Step)] = []
        let comesHourly = mode == .live || random.chance(40)
        let start = comesHourly && mode != .perfect ? first : record.upperBound
        var hourly: [Int: [ObservationRow]] = [:]
        for row in rows() {
            if Int(row.slot) < start {
                hourly[Int.min, default: []].append(row)
            } else {
                // Some come late, some never.
                let late = random.chance(4) ? random.int(1...60) : 0
                if !random.chance(1) { hourly[Int(row.slot) + 1 + late, default: []].append(row) }
            }
        }
        for (at, rows) in hourly.sorted(by: { $0.key < $1.key }) { feeds.append((at, .observations(batch(rows)))) }
        for _ in 0..<random.int(0...6) { feeds.append(correction()) }
        if mode == .issued || mode == .live { feeds += forecasts() }
        if mode == .live, random.chance(40) { for _ in 0..<random.int(1...6) { feeds.append(opinion()) } }
        feeds = feeds.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        var steps: [Step] = []
        var place = 0
        var instant = first
        while instant <= record.upperBound + (mode == .perfect ? 0 : 3) {
            while place < feeds.count, feeds[place].at <= instant {
                steps.append(feeds[place].step)
                place += 1
            }
            steps.append(.seal(instant))
            instant += random.chance(4) ? random.int(2...9) : 1
        }
        return steps
    }

    /// Corrected values, blanks, or withdrawals, known at some hour.
    private mutating func correction() -> (at: Int, step: Step) {
        let slot = random.int(record.lowerBound...record.upperBound - 1)
        let at = max(slot + 2, first + random.int(1...48))
        var batch = batch([])
        if random.chance(40) {
            let station = random.pick(stations)
            for pollutant in random.some(Pollutant.allCases, random.int(1...6)) {
                for hour in slot..<min(slot + 12, at) {
                    batch.withdrawals.append(Withdrawal(slot: HourSlot(hour), station: station, pollutant: pollutant))
                }
            }
        } else {
            for hour in slot..<min(slot + random.int(1...24), at) {
                var values = PollutantValues()
                for pollutant in random.some(Pollutant.allCases, random.int(0...6)) {
                    values[pollutant] = Int32(random.pick(Self.notable(pollutant)))
                }
                batch.rows.append(
                    ObservationRow(slot: Int32(hour), station: Int32(random.int(0...stations.count - 1)), values: values))
            }
        }
        return (at, .observations(batch))
    }

    // MARK: Forecasts

    private mutating func forecasts() -> [(at: Int, step: Step)] {
        var feeds: [(at: Int, step: Step)] = []
        let givesDays = random.chance(75)
        let givesHours = !givesDays || random.chance(40)
        let reach = random.pick([2, 3, 5, 5, 7, 12])
        var issue = record.lowerBound + random.int(0...24)
        while issue < record.upperBound {
            var batch = ForecastBatch()
            let received: Int? = random.chance(25) ? issue + random.int(0...7) : nil
            if givesDays { addDays(&batch, issue, received, reach) }
            if givesHours { addHours(&batch, issue, received, reach * 24) }
            let known = received ?? issue
            feeds.append((mode == .live ? known : random.chance(70) ? Int.min : known, .forecasts(batch)))
            issue += random.pick([6, 12, 24, 24, 24, 36, 60])
            if random.chance(10) { issue -= 6 }
        }
        return feeds
    }

    /// What people say of some days around an hour, or take back.
    private mutating func opinion() -> (at: Int, step: Step) {
        let at = first + random.int(-24...max(1, record.upperBound - first))
        let today = plan.zone.date(of: HourSlot(at))
        let days = random.some(Array(0...6), random.int(1...4)).sorted().map { lead in
            let high = random.pick([50, 100, 101, 150, 200, 201, 300, 320, 500])
            return DayForecast(
                issued: HourSlot(at).start, area: "city", date: today + lead, low: max(1, high - random.int(0...60)), high: high,
                primary: PollutantSet(random.chance(20) ? [] : random.some(active, random.int(1...2))))
        }
        return (at, .opinion(DifferentialCase.Voice(area: "city", at: at, days: days, isRetracted: random.chance(25))))
    }

    private mutating func areaName() -> String { random.pick(["city", "许昌", "许昌市", "411000", "city", "city", "elsewhere"]) }

    private mutating func addDays(_ batch: inout ForecastBatch, _ issue: Int, _ received: Int?, _ reach: Int) {
        let today = plan.zone.date(of: HourSlot(issue))
        let area = areaName()
        let source = random.pick(Self.sources)
        for lead in random.int(0...1)..<reach where random.chance(88) {
            let high = random.pick([40, 50, 80, 100, 101, 150, 151, 160, 200, 201, 230, 300, 301, 320, 500])
            batch.days.append(
                DayForecast(
                    issued: HourSlot(issue).start, received: received.map { HourSlot($0).start }, area: area,
                    date: today + lead, low: max(1, high - random.int(0...60)), high: high,
                    primary: PollutantSet(random.chance(20) ? [] : random.some(active, random.int(1...2))), source: source))
        }
    }

    private mutating func addHours(_ batch: inout ForecastBatch, _ issue: Int, _ received: Int?, _ reach: Int) {
        let given = random.pick([[], Pollutant.allCases, Pollutant.allCases, active, [.pm25]])
        let givesAQI = given.isEmpty || random.chance(30)
        let area = areaName()
        let source = random.pick(Self.sources)
        let from = issue + random.int(-6...12)
        var levels: [Pollutant: Int] = [:]
        var level = 100
        for slot in from..<from + min(reach, 120) {
            if random.chance(6) || levels.isEmpty {
                for pollutant in given where levels[pollutant] == nil || random.chance(50) {
                    let notable = Self.notable(pollutant)
                    levels[pollutant] = active.contains(pollutant) ? random.pick(notable) : notable[0]
                }
                level = random.pick([50, 100, 150, 160, 200, 210, 300, 310, 500])
            }
            var values = PollutantValues()
            for pollutant in given where !random.chance(3) { values[pollutant] = Int32(levels[pollutant] ?? -1) }
            batch.hours.append(
                HourForecast(
                    issued: HourSlot(issue).start, received: received.map { HourSlot($0).start }, area: area,
                    slot: HourSlot(slot), aqi: givesAQI && random.chance(95) ? level : nil, values: values,
                    source: source))
        }
    }
}
