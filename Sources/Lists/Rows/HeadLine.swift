/// The first row of a table: the names of its columns.
struct HeadLine {
    /// Blanks and quotes taken off; blank ones at the end left out.
    var names: [String]
    /// Lines of the file, from 1.
    var line: Int
    var nextLine: Int
    /// Where the next row begins.
    var end: Int

    static let maximumBytes = 1 << 16

    /// Lines of the file, within its quotes, that are no rows of their own: after which line, and how many.
    var breaks: [(line: Int32, count: Int32)] {
        let count = nextLine - line - 1
        return count > 0 ? [(Int32(truncatingIfNeeded: nextLine), Int32(truncatingIfNeeded: count))] : []
    }

    /// Nil where there is no row but blank ones.
    init?(base: UnsafePointer<UInt8>, start: Int, end limit: Int, into bag: inout FindingBag) {
        var position = start
        line = 1
        // Blank lines before the head.
        while position < limit, base[position] == 0x0A || base[position] == 0x0D || base[position] == 0x20 {
            if base[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < limit else { return nil }
        names = []
        nextLine = line
        var cellStart = position
        var isQuoted = false
        let stop = min(limit, position + Self.maximumBytes)
        let first = position
        scan: while position < stop {
            switch base[position] {
            case 0x22 where isQuoted:
                if position + 1 < stop, base[position + 1] == 0x22 { position += 1 } else { isQuoted = false }
            case 0x22 where position == cellStart: isQuoted = true
            case 0x2C where !isQuoted:
                if names.count < HeadReader.maximumColumns { names.append(Self.name(base, cellStart, position)) }
                cellStart = position + 1
            case 0x0A:
                nextLine += 1
                if !isQuoted { break scan }
            default: break
            }
            position += 1
        }
        names.append(Self.name(base, cellStart, position))
        end = min(limit, position + 1)
        while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
        if names.count > HeadReader.maximumColumns || (position == stop && stop < limit) {
            bag.add(
                "head-large", .error, line: line,
                "the first row is longer than the head of a table can be: \(HeadReader.maximumColumns) columns")
            names = Array(names.prefix(HeadReader.maximumColumns))
        }
        if names.count == 1 { Self.checkDelimiter(base, first, position, line, &bag) }
        if !Self.hasLineFeed(base, first, limit), Self.hasReturn(base, first, limit) {
            bag.add("line-ends", .error, "the lines end in CR alone", help: "save the table with line ends LF or CRLF")
        }
    }

    private static func name(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> String {
        let end = end > start && base[end - 1] == 0x0D ? end - 1 : end
        return String(CellText(base, start: start, count: end - start).string.map { $0.isNewline ? " " : $0 })
    }

    private static func checkDelimiter(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ line: Int, _ bag: inout FindingBag
    ) {
        let text = String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
        for (delimiter, name) in [(";", "semicolons"), ("\t", "tabs"), ("|", "bars"), ("，", "full-width commas")]
        where text.contains(delimiter) {
            bag.add(
                "delimiter", .error, line: line, "the columns are separated by \(name)",
                help: "save the table with commas between the columns")
            return
        }
    }

    private static func hasLineFeed(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        UnsafeBufferPointer(start: base + start, count: end - start).contains(0x0A)
    }

    private static func hasReturn(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        UnsafeBufferPointer(start: base + start, count: end - start).dropLast().contains(0x0D)
    }
}
