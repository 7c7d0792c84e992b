import PlanModel

final class NumberColumnReader: ColumnReader {
    let plan: ColumnPlan
    private let range: ColumnPlan.NumberRange
    private var cells: [Int64] = []

    init(_ plan: ColumnPlan, _ range: ColumnPlan.NumberRange) {
        self.plan = plan
        self.range = range
    }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: Int64.self, capacity: RowBlock.rows)
        let (least, most, isWhole) = (range.least, range.most, range.isWhole)
        let (place, base, end) = (plan.place, context.base, context.end)
        for row in 0..<block.count {
            let (start, count) = block.cell(row, place)
            var value = NumberCell.fast(base + start, count: count, isReadable: start &+ 8 <= end)
            if value != NumberCell.blank, value < least || value > most || (isWhole && value % 1_000_000 != 0) {
                value = slow(row, start, count, block, context)
            }
            out[row] = value
        }
        cells.append(contentsOf: UnsafeBufferPointer(start: out, count: block.count))
    }

    private func slow(_ row: Int, _ start: Int, _ count: Int, _ block: RowBlock, _ context: CellContext) -> Int64 {
        let text = CellText(context.base, start: start, count: count)
        let objection: (String, String?)
        switch NumberCell.read(text.bytes) {
        case .success(let value):
            guard value >= 0, let reason = range.objection(value) else { return value }
            objection = ("\(decimal(value)) \(reason)", nil)
        case .failure(let error): objection = error.problem.text
        }
        context.bag.add(
            "cell-number", .error, line: Int(block.lines[row]), column: plan.head, value: context.shown(start, count),
            objection.0,
            help: objection.1)
        return NumberCell.blank
    }

    func append(_ later: any ColumnReader, text: Int, _ context: CellContext) {
        if let later = later as? NumberColumnReader { cells.append(contentsOf: later.cells) }
    }

    func finish() -> TableColumn.Cells { .numbers(cells) }
}
