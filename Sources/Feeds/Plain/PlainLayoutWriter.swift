public import AirQuality

/// Writes our own plain layout (`docs/feeds.md`): what it writes, ``FeedReader`` reads back as the same values.
public struct PlainLayoutWriter: Sendable {
    /// The zone in which times and dates are written; the offset stands with each time.
    public var zone: Zone

    public init(zone: Zone = .beijing) { self.zone = zone }

    /// Observations, one row per station and slot in the order given; withdrawals are a file of their own.
    public func text(_ batch: ObservationBatch) -> String {
        let columns: [Pollutant] = [.pm25, .pm10, .so2, .no2, .co, .o3]
        var text = "slot_start,station"
        for pollutant in columns { text += "," + pollutant.plainColumn }
        text += "\n"
        let stations = batch.stations.map(Self.cell)
        for row in batch.rows {
            guard stations.indices.contains(Int(row.station)) else { continue }
            text += zone.text(HourSlot(Int(row.slot)))
            text += "," + stations[Int(row.station)]
            for pollutant in columns { text += "," + Self.number(row.values[pollutant]) }
            text += "\n"
        }
        return text
    }

    /// Daily forecasts; columns `received` and `source` where any forecast says when it came, or from whom.
    public func text(_ forecasts: [DayForecast]) -> String {
        let hasReceived = forecasts.contains { $0.received != nil }
        let hasSource = forecasts.contains { !$0.source.isEmpty }
        var text = "issued,area,date,AQI_low,AQI_high,primary\(hasReceived ? ",received" : "")\(hasSource ? ",source" : "")\n"
        for forecast in forecasts {
            let primary = forecast.primary.members.map(\.name).joined(separator: ";")
            text += zone.text(forecast.issued)
            text += ",\(Self.cell(forecast.area)),\(forecast.date),\(forecast.low),\(forecast.high),\(primary)"
            if hasReceived { text += "," + (forecast.received.map(zone.text) ?? "") }
            if hasSource { text += "," + Self.cell(forecast.source) }
            text += "\n"
        }
        return text
    }

    /// Hourly forecasts with the AQI and all six concentrations; columns `received` and `source` where any
    /// forecast says when it came, or from whom.
    public func text(_ forecasts: [HourForecast]) -> String {
        let hasReceived = forecasts.contains { $0.received != nil }
        let hasSource = forecasts.contains { !$0.source.isEmpty }
        var text = "issued,area,slot_start,AQI"
        for pollutant in Pollutant.allCases { text += "," + pollutant.plainColumn }
        text += (hasReceived ? ",received" : "") + (hasSource ? ",source\n" : "\n")
        for forecast in forecasts {
            text += zone.text(forecast.issued)
            text += ",\(Self.cell(forecast.area)),\(zone.text(forecast.slot)),\(forecast.aqi.map(String.init) ?? "")"
            for pollutant in Pollutant.allCases { text += "," + Self.number(forecast.values[pollutant]) }
            if hasReceived { text += "," + (forecast.received.map(zone.text) ?? "") }
            if hasSource { text += "," + Self.cell(forecast.source) }
            text += "\n"
        }
        return text
    }

    /// Withdrawals of values.
    public func text(_ withdrawals: [Withdrawal]) -> String {
        var text = "slot_start,station,pollutant,withdrawn\n"
        for withdrawal in withdrawals {
            text += "\(zone.text(withdrawal.slot)),\(Self.cell(withdrawal.station)),\(withdrawal.pollutant.name),yes\n"
        }
        return text
    }

    /// Thousandths as a decimal without needless zeros; blank where there is no value.
    static func number(_ thousandths: Int32) -> String {
        guard thousandths >= 0 else { return "" }
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return String(whole) }
        var digits = String(String(1000 + rest).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }

    /// A name as a cell, in quotes where it needs them.
    private static func cell(_ name: String) -> String {
        let needsQuotes = name.unicodeScalars.contains { $0 == "," || $0 == "\"" }
        guard needsQuotes else { return name }
        return "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
