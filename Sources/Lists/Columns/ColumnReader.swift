import PlanModel

/// Reads one column, block by block.
protocol ColumnReader: AnyObject {
    var plan: ColumnPlan { get }
    func read(_ block: RowBlock, _ context: CellContext)
    /// Makes room for so many rows.
    func reserve(_ rows: Int)
    /// Takes over what another reader of the column read in the rows after its own.
    ///
    /// - Parameter text: The offset at which the unescaped values of the other one begin now, from ``CellContext/end`` on.
    func append(_ later: any ColumnReader, text: Int, _ context: CellContext)
    func finish() -> TableColumn.Cells
}

extension ColumnReader {
    /// Says that a row has nothing in a column in which each must have something.
    func addBlank(_ row: Int, _ block: RowBlock, _ context: CellContext) {
        context.bag.add(
            "cell-blank", .error, line: Int(block.lines[row]), column: plan.head, "\(plan.head) is blank",
            help: "every row needs it")
    }
}

/// The reader of a column.
func columnReader(_ plan: ColumnPlan) -> any ColumnReader {
    switch plan.kind {
    case .text: TextColumnReader(plan)
    case .name: NameColumnReader(plan)
    case .flag, .choice: WordColumnReader(plan)
    case .number(let range): NumberColumnReader(plan, range)
    case .date: DateColumnReader(plan)
    }
}

extension ByteTable {
    /// Numbers of the cells of a column, each spelling judged once.
    @inline(__always) func values(
        of column: Int, _ block: RowBlock, _ context: CellContext, judge: (CellText) -> Int32, out: (Int, Int32) -> Void
    ) {
        let base = context.base
        let end = context.end
        values(count: block.count) { row in
            let (start, count) = block.cell(row, column)
            return (base + start, count, start &+ 8 <= end)
        } judge: { row in
            let (start, count) = block.cell(row, column)
            return judge(CellText(base, start: start, count: count))
        } out: { row, value in
            out(row, value)
        }
    }
}
