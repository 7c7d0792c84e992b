import AirQuality
import Feeds

/// Short ways to read a text as a file and to look at what came of it.
func read(_ text: String, ceilings: Ceilings = .standard) -> FeedResult {
    FeedReader.read(Array(text.utf8), name: "test", ceilings: ceilings)
}

extension FeedResult {
    /// A value in thousandths, nil where it is missing or there is no such row; the last row of a station and slot counts.
    func value(_ station: String, _ slot: HourSlot, _ pollutant: Pollutant) -> Int32? {
        let row = observations.rows.last {
            Int($0.slot) == slot.hours && observations.stations[Int($0.station)] == station
        }
        guard let value = row?.values[pollutant], value != PollutantValues.missing else { return nil }
        return value
    }

    var places: [String] { rowErrors.map { "\($0.line):\($0.column) \($0.severity.rawValue)" } }
}

enum Header {
    static let plain = "slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n"
    static let prsa = "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,TEMP,wd,station\n"
    static let cnemc =
        "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h\n"
    static let days = "issued,area,date,AQI_low,AQI_high,primary\n"
    static let hours = "issued,area,slot_start,AQI,PM2.5_ug/m3\n"
}
