import AirQuality

/// Reads the wide national layout, `date,hour,type,1001A,…`: a line holds one kind of value of one hour for all stations.
struct WideTable {
    static let leading = ["date", "hour", "type"]
    /// The kinds of line that are known; those of the six pollutants without an averaging time are read.
    private static let otherTypes: Set<String> = [
        "AQI", "PM2.5_24h", "PM10_24h", "SO2_24h", "NO2_24h", "O3_24h", "O3_8h", "O3_8h_24h", "CO_24h",
    ]

    private let stations: Int
    private let values: ValueReader
    private var result: FeedResult
    /// The values of the hour being read, for each station.
    private var block: ContiguousArray<PollutantValues>
    private var blockHour: Int?
    /// The values of the line being read.
    private var aside: ContiguousArray<Int32>

    /// Whether a column is named like a national station: digits and one letter, such as `1001A`.
    static func isStationCode(_ name: String) -> Bool {
        let bytes = name.utf8
        guard (4...6).contains(bytes.count), let last = bytes.last, (0x41...0x5A).contains(last & 0xDF) else { return false }
        return bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) }
    }

    init(_ result: FeedResult, header: HeaderLine, values: ValueReader) throws(FileError) {
        let names = Array(header.names.dropFirst(3))
        guard names.count <= FeedLimits.names else {
            throw FileError(
                line: 1, reason: "the header names \(names.count) stations, more than \(FeedLimits.names)",
                help: "split the file by columns")
        }
        guard !names.isEmpty else {
            throw FileError(
                line: 1, reason: "the header names no station and no city", help: "write a column for each after 'type'")
        }
        var seen: Set<String> = []
        for (place, name) in names.enumerated() {
            guard !name.isEmpty, name.utf8.count <= FeedLimits.nameBytes, !name.unicodeScalars.contains(where: \.isControl) else {
                throw FileError(
                    line: 1, reason: "column \(place + 4) of the header names nothing",
                    help: "write the code or city that the column is of, or leave the column out")
            }
            guard seen.insert(name).inserted else {
                throw FileError(
                    line: 1, reason: "the column '\(name)' stands twice", help: "leave out the one that is not \(name)'s")
            }
            guard Self.isStationCode(name) == (values.format == .wideStations) else {
                throw FileError(
                    line: 1, reason: "column \(place + 4), '\(name)', and the first one are not both stations or both cities",
                    help: "write stations and cities to files of their own")
            }
        }
        self.result = result
        self.values = values
        stations = names.count
        self.result.observations.stations = names
        block = ContiguousArray(repeating: PollutantValues(), count: names.count)
        aside = ContiguousArray(repeating: PollutantValues.missing, count: names.count)
    }

    mutating func read(_ start: ByteCursor) -> FeedResult {
        var cursor = start
        var line = 1
        while !cursor.isAtEnd, result.rejected == nil {
            line += 1
            if cursor.takeLineEnd() { continue }
            result.rowCount += 1
            let lineStart = cursor.position
            do throws(CellError) {
                try readLine(&cursor, line: line)
            } catch {
                cursor.rewind(to: lineStart)
                if error.isOpenQuote || !result.noteShift(line: line, columns: cursor.columnCount(), header: stations + 3) {
                    result.error(line, error)
                }
                cursor.skipLine()
            }
        }
        if result.rejected == nil { flush() }
        return result
    }

    private mutating func readLine(_ cursor: inout ByteCursor, line: Int) throws(CellError) {
        let start = cursor.position
        let dateCell = cursor.cell()
        try separator(&cursor)
        let hour = cursor.part(2)
        try separator(&cursor)
        let type = cursor.cell()
        try separator(&cursor)
        guard let day = day(dateCell.content) else { throw CellError(0, "'\(dateCell.shown)' is no date such as 20220102") }
        guard (0...23).contains(hour) else { throw CellError(1, "the hour is not within 0…23") }
        let name = type.text ?? ""
        let pollutant = Pollutant.allCases.first { $0.name == name }
        guard pollutant != nil || Self.otherTypes.contains(name) else {
            throw CellError(2, "the type '\(type.shown)' is not known")
        }
        if let pollutant {
            try readValues(&cursor, pollutant, line: line)
        } else {
            guard cursor.skip(stations - 1) else { throw Self.wrongColumns }
            _ = cursor.cell()
        }
        guard cursor.takeLineEnd() else { throw Self.wrongColumns }
        guard cursor.position - start <= FeedLimits.lineBytes else {
            throw CellError(0, "the line is longer than \(FeedLimits.lineBytes) bytes")
        }
        // The label names the end of the slot, in Beijing time: hour 0 of a date is the last slot of the day before.
        let slot = day * 24 + Int(hour) - 8 - 1
        result.name(slot: slot)
        if let pollutant { take(pollutant, slot) }
    }

    /// Reads the values of a line aside: they count once the line has turned out to have all its columns.
    private mutating func readValues(_ cursor: inout ByteCursor, _ pollutant: Pollutant, line: Int) throws(CellError) {
        let places = values.places(pollutant)
        let ceiling = Int64(values.ceilings.values[pollutant])
        for station in 0..<stations {
            if station > 0 { try separator(&cursor) }
            let start = cursor.position
            let plain = cursor.plainDecimal(places: places)
            if plain >= 0, plain <= ceiling {
                aside[station] = Int32(truncatingIfNeeded: plain)
            } else {
                cursor.rewind(to: start)
                let cell = cursor.cell()
                guard !cell.hasOpenQuote else {
                    throw CellError(station + 3, "a quote is not closed on its line", isOpenQuote: true)
                }
                aside[station] = result.value(cell.content, as: pollutant, values, line: line, column: station + 3)
            }
        }
    }

    private mutating func take(_ pollutant: Pollutant, _ slot: Int) {
        if blockHour != slot {
            flush()
            blockHour = slot
        }
        for station in 0..<stations where aside[station] != PollutantValues.missing { block[station][pollutant] = aside[station] }
    }

    /// Hands out the rows of the hour that has been read, one for each station.
    private mutating func flush() {
        guard let hour = blockHour else { return }
        guard result.observations.rows.count + stations <= FeedLimits.rows else {
            result.rejectForRows()
            return
        }
        for station in 0..<stations {
            let row = block[station]
            result.observations.rows.append(
                ObservationRow(slot: Int32(truncatingIfNeeded: hour), station: Int32(truncatingIfNeeded: station), values: row))
            for pollutant in Pollutant.allCases where row[pollutant] == PollutantValues.missing {
                result.missing[pollutant] += 1
            }
            block[station] = PollutantValues()
        }
        blockHour = nil
    }

    /// Day number of `20220102` or `2022-01-02`.
    private func day(_ content: UnsafeBufferPointer<UInt8>) -> Int? {
        guard content.count == 8 || content.count == 10 else { return nil }
        guard let day = LocalDate(String(decoding: content, as: UTF8.self)), FeedLimits.days.contains(day.days) else {
            return nil
        }
        return day.days
    }

    private func separator(_ cursor: inout ByteCursor) throws(CellError) {
        guard cursor.takeSeparator() else { throw Self.wrongColumns }
    }

    /// Stands for a row whose columns are still to be counted.
    private static let wrongColumns = CellError(0, "the row does not have the columns of the header")
}
