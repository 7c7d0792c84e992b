import AirQuality
import Feeds
import TestSupport
import Testing

/// What the plain layout's writer writes is read back as the same values.
struct RoundTripTests {
    private let writer = PlainLayoutWriter()
    private let names = ["2396A", "许昌", "a, b", "say \"hi\"", "x"]

    @Test func observations() {
        var random = SplitMix64(seed: 3)
        var batch = ObservationBatch()
        batch.stations = names
        for index in 0..<500 {
            var values = PollutantValues()
            for pollutant in Pollutant.allCases where random.next() % 4 != 0 {
                let value = Int32.random(in: 0...Ceilings.standard.values[pollutant], using: &random)
                values[pollutant] = random.next() % 2 == 0 ? value : value / 1000 * 1000
            }
            batch.rows.append(
                ObservationRow(slot: Int32(400_000 + index / names.count), station: Int32(index % names.count), values: values))
        }
        let result = read(writer.text(batch))
        #expect(result.isClean && result.reportCount == 0)
        #expect(result.observations == batch)
    }

    @Test func forecasts() {
        let issued = Instant(seconds: 1_795_000_000)
        let days = names.enumerated().map { index, name in
            DayForecast(
                issued: issued, received: index % 2 == 0 ? nil : Instant(seconds: 1_795_000_061), area: name,
                date: LocalDate(days: 20_000 + index), low: index * 50, high: index * 60,
                primary: PollutantSet(rawValue: UInt8(index * 7 & 0x3F)), source: index % 3 == 0 ? "" : name)
        }
        #expect(read(writer.text(days)).forecasts.days == days)
        #expect(read(writer.text(days.filter { $0.received == nil })).forecasts.days.count == 3)

        var values = PollutantValues()
        values[.pm25] = 182_500
        values[.co] = 1
        let hours = [
            HourForecast(issued: issued, area: "许昌", slot: HourSlot(498_611), aqi: 212, values: values),
            HourForecast(
                issued: issued, received: issued, area: "许昌", slot: HourSlot(498_612), aqi: nil, values: PollutantValues(),
                source: "省站, 二部"),
        ]
        #expect(read(writer.text(hours)).forecasts.hours == hours)
    }

    @Test func withdrawals() {
        let withdrawals = Pollutant.allCases.map { Withdrawal(slot: HourSlot(498_611), station: "a, b", pollutant: $0) }
        #expect(read(writer.text(withdrawals)).observations.withdrawals == withdrawals)
    }
}
