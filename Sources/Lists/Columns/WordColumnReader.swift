import PlanModel

/// Choices, and yes or no.
final class WordColumnReader: ColumnReader {
    let plan: ColumnPlan
    private var cells: [UInt8] = []
    private let spellings = ByteTable()
    private static let bad: Int32 = -2

    init(_ plan: ColumnPlan) { self.plan = plan }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: UInt8.self, capacity: RowBlock.rows)
        spellings.values(of: plan.place, block, context) { text in
            judge(text.string)
        } out: { row, number in
            if number == Self.bad {
                addBad(row, block, context)
                out[row] = UInt8(truncatingIfNeeded: judge(""))
            } else {
                out[row] = UInt8(truncatingIfNeeded: number)
            }
        }
        cells.append(contentsOf: UnsafeBufferPointer(start: out, count: block.count))
    }

    private func judge(_ text: String) -> Int32 {
        switch plan.kind {
        case .choice(let choices):
            if text.isEmpty { return -1 }
            return Words.choice(text, of: choices).map { Int32($0) } ?? Self.bad
        case .flag(let filed):
            if text.isEmpty { return 2 }
            return Words.flag(text, filed: filed).map { Int32($0) } ?? Self.bad
        default: return Self.bad
        }
    }

    private func addBad(_ row: Int, _ block: RowBlock, _ context: CellContext) {
        let (start, count) = block.cell(row, plan.place)
        let value = context.shown(start, count)
        context.bag.add(
            "cell-word", .error, line: Int(block.lines[row]), column: plan.head, value: value,
            CellText.objection(value, plan.kind), help: CellText.mend(value, plan.kind))
    }

    func append(_ later: any ColumnReader, text: Int, _ context: CellContext) {
        if let later = later as? WordColumnReader { cells.append(contentsOf: later.cells) }
    }

    func finish() -> TableColumn.Cells {
        if case .choice = plan.kind { return .choices(cells.map { Int8(bitPattern: $0) }) }
        return .flags(cells)
    }
}
