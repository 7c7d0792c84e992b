public import AirQuality

/// Reads feed files: bytes in, typed values and row errors out.
///
/// The layout is recognised by what is in the file. A bad row never stops the others; a file whose header or whose columns
/// are not what they should be gives nothing at all, since none of its values could be trusted.
public enum FeedReader {
    /// Reads one file, unpacked, of at most ``FeedLimits/bytes``.
    ///
    /// - Parameters:
    ///   - name: what to call the file in the result; nothing is concluded from it.
    ///   - ceilings: above which a value counts as missing.
    public static func read(
        _ bytes: UnsafeRawBufferPointer, name: String, ceilings: Ceilings = .standard
    ) -> FeedResult {
        bytes.withMemoryRebound(to: UInt8.self) { bytes in
            var result = Self.result(bytes, name: name, ceilings: ceilings)
            result.rowErrors.sort { ($0.line, $0.column) < ($1.line, $1.column) }
            return result
        }
    }

    /// Reads one file whose bytes are held in an array.
    public static func read(_ bytes: [UInt8], name: String, ceilings: Ceilings = .standard) -> FeedResult {
        bytes.withUnsafeBytes { read($0, name: name, ceilings: ceilings) }
    }

    private static func result(_ bytes: UnsafeBufferPointer<UInt8>, name: String, ceilings: Ceilings) -> FeedResult {
        var unknown = FeedResult(name: name, format: nil)
        guard bytes.count <= FeedLimits.bytes else {
            unknown.reject("the file is larger than \(FeedLimits.bytes >> 20) MiB", help: "split it, by year for instance")
            return unknown
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
        guard let base = text.baseAddress, !text.isEmpty else {
            unknown.reject("the file is empty", help: "send it again once it is complete")
            return unknown
        }
        if let packed = Recognition.notText(text) {
            unknown.rejected = packed
            return unknown
        }
        if Recognition.isJSON(text) {
            return NationalJSON.read(text, FeedResult(name: name, format: .nationalJSON), ceilings)
        }
        var cursor = ByteCursor(text, base: base)
        let header: HeaderLine
        do throws(HeaderLine.Failure) { header = try HeaderLine(&cursor) } catch {
            unknown.rejected = error.fileError
            return unknown
        }
        guard let format = Recognition.format(of: header) else {
            unknown.rejected = Recognition.unknown(header)
            return unknown
        }
        var result = FeedResult(name: name, format: format)
        let values = ValueReader(format: format, ceilings: ceilings)
        do throws(FileError) {
            switch format {
            case .wideStations, .wideCities:
                var table = try WideTable(result, header: header, values: values)
                result = table.read(cursor)
            case .plainDayForecasts:
                var table = try DayForecastTable(result, header: header)
                result = table.read(cursor)
            case .plainHourForecasts:
                var table = try HourForecastTable(result, header: header, values: values)
                result = table.read(cursor)
            case .plainWithdrawals:
                var table = try WithdrawalTable(result, header: header)
                result = table.read(cursor)
            default:
                let columns = try ObservationColumns(header, format: format)
                var table = ObservationTable(result, header: header, values: values, columns: columns)
                result = table.read(cursor)
            }
            result.rejectShiftedColumns()
        } catch {
            result.rejected = error
        }
        return result
    }
}
