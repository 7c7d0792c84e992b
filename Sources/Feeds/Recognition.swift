/// Tells layouts apart by the first bytes or by the header, and says what a file is that is none of them.
enum Recognition {
    static let help =
        "docs/feeds.md lists the layouts that are known; the first line must be the header, with commas between the columns"

    /// What is wrong where the bytes cannot be text in UTF-8.
    static func notText(_ bytes: UnsafeBufferPointer<UInt8>) -> FileError? {
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            return FileError(reason: "the file is packed", help: "unpack it with gunzip or unxz")
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return FileError(
                reason: "the file is a zip archive or a workbook", help: "unpack it, or save the sheet as CSV in UTF-8")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return FileError(reason: "the file is UTF-16", help: "convert it: iconv -f UTF-16 -t UTF-8")
        }
        return nil
    }

    static func isJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = bytes.first { !JSONScanner.isBlank($0) }
        return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    }

    static func format(of header: HeaderLine) -> FeedFormat? {
        if header.names.starts(with: WideTable.leading) {
            return header.names.dropFirst(3).first.map(WideTable.isStationCode) ?? true ? .wideStations : .wideCities
        }
        if header.contains("timepoint"), header.contains("stationcode") { return .cnemcLong }
        if ["year", "month", "day", "hour", "station"].allSatisfy(header.contains) { return .prsa }
        if header.contains("AQI_low") || header.contains("AQI_high") { return .plainDayForecasts }
        if header.contains("withdrawn") { return .plainWithdrawals }
        if header.contains("slot_start") {
            if header.contains("issued"), header.contains("area") { return .plainHourForecasts }
            if header.contains("station") { return .plainObservations }
        }
        return nil
    }

    /// What to say of a header that is none of the known ones.
    static func unknown(_ header: HeaderLine) -> FileError {
        let first = header.names.first ?? ""
        if header.names.count == 1, first.contains(";") || first.contains("\t") {
            return FileError(
                line: 1, reason: "the columns are not separated by commas", help: "write the file with commas as separators")
        }
        var names = header.names.prefix(4).joined(separator: ",")
        names.unicodeScalars.removeAll(where: \.isControl)
        return FileError(
            line: 1, reason: "no known layout has the header '\(names.prefix(60))\(header.names.count > 4 ? ",…" : "")'",
            help: help)
    }
}

extension HeaderLine.Failure {
    var fileError: FileError {
        switch self {
        case .tooLong:
            FileError(
                line: 1, reason: "the first line is longer than \(FeedLimits.lineBytes) bytes", help: Recognition.help)
        case .notUTF8:
            FileError(
                line: 1, reason: "the header is not UTF-8",
                help: "convert the file; from GBK or GB 18030: iconv -f GB18030 -t UTF-8")
        case .openQuote:
            FileError(line: 1, reason: "a quote in the header is not closed", help: Recognition.help)
        }
    }
}
