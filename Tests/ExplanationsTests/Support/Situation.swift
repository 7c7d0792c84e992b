import AirQuality
import Desk
import FileAccess
import PlanModel
import TestSupport
import Testing
import Warnings

/// A plan of the tests with hand-made data; hours are counted from the midnight of 10 December 2016.
struct Situation {
    let plan: Plan
    let midnight: Int
    private var desk: Desk
    private var sealed: Int?

    init(_ name: String) throws {
        plan = try #require(try PlanFolder.read("\(RecordedData.package)/Tests/Plans/\(name)").check().plan)
        midnight = plan.zone.midnight(of: try #require(LocalDate("2016-12-10"))).hours
        desk = Desk(plan: plan)
    }

    /// The same values at the first stations of the area.
    mutating func observe(_ values: [Pollutant: Int], _ hours: Range<Int>, stations: Int = 12) {
        var batch = ObservationBatch()
        batch.stations = Array(plan.areas[0].stations.prefix(stations))
        for station in batch.stations.indices {
            for hour in hours {
                var row = PollutantValues()
                for (pollutant, value) in values { row[pollutant] = Int32(value * 1000) }
                batch.rows.append(ObservationRow(slot: Int32(midnight + hour), station: Int32(station), values: row))
            }
        }
        _ = desk.apply(.observations(batch))
    }

    mutating func forecast(
        _ values: [Pollutant: Int], _ hours: Range<Int>, issued hour: Int = 0, source: String = "", received: Instant? = nil
    ) {
        var batch = ForecastBatch()
        for slot in hours {
            var row = PollutantValues()
            for (pollutant, value) in values { row[pollutant] = Int32(value * 1000) }
            batch.hours.append(
                HourForecast(
                    issued: HourSlot(midnight + hour).start, received: received, area: plan.areas[0].id,
                    slot: HourSlot(midnight + slot), aqi: nil,
                    values: row, source: source))
        }
        _ = desk.apply(.forecasts(batch))
    }

    /// AQI of natural days from a day on, counted from 10 December.
    mutating func forecastDays(_ values: [Int], from day: Int, primary: [Pollutant] = [.pm25], issued hour: Int = 0) {
        var batch = ForecastBatch()
        for (offset, value) in values.enumerated() {
            batch.days.append(
                DayForecast(
                    issued: HourSlot(midnight + hour).start, area: plan.areas[0].id,
                    date: plan.zone.date(of: HourSlot(midnight)) + (day + offset), low: value - 10, high: value,
                    primary: PollutantSet(primary)))
        }
        _ = desk.apply(.forecasts(batch))
    }

    /// Decides every hour up to one, that one left out.
    mutating func seal(_ hours: Range<Int>) {
        for hour in hours { _ = desk.apply(.hourSealed(HourSlot(midnight + hour))) }
    }

    func trace(at hour: Int) throws -> AreaTrace {
        try #require(desk.trace(ofArea: plan.areas[0].id, at: HourSlot(midnight + hour)))
    }

    /// The six pollutants with PM2.5 at a value and the others low.
    static func air(_ pm25: Int) -> [Pollutant: Int] { [.pm25: pm25, .pm10: pm25 + 20, .so2: 10, .no2: 40, .co: 1, .o3: 30] }
}
