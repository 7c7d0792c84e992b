import PlanModel

final class DateColumnReader: ColumnReader {
    let plan: ColumnPlan
    private var cells: [Int32] = []
    private let spellings = ByteTable()
    private static let bad = Int32.min + 1

    init(_ plan: ColumnPlan) { self.plan = plan }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: Int32.self, capacity: RowBlock.rows)
        let isRequired = plan.isRequired
        spellings.values(of: plan.place, block, context) { text in
            text.count == 0 ? TableColumn.blankDate : DateCell.read(text.bytes) ?? Self.bad
        } out: { row, day in
            out[row] = day
            if day == Self.bad {
                out[row] = TableColumn.blankDate
                addBad(row, block, context)
            } else if isRequired, day == TableColumn.blankDate {
                addBlank(row, block, context)
            }
        }
        cells.append(contentsOf: UnsafeBufferPointer(start: out, count: block.count))
    }

    private func addBad(_ row: Int, _ block: RowBlock, _ context: CellContext) {
        let (start, count) = block.cell(row, plan.place)
        let shown = context.shown(start, count)
        context.bag.add(
            "cell-date", .error, line: Int(block.lines[row]), column: plan.head, value: shown,
            CellText.objection(shown, .date), help: CellText.mend(shown, .date))
    }

    func append(_ later: any ColumnReader, text: Int, _ context: CellContext) {
        if let later = later as? DateColumnReader { cells.append(contentsOf: later.cells) }
    }

    func finish() -> TableColumn.Cells { .dates(cells) }
}
