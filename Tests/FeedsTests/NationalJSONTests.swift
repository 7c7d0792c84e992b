import AirQuality
import Feeds
import Testing

struct NationalJSONTests {
    private let slot = Slots.hour(2016, 1, 9, 6)

    private func row(
        _ station: String, time: String = "2016-01-09T07:00:00Z", pm25: String = "30", co: String = "0.9", more: String = ""
    ) -> String {
        """
        { "station_code": "\(station)", "time_point": "\(time)", "pm2_5": \(pm25), "pm10": 60, "so2": 5,
          "no2": 20, "o3": 7, "co": \(co), "aqi": 42, "area": "北京", "position_name": "万寿西宫"\(more) }
        """
    }

    @Test func valuesAndTimes() {
        let result = read("[\n" + row("1001A") + ",\n" + row("1002A", pm25: "0", co: "1.25e0") + "\n]\n")
        #expect(result.format == .nationalJSON)
        #expect(result.isClean && result.reportCount == 0)
        #expect(result.slots == slot...slot)
        #expect(result.value("1001A", slot, .pm25) == 30_000)
        #expect(result.value("1001A", slot, .co) == 900)
        #expect(result.value("1002A", slot, .co) == 1250)
        #expect(result.value("1002A", slot, .pm25) == nil)
        #expect(result.missing.total == 1 && result.refused.total == 0)
    }

    @Test(arguments: ["0", "0.0", "0e5", "null", "\"\"", "\"NA\"", "\"—\"", "-9999", "-999"])
    func marksAreMissing(written: String) {
        let result = read("[" + row("1001A", pm25: written, co: written) + "]")
        #expect(result.missing.total == 2 && result.refused.total == 0 && result.reportCount == 0)
    }

    @Test(arguments: ["true", "[1]", "{\"a\":1}", "\"abc\"", "-5", "1e9"])
    func othersAreReported(written: String) {
        let result = read("[" + row("1001A", co: written) + "]")
        #expect(result.missing[.co] == 1 && result.refused[.co] == 1 && result.reportCount == 1)
        #expect(result.rowErrors.first?.line == 2)
        #expect(result.value("1001A", slot, .pm25) == 30_000)
    }

    @Test func numbersInQuotesAreNumbers() {
        #expect(read("[" + row("1001A", pm25: "\"30.5\"") + "]").value("1001A", slot, .pm25) == 30_500)
    }

    @Test func leftOversAreReportedAndCount() {
        let result = read("[" + row("1A") + "," + row("2A") + ",\n\n" + row("3A", time: "2015-07-03T09:00:00Z") + "]")
        #expect(result.staleRows == 1 && result.reportCount == 1 && result.errorCount == 0)
        #expect(result.value("3A", Slots.hour(2015, 7, 3, 8), .pm25) == 30_000)
        #expect(result.slots == Slots.hour(2015, 7, 3, 8)...slot)
    }

    @Test func badElementsStopNothing() {
        let bad = [
            row("", more: ""), row("1A", time: "2016-01-09T07:30:00Z"), row("1A", time: "2016-02-30T07:00:00Z"),
            row("1A", more: ", \"co\": 1"), "{}", "[]", "17", "null",
        ]
        let result = read("[" + row("1001A") + "," + bad.joined(separator: ",") + "," + row("1002A") + "]")
        #expect(result.errorCount == bad.count)
        #expect(result.observations.rows.count == 2)
        #expect(result.brokenOff == nil && result.rejected == nil)
    }

    @Test func aRowOfACityHasItsName() {
        let city = row("1001A").split(separator: "\"").joined(separator: "\"")
            .replacing("\"1001A\"", with: "null").replacing("\"万寿西宫\"", with: "null")
        let result = read("[" + city + "]")
        #expect(result.observations.stations == ["北京"])
    }

    @Test func escapesInNames() {
        #expect(read("[" + row("\\u0031A\\/\\uD83D\\uDE00") + "]").observations.stations == ["1A/😀"])
        #expect(read("[" + row("\\uD83D") + "]").errorCount == 1)
    }

    @Test func whatBreaksOffKeepsTheRowsBefore() {
        let start = "[" + row("1001A") + "," + row("1002A")
        for rest in ["", ",", ", {", ", {\"co\": 1", "] x", ", }", " 17]", ", " + String(repeating: "[", count: 100), ", {\"a\\"]
        {
            let result = read(start + rest)
            #expect(result.observations.rows.count == 2, "\(rest)")
            #expect(result.brokenOff != nil && result.rejected == nil, "\(rest)")
        }
    }

    @Test(arguments: ["[", "{\"meta\": {}}", "[1, 2]", "[{\"period\": {\"label\": \"1h\"}}]", "[{\"co\": "])
    func otherJSONIsRejected(text: String) {
        #expect(read(text).rejected != nil)
    }

    @Test func nothingIsNothing() {
        let result = read("[]")
        #expect(result.rejected == nil && result.observations.isEmpty)
    }
}
