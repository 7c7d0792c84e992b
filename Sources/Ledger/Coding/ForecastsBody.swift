import AirQuality

/// Forecasts as a record's body holds them.
struct ForecastsBody: Codable {
    var areas: [String]
    /// index into `areas`, issued, received (seconds), date (days), low, high, primary pollutants (bits in the order of HJ 633).
    var days: String?
    /// index into `areas`, issued, received (seconds), slot, AQI, SO2, NO2, CO, O3, PM10, PM2.5 in thousandths.
    var hours: String?
    /// Names of sources; nil where no row names one.
    var sources: [String]?
    /// index into `sources` of each of `days`, and of each of `hours`, blank for rows that name none.
    var daySources: String?
    var hourSources: String?

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
        var offices = MentionedNames()
        daySources = Self.packed(batch.days.map(\.source), &offices)
        hourSources = Self.packed(batch.hours.map(\.source), &offices)
        sources = offices.names.isEmpty ? nil : offices.names
    }

    private static func packed(_ sources: [String], _ offices: inout MentionedNames) -> String? {
        guard sources.contains(where: { !$0.isEmpty }) else { return nil }
        var packed = PackedWriter(rows: sources.count, width: 1)
        for source in sources {
            packed.append(source.isEmpty ? nil : offices.index(of: source))
            packed.endRow()
        }
        return packed.text
    }

    /// The sources of a number of rows.
    private func sources(_ packed: String?, rows: Int) throws -> [String] {
        var result: [String] = []
        guard let packed else { return Array(repeating: "", count: rows) }
        let names = sources ?? []
        try PackedReader.forEachRow(packed, width: 1) { fields in
            let index = try fields[0].map { try Int.field($0) }
            guard index.map(names.indices.contains) ?? true else { throw PackedReader.Malformed() }
            result.append(index.map { names[$0] } ?? "")
        }
        guard result.count == rows else { throw PackedReader.Malformed() }
        return result
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
        for (row, source) in try sources(daySources, rows: batch.days.count).enumerated() { batch.days[row].source = source }
        for (row, source) in try sources(hourSources, rows: batch.hours.count).enumerated() { batch.hours[row].source = source }
        return batch
    }
}
