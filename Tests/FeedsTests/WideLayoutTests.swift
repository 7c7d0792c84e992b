import AirQuality
import Feeds
import Testing

struct WideLayoutTests {
    private let hour = Slots.hour(2022, 1, 2, 6)

    @Test func linesOfOneHourMakeOneRowPerStation() {
        let result = read(
            "date,hour,type,1001A,1002A\n20220102,7,AQI,50,51\n20220102,7,PM2.5,30,\n20220102,7,PM2.5_24h,1,1\n"
                + "20220102,7,PM10,60.5,70\n20220102,7,SO2,5,6\n20220102,7,NO2,7,8\n20220102,7,O3,9,10\n20220102,7,O3_8h_24h,1,1\n"
                + "20220102,7,CO,0.75,1\n20220102,8,PM2.5,31,32\n")
        #expect(result.format == .wideStations)
        #expect(result.isClean && result.rowCount == 10)
        #expect(result.observations.rows.count == 4)
        #expect(result.value("1001A", hour, .pm25) == 30_000)
        #expect(result.value("1002A", hour, .pm25) == nil)
        #expect(result.value("1001A", hour, .pm10) == 60_500)
        #expect(result.value("1002A", hour, .co) == 1000)
        #expect(result.value("1002A", hour + 1, .pm25) == 32_000)
        #expect(result.slots == hour...(hour + 1))
    }

    @Test func hourZeroIsTheLastOfTheDayBefore() {
        let result = read("date,hour,type,1001A\n20220102,0,PM2.5,30\n20220102,23,PM2.5,31\n")
        #expect(result.slots == Slots.hour(2022, 1, 1, 23)...Slots.hour(2022, 1, 2, 22))
    }

    @Test func citiesAreNamed() {
        let result = read("\u{FEFF}date,hour,type,北京,许昌\r\n20220102,7,PM2.5,30,40\r\n")
        #expect(result.format == .wideCities)
        #expect(result.observations.stations == ["北京", "许昌"])
        #expect(result.value("许昌", hour, .pm25) == 40_000)
    }

    @Test func badLines() {
        let result = read(
            "date,hour,type,1001A,1002A\n20220102,7,PM2.5,30,31\n20220102,7,PM1,1,1\n20220102,24,PM10,1,1\n20220230,7,PM10,1,1\n"
                + "20220102,7,PM10,1\n20220102,7,PM10,1,2,3\n20220102,7,SO2,5,6\n20220102,7,NO2,\"5,6\n")
        #expect(result.places == ["3:3 error", "4:2 error", "5:1 error", "6:5 error", "7:6 error", "9:4 error"])
        #expect(result.value("1001A", hour, .so2) == 5000)
        #expect(result.value("1001A", hour, .pm10) == nil)
    }

    @Test(arguments: [
        "date,hour,type\n", "date,hour,type,1001A,1001A\n", "date,hour,type,1001A,北京\n", "date,hour,type,1001A,\n",
        "date,hour,type,北京,1001A\n",
    ])
    func badHeaders(header: String) {
        #expect(read(header + "20220102,7,PM2.5,30,31\n").rejected?.line == 1)
    }
}
