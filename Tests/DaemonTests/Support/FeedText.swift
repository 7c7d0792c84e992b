/// Feeds in the plain layout.
enum FeedText {
    private static let header = "slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n"

    /// One slot of both stations, complete.
    ///
    /// - Parameters:
    ///   - hour: Local start of the slot, `2026-11-20 09`.
    ///   - pm25: µg/m³ at both stations.
    static func hour(_ hour: String, pm25: Int, stations: [String] = ["T1", "T2"]) -> String {
        header + rows(hour, pm25, stations)
    }

    /// The same for several slots of one day.
    static func hours(_ date: String, _ hours: some Sequence<Int>, pm25: Int) -> String {
        header + hours.map { rows("\(date) \(two($0))", pm25, ["T1", "T2"]) }.joined()
    }

    private static func rows(_ hour: String, _ pm25: Int, _ stations: [String]) -> String {
        let start = hour.replacing(" ", with: "T") + ":00:00+08:00"
        return stations.map { "\(start),\($0),\(pm25),\(pm25 + 40),12,61,1.4,18\n" }.joined()
    }

    /// An official forecast of three days.
    static func forecast(issued: String, dates: [String], low: Int, high: Int) -> String {
        let issued = issued.replacing(" ", with: "T") + ":00+08:00"
        return "issued,area,date,AQI_low,AQI_high,primary\n"
            + dates.map { "\(issued),testcity,\($0),\(low),\(high),PM2.5\n" }.joined()
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
