public import PlanModel

extension PlanTables {
    /// The tables of a folder, as far as checking a plan's text needs them. Each is read when it is asked for.
    public init(files: [TableFile]) {
        self.init(
            head: { name in files.first { $0.name == name }.flatMap(TableRows.head) },
            rows: { name in files.first { $0.name == name }.flatMap(TableRows.rows) },
            objection: { name in files.first { $0.name == name }.flatMap(TableRows.objection) })
    }
}

/// Rows of a small table as text, as measures are written in one.
enum TableRows {
    /// Nil where the file is not text or has no head.
    static func head(_ file: TableFile) -> [String]? {
        // A table may be large, and its head is not: the whole lines of the first bytes are enough.
        var beginning = file.bytes.prefix(HeadLine.maximumBytes)
        if beginning.count < file.bytes.count { beginning = beginning.prefix((beginning.lastIndex(of: 0x0A) ?? -1) + 1) }
        return read(TableFile(name: file.name, bytes: Array(beginning))) { head, _, _ in head.names }
    }

    /// Nil also where there are more than ``PlanTables/maximumRows``; rows of another width than the head are kept as they are.
    static func rows(_ file: TableFile) -> [PlanTables.Row]? {
        read(file) { head, base, end in
            var rows: [PlanTables.Row] = []
            var scanner = RowScanner(base: base, from: head.end, end: end, line: head.nextLine, columns: head.names.count)
            let block = RowBlock(columns: head.names.count)
            while !scanner.isAtEnd {
                scanner.fill(block)
                scanner.problems.removeAll()
                guard rows.count + block.count <= PlanTables.maximumRows else { return nil }
                for row in 0..<block.count {
                    let cells = head.names.indices.map { column in
                        let (start, count) = block.cell(row, column)
                        return CellText(base, start: start, count: count).string
                    }
                    rows.append(PlanTables.Row(line: Int(block.lines[row]), cells: cells))
                }
            }
            return rows
        } ?? nil
    }

    /// What keeps a file from being read, with its mend.
    static func objection(_ file: TableFile) -> String? {
        var bag = FindingBag(file: file.name)
        let isRead = TableReader.text(file, into: &bag).map { bytes, start in
            bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap { HeadLine(base: $0, start: start, end: buffer.count, into: &bag) } != nil
            }
        }
        if isRead == true {
            return rows(file) == nil ? "a table of measures may have \(PlanTables.maximumRows) rows, and it has more" : nil
        }
        guard let finding = bag.finish().first(where: { $0.severity == .error }) else {
            return "it is empty, or its head has no end within \(HeadLine.maximumBytes) bytes"
        }
        return finding.message + (finding.help.map { "; \($0)" } ?? "")
    }

    private static func read<Value>(
        _ file: TableFile, _ body: (HeadLine, UnsafePointer<UInt8>, Int) -> Value
    ) -> Value? {
        var bag = FindingBag(file: file.name)
        guard let (bytes, start) = TableReader.text(file, into: &bag) else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let head = HeadLine(base: base, start: start, end: buffer.count, into: &bag)
            else { return nil }
            return body(head, base, buffer.count)
        }
    }
}
