import AirQuality

extension FeedResult {
    /// Counts a row that has not as many columns as the header; false where it has.
    mutating func noteShift(line: Int, columns: Int, header: Int) -> Bool {
        guard columns != header else { return false }
        shiftedRows += 1
        error(line, min(columns, header) + 1, "the row has \(columns) columns, the header \(header)")
        return true
    }

    /// Rejects a file with more rows than memory is set aside for.
    mutating func rejectForRows() {
        reject("the file gives more than \(FeedLimits.rows) rows", help: "split it, by year for instance")
    }

    mutating func rejectForForecastRows() {
        reject("the file has more than \(FeedLimits.forecastRows) rows", help: "split it, by month of issue for instance")
    }

    mutating func rejectForNames(line: Int) {
        reject(
            line: line, "the file names more than \(FeedLimits.names) stations, cities or areas",
            help: "check that the columns are in their places, or split the file")
    }

    /// Looks at the whole of what a delimited file gave: columns that do not hold what their names say are shifted, and then
    /// no row of the file can be trusted.
    mutating func rejectShiftedColumns() {
        guard rejected == nil else { return }
        if shiftedRows > 0, shiftedRows * 2 > rowCount {
            reject(
                "\(shiftedRows) of \(rowCount) rows do not have the columns of the header",
                help: "write the file again so that each row has a cell for each column")
            return
        }
        let rows = observations.rows.count + forecasts.hours.count
        for pollutant in Pollutant.allCases {
            let words = notNumbers[pollutant]
            if words >= 8, words > rows - missing[pollutant] {
                reject(
                    "the column of \(pollutant.name) does not hold numbers in \(words) rows: its columns are shifted",
                    help: "write the file again so that each column holds what its name says")
                return
            }
        }
    }

    /// Counts and reports rows of another hour than the one that most rows of an hourly file have.
    mutating func markStaleRows(lines: ContiguousArray<Int32>) {
        guard lines.count == observations.rows.count else { return }
        var counts: [Int32: Int] = [:]
        for row in observations.rows { counts[row.slot, default: 0] += 1 }
        // Without a majority it is a file of several hours, and none of them is a left-over.
        guard counts.count > 1, let hour = counts.first(where: { $0.value * 2 > lines.count })?.key else { return }
        for (row, line) in zip(observations.rows, lines) where row.slot != hour {
            staleRows += 1
            let station = observations.stations[Int(row.station)]
            let own = Zone.beijing.text(HourSlot(Int(row.slot)))
            let file = Zone.beijing.text(HourSlot(Int(hour)))
            report(
                Int(line), 1,
                "station \(station): the row is of the hour from \(own), the file of that from \(file); it counts for its own")
        }
    }
}
