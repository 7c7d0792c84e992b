import AirQuality
import Feeds
import Testing

/// A row of another age must not make room for the years between.
@Suite struct AgeTests {
    @Test(arguments: [
        "slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\nYEAR-11-20T07:00:00+08:00,2396A,1,2,3,4,5,6\n",
        "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,station\n1,YEAR,11,20,7,1,2,3,4,500,6,Dongsi\n",
        "date,hour,type,1001A\nYEAR1120,7,PM2.5,6\n",
        "issued,area,date,AQI_low,AQI_high,primary\n2026-11-19T16:00:00+08:00,xuchang,YEAR-11-20,190,220,PM2.5\n",
        "issued,area,slot_start,AQI\nYEAR-11-19T16:00:00+08:00,xuchang,2026-11-20T07:00:00+08:00,190\n",
    ])
    func isARowError(layout: String) {
        func read(_ year: String) -> FeedResult {
            let parts = layout.split(separator: "YEAR", omittingEmptySubsequences: false)
            return FeedReader.read(Array(parts.joined(separator: year).utf8), name: "age.csv")
        }
        let good = read("2026")
        #expect(good.rejected == nil && good.errorCount == 0)
        #expect(!good.observations.isEmpty || !good.forecasts.isEmpty)
        for year in ["1969", "1989", "2101", "9999"] {
            let bad = read(year)
            #expect(bad.rejected == nil && bad.errorCount == 1, "\(year)")
            #expect(bad.observations.isEmpty && bad.forecasts.isEmpty && bad.slots == nil, "\(year)")
        }
    }
}
