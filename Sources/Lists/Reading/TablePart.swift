/// Rows of a table that follow one another: all of it, or a half that a thread of its own reads.
///
/// Handed from the thread that made it to the one that joins it, and used by one at a time, which is why it may cross threads.
final class TablePart: @unchecked Sendable {
    let readers: [any ColumnReader]
    private(set) var lines: [Int32] = []
    private let context: CellContext
    /// Where the next row begins, and the line it is on.
    private var position: Int
    private var line: Int
    /// Rows that the table may have.
    private let most: Int
    private var errors = 0

    /// After so many rows of a wrong shape the rest of the table is not read: it is refused anyway, and each short row costs as
    /// much room as a whole one.
    static let maximumErrors = 200
    /// Below this a second thread costs more than it gains.
    private static let worthwhile = 1 << 20

    /// Reads all rows below the head. Findings and unescaped values are left in the context.
    ///
    /// A large table is cut in the middle, behind a line feed, and its halves are read at once. The first half must come to its
    /// end exactly at the cut; where it does not, the cut lay within quotes, and the rest is read again from where it came to.
    static func read(_ plans: [ColumnPlan], _ head: HeadLine, most: Int, _ context: CellContext) -> TablePart {
        let columns = head.names.count
        let first = TablePart(plans, context, from: head.end, line: head.nextLine, most: most)
        let size = context.end - head.end
        guard size >= worthwhile, Concurrently.cores > 1, let cut = cut(context.base, head.end + size / 2, context.end) else {
            first.scan(columns, to: context.end, of: size)
            return first
        }
        // The text outlives both jobs, which are joined here.
        nonisolated(unsafe) let base = context.base
        let (end, file) = (context.end, context.bag.file)
        let parts = Concurrently.run([
            .init(size: size) {
                first.scan(columns, to: cut, of: size)
                return first
            },
            .init(size: size) {
                let own = CellContext(base: base, end: end, bag: FindingBag(file: file))
                let line = head.nextLine + lineFeeds(base, head.end, cut)
                let second = TablePart(plans, own, from: cut, line: line, most: most)
                second.scan(columns, to: end, of: end - cut)
                return second
            },
        ])
        guard let second = parts.last, first.position == cut else {
            if !first.isStopped { first.scan(columns, to: context.end, of: size) }
            return first
        }
        first.append(second)
        return first
    }

    private init(_ plans: [ColumnPlan], _ context: CellContext, from position: Int, line: Int, most: Int) {
        readers = plans.map(columnReader)
        self.context = context
        self.position = position
        self.line = line
        self.most = most
    }

    private var isStopped: Bool { errors > Self.maximumErrors }

    /// Reads rows as far as one begins before a place.
    ///
    /// - Parameter size: Bytes for whose rows room is made.
    private func scan(_ columns: Int, to stop: Int, of size: Int) {
        let start = position
        var scanner = RowScanner(
            base: context.base, from: position, stop: stop, end: context.end, line: line, columns: columns,
            rows: lines.count, most: most, breaks: context.bag.breaks)
        let block = RowBlock(columns: columns)
        while !scanner.isAtEnd, !isStopped {
            scanner.fill(block)
            context.bag.breaks = scanner.breaks
            for problem in scanner.problems { problem.report(columns: columns, into: &context.bag) }
            errors += scanner.problems.count(where: \.isError)
            scanner.problems.removeAll(keepingCapacity: true)
            if isStopped {
                context.bag.add(
                    "table-stopped", .error, line: scanner.line,
                    "so many rows are not of the shape of the head that the rest of the table is not read",
                    help: "mend the rows named before, and check again")
                break
            }
            if lines.isEmpty, block.count == RowBlock.rows {
                // The rest has as many rows as it has room for at the length of the first.
                let length = Double(max(1, scanner.position - start)) / Double(block.count)
                reserve(min(Int(Double(size) / length * 1.03), most) + RowBlock.rows)
            }
            for reader in readers { reader.read(block, context) }
            lines.append(contentsOf: UnsafeBufferPointer(start: block.lines, count: block.count))
        }
        position = scanner.position
        line = scanner.line
    }

    private func reserve(_ rows: Int) {
        for reader in readers { reader.reserve(rows) }
        lines.reserveCapacity(rows)
    }

    private func append(_ later: TablePart) {
        let text = context.side.count
        for (reader, more) in zip(readers, later.readers) { reader.append(more, text: text, context) }
        lines.append(contentsOf: later.lines)
        context.side += later.context.side
        context.bag.append(later.context.bag)
        position = later.position
        line = later.line
        if lines.count > most {
            RowProblem(kind: .many(most), line: line).report(columns: readers.count, into: &context.bag)
        }
    }

    /// The place behind the first line feed from a place on.
    private static func cut(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        (start..<min(end - 1, start + RowScanner.maximumRowBytes)).first { base[$0] == 0x0A }.map { $0 + 1 }
    }

    private static func lineFeeds(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var count = 0
        var position = start
        while position + 8 <= end {
            count &+= Word.matches(Word.load(base + position), Word.lineFeeds).nonzeroBitCount
            position += 8
        }
        while position < end {
            if base[position] == 0x0A { count += 1 }
            position += 1
        }
        return count
    }
}
