import AirQuality
import Lists
import PlanModel

/// Writes orders as CSV. What many orders share is worked out once.
struct OrderCSV {
    private let set: OrderSet
    private let changes: OrderChanges?
    private let enterprises: SubjectCells
    private let sites: SubjectCells
    private let level: [UInt8]
    private let start: [UInt8]
    private let lineIDs: [TextSlice]
    private let lineNames: [TextSlice]
    private var rulings: RulingCells
    private var actions: [OrderAction: [UInt8]] = [:]
    private var siteActions: [OrderAction: [UInt8]] = [:]
    private var flags: [OrderFlags: [UInt8]] = [:]

    static let head = [
        "编号", "名称", "类别", "县区", "行业", "绩效等级", "响应级别", "措施", "停产生产线", "压至最低负荷生产线", "保持停产生产线", "其他要求", "自主减排承诺",
        "SO2减排量(kg/d)", "NOx减排量(kg/d)", "PM减排量(kg/d)", "VOCs减排量(kg/d)", "决定依据", "全部依据", "豁免", "提示", "报告单位", "开始时间", "变化",
    ]

    init(_ set: OrderSet, changes: OrderChanges?) {
        self.set = set
        self.changes = changes
        enterprises = SubjectCells(set.list.enterprises, isSite: false)
        sites = SubjectCells(set.list.sites, isSite: true)
        level = CSVBytes.cell(set.level.map { set.plan.levels[$0].name } ?? "无预警")
        start = CSVBytes.cell(set.plan.zone.shortText(set.start))
        lineIDs = set.list.lines.slices("line_id")
        lineNames = set.list.lines.slices("name")
        rulings = RulingCells(set)
    }

    /// The byte order mark and the head.
    static var headBytes: [UInt8] {
        CSVBytes.byteOrderMark + head.map(CSVBytes.cell).joined(separator: [CSVBytes.separator]) + [0x0D, 0x0A]
    }

    /// Adds the row of the order at a place of the set.
    mutating func append(_ index: Int, to bytes: inout [UInt8]) {
        let order = set.orders[index]
        let row = Int(order.row)
        (order.isSite ? sites : enterprises).append(row, to: &bytes)
        bytes.append(contentsOf: level)
        bytes.append(CSVBytes.separator)
        bytes.append(contentsOf: action(order))
        bytes.append(CSVBytes.separator)
        appendLines(order, to: &bytes)
        bytes.append(contentsOf: rulings.duties[Int(order.ruling)])
        bytes.append(CSVBytes.separator)
        if order.action == .autonomous, let pledge = set.pledge(of: order) { bytes.append(contentsOf: CSVBytes.cell(pledge)) }
        bytes.append(CSVBytes.separator)
        for pollutant in 0..<4 {
            Decimals.append(order.reduction.milligrams[pollutant], to: &bytes)
            bytes.append(CSVBytes.separator)
        }
        rulings.appendSources(order, to: &bytes)
        bytes.append(contentsOf: rulings.exemptions[Int(order.ruling)])
        bytes.append(CSVBytes.separator)
        appendFlags(order, to: &bytes)
        bytes.append(CSVBytes.separator)
        if let lead = rulings.lead(order) {
            bytes.append(contentsOf: lead)
        } else {
            (order.isSite ? sites : enterprises).appendCounty(row, to: &bytes)
        }
        bytes.append(CSVBytes.separator)
        bytes.append(contentsOf: start)
        bytes.append(CSVBytes.separator)
        if let changes { bytes.append(contentsOf: changes.kinds[index].chinese.utf8) }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private mutating func action(_ order: Order) -> [UInt8] {
        if order.flags.contains(.standsStill) { return CSVBytes.cell(set.actionText(order).chinese) }
        if let known = order.isSite ? siteActions[order.action] : actions[order.action] { return known }
        let cell = CSVBytes.cell(set.actionText(order).chinese)
        if order.isSite { siteActions[order.action] = cell } else { actions[order.action] = cell }
        return cell
    }

    /// Three cells: lines that stop, are banked, stay still; by name, else by id, with 、 between.
    private func appendLines(_ order: Order, to bytes: inout [UInt8]) {
        let lines = set.lines(of: order)
        for fate in [LineOrder.Fate.stops, .banks, .standsStill] {
            if !lines.isEmpty {
                var cell: [UInt8] = []
                set.list.lines.bytes.withUnsafeBufferPointer { text in
                    for line in lines where line.fate == fate {
                        if !cell.isEmpty { cell.append(contentsOf: "、".utf8) }
                        let name = lineNames[Int(line.line)]
                        cell.append(contentsOf: text.slice(name.count > 0 ? name : lineIDs[Int(line.line)]))
                    }
                }
                cell.withUnsafeBufferPointer { CSVBytes.append($0, to: &bytes) }
            }
            bytes.append(CSVBytes.separator)
        }
    }

    /// Texts of flags alone are kept; those with numbers of the order or names of watches are not.
    private mutating func appendFlags(_ order: Order, to bytes: inout [UInt8]) {
        if order.flags.isEmpty { return }
        let isOwn = !order.flags.isDisjoint(with: [.filedPlanShort, .watched])
        if !isOwn, let known = flags[order.flags] {
            bytes.append(contentsOf: known)
            return
        }
        let cell = CSVBytes.cell(set.flagTexts(order).map(\.chinese).joined(separator: "；"))
        if !isOwn { flags[order.flags] = cell }
        bytes.append(contentsOf: cell)
    }
}
