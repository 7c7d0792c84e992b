import AirQuality
import Feeds
import Testing

@Suite(.enabled(if: SharedData.isThere, "the shared data is not there"))
struct RealFilesTests {
    @Test(arguments: SharedData.prsaStations) func prsa(station: String) {
        let result = SharedData.read("beijing-prsa/PRSA_Data_\(station)_20130301-20170228.csv.xz")
        #expect(result.format == .prsa)
        #expect(result.rejected == nil)
        #expect(result.isClean)
        #expect(result.reportCount == 0)
        #expect(result.observations.rows.count == 35_064)
        #expect(result.observations.stations == [station])
        #expect(result.slots == Slots.hour(2013, 3, 1, 0)...Slots.hour(2017, 2, 28, 23))
    }

    @Test func prsaValues() throws {
        let result = SharedData.read("beijing-prsa/PRSA_Data_Aotizhongxin_20130301-20170228.csv.xz")
        let first = try #require(result.observations.rows.first)
        #expect(HourSlot(Int(first.slot)) == Slots.hour(2013, 3, 1, 0))
        #expect(first.values[.pm25] == 4000)
        #expect(first.values[.co] == 300)
        #expect(first.values[.o3] == 77_000)
        #expect(result.missing.total > 0)
        #expect(result.refused.total == 0)
    }

    @Test func nationalJSON() throws {
        let result = SharedData.read("feeds/national-2016-01-09T07.json.xz")
        #expect(result.format == .nationalJSON)
        #expect(result.isClean)
        #expect(result.observations.rows.count == 1529)
        #expect(result.staleRows == 32)
        #expect(result.reportCount == 32)
        let hour = Slots.hour(2016, 1, 9, 6)
        #expect(result.observations.rows.count { Int($0.slot) == hour.hours } == 1497)
        #expect(result.slots?.upperBound == hour)
        let first = try #require(result.observations.rows.first)
        #expect(result.observations.stations[Int(first.station)] == "1001A")
        #expect(first.values[.pm10] == PollutantValues.missing)
        #expect(first.values[.pm25] == 21_000)
        #expect(first.values[.co] == 900)
    }

    @Test func wide() throws {
        let result = SharedData.read("feeds/china_sites_20220102.excerpt.csv")
        #expect(result.format == .wideStations)
        #expect(result.isClean)
        #expect(result.observations.stations.first == "1001A")
        #expect(result.observations.stations.count == 12)
        #expect(result.slots?.lowerBound == Slots.hour(2022, 1, 1, 23))
        let first = try #require(result.observations.rows.first)
        #expect(first.values[.pm25] == 6000)
        #expect(first.values[.co] == PollutantValues.missing)
    }

    @Test func cnemc() throws {
        let result = SharedData.read("feeds/cnemc-hour-2022-01-01T00.excerpt.csv")
        #expect(result.format == .cnemcLong)
        #expect(result.rejected == nil)
        let first = try #require(result.observations.rows.first)
        #expect(HourSlot(Int(first.slot)) == Slots.hour(2021, 12, 31, 23))
        #expect(first.values[.pm10] == 68_000)
        #expect(first.values[.co] == 1200)
    }

    @Test func dayForecasts() throws {
        let result = SharedData.read("expected/forecasts-day.csv")
        #expect(result.format == .plainDayForecasts)
        #expect(result.isClean)
        #expect(result.forecasts.days.count == 7065)
        let first = try #require(result.forecasts.days.first)
        #expect(first.low == 66 && first.high == 78 && first.primary.members == [.no2] && first.area == "beijing")
    }

    @Test(arguments: ["feeds/openaq-v3-measurements.json", "hj212/frames.csv", "stations.csv", "hj633/iaqi-vectors.csv"])
    func othersAreRejected(path: String) {
        let result = SharedData.read(path)
        #expect(result.rejected != nil)
        #expect(result.observations.isEmpty && result.forecasts.isEmpty)
    }
}
