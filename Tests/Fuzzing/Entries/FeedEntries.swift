import AirQuality
import Feeds

extension FuzzEntry {
    static let feedEntries =
        [FuzzEntry(name: "feed", run: { read($0) }), FuzzEntry(name: "zone", run: zone)]
        + heads.map { name, head in FuzzEntry(name: "feed-\(name)", run: { read(Array(head.utf8) + $0) }) }

    /// The heads of the layouts, so that the fuzzer's bytes are rows.
    private static let heads: [(name: String, head: String)] = [
        ("wide", "date,hour,type,1001A,1002A,1003A\n"), ("wide-cities", "date,hour,type,北京,许昌\n"),
        ("long", "timepoint,stationcode,area,primarypollutant,aqi,pm10,pm2_5,o3,no2,so2,co\n"),
        ("prsa", "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,TEMP,PRES,DEWP,RAIN,wd,WSPM,station\n"),
        ("json", "["), ("observations", "slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n"),
        ("days", "issued,received,area,date,AQI_low,AQI_high,primary\n"),
        (
            "hours",
            "issued,received,area,slot_start,AQI,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,CO_mg/m3,O3_ug/m3\n"
        ),
        ("withdrawals", "slot_start,station,pollutant,withdrawn\n"),
    ]

    private static func read(_ bytes: [UInt8]) {
        let result = FeedReader.read(bytes, name: "f")
        for row in result.observations.rows {
            require(result.observations.stations.indices.contains(Int(row.station)), "a row of no station")
            for pollutant in Pollutant.allCases {
                let value = Int(row.values[pollutant])
                require(value == Int(PollutantValues.missing) || (0...10_000_000).contains(value), "a value out of bounds")
            }
        }
        for day in result.forecasts.days { require(day.low <= day.high && day.low >= 0, "a range that is none") }
        if result.rejected != nil { require(result.observations.rows.isEmpty, "rows of a rejected file") }
    }

    private static func zone(_ bytes: [UInt8]) {
        guard let zone = Zone(name: "f", tzif: bytes) else { return }
        for hours in [-1_000_000, 0, 400_000, 600_000] { _ = zone.offset(at: Int64(hours) * 3600) }
    }
}
