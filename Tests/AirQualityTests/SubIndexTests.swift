import AirQuality
import Testing

@Suite struct SubIndexTests {
    private static let items: [String: SubIndexItem] = [
        "PM25_24H": .pm25Day, "PM25_1H": .pm25Day, "PM10_24H": .pm10Day, "PM10_1H": .pm10Day, "SO2_24H": .so2Day,
        "SO2_1H": .so2Hour,
        "NO2_24H": .no2Day, "NO2_1H": .no2Hour, "CO_24H": .coDay, "CO_1H": .coHour, "O3_8H": .o3EightHours, "O3_1H": .o3Hour,
    ]

    @Test(.enabled(if: RealData.isHere, "../shared/data is absent"))
    func everyPublishedVectorComesOut() throws {
        let rows = try RealData.rows("hj633/iaqi-vectors.csv")
        #expect(rows.count == 204)
        for row in rows {
            let item = try #require(Self.items[row["item"] ?? ""])
            let edition = try #require(Edition(rawValue: row["standard"] ?? ""))
            let decimal = try #require(ScaledDecimal(row["concentration"] ?? "", places: 3))
            let reported = ReportedValue.hourly(Int32(decimal.rounded), of: item.pollutant)
            let expected = try #require(row["iaqi"])
            #expect(
                SubIndex.value(reported, item: item, edition: edition).map(String.init) == expected, "\(row)")
        }
    }

    @Test(arguments: [
        (SubIndexItem.pm25Day, 75, 100, 114), (.pm10Day, 150, 100, 112), (.pm25Day, 115, 150, 150), (.pm25Day, 116, 152, 152),
        (.pm25Day, 150, 200, 200), (.pm25Day, 151, 201, 201), (.pm25Day, 250, 300, 300), (.pm25Day, 251, 301, 301),
        (.pm25Day, 499, 500, 500), (.no2Hour, 350, 115, 115), (.o3EightHours, 215, 150, 150), (.coDay, 40, 100, 100),
    ])
    func goldenValuesOfBothEditions(item: SubIndexItem, reported: Int, edition2012: Int, edition2026: Int) {
        #expect(SubIndex.value(reported, item: item, edition: .edition2012) == edition2012)
        #expect(SubIndex.value(reported, item: item, edition: .edition2026) == edition2026)
    }

    @Test(arguments: SubIndexItem.allCases, Edition.allCases)
    func neverFallsAsTheConcentrationRises(item: SubIndexItem, edition: Edition) {
        var last = 0
        for reported in 0...12_000 {
            guard let value = SubIndex.value(reported, item: item, edition: edition) else {
                // Only the two items without a 500 node stop being computed, and only in the edition of 2012.
                #expect(edition == .edition2012 && reported > 800 && (item == .so2Hour || item == .o3EightHours))
                continue
            }
            #expect(value >= last && value <= 500)
            last = value
        }
    }
}
