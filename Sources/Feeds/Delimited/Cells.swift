import AirQuality

/// Typed readings of a row's cells.
extension [Cell] {
    /// A point in time with its offset.
    func instant(_ column: Int) throws(CellError) -> Instant {
        guard let text = self[column].text, let instant = Instant(text) else {
            let isLocal = self[column].text.flatMap { Instant($0, zone: .utc) } != nil
            throw CellError(column, (isLocal ? StampReader.Failure.noOffset : .notATime).reason(self[column].shown))
        }
        guard FeedLimits.days.contains(instant.hourFloor.hours / 24) else {
            throw CellError(column, StampReader.Failure.otherAge.reason(self[column].shown))
        }
        return instant
    }

    /// The same in a column that may be absent, and whose cells may be blank.
    func instant(ifAny column: Int?) throws(CellError) -> Instant? {
        guard let column, !ValueReader.isMark(self[column].content) else { return nil }
        return try instant(column)
    }

    /// The slot that starts at a time with its offset.
    func slot(_ column: Int) throws(CellError) -> HourSlot {
        let instant = try instant(column)
        guard instant.seconds % 3600 == 0 else {
            throw CellError(column, StampReader.Failure.notWholeHour.reason(self[column].shown))
        }
        return instant.hourFloor
    }

    /// An AQI, 0…500, nil where the cell says that there is none.
    func index(_ column: Int) throws(CellError) -> Int? {
        let content = self[column].content
        if ValueReader.isMark(content) { return nil }
        guard let number = ScaledDecimal(content, places: 0), number.isExact else {
            throw CellError(column, "the AQI '\(self[column].shown)' is no whole number")
        }
        if number.rounded == -9999 || number.rounded == -999 { return nil }
        guard (0...500).contains(number.rounded) else {
            throw CellError(column, "the AQI \(self[column].shown) is not within 0…500")
        }
        return Int(number.rounded)
    }

    /// Primary pollutants; none where the column is absent or the cell blank.
    func primary(_ column: Int?) throws(CellError) -> PollutantSet {
        guard let column else { return [] }
        let cell = self[column]
        if ValueReader.isMark(cell.content) { return [] }
        guard let text = cell.text else { throw CellError(column, "the primary pollutants are no UTF-8") }
        switch PrimaryList.read(text) {
        case .success(let pollutants): return pollutants
        case .failure(let unknown): throw CellError(column, "'\(unknown.name)' is no pollutant of the AQI")
        }
    }
}

extension NameTable {
    /// The name in a cell.
    mutating func name(_ cells: [Cell], _ column: Int, _ what: String) throws(CellError) -> String {
        do throws(Failure) {
            let number = try number(of: cells[column])
            return names[Int(number)]
        } catch {
            throw CellError(column, error.reason(what), isTooMany: error == .tooMany)
        }
    }

    /// The name in a column that may be absent, and whose cells may be blank; then it is empty.
    mutating func name(_ cells: [Cell], ifAny column: Int?, _ what: String) throws(CellError) -> String {
        guard let column, !ValueReader.isMark(cells[column].content) else { return "" }
        return try name(cells, column, what)
    }
}
