import PlanModel

final class TextColumnReader: ColumnReader {
    let plan: ColumnPlan
    private var cells: [TextSlice] = []

    init(_ plan: ColumnPlan) { self.plan = plan }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: TextSlice.self, capacity: RowBlock.rows)
        let (base, place, isRequired) = (context.base, plan.place, plan.isRequired)
        for row in 0..<block.count {
            let (start, count) = block.cell(row, place)
            if count > 0, CellText.isUnusual(base[start], base[start &+ count &- 1]) {
                out[row] = unusual(start, count, context)
            } else {
                out[row] = TextSlice(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count))
            }
            if isRequired, out[row].count == 0 { addBlank(row, block, context) }
        }
        cells.append(contentsOf: UnsafeBufferPointer(start: out, count: block.count))
    }

    private func unusual(_ start: Int, _ count: Int, _ context: CellContext) -> TextSlice {
        let text = CellText(context.base, start: start, count: count)
        guard text.isEscaped else { return TextSlice(start: UInt32(text.start), count: UInt32(text.count)) }
        let bytes = text.unescaped
        let place = context.end + context.side.count
        guard place + bytes.count < UInt32.max else { return .empty }
        context.side += bytes
        return TextSlice(start: UInt32(place), count: UInt32(bytes.count))
    }

    func append(_ later: any ColumnReader, text: Int, _ context: CellContext) {
        guard let later = later as? TextColumnReader else { return }
        let moved =
            text == 0
            ? later.cells
            : later.cells.map { cell in
                Int(cell.start) < context.end ? cell : TextSlice(start: cell.start + UInt32(text), count: cell.count)
            }
        cells.append(contentsOf: moved)
    }

    func finish() -> TableColumn.Cells { .text(cells) }
}
