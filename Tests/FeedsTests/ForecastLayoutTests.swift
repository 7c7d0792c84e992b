import AirQuality
import Feeds
import Testing

struct ForecastLayoutTests {
    @Test func days() throws {
        let result = read(
            "received,issued,area,date,AQI_low,AQI_high,primary\n"
                + "2026-11-19T17:05:00+08:00,2026-11-19T16:00:00+08:00,xuchang,2026-11-20,190,220,PM2.5\n"
                + ",2026-11-19T16:00:00+08:00,许昌,20261121,90,120,\n")
        #expect(result.format == .plainDayForecasts)
        #expect(result.isClean)
        let first = try #require(result.forecasts.days.first)
        #expect(
            first
                == DayForecast(
                    issued: try #require(Instant("2026-11-19T16:00:00+08:00")),
                    received: Instant("2026-11-19T17:05:00+08:00"), area: "xuchang",
                    date: try #require(LocalDate("2026-11-20")), low: 190, high: 220, primary: PollutantSet(.pm25)))
        #expect(result.forecasts.days.last?.received == nil)
        #expect(result.forecasts.days.last?.primary == [])
    }

    @Test func sources() throws {
        let start = "2026-11-19T16:00:00+08:00,xuchang,2026-11-20"
        let days = read(
            "issued,area,date,AQI_low,AQI_high,source\n" + start + ",190,220,市站\n" + start + ",190,220,\n" + start
                + ",190,220,\"\u{1}\"\n")
        #expect(days.forecasts.days.map(\.source) == ["市站", ""])
        #expect(days.rowErrors.count == 1)
        let hours = read("source,issued,area,slot_start,AQI\n 省站 ," + start + "T07:00:00+08:00,212\n")
        #expect(hours.forecasts.hours.map(\.source) == ["省站"])
        #expect(read(Header.days + start + ",1,5,\n").forecasts.days.map(\.source) == [""])
    }

    @Test(
        arguments: [
            ("PM2.5", [Pollutant.pm25]), ("细颗粒物(PM2.5)", [.pm25]), ("臭氧8小时", [.o3]), ("O3_8h", [.o3]),
            ("颗粒物(PM10);NO2", [.pm10, .no2]), ("\"PM2.5, O3\"", [.pm25, .o3]), ("PM2.5 PM10", [.pm25, .pm10]),
            ("臭氧、二氧化氮", [.o3, .no2]), ("可吸入颗粒物（PM10）", [.pm10]), ("PM₂.₅；O₃", [.pm25, .o3]), ("—", []), ("NA", []),
            ("无", []), ("", []), ("一氧化碳", [.co]), ("二氧化硫(SO2)", [.so2]),
            ("臭氧(O3(8h))", [.o3]),
        ] as [(String, [Pollutant])])
    func primaries(written: String, meant: [Pollutant]) {
        let result = read(Header.days + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20,190,220,\(written)\n")
        #expect(result.forecasts.days.first?.primary == PollutantSet(meant), "\(result.rowErrors)")
    }

    @Test func daysThatCannotBe() {
        let start = "2026-11-19T16:00:00+08:00,xuchang,"
        let result = read(
            Header.days + start + "2026-11-20,220,190,\n" + start + "2026-11-20,190,501,\n" + start + "2026-11-20,-1,5,\n"
                + start + "2026-11-20,1.5,5,\n" + start + "2026-02-30,1,5,\n" + start + "2026-11-20,1,5,dust\n"
                + "2026-11-19T16:00:00,xuchang,2026-11-20,1,5,\n" + "2026-11-19T16:00:00+08:00,,2026-11-20,1,5,\n"
                + start + "2026-11-20,1\n" + start + "2026-11-20,190,,\n" + start + "2026-11-20,,,\n"
                + start + "2026-11-20,0,500,\n")
        #expect(
            result.places == [
                "2:4 error", "3:5 error", "4:4 error", "5:4 error", "6:3 error", "7:6 error", "8:1 error", "9:2 error",
                "10:5 error", "11:5 report", "12:4 report",
            ])
        #expect(result.forecasts.days.map(\.high) == [500])
    }

    @Test func hours() throws {
        let result = read(
            Header.hours + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20T07:00:00+08:00,212,162\n"
                + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20T08:00:00+08:00,,\n"
                + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20T08:30:00+08:00,1,1\n"
                + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20T09:00:00+08:00,501,1\n")
        #expect(result.format == .plainHourForecasts)
        #expect(result.forecasts.hours.count == 2)
        let first = try #require(result.forecasts.hours.first)
        #expect(first.aqi == 212 && first.values[.pm25] == 162_000 && first.values[.o3] == PollutantValues.missing)
        #expect(first.slot == Slots.hour(2026, 11, 20, 7))
        #expect(result.forecasts.hours.last?.aqi == nil)
        #expect(result.missing.total == 1)
        #expect(result.places == ["4:3 error", "5:4 error"])
        #expect(result.slots == Slots.hour(2026, 11, 20, 7)...Slots.hour(2026, 11, 20, 8))
    }

    @Test func withdrawals() {
        let start = "2026-11-20T07:00:00+08:00,2396A,"
        let result = read(
            "slot_start,station,pollutant,withdrawn\n" + start + "PM2.5,yes\n" + start + "PM2.5,no\n" + start + "dust,yes\n")
        #expect(result.format == .plainWithdrawals)
        #expect(
            result.observations.withdrawals
                == [Withdrawal(slot: Slots.hour(2026, 11, 20, 7), station: "2396A", pollutant: .pm25)])
        #expect(result.places == ["3:4 error", "4:3 error"])
    }
}
