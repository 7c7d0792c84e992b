/// Finds rows and cells in the text of a table (RFC 4180: commas, quotes doubled within quotes, CRLF or LF).
///
/// Looks at eight bytes at a time. Bytes beyond the end read as line feeds, so that every scan stops there. A quote opens a cell
/// only as its first byte, as in spreadsheets; elsewhere it is a character. Blank rows are passed over.
struct RowScanner {
    let base: UnsafePointer<UInt8>
    let end: Int
    /// No row begins here or later: the end, or a place before it from which another scanner goes on.
    let stop: Int
    /// Columns of the head; at least one.
    let columns: Int
    /// The next byte, and the line it is on.
    private(set) var position: Int
    private(set) var line: Int
    private(set) var rowCount: Int
    /// Taken away by who reads them, at most a few a row.
    var problems: [RowProblem] = []
    /// After which line how many lines of the file are no rows of their own, for line breaks within quotes.
    private(set) var breaks: [(line: Int32, count: Int32)]

    /// Rows that the table may have.
    private let most: Int

    static let maximumRows = 5_000_000
    static let maximumRowBytes = 1 << 16

    init(
        base: UnsafePointer<UInt8>, from position: Int, stop: Int? = nil, end: Int, line: Int, columns: Int, rows: Int = 0,
        most: Int = maximumRows, breaks: [(line: Int32, count: Int32)] = []
    ) {
        rowCount = rows
        self.most = most
        self.breaks = breaks
        self.base = base
        self.position = position
        self.end = end
        self.stop = stop ?? end
        self.line = line
        self.columns = columns
    }

    var isAtEnd: Bool { position >= stop }

    /// Finds the next rows.
    mutating func fill(_ block: RowBlock) {
        var rows = 0
        var next = 0
        let ends = block.ends
        // Kept in registers while the block is filled.
        var position = self.position
        var line = self.line
        defer {
            self.position = position
            self.line = line
        }
        while rows < RowBlock.rows, position < stop {
            let start = position
            let startLine = line
            let first = next + 1
            let limit = first + columns
            ends[next] = UInt32(truncatingIfNeeded: start &- 1)
            next = first
            var rowEnd = end
            var isWide = false
            // The hot loop: a word holds about one comma.
            while true {
                let word = word(at: position)
                let special = Word.matches(word, Word.quotes) | Word.matches(word, Word.lineFeeds)
                var commas = Word.matches(word, Word.commas)
                if special != 0 { commas &= (special & (0 &- special)) &- 1 }
                while commas != 0 {
                    ends[next] = UInt32(truncatingIfNeeded: position &+ commas.trailingZeroBitCount &>> 3)
                    next &+= 1
                    commas &= commas &- 1
                }
                if next >= limit {
                    next = limit
                    isWide = true
                    break
                }
                if special == 0 {
                    position &+= 8
                    continue
                }
                position &+= special.trailingZeroBitCount &>> 3
                if position >= end || base[position] == 0x0A {
                    rowEnd = position
                    break
                }
                position = quote(position, cellStart: Int(ends[next &- 1] &+ 1), &line)
            }
            if isWide { rowEnd = skipRest(from: Int(ends[limit - 1]) + 1, &line, startLine) }
            position = min(rowEnd + 1, end)
            line += 1
            var last = rowEnd
            if last > start, base[last - 1] == 0x0D { last -= 1 }
            if !isWide {
                ends[next] = UInt32(last)
                next += 1
            }
            if next < limit || isWide || last - start == columns - 1, isBlank(start, last) {
                next = first - 1
                continue
            }
            if next < limit { pad(ends, &next, limit, last, startLine, first) }
            if line - startLine > 1 { noteBreaks(line, line - startLine - 1) }
            if rowEnd - start > Self.maximumRowBytes { problems.append(RowProblem(kind: .large, line: startLine)) }
            block.lines[rows] = Int32(truncatingIfNeeded: startLine)
            rows += 1
        }
        rowCount += rows
        block.count = rows
        if rowCount > most {
            problems.append(RowProblem(kind: .many(most), line: line))
            position = end
        }
    }

    private mutating func pad(
        _ ends: UnsafeMutablePointer<UInt32>, _ next: inout Int, _ limit: Int, _ last: Int, _ line: Int, _ first: Int
    ) {
        problems.append(RowProblem(kind: .short(next - first), line: line))
        while next < limit {
            ends[next] = UInt32(last)
            next += 1
        }
    }

    private mutating func noteBreaks(_ line: Int, _ more: Int) {
        breaks.append((Int32(truncatingIfNeeded: line), (breaks.last?.count ?? 0) + Int32(truncatingIfNeeded: more)))
    }

    /// Whether a row has nothing but commas and blanks.
    private func isBlank(_ start: Int, _ last: Int) -> Bool {
        var index = start
        while index < last {
            if base[index] == 0x2C {
                index += 1
            } else if let length = CellText.blank(base + index, last - index) {
                index += length
            } else {
                return false
            }
        }
        return true
    }

    /// The place behind a quote, or behind the whole quoted text where the cell begins with it.
    private mutating func quote(_ place: Int, cellStart: Int, _ line: inout Int) -> Int {
        let opened = line
        guard place == cellStart else {
            if problems.last?.line != line { problems.append(RowProblem(kind: .strayQuote, line: line)) }
            return place + 1
        }
        var position = place + 1
        while true {
            let word = word(at: position)
            let quotes = Word.matches(word, Word.quotes)
            var feeds = Word.matches(word, Word.lineFeeds)
            if quotes != 0 { feeds &= (quotes & (0 &- quotes)) &- 1 }
            if position + 8 > end, quotes == 0 {
                problems.append(RowProblem(kind: .openQuote, line: opened))
                return end
            }
            line += feeds.nonzeroBitCount
            guard quotes != 0 else {
                position += 8
                continue
            }
            position += quotes.trailingZeroBitCount &>> 3 + 1
            guard position < end, base[position] == 0x22 else { break }
            position += 1
        }
        let isClosed =
            position >= end || base[position] == 0x2C || base[position] == 0x0A
            || (base[position] == 0x0D && (position + 1 >= end || base[position + 1] == 0x0A))
        if !isClosed { problems.append(RowProblem(kind: .textAfterQuote, line: line)) }
        return position
    }

    /// Goes to the end of a row that has more cells than the head; says so where they are not blank.
    private mutating func skipRest(from place: Int, _ line: inout Int, _ startLine: Int) -> Int {
        var position = place
        var cellStart = place
        var isBlank = true
        while position < end, base[position] != 0x0A {
            let byte = base[position]
            if byte == 0x22 {
                isBlank = false
                position = quote(position, cellStart: cellStart, &line)
                continue
            }
            position += 1
            if byte == 0x2C {
                cellStart = position
            } else if byte != 0x20, byte != 0x09, byte != 0x0D {
                isBlank = false
            }
        }
        if !isBlank { problems.append(RowProblem(kind: .long, line: startLine)) }
        return position
    }

    @inline(__always) private func word(at place: Int) -> UInt64 {
        if end &- place >= 8 { return Word.load(base + place) }
        var word = Word.lineFeeds
        for index in 0..<max(0, end &- place) {
            let shift = UInt64(8 * index)
            word = word & ~(0xFF &<< shift) | UInt64(base[place + index]) &<< shift
        }
        return word
    }
}
