import PlanModel

/// Reads one column, block by block.
protocol ColumnReader: AnyObject {
    var plan: ColumnPlan { get }
    func read(_ block: RowBlock, _ context: CellContext)
    /// Makes room for so many rows.
    func reserve(_ rows: Int)
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

final class TextColumnReader: ColumnReader {
    let plan: ColumnPlan
    private var cells: [TextSlice] = []

    init(_ plan: ColumnPlan) { self.plan = plan }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: TextSlice.self, capacity: RowBlock.rows)
        let base = context.base
        for row in 0..<block.count {
            let (start, count) = block.cell(row, plan.place)
            if count > 0, CellText.isUnusual(base[start], base[start &+ count &- 1]) {
                out[row] = unusual(start, count, context)
            } else {
                out[row] = TextSlice(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count))
            }
            if plan.isRequired, out[row].count == 0 { addBlank(row, block, context) }
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

    func finish() -> TableColumn.Cells { .text(cells) }
}

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
        for row in 0..<block.count {
            let (start, count) = block.cell(row, plan.place)
            out[row] = spellings.value(context.base + start, count: count, isReadable: start &+ 8 <= context.end) {
                number(CellText(context.base, start: start, count: count).string)
            }
            if plan.isRequired, out[row] < 0 { addBlank(row, block, context) }
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

    func finish() -> TableColumn.Cells { .names(ids: cells, names: names) }
}

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
        for row in 0..<block.count {
            let (start, count) = block.cell(row, plan.place)
            var value = spellings.value(context.base + start, count: count, isReadable: start &+ 8 <= context.end) {
                judge(CellText(context.base, start: start, count: count).string)
            }
            if value == Self.bad {
                addBad(row, block, context)
                value = judge("")
            }
            out[row] = UInt8(truncatingIfNeeded: value)
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

    func finish() -> TableColumn.Cells {
        if case .choice = plan.kind { return .choices(cells.map { Int8(bitPattern: $0) }) }
        return .flags(cells)
    }
}

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
        let least = range.isWhole ? Int64.max : range.least
        for row in 0..<block.count {
            let (start, count) = block.cell(row, plan.place)
            var value = NumberCell.fast(context.base + start, count: count, isReadable: start &+ 8 <= context.end)
            if value != NumberCell.blank, value < least || value > range.most { value = slow(row, start, count, block, context) }
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

    func finish() -> TableColumn.Cells { .numbers(cells) }
}

final class DateColumnReader: ColumnReader {
    let plan: ColumnPlan
    private var cells: [Int32] = []
    private let spellings = ByteTable()
    private static let bad = Int32.min + 1

    init(_ plan: ColumnPlan) { self.plan = plan }

    func reserve(_ rows: Int) { cells.reserveCapacity(rows) }

    func read(_ block: RowBlock, _ context: CellContext) {
        let out = block.scratch.bindMemory(to: Int32.self, capacity: RowBlock.rows)
        for row in 0..<block.count {
            let (start, count) = block.cell(row, plan.place)
            var value = spellings.value(context.base + start, count: count, isReadable: start &+ 8 <= context.end) {
                let text = CellText(context.base, start: start, count: count)
                return text.count == 0 ? TableColumn.blankDate : DateCell.read(text.bytes) ?? Self.bad
            }
            if value == Self.bad {
                let shown = context.shown(start, count)
                context.bag.add(
                    "cell-date", .error, line: Int(block.lines[row]), column: plan.head, value: shown,
                    CellText.objection(shown, .date), help: CellText.mend(shown, .date))
                value = TableColumn.blankDate
            }
            if plan.isRequired, value == TableColumn.blankDate { addBlank(row, block, context) }
            out[row] = value
        }
        cells.append(contentsOf: UnsafeBufferPointer(start: out, count: block.count))
    }

    func finish() -> TableColumn.Cells { .dates(cells) }
}
