import AirQuality
import Feeds
import Testing

struct ObservationLayoutTests {
    private let slot = Slots.hour(2026, 11, 20, 7)

    @Test func plain() {
        let result = read(Header.plain + "2026-11-20T07:00:00+08:00,2396A,182,240,12,61,1.4,18\n")
        #expect(result.format == .plainObservations)
        #expect(result.isClean && result.rowErrors.isEmpty)
        #expect(result.value("2396A", slot, .pm25) == 182_000)
        #expect(result.value("2396A", slot, .pm10) == 240_000)
        #expect(result.value("2396A", slot, .so2) == 12_000)
        #expect(result.value("2396A", slot, .no2) == 61_000)
        #expect(result.value("2396A", slot, .co) == 1400)
        #expect(result.value("2396A", slot, .o3) == 18_000)
        #expect(result.slots == slot...slot)
    }

    @Test func plainInAnyOrderAndManner() {
        let result = read(
            "\u{FEFF}note,\"O3_µg/m³\",PM10_ug/m3,station,CO_mg/m3,SO2_ug/m3,slot_start,NO2_ug/m3,PM2.5_ug/m3\r\n"
                + "\"a, b\",18,\"240\", 2396A ,1.4e0,12.0625,2026-11-19T23:00Z,+61,182\r\n"
                + "\r\n"
                + ",,,\"2397A\",,,2026-11-20 08:00:00+08:00,,"
        )
        #expect(result.isClean && result.reportCount == 0)
        #expect(result.observations.stations == ["2396A", "2397A"])
        #expect(result.value("2396A", slot, .o3) == 18_000)
        #expect(result.value("2396A", slot, .pm10) == 240_000)
        #expect(result.value("2396A", slot, .so2) == 12_062)
        #expect(result.value("2396A", slot, .no2) == 61_000)
        #expect(result.value("2396A", slot, .co) == 1400)
        #expect(result.observations.rows.count == 2)
        #expect(result.missing.total == 6)
        #expect(result.slots == slot...(slot + 1))
    }

    @Test func rowErrorsStopNothing() {
        let good = "2026-11-20T07:00:00+08:00,2396A,1,2,3,4,5,6\n"
        let result = read(
            Header.plain + good
                + "2026-11-20T07:30:00+08:00,2396A,1,2,3,4,5,6\n"
                + "2026-11-20T07:00:00,2396A,1,2,3,4,5,6\n"
                + "2026-11-31T07:00:00+08:00,2396A,1,2,3,4,5,6\n"
                + "2026-11-20T07:00:00+08:00,,1,2,3,4,5,6\n"
                + "2026-11-20T07:00:00+08:00,2396A,1,2,3,4,5\n"
                + "2026-11-20T07:00:00+08:00,2396A,1,2,3,4,5,6,7\n"
                + "2026-11-20T07:00:00+08:00,\"2396A,1,2,3,4,5,6\n"
                + "2026-11-20T25:00:00+08:00,2396A,1,2,3,4,5,6\n" + good)
        #expect(result.rowCount == 10)
        #expect(result.observations.rows.count == 2)
        #expect(result.errorCount == 8)
        #expect(
            result.places == [
                "3:1 error", "4:1 error", "5:1 error", "6:2 error", "7:8 error", "8:9 error", "9:2 error", "10:1 error",
            ])
    }

    @Test func prsaCountsCarbonMonoxideInMicrograms() {
        let result = read(
            Header.prsa + "1,2013,3,1,0,4,4.5,3,7,300,77,-0.7,\"NNW\",\"Dongsi\"\n"
                + "2,2013,3,1,1,NA,NA,NA,NA,NA,NA,NA,NA,\"Dongsi\"\n"
                + "3,2013,2,30,2,1,1,1,1,1,1,1,N,\"Dongsi\"\n"
                + "4,2013,3,1,24,1,1,1,1,1,1,1,N,\"Dongsi\"\n")
        #expect(result.format == .prsa)
        let midnight = Slots.hour(2013, 3, 1, 0)
        #expect(result.value("Dongsi", midnight, .co) == 300)
        #expect(result.value("Dongsi", midnight, .pm10) == 4500)
        #expect(result.observations.rows.count == 2)
        #expect(result.missing.total == 6 && result.refused.total == 0)
        #expect(result.places == ["4:2 error", "5:5 error"])
    }

    @Test func cnemcLabelsNameTheEnd() {
        let result = read(
            Header.cnemc
                + "2022-01-01T00:00:00,1011A,116.4,40.0,北京市,奥体中心,\"颗粒物(PM10),细颗粒物(PM2.5)\",65,80,51,47,22,34,6,23,6,76,67,12,5,1.1,0.7\n"
        )
        let slot = Slots.hour(2021, 12, 31, 23)
        #expect(result.format == .cnemcLong)
        #expect(result.isClean && result.slots == slot...slot)
        #expect(result.value("1011A", slot, .pm10) == 80_000)
        #expect(result.value("1011A", slot, .pm25) == 47_000)
        #expect(result.value("1011A", slot, .co) == 1100)
    }

    @Test func leftOverRowsCountForTheirOwnTime() {
        func row(_ time: String, _ station: String) -> String {
            "\(time),\(station),,,,,,,50,,30,,20,,,,10,,5,,0.5,\n"
        }
        let result = read(
            Header.cnemc + row("2022-01-01T08:00:00", "1A") + row("2021-12-30T08:00:00", "2A") + row("2022-01-01T08:00:00", "3A"))
        #expect(result.staleRows == 1)
        #expect(result.places == ["3:1 report"])
        #expect(result.value("2A", Slots.hour(2021, 12, 30, 7), .pm25) == 30_000)
    }

    @Test func aDayOfHoursHasNoLeftOvers() {
        let rows = (0..<24).map { "2022-01-01T\($0 < 10 ? "0" : "")\($0):00:00,1A,,,,,,,50,,30,,20,,,,10,,5,,0.5,\n" }
        #expect(read(Header.cnemc + rows.joined()).staleRows == 0)
    }

    @Test func laterRowsStandLater() {
        let row = "2026-11-20T07:00:00+08:00,2396A,"
        let result = read(Header.plain + row + "1,,,,,\n" + row + "2,,,,,\n")
        #expect(result.observations.rows.map { $0.values[.pm25] } == [1000, 2000])
    }

    @Test func stationsInAnyOrderKeepTheirNumbers() {
        let names = ["b", "a", "a", "c", "b", "a", "b", "c", "a", "b"]
        let rows = names.map { "2026-11-20T07:00:00+08:00,\($0),1,,,,,\n" }
        let result = read(Header.plain + rows.joined())
        #expect(result.observations.rows.map { result.observations.stations[Int($0.station)] } == names)
    }

    @Test func timesInAnyOrderAreReadAlike() {
        let times = [
            "2026-11-20T07:00:00+08:00", "2026-11-20T23:00:00+08:00", "2026-11-20T23:00:00+09:00", "2026-11-21T00:00:00+08:00",
            "2026-11-20T19:00:00+08:00", "2026-11-20T24:00:00+08:00", "2026-11-20T07:00:00+08:00", "2026-11-20T07:00+08:00",
        ]
        let result = read(Header.plain + times.map { "\($0),a,1,,,,,\n" }.joined())
        #expect(result.observations.rows.map { Int($0.slot) } == times.map { Instant($0)?.hourFloor.hours })
    }
}
