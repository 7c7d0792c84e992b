import AirQuality

/// Forecasts as a record's body holds them.
struct ForecastsBody: Codable {
    var areas: [String]
    /// index into `areas`, issued, received (seconds), date (days), low, high, primary pollutants (bits in the order of HJ 633).
    var days: String?
    /// index into `areas`, issued, received (seconds), slot, AQI, SO2, NO2, CO, O3, PM10, PM2.5 in thousandths.
    var hours: String?

    /// Nil where there is nothing.
    init?(_ batch: ForecastBatch) {
        guard !batch.isEmpty else { return nil }
        var names = MentionedNames()
        var packed = PackedWriter(rows: batch.days.count, width: 7)
        for day in batch.days {
            packed.append(names.index(of: day.area))
            packed.append(day.issued.seconds)
            packed.append(day.received?.seconds)
            packed.append(day.date.days)
            packed.append(day.low)
            packed.append(day.high)
            packed.append(day.primary.rawValue)
            packed.endRow()
        }
        days = packed.text
        packed = PackedWriter(rows: batch.hours.count, width: 11)
        for hour in batch.hours {
            packed.append(names.index(of: hour.area))
            packed.append(hour.issued.seconds)
            packed.append(hour.received?.seconds)
            packed.append(hour.slot.hours)
            packed.append(hour.aqi)
            for pollutant in Pollutant.allCases { packed.append(present(hour.values[pollutant])) }
            packed.endRow()
        }
        hours = packed.text
        areas = names.names
    }

    func batch() throws -> ForecastBatch {
        var batch = ForecastBatch()
        func area(_ field: Int64?) throws -> String {
            let index = try Int.field(field)
            guard areas.indices.contains(index) else { throw PackedReader.Malformed() }
            return areas[index]
        }
        try PackedReader.forEachRow(days, width: 7) { fields in
            batch.days.append(
                DayForecast(
                    issued: Instant(seconds: try .field(fields[1])), received: fields[2].map { Instant(seconds: $0) },
                    area: try area(fields[0]), date: LocalDate(days: try .field(fields[3])), low: try .field(fields[4]),
                    high: try .field(fields[5]), primary: PollutantSet(rawValue: try .field(fields[6]))))
        }
        try PackedReader.forEachRow(hours, width: 11) { fields in
            batch.hours.append(
                HourForecast(
                    issued: Instant(seconds: try .field(fields[1])), received: fields[2].map { Instant(seconds: $0) },
                    area: try area(fields[0]), slot: HourSlot(try .field(fields[3])), aqi: fields[4].map { Int($0) },
                    values: try PollutantValues(fields, from: 5)))
        }
        return batch
    }
}
