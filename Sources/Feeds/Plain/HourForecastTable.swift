import AirQuality

/// Reads hourly forecasts of our own layout: `issued,area,slot_start`, perhaps `received` and `source`, and any of `AQI` and the
/// concentration columns.
struct HourForecastTable {
    private var result: FeedResult
    private var areas = NameTable()
    private var sources = NameTable()
    private let header: HeaderLine
    private let values: ValueReader
    private var issued: InstantColumn
    private let area, slot: Int
    private let received, source, index: Int?
    private let pollutants: [(pollutant: Pollutant, column: Int)]

    init(_ result: FeedResult, header: HeaderLine, values: ValueReader) throws(FileError) {
        self.result = result
        self.header = header
        self.values = values
        issued = InstantColumn(try header.only("issued"))
        area = try header.only("area")
        slot = try header.only("slot_start")
        received = try header.optional("received")
        source = try header.optional("source")
        index = try header.optional("AQI")
        pollutants = try header.plainPollutants().map { (pollutant: $0.key, column: $0.value) }.sorted { $0.column < $1.column }
        guard index != nil || !pollutants.isEmpty else {
            throw FileError(
                line: 1, reason: "the file has neither a column AQI nor one of a concentration",
                help: "add AQI or a column such as \(Pollutant.pm25.plainColumn)")
        }
    }

    mutating func read(_ cursor: ByteCursor) -> FeedResult {
        var rows = RowReader(cursor, header: header)
        while rows.next(&result) {
            do throws(CellError) {
                let forecast = try forecast(rows.cells, line: rows.line)
                result.forecasts.hours.append(forecast)
                result.name(slot: forecast.slot.hours)
                for (pollutant, _) in pollutants where forecast.values[pollutant] == PollutantValues.missing {
                    result.missing[pollutant] += 1
                }
            } catch {
                result.error(rows.line, error)
            }
            guard result.isWithinBounds(rows.line) else { break }
        }
        return result
    }

    private mutating func forecast(_ cells: [Cell], line: Int) throws(CellError) -> HourForecast {
        let issue = try issued.instant(cells)
        let arrival = try cells.instant(ifAny: received)
        let name = try areas.name(cells, area, "area")
        let office = try sources.name(cells, ifAny: source, "source")
        let hour = try cells.slot(slot)
        var aqi: Int?
        if let index { aqi = try cells.index(index) }
        var concentrations = PollutantValues()
        for (pollutant, column) in pollutants {
            concentrations[pollutant] = result.value(cells[column].content, as: pollutant, values, line: line, column: column)
        }
        return HourForecast(
            issued: issue, received: arrival, area: name, slot: hour, aqi: aqi, values: concentrations, source: office)
    }
}
