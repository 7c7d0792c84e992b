import AirQuality
import Lists
import PlanModel

/// Writes orders as CSV. Pieces of rows that many orders share are made once.
struct OrderCSV: ~Copyable {
    private let set: OrderSet
    private let changes: OrderChanges?
    /// What every row says of its change, in place of `changes`.
    private let change: [UInt8]
    private let enterprises: SubjectColumns
    private let sites: SubjectColumns
    private let lineIDs: [TextSlice]
    private let lineNames: [TextSlice]
    /// What enterprises pledged at the level, and at any.
    private let pledges: [[TextSlice]]
    private var scratch = ByteBuffer(capacity: 1024)
    private let start: String
    private let level: String
    private let words: ExemptionText
    private var outcomes: [Ruling.ExemptionOutcome: String] = [:]
    private var subjects = PieceStore()
    private var actions = PieceStore()
    private var duties = PieceStore()
    private var flags = PieceStore()
    private var sources = PieceStore()

    static let head = [
        "编号", "名称", "类别", "县区", "行业", "绩效等级", "响应级别", "措施", "停产生产线", "压至最低负荷生产线", "保持停产生产线", "其他要求", "自主减排承诺",
        "SO2减排量(kg/d)", "NOx减排量(kg/d)", "PM减排量(kg/d)", "VOCs减排量(kg/d)", "提示", "决定依据", "其他依据", "豁免", "报告单位", "开始时间", "变化",
    ]

    init(_ set: OrderSet, changes: OrderChanges?, change: String = "") {
        self.set = set
        self.changes = changes
        self.change = Array(change.utf8)
        enterprises = SubjectColumns(set.list.enterprises, isSite: false)
        sites = SubjectColumns(set.list.sites, isSite: true)
        lineIDs = set.list.lines.slices("line_id")
        lineNames = set.list.lines.slices("name")
        let own = set.level.map { "pledge_\(set.plan.levels[$0].id)" } ?? "pledge"
        pledges = [own, "pledge"].map(set.list.enterprises.slices)
        start = set.plan.zone.shortText(set.start)
        level = set.level.map { set.plan.levels[$0].name } ?? "无预警"
        words = ExemptionText(plan: set.plan, list: set.list)
    }

    /// The byte order mark and the head.
    static var headBytes: [UInt8] {
        CSVBytes.byteOrderMark + head.map(CSVBytes.cell).joined(separator: [CSVBytes.separator]) + [0x0D, 0x0A]
    }

    /// Adds the row of the order at a place of the set.
    mutating func append(_ index: Int, to bytes: inout ByteBuffer) {
        let order = set.orders[index]
        let row = Int(order.row)
        if order.isSite { appendSubject(sites, row, to: &bytes) } else { appendSubject(enterprises, row, to: &bytes) }
        appendAction(order, to: &bytes)
        if order.lineCount == 0 {
            for _ in 0..<3 { bytes.append(CSVBytes.separator) }
        } else {
            appendLines(order, to: &bytes)
        }
        appendDuties(order, to: &bytes)
        if order.action == .autonomous, !order.isSite, set.level != nil { appendPledge(row, to: &bytes) }
        bytes.append(CSVBytes.separator)
        for pollutant in 0..<4 {
            bytes.append(millionths: order.reduction.milligrams[pollutant])
            bytes.append(CSVBytes.separator)
        }
        appendFlags(order, to: &bytes)
        appendSources(order, to: &bytes)
        if let changes {
            bytes.append(Array(changes.kinds[index].chinese.utf8))
        } else if !change.isEmpty {
            bytes.append(change)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// Code, name, kind, county, industry and grade.
    @inline(__always)
    private mutating func appendSubject(_ columns: borrowing SubjectColumns, _ row: Int, to bytes: inout ByteBuffer) {
        columns.table.bytes.withUnsafeBufferPointer { text in
            CSVBytes.append(code: text.slice(columns.codes[row]), to: &bytes)
            bytes.append(CSVBytes.separator)
            CSVBytes.append(text.slice(columns.names[row]), to: &bytes)
        }
        bytes.append(CSVBytes.separator)
        guard let key = columns.key(row) else {
            bytes.append(columns.cells(row))
            return
        }
        if let known = subjects.find(key) {
            bytes.append(known, of: subjects.bytes)
            return
        }
        let cells = columns.cells(row)
        subjects.add(key, cells)
        bytes.append(cells)
    }

    /// Level and action.
    @inline(__always) private mutating func appendAction(_ order: Order, to bytes: inout ByteBuffer) {
        let stands: UInt64 = order.flags.contains(.standsStill) ? 2 : 0
        let key = UInt64(order.action.strictness) << 2 | stands | (order.isSite ? 1 : 0)
        if let known = actions.find(key) {
            bytes.append(known, of: actions.bytes)
            return
        }
        let cells = CSVBytes.cells(level, set.actionText(order).chinese)
        actions.add(key, cells)
        bytes.append(cells)
    }

    @inline(__always) private mutating func appendDuties(_ order: Order, to bytes: inout ByteBuffer) {
        let key = UInt64(order.ruling)
        if let known = duties.find(key) {
            bytes.append(known, of: duties.bytes)
            return
        }
        let cells = CSVBytes.cells(set.rulings[Int(order.ruling)].duties.joined(separator: "；"))
        duties.add(key, cells)
        bytes.append(cells)
    }

    private func appendPledge(_ row: Int, to bytes: inout ByteBuffer) {
        let own = pledges[0][row]
        set.list.enterprises.bytes.withUnsafeBufferPointer { text in
            CSVBytes.append(text.slice(own.count > 0 ? own : pledges[1][row]), to: &bytes)
        }
    }

    /// Three cells: lines that stop, are banked, stay still; by name, else by id, with 、 between.
    private mutating func appendLines(_ order: Order, to bytes: inout ByteBuffer) {
        let places = Int(order.firstLine)..<Int(order.firstLine &+ order.lineCount)
        for fate in [LineOrder.Fate.stops, .banks, .standsStill] {
            scratch.removeAll()
            for place in places {
                let line = set.lineOrders[place]
                guard line.fate == fate else { continue }
                if scratch.count > 0 { scratch.append(Self.comma) }
                let name = name(line)
                set.list.lines.bytes.withUnsafeBufferPointer { scratch.append($0.slice(name)) }
            }
            scratch.withBytes { CSVBytes.append($0, to: &bytes) }
            bytes.append(CSVBytes.separator)
        }
    }

    private static let comma = Array("、".utf8)

    private func name(_ line: LineOrder) -> TextSlice {
        let name = lineNames[Int(line.line)]
        return name.count > 0 ? name : lineIDs[Int(line.line)]
    }

    /// Texts of flags alone are kept; those with numbers of the order or names of watches are not.
    @inline(__always) private mutating func appendFlags(_ order: Order, to bytes: inout ByteBuffer) {
        if order.flags.isEmpty {
            bytes.append(CSVBytes.separator)
            return
        }
        let isShared = order.flags.isDisjoint(with: [.filedPlanShort, .watched])
        if isShared, let known = flags.find(UInt64(order.flags.rawValue)) {
            bytes.append(known, of: flags.bytes)
            return
        }
        let cells = CSVBytes.cells(set.flagTexts(order).map(\.chinese).joined(separator: "；"))
        if isShared { flags.add(UInt64(order.flags.rawValue), cells) }
        bytes.append(cells)
    }

    /// What decided, other sources, exemptions, whom to report to, and the start.
    @inline(__always) private mutating func appendSources(_ order: Order, to bytes: inout ByteBuffer) {
        guard let key = sourceKey(order) else {
            bytes.append(sourceCells(order))
            return
        }
        if let known = sources.find(key) {
            bytes.append(known, of: sources.bytes)
            return
        }
        // Where no bureau leads the county is told, which is part of the key then.
        let local = key | county(order) << 24
        if let known = sources.find(local) {
            bytes.append(known, of: sources.bytes)
            return
        }
        let cells = sourceCells(order)
        sources.add(set.lead(order) == nil ? local : key, cells)
        bytes.append(cells)
    }

    private mutating func sourceCells(_ order: Order) -> [UInt8] {
        let ruling = set.rulings[Int(order.ruling)]
        let (found, deciding) = set.sources(of: order, ruling)
        let texts = found.map { SourceText.chinese($0, order) }
        let others = texts.indices.filter { $0 != deciding }.map { texts[$0] }
        let exemptions = ruling.exemptions.map { outcome -> String in
            if let known = outcomes[outcome] { return known }
            let text = words.texts(outcome).chinese
            outcomes[outcome] = text
            return text
        }
        return CSVBytes.cells(
            deciding.map { texts[$0] } ?? "", others.joined(separator: "；"), exemptions.joined(separator: "；"),
            set.reportTo(order), start)
    }

    /// The same for orders whose sources, decision and addressee are the same; nil where that does not fit into a number.
    @inline(__always) private func sourceKey(_ order: Order) -> UInt64? {
        // Without filed lines only whether lines run makes a difference.
        let running = order.filedLines > 0 ? order.runningLines : min(order.runningLines, 1)
        let (kind, place): (UInt64, UInt16)
        switch order.decider {
        case .none: (kind, place) = (0, 0)
        case .measure(let index): (kind, place) = (1, index)
        case .filedPlan: (kind, place) = (2, 0)
        case .exemption: (kind, place) = (3, 0)
        case .season(let index): (kind, place) = (4, index)
        }
        let counties = order.isSite ? sites.counties : enterprises.counties
        let row = Int(order.row)
        guard running < 64, place < 64, order.ruling < 1 << 24, row < counties.count, counties[row] < 65_000 else { return nil }
        return UInt64(order.ruling) << 40 | kind << 18 | UInt64(place) << 12 | UInt64(order.filedLines) << 6 | UInt64(running)
    }

    /// The number of the county of an order with a key, from 1: blank is the first.
    @inline(__always) private func county(_ order: Order) -> UInt64 {
        UInt64((order.isSite ? sites : enterprises).counties[Int(order.row)] &+ 2)
    }
}
