import PlanModel

/// Reads one table: its head, then its rows, column by column.
struct TableReader {
    let kind: TableKind
    let levels: [Level]

    struct Output {
        var table: Table
        var bag: FindingBag
        /// As the head writes the columns.
        var heads: [String: String]
    }

    func read(_ file: TableFile) -> Output {
        var bag = FindingBag(file: file.name)
        let nothing = Table(kind: kind, file: file.name)
        guard let (bytes, start) = Self.text(file, into: &bag) else { return Output(table: nothing, bag: bag, heads: [:]) }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let head = HeadLine(base: base, start: start, end: buffer.count, into: &bag)
            else {
                bag.add("table-empty", kind == .enterprises ? .error : .warning, "the table has no head and no rows")
                return Output(table: nothing, bag: bag, heads: [:])
            }
            let plans = HeadReader(kind: kind, levels: levels).columns(head.names, line: head.line, into: &bag)
            bag.breaks = head.breaks
            let context = CellContext(base: base, end: buffer.count, bag: bag)
            var table = rows(plans, head, context)
            table.bytes = bytes
            if !context.side.isEmpty {
                table.bytes.reserveCapacity(bytes.count + context.side.count)
                table.bytes += context.side
            }
            return Output(
                table: table, bag: context.bag, heads: Dictionary(plans.map { ($0.name, $0.head) }) { first, _ in first })
        }
    }

    private func rows(_ plans: [ColumnPlan], _ head: HeadLine, _ context: CellContext) -> Table {
        let part = TablePart.read(
            plans, head, most: kind == .facts ? FactsReader.maximumFacts : RowScanner.maximumRows, context)
        return Table(
            kind: kind, file: context.bag.file, count: part.lines.count,
            columns: part.readers.map { TableColumn(name: $0.plan.name, cells: $0.finish()) }, fileLines: part.lines)
    }

    /// The text of a file in UTF-8 and where it begins, nil where it cannot be read as text.
    static func text(_ file: TableFile, into bag: inout FindingBag) -> (bytes: [UInt8], start: Int)? {
        guard file.bytes.count <= TableFile.limit else {
            bag.add("table-large", .error, "the table has \(file.bytes.count) bytes, more than the \(TableFile.limit) allowed")
            return nil
        }
        do throws(TextEncoding.Failure) { return try TextEncoding.decode(file.bytes) } catch {
            switch error {
            case .utf16:
                bag.add(
                    "encoding-utf16", .error, "the table is in UTF-16",
                    help: "save it as “CSV UTF-8”, or as CSV, which is GB18030 on a Chinese system")
            case .unknown(let place):
                let line = file.bytes.prefix(place).count { $0 == 0x0A } + 1
                bag.add(
                    "encoding-unknown", .error, line: line, "the text is neither UTF-8 nor GB18030",
                    help: "save it as “CSV UTF-8”; a spreadsheet's own format (xlsx, xls) is not read")
            case .noConverter:
                bag.add(
                    "encoding-unsupported", .error, "the text is not UTF-8, and this machine's iconv does not know GB18030",
                    help: "save it as “CSV UTF-8”")
            }
            return nil
        }
    }
}
