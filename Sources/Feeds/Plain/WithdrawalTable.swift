import AirQuality

/// Reads withdrawals of our own layout: `slot_start,station,pollutant,withdrawn`, the last one `yes`.
struct WithdrawalTable {
    private var result: FeedResult
    private var stations = NameTable()
    private let header: HeaderLine
    private let slot, station, pollutant, withdrawn: Int

    init(_ result: FeedResult, header: HeaderLine) throws(FileError) {
        self.result = result
        self.header = header
        slot = try header.only("slot_start")
        station = try header.only("station")
        pollutant = try header.only("pollutant")
        withdrawn = try header.only("withdrawn")
    }

    mutating func read(_ cursor: ByteCursor) -> FeedResult {
        var rows = RowReader(cursor, header: header)
        while rows.next(&result) {
            do throws(CellError) {
                let withdrawal = try withdrawal(rows.cells)
                result.observations.withdrawals.append(withdrawal)
                result.name(slot: withdrawal.slot.hours)
            } catch {
                result.error(rows.line, error)
            }
            guard result.isWithinBounds(rows.line) else { break }
        }
        return result
    }

    private mutating func withdrawal(_ cells: [Cell]) throws(CellError) -> Withdrawal {
        let hour = try cells.slot(slot)
        let name = try stations.name(cells, station, "station")
        guard let text = cells[pollutant].text, let pollutant = Pollutant(name: text) else {
            throw CellError(pollutant, "'\(cells[pollutant].shown)' is no pollutant of the AQI")
        }
        // Anything but a clear yes leaves the value where it is.
        guard cells[withdrawn].content.equals("yes") else {
            throw CellError(withdrawn, "'\(cells[withdrawn].shown)' is not 'yes'; the value stays")
        }
        return Withdrawal(slot: hour, station: name, pollutant: pollutant)
    }
}
