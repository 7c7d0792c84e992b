import PlanModel

final class NameColumnReader: ColumnReader {
    let plan: ColumnPlan
    private var cells: [Int32] = []
    private let spellings = ByteTable()
    private var names: [String] = []
    private var numbers: [String: Int32] = [:]

    init(_ plan: ColumnPlan) { self.plan = plan }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: Int32.self, capacity: RowBlock.rows)
        let isRequired = plan.isRequired
        spellings.values(of: plan.place, block, context) { text in
            number(text.string)
        } out: { row, number in
            out[row] = number
            if isRequired, number < 0 { addBlank(row, block, context) }
        }
        cells.append(contentsOf: UnsafeBufferPointer(start: out, count: block.count))
    }

    private func number(_ name: String) -> Int32 {
        if name.isEmpty { return -1 }
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }

    func append(_ later: any ColumnReader, text: Int, _ context: CellContext) {
        guard let later = later as? NameColumnReader else { return }
        let numbers = later.names.map(number)
        cells.append(contentsOf: later.cells.lazy.map { $0 < 0 ? $0 : numbers[Int($0)] })
    }

    func finish() -> TableColumn.Cells { .names(ids: cells, names: names) }
}
