import AirQuality

/// Reads a delimited file with one row per station and slot: the PRSA layout, the long CNEMC layout and our own.
///
/// This is the path that four years of data take, so the loop over the rows works on bytes alone: numbers in place, stations
/// by comparison with the row before, dates from the row before.
struct ObservationTable {
    private let header: HeaderLine
    private let values: ValueReader
    private let steps: ContiguousArray<ColumnStep>
    private var stamps: StampReader
    private var stations = NameTable()
    private var result: FeedResult
    /// The line of each row, where left-over rows must be told apart.
    private var lines: ContiguousArray<Int32> = []

    init(_ result: FeedResult, header: HeaderLine, values: ValueReader, columns: ObservationColumns) {
        self.header = header
        self.values = values
        self.result = result
        stamps = StampReader(
            zone: values.format == .plainObservations ? nil : .beijing, label: values.format.label)
        var wanted = [ColumnStep(kind: .station, column: columns.station)]
        for (pollutant, column) in columns.pollutants {
            wanted.append(
                ColumnStep(
                    kind: .value, column: column, pollutant: Int(pollutant.rawValue), places: values.places(pollutant)))
        }
        if let time = columns.time {
            wanted.append(ColumnStep(kind: .stamp, column: time))
        } else {
            for (name, kind) in [("year", ColumnStep.Kind.year), ("month", .month), ("day", .day), ("hour", .hour)] {
                if let column = header.index(of: name) { wanted.append(ColumnStep(kind: kind, column: column)) }
            }
        }
        steps = ColumnStep.steps(columns: header.names.count, wanted)
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
        var cells = SIMD8<Int32>(repeating: PollutantValues.missing)
        var ceilings = SIMD8<Int64>(repeating: 0)
        for pollutant in Pollutant.allCases { ceilings[Int(pollutant.rawValue)] = Int64(values.ceilings.values[pollutant]) }
        let steps = self.steps
        let lastStep = steps.count - 1
        let keepsLines = values.format.holdsOneHour
        let usesParts = steps.contains { $0.kind == .hour }
        var date = DateCache()
        var firstSlot = Int.max
        var lastSlot = Int.min

        rows: while !cursor.isAtEnd {
            let rowStart = cursor.position
            line += 1
            if cursor.takeLineEnd() { continue }
            result.rowCount += 1
            var slot = 0
            var station: Int32 = 0
            var year: Int64 = 0
            var month: Int64 = 0
            var day: Int64 = 0
            var hour: Int64 = 0
            var hasMissing = false

            for index in 0...lastStep {
                let step = steps[index]
                switch step.kind {
                case .skip:
                    if index < lastStep {
                        guard cursor.skip(step.count) else {
                            fail(.tooFewColumns, step, line, &cursor)
                            continue rows
                        }
                        continue
                    }
                    guard cursor.skip(step.count - 1) else {
                        fail(.tooFewColumns, step, line, &cursor)
                        continue rows
                    }
                    if cursor.cell().hasOpenQuote {
                        fail(.openQuote, step, line, &cursor)
                        continue rows
                    }
                case .value:
                    let start = cursor.position
                    let plain = cursor.plainDecimal(places: step.places)
                    if plain >= 0, plain <= ceilings[step.pollutant] {
                        cells[step.pollutant] = Int32(truncatingIfNeeded: plain)
                    } else {
                        cursor.rewind(to: start)
                        let value = slowValue(&cursor, step, line)
                        cells[step.pollutant] = value
                        if value < 0 { hasMissing = true }
                    }
                case .year: year = cursor.part(5)
                case .month: month = cursor.part(5)
                case .day: day = cursor.part(5)
                case .hour: hour = cursor.part(5)
                case .stamp:
                    let cell = cursor.cell()
                    if let guessed = stamps.guess(cell.raw) {
                        slot = guessed
                    } else {
                        do throws(StampReader.Failure) { slot = try stamps.slot(of: cell) } catch {
                            fail(.stamp(error), step, line, &cursor, cell)
                            continue rows
                        }
                    }
                case .station:
                    let cell = cursor.cell()
                    station = stations.guess(cell.raw)
                    if station < 0 {
                        do throws(NameTable.Failure) { station = try stations.number(of: cell) } catch {
                            fail(cell.hasOpenQuote ? .openQuote : .name(error), step, line, &cursor, cell)
                            if result.rejected != nil { return }
                            continue rows
                        }
                    }
                }
                if index < lastStep {
                    guard cursor.takeSeparator() else {
                        fail(.tooFewColumns, step, line, &cursor)
                        continue rows
                    }
                }
            }
            guard cursor.takeLineEnd() else {
                fail(.tooManyColumns, steps[lastStep], line, &cursor)
                continue
            }
            if usesParts {
                guard hour >= 0, hour < 24, let days = date.days(year, month, day) else {
                    result.error(line, 1 + (header.index(of: "year") ?? 0), Self.reason(year, month, day, hour))
                    continue
                }
                slot = days * 24 + Int(truncatingIfNeeded: hour) - 8
            }
            if cursor.position - rowStart > FeedLimits.lineBytes {
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

    /// A value that is not a short plain number: a mark of a missing value, a quoted one, one with an exponent, one to refuse.
    @inline(never)
    private mutating func slowValue(_ cursor: inout ByteCursor, _ step: ColumnStep, _ line: Int) -> Int32 {
        guard let pollutant = Pollutant(rawValue: UInt8(truncatingIfNeeded: step.pollutant)) else {
            return PollutantValues.missing
        }
        let cell = cursor.cell()
        return result.value(cell.content, as: pollutant, values, line: line, column: step.column)
    }

    /// Reports a row that is left out and moves to the next line.
    @inline(never)
    private mutating func fail(
        _ problem: RowProblem, _ step: ColumnStep, _ line: Int, _ cursor: inout ByteCursor, _ cell: Cell? = nil
    ) {
        let shown = cell?.shown ?? ""
        switch problem {
        case .tooFewColumns:
            result.shiftedRows += 1
            result.error(line, step.column + 1, "the row has fewer columns than the header, which has \(header.names.count)")
        case .tooManyColumns:
            result.shiftedRows += 1
            result.error(
                line, header.names.count + 1, "the row has more columns than the header, which has \(header.names.count)")
        case .openQuote: result.error(line, step.column + 1, "a quote is not closed on its line")
        case .stamp(let failure): result.error(line, step.column + 1, failure.reason(shown))
        case .name(.tooMany): result.rejectForNames(line: line)
        case .name(let failure): result.error(line, step.column + 1, failure.reason("station"))
        }
        cursor.skipLine()
    }

    private static func reason(_ year: Int64, _ month: Int64, _ day: Int64, _ hour: Int64) -> String {
        func text(_ part: Int64) -> String { part < 0 ? "?" : String(part) }
        return "there is no hour \(text(hour)) of \(text(year))-\(text(month))-\(text(day))"
    }
}
