import AirQuality

/// Reads a delimited file with one row per station and slot: the PRSA layout, the long CNEMC layout and our own.
///
/// This is the path that four years of data take, so the loop over the rows works on bytes alone: numbers in place, stations
/// by comparison with the row before, dates from the row before.
struct ObservationTable {
    private let header: HeaderLine
    private let values: ValueReader
    private let columns: ObservationColumns
    private let steps: ContiguousArray<ColumnStep>
    /// By pollutant: the decimal places that turn a written number into thousandths, and the ceiling.
    private var places = InlineArray<8, Int>(repeating: 3)
    private var ceilings = InlineArray<8, Int64>(repeating: 0)
    private var stamps: StampReader
    private var stations = NameTable()
    private var result: FeedResult
    /// The line of each row, where left-over rows must be told apart.
    private var lines: ContiguousArray<Int32> = []

    /// The row being read.
    private var slot = 0
    private var station: Int32 = 0
    private var cells = InlineArray<8, Int32>(repeating: PollutantValues.missing)
    private var hasMissing = false
    private var rowStart: ByteCursor?

    /// The date before, as it stands in the file up to its last separator, and the slot of its midnight.
    private var date = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var midnight = 0

    init(_ result: FeedResult, header: HeaderLine, values: ValueReader, columns: ObservationColumns) {
        self.header = header
        self.values = values
        self.result = result
        self.columns = columns
        stamps = StampReader(zone: values.format == .plainObservations ? nil : .beijing, label: values.format.label)
        steps = ColumnStep.steps(columns, count: header.names.count)
        for pollutant in Pollutant.allCases {
            places[Int(pollutant.rawValue)] = values.places(pollutant)
            ceilings[Int(pollutant.rawValue)] = Int64(values.ceilings.values[pollutant])
        }
    }

    /// Reads all rows that follow the header.
    mutating func read(_ start: ByteCursor) -> FeedResult {
        result.observations.rows.reserveCapacity(min(FeedLimits.rows, (start.end - start.position) / 48 + 1))
        readRows(start)
        result.observations.stations = stations.names
        if result.rejected == nil, values.format.holdsOneHour { result.markStaleRows(lines: lines) }
        return result
    }

    private mutating func readRows(_ start: ByteCursor) {
        var cursor = start
        var line = 1
        var firstSlot = Int.max
        var lastSlot = Int.min
        let keepsLines = values.format.holdsOneHour
        while !cursor.isAtEnd {
            let start = cursor.position
            line += 1
            if cursor.takeLineEnd() { continue }
            result.rowCount += 1
            guard readRow(&cursor, line: line) else {
                if result.rejected != nil { return }
                cursor.skipLine()
                continue
            }
            guard cursor.position - start <= FeedLimits.lineBytes else {
                result.error(line, 1, "the line is longer than \(FeedLimits.lineBytes) bytes")
                continue
            }
            var row = PollutantValues()
            row[.so2] = cells[0]
            row[.no2] = cells[1]
            row[.co] = cells[2]
            row[.o3] = cells[3]
            row[.pm10] = cells[4]
            row[.pm25] = cells[5]
            result.observations.rows.append(
                ObservationRow(slot: Int32(truncatingIfNeeded: slot), station: station, values: row))
            if hasMissing {
                for pollutant in Pollutant.allCases where row[pollutant] < 0 { result.missing[pollutant] += 1 }
            }
            if slot < firstSlot { firstSlot = slot }
            if slot > lastSlot { lastSlot = slot }
            if keepsLines { lines.append(Int32(truncatingIfNeeded: line)) }
            if result.observations.rows.count >= FeedLimits.rows, !cursor.isAtEnd {
                result.rejectForRows()
                return
            }
        }
        if firstSlot <= lastSlot { result.slots = HourSlot(firstSlot)...HourSlot(lastSlot) }
    }

    /// Reads one row into `slot`, `station` and `cells` and moves to the next line; false, with the error noted, and still on
    /// the row's line, where it cannot be used.
    @inline(__always)
    private mutating func readRow(_ cursor: inout ByteCursor, line: Int) -> Bool {
        hasMissing = false
        rowStart = cursor
        var index = 0
        while true {
            let step = steps[index]
            switch step.kind {
            case .skip:
                if index + 1 < steps.count {
                    guard cursor.skip(step.count) else { return fail(.columns, step, line) }
                    index += 1
                    continue
                }
                guard cursor.skip(step.count - 1) else { return fail(.columns, step, line) }
                if cursor.cell().hasOpenQuote { return fail(.openQuote, step, line) }
            case .value:
                guard readValue(&cursor, step, line) else { return fail(.openQuote, step, line) }
                // The six concentrations mostly stand side by side.
                while index + 1 < steps.count, steps[index + 1].kind == .value, cursor.takeSeparator() {
                    index += 1
                    guard readValue(&cursor, steps[index], line) else { return fail(.openQuote, steps[index], line) }
                }
            case .date:
                guard readDate(&cursor, step, line) else { return false }
            case .stamp:
                let cell = cursor.cell()
                if let guessed = stamps.guess(cell.raw) {
                    slot = guessed
                } else {
                    guard !cell.hasOpenQuote else { return fail(.openQuote, step, line) }
                    do throws(StampReader.Failure) { slot = try stamps.slot(of: cell) } catch {
                        return fail(.stamp(error), step, line, cell)
                    }
                }
            case .station:
                station = stations.guess(&cursor)
                if station < 0 {
                    let cell = cursor.cell()
                    guard !cell.hasOpenQuote else { return fail(.openQuote, step, line) }
                    do throws(NameTable.Failure) { station = try stations.number(of: cell) } catch {
                        return fail(.name(error), step, line, cell)
                    }
                }
            }
            index += 1
            if index == steps.count { break }
            guard cursor.takeSeparator() else { return fail(.columns, step, line) }
        }
        return cursor.takeLineEnd() || fail(.columns, steps[index - 1], line)
    }

    /// Reads `year,month,day,hour`. The date is mostly that of the row before, byte by byte.
    @inline(__always)
    private mutating func readDate(_ cursor: inout ByteCursor, _ step: ColumnStep, _ line: Int) -> Bool {
        if !cursor.take(prefix: date) {
            let start = cursor.position
            let year = cursor.part(4)
            guard cursor.takeSeparator() else { return fail(.columns, step, line) }
            let month = cursor.part(2)
            guard cursor.takeSeparator() else { return fail(.columns, step, line) }
            let day = cursor.part(2)
            guard cursor.takeSeparator() else { return fail(.columns, step, line) }
            guard let known = LocalDate(year: Int(year), month: Int(month), day: Int(day)), FeedLimits.days.contains(known.days)
            else {
                return fail(.date, step, line)
            }
            midnight = known.days * 24 - 8
            date = UnsafeBufferPointer(start: start, count: cursor.position - start)
        }
        let hour = cursor.part(2)
        guard hour >= 0, hour <= 23 else { return fail(.hour, step, line) }
        slot = midnight + Int(truncatingIfNeeded: hour)
        return true
    }

    /// Reads one concentration into `cells`; false where a quote is not closed.
    @inline(__always)
    private mutating func readValue(_ cursor: inout ByteCursor, _ step: ColumnStep, _ line: Int) -> Bool {
        let start = cursor.position
        let plain = cursor.plainDecimal(places: places[step.pollutant])
        if plain >= 0, plain <= ceilings[step.pollutant] {
            cells[step.pollutant] = Int32(truncatingIfNeeded: plain)
            return true
        }
        cursor.rewind(to: start)
        guard let value = slowValue(&cursor, step, line) else { return false }
        cells[step.pollutant] = value
        if value < 0 { hasMissing = true }
        return true
    }

    /// A value that is not a short plain number: a mark of a missing value, a quoted one, one with an exponent, one to
    /// refuse; nil where a quote is not closed.
    @inline(never)
    private mutating func slowValue(_ cursor: inout ByteCursor, _ step: ColumnStep, _ line: Int) -> Int32? {
        guard let pollutant = Pollutant(rawValue: UInt8(truncatingIfNeeded: step.pollutant)) else {
            return PollutantValues.missing
        }
        let cell = cursor.cell()
        if cell.hasOpenQuote { return nil }
        return result.value(cell.content, as: pollutant, values, line: line, column: step.column)
    }

    /// Reports a row that is left out; always false.
    @inline(never)
    private mutating func fail(_ problem: RowProblem, _ step: ColumnStep, _ line: Int, _ cell: Cell? = nil) -> Bool {
        let shown = cell?.shown ?? ""
        let column = step.column + 1
        // A row with too many or too few columns has its values in the wrong ones; that goes before what is odd about them.
        if case .openQuote = problem {
        } else if let rowStart, result.noteShift(line: line, columns: rowStart.columnCount(), header: header.names.count) {
            return false
        }
        switch problem {
        case .columns: result.error(line, column, "the row does not have the columns of the header")
        case .openQuote: result.error(line, column, "a quote is not closed on its line")
        case .date: result.error(line, column, "year, month and day are no date of the calendar")
        case .hour: result.error(line, column + 3, "the hour is not within 0…23")
        case .stamp(let failure): result.error(line, column, failure.reason(shown))
        case .name(.tooMany): result.rejectForNames(line: line)
        case .name(let failure): result.error(line, column, failure.reason("station"))
        }
        return false
    }
}
