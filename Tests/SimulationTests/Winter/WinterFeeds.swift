import AirQuality
import Feeds

/// Writes the feed files of a winter, with everything that real feeds do wrong.
struct WinterFeeds {
    let weather: Weather
    let hours: Int
    let mishaps: Winter.Mishaps
    var random: SeededRandom

    private let writer = PlainLayoutWriter(zone: .beijing)
    private var arrivals: [Winter.Arrival] = []
    private var serial = 0
    /// Hours of which nothing comes, or only when they are over.
    private var outage = 0..<0

    init(weather: Weather, hours: Int, mishaps: Winter.Mishaps, random: SeededRandom) {
        self.weather = weather
        self.hours = hours
        self.mishaps = mishaps
        self.random = random
    }

    mutating func all() -> [Winter.Arrival] {
        if mishaps.gaps, !random.once(in: 3) {
            let first = random.within(4...max(4, hours - Winter.calmHours - 16))
            outage = first..<first + random.within(4...14)
        }
        for hour in -30..<hours {
            // The last hours come whole, so that the end of the run can be judged.
            if hour >= hours - Winter.calmHours { observations(hour, isCalm: true) } else { observations(hour, isCalm: hour < 0) }
            let clock = (Weather.start.hours + hour + 8) % 24
            if clock == 8 || clock == 20 { forecasts(hour) }
            if hour > 0, hour < hours - Winter.calmHours, mishaps.conflicts, random.once(in: 8) { facts(hour) }
        }
        arrivals.sort { ($0.at, $0.name) < ($1.at, $1.name) }
        return arrivals
    }

    // MARK: Observations

    private mutating func observations(_ hour: Int, isCalm: Bool) {
        let rough = !isCalm
        if rough, mishaps.gaps, random.once(in: 14) { return }
        let isOut = rough && outage.contains(hour)
        if isOut, outage.lowerBound % 3 > 0 { return }
        var batch = ObservationBatch()
        batch.stations = Weather.stations + ["X9"]
        for station in Weather.stations.indices {
            if rough, mishaps.dropped > 0, random.once(in: mishaps.dropped) { continue }
            if rough, mishaps.gaps, random.once(in: 25) { continue }
            var values = weather.values(station, hour)
            if rough, mishaps.gaps, random.once(in: 25) { values[.pm25] = PollutantValues.missing }
            batch.rows.append(row(hour, station, values))
            // A stale row that says what was said before.
            if rough, random.once(in: 30) { batch.rows.append(row(hour - 1, station, weather.values(station, hour - 1))) }
        }
        batch.rows.append(row(hour, 3, weather.values(0, hour)))
        let delay = delay(rough)
        let at = end(of: isOut ? outage.upperBound : hour) + delay
        deliver("obs", at, writer.text(batch))
        if rough, random.once(in: 6) { deliver("again", at + Int64(random.below(14_400)), writer.text(batch)) }
        if rough, mishaps.conflicts { conflicts(hour, batch, at) }
        if rough, random.once(in: 30) { broken(at) }
    }

    private mutating func delay(_ rough: Bool) -> Int64 {
        guard rough else { return Int64(random.within(120...1500)) }
        return switch random.below(12) {
        case 0: Int64(random.within(45 * 60...75 * 60))
        case 1: Int64(random.within(2...9) * 3600 + random.below(3600))
        default: Int64(random.within(60...2400))
        }
    }

    private mutating func conflicts(_ hour: Int, _ batch: ObservationBatch, _ at: Int64) {
        if random.once(in: 6), !batch.rows.isEmpty {
            var corrected = batch
            for index in corrected.rows.indices {
                let old = corrected.rows[index].values[.pm25]
                if old > 0 { corrected.rows[index].values[.pm25] = max(1000, old + Int32(random.within(-120...120)) * 1000) }
            }
            deliver("fix", at + Int64(random.within(60...20_000)), writer.text(corrected))
        }
        if random.once(in: 20) {
            let withdrawn = Withdrawal(
                slot: Weather.start + hour, station: random.pick(Weather.stations), pollutant: random.pick([.pm25, .pm10]))
            deliver("withdraw", at + Int64(random.within(-600...20_000)), writer.text([withdrawn]))
        }
    }

    private func row(_ hour: Int, _ station: Int, _ values: PollutantValues) -> ObservationRow {
        ObservationRow(slot: Int32((Weather.start + hour).hours), station: Int32(station), values: values)
    }

    private mutating func broken(_ at: Int64) {
        let bytes: [UInt8] = random.pick([
            [], Array("slot_start,station,PM2.5_mg/m3\n".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x01],
            Array("<html>\(serial)</html>".utf8), (0..<60).map { _ in UInt8(truncatingIfNeeded: random.below(256)) },
        ])
        deliver("broken", at, bytes, isReadable: false)
    }

    // MARK: Forecasts

    private mutating func forecasts(_ hour: Int) {
        if hour > 0, hour < hours - Winter.calmHours, mishaps.gaps, random.once(in: 6) { return }
        let issued = (Weather.start + hour).start
        let at = issued.seconds + Int64(random.within(300...5400))
        let error = random.within(-40...40)
        if !random.once(in: 4) {
            var rows: [HourForecast] = []
            for (area, station) in [("north", 0), ("南区", 2)] {
                for ahead in 1...random.within(24...42) {
                    var values = weather.values(station, hour + ahead)
                    values[.pm25] = max(2000, values[.pm25] + Int32(error) * 1000)
                    if random.once(in: 40) { values = PollutantValues() }
                    rows.append(
                        HourForecast(issued: issued, area: area, slot: Weather.start + hour + ahead, aqi: nil, values: values))
                }
            }
            deliver("hourly", at, writer.text(rows))
        }
        var days: [DayForecast] = []
        let today = Zone.beijing.date(of: Weather.start + hour)
        for ahead in 0...1 {
            let date = LocalDate(days: today.days + ahead)
            let first = Zone.beijing.midnight(of: date) - Weather.start
            for (area, station) in [("北区", 0), ("south", 2)] {
                let mean = max(10, weather.mean(station, first..<first + 24) + error)
                days.append(
                    DayForecast(
                        issued: issued, area: area, date: date, low: mean, high: mean * 13 / 10, primary: [.init(.pm25)]))
            }
        }
        deliver("daily", at + 60, writer.text(days))
    }

    // MARK: Facts

    /// What changes of the list: grades, running states, some rows of nobody or without sense.
    private mutating func facts(_ hour: Int) {
        var text = "credit_code,fact,value,from,until,document\n"
        let today = Zone.beijing.date(of: Weather.start + hour)
        for _ in 0..<random.within(1...3) {
            let code = random.once(in: 8) ? "91411000MA50000099" : random.pick(SimulationList.codes)
            let from = today + random.within(-3...1)
            let (fact, value) = random.pick([
                ("grade", "A"), ("grade", "B"), ("grade", "C"), ("绩效等级", "D级"), ("running", "no"), ("在产", "是"),
                ("low_vocs_substitution", "partial"), ("grade", "Z"), ("phone", "1"),
            ])
            text += "\(code),\(fact),\(value),\(from),\(random.once(in: 5) ? (from + 1).description : ""),文\(serial)\n"
        }
        let at = end(of: hour) + Int64(random.below(3600))
        deliver("facts", at, text)
        arrivals[arrivals.count - 1].isFacts = true
        if random.once(in: 4) {
            deliver("facts", at + Int64(random.below(7200)), text)
            arrivals[arrivals.count - 1].isFacts = true
        }
    }

    // MARK: Files

    private func end(of hour: Int) -> Int64 { (Weather.start + hour + 1).start.seconds }

    private mutating func deliver(_ kind: String, _ at: Int64, _ text: String) { deliver(kind, at, Array(text.utf8)) }

    private mutating func deliver(_ kind: String, _ at: Int64, _ bytes: [UInt8], isReadable: Bool = true) {
        serial += 1
        // Names repeat, as those of real feeds do.
        let number = serial % 40
        arrivals.append(
            Winter.Arrival(
                at: at, name: "\(random.below(10))-\(kind)-\(number).csv", bytes: bytes, isReadable: isReadable))
    }
}
