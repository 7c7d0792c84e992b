import AirQuality

/// Reads daily forecasts of our own layout: `issued,area,date,AQI_low,AQI_high,primary`, perhaps `received` and `source`.
struct DayForecastTable {
    private var result: FeedResult
    private var areas = NameTable()
    private var sources = NameTable()
    private let header: HeaderLine
    private var issued: InstantColumn
    private let area, date, low, high: Int
    private let primary, received, source: Int?

    init(_ result: FeedResult, header: HeaderLine) throws(FileError) {
        self.result = result
        self.header = header
        issued = InstantColumn(try header.only("issued"))
        area = try header.only("area")
        date = try header.only("date")
        low = try header.only("AQI_low")
        high = try header.only("AQI_high")
        primary = try header.optional("primary")
        received = try header.optional("received")
        source = try header.optional("source")
    }

    mutating func read(_ cursor: ByteCursor) -> FeedResult {
        var rows = RowReader(cursor, header: header)
        while rows.next(&result) {
            do throws(CellError) {
                if let forecast = try forecast(rows.cells, line: rows.line) { result.forecasts.days.append(forecast) }
            } catch {
                result.error(rows.line, error)
            }
            guard result.isWithinBounds(rows.line) else { break }
        }
        return result
    }

    private mutating func forecast(_ cells: [Cell], line: Int) throws(CellError) -> DayForecast? {
        let issue = try issued.instant(cells)
        let arrival = try cells.instant(ifAny: received)
        let name = try areas.name(cells, area, "area")
        let office = try sources.name(cells, ifAny: source, "source")
        guard let text = cells[date].text, let day = LocalDate(text), FeedLimits.days.contains(day.days) else {
            throw CellError(date, "'\(cells[date].shown)' is no date such as 2026-11-20")
        }
        let lower = try cells.index(low)
        let upper = try cells.index(high)
        let pollutants = try cells.primary(primary)
        guard let lower, let upper else {
            result.report(
                line, (lower == nil ? low : high) + 1,
                lower == nil && upper == nil
                    ? "the row gives no AQI and covers nothing" : "the row gives only one bound of the AQI and covers nothing")
            return nil
        }
        guard lower <= upper else { throw CellError(low, "the lower bound \(lower) is above the upper bound \(upper)") }
        return DayForecast(
            issued: issue, received: arrival, area: name, date: day, low: lower, high: upper, primary: pollutants,
            source: office)
    }
}
