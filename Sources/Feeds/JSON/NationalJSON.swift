import AirQuality

/// Reads the national JSON: an array of objects, one for each station.
///
/// `time_point` ends in `Z` and yet is Beijing time; it names the end of the slot. A concentration of 0 is missing. Where a
/// file ends too early or stops being JSON, the rows before that count.
struct NationalJSON {
    private var scanner: JSONScanner
    private let values: ValueReader
    private let stamps = StampReader(zone: .beijing, label: .end)
    private var stations = NameTable()
    private var result: FeedResult
    private var lines: ContiguousArray<Int32> = []

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ result: FeedResult, _ ceilings: Ceilings) -> FeedResult {
        var reader = NationalJSON(
            scanner: JSONScanner(bytes), values: ValueReader(format: .nationalJSON, ceilings: ceilings), result: result)
        reader.readAll()
        return reader.result
    }

    private init(scanner: JSONScanner, values: ValueReader, result: FeedResult) {
        self.scanner = scanner
        self.values = values
        self.result = result
    }

    private mutating func readAll() {
        guard scanner.take("[") else {
            result.format = nil
            result.reject(
                line: scanner.line, "this JSON is not the array of stations that the national layout has",
                help: "docs/feeds.md lists the layouts that are known")
            return
        }
        do throws(JSONScanner.Failure) {
            if !scanner.take("]") {
                repeat { try readElement() } while result.rejected == nil && scanner.take(",")
                if result.rejected == nil { try scanner.expect("]") }
            }
            if result.rejected == nil, scanner.peek() != nil { throw .unexpected }
        } catch {
            breakOff(error)
        }
        result.observations.stations = stations.names
        if result.rejected == nil { result.markStaleRows(lines: lines) }
        if result.rejected == nil, result.rowCount > 0, recognised == 0 {
            result.format = nil
            result.reject(
                "none of the \(result.rowCount) elements has a time_point and a station_code",
                help: "docs/feeds.md lists the layouts that are known")
        }
        if let brokenOff = result.brokenOff, result.observations.isEmpty { result.reject(brokenOff) }
        result.rejectShiftedColumns()
    }

    /// Elements that have the keys of the layout.
    private var recognised = 0

    private mutating func breakOff(_ failure: JSONScanner.Failure) {
        let place = "line \(scanner.line), byte \(scanner.column)"
        let reason =
            switch failure {
            case .truncated: "the file ends inside a value"
            case .unexpected: "\(place) is not what JSON has there"
            case .tooDeep: "at \(place) values nest deeper than \(FeedLimits.depth) levels"
            case .tooLong: "at \(place) a value is longer than \(FeedLimits.lineBytes) bytes"
            }
        result.brokenOff = FileError(
            line: scanner.line, reason: "\(reason); \(result.observations.rows.count) rows before it count",
            help: "send the whole file again")
    }

    private mutating func readElement() throws(JSONScanner.Failure) {
        guard let next = scanner.peek() else { throw .truncated }
        let line = scanner.line
        let column = scanner.column
        guard next == UInt8(ascii: "{") else {
            _ = try scanner.value(depth: 1)
            result.rowCount += 1
            result.error(line, column, "the element is no object")
            return
        }
        var fields = NationalFields()
        try fields.read(&scanner)
        result.rowCount += 1
        if fields.hasLayoutKeys { recognised += 1 }
        if let name = fields.duplicate {
            result.error(line, column, "the key '\(name)' stands twice")
            return
        }
        take(fields, line: line, column: column)
    }

    private mutating func take(_ fields: NationalFields, line: Int, column: Int) {
        guard let time = fields.time else {
            result.error(line, column, "no time_point")
            return
        }
        let slot: Int
        do throws(StampReader.Failure) {
            slot = try stamps.slot(of: time.hasSuffix("Z") ? time.dropLast() : time[...])
        } catch {
            result.error(line, column, "time_point: " + error.reason(String(time.prefix(24))))
            return
        }
        // A row of a whole city has neither a station's code nor its name.
        guard let name = fields.station ?? (fields.isOfCity ? fields.area : nil) else {
            result.error(line, column, "no station_code")
            return
        }
        let station: Int32
        do throws(NameTable.Failure) { station = try stations.number(of: name) } catch {
            if error == .tooMany {
                result.rejectForNames(line: line)
            } else {
                result.error(line, column, error.reason("station_code"))
            }
            return
        }
        var row = PollutantValues()
        for pollutant in Pollutant.allCases {
            guard let field = fields.values[Int(pollutant.rawValue)] else {
                result.report(line, column, "there is no '\(pollutant.feedName)'; it counts as missing")
                continue
            }
            row[pollutant] = result.value(field.content, as: pollutant, values, line: field.line, column: field.column)
        }
        result.observations.rows.append(ObservationRow(slot: Int32(truncatingIfNeeded: slot), station: station, values: row))
        for pollutant in Pollutant.allCases where row[pollutant] == PollutantValues.missing { result.missing[pollutant] += 1 }
        lines.append(Int32(truncatingIfNeeded: line))
        result.name(slot: slot)
        if result.observations.rows.count > FeedLimits.rows { result.rejectForRows() }
    }
}
