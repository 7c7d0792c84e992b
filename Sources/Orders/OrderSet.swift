public import AirQuality
public import Lists
public import PlanModel

/// Every order of an area at one level: one for each enterprise and each construction site of the list.
public struct OrderSet: Sendable {
    public let plan: Plan
    /// The list as it stood on ``day``.
    public let list: EmissionList
    public let area: Area
    /// Place in ``Plan/levels``; nil: no warning, so that only seasons order anything.
    public let level: Int?
    /// Start of the response; facts are read as of its date in the plan's zone.
    public let start: HourSlot
    /// The date of the start in the plan's zone.
    public let day: LocalDate
    /// Enterprises, then sites, each in list order.
    public private(set) var orders: [Order] = []
    /// What becomes of lines, order by order.
    public private(set) var lineOrders: [LineOrder] = []
    private(set) var rulings: [Ruling] = []
    public let watches: WatchReport
    /// The sum of all reductions, mg/d.
    public private(set) var reduction = EmissionValues.zero
    /// What it would be without exemptions, mg/d.
    public private(set) var reductionWithoutExemptions = EmissionValues.zero
    /// Emission of all rows of the area, mg/d.
    public private(set) var listedEmission = EmissionValues.zero

    /// What the plan orders.
    ///
    /// - Parameters:
    ///   - area: Only enterprises and sites of its counties.
    ///   - level: Place in ``Plan/levels``; nil: no warning.
    ///   - start: Start of the response.
    public init(plan: Plan, list: EmissionList, area: Area, level: Int?, start: HourSlot) {
        self.init(plan: plan, asOfDay: list.asOf(plan.zone.date(of: start)), area: area, level: level, start: start)
    }

    /// - Parameter list: As of the day of the start.
    private init(plan: Plan, asOfDay list: EmissionList, area: Area, level: Int?, start: HourSlot) {
        self.plan = plan
        self.area = area
        self.level = level.flatMap { plan.levels.isEmpty ? nil : min(max($0, 0), plan.levels.count - 1) }
        self.start = start
        day = plan.zone.date(of: start)
        self.list = list
        let reader = DayList(list: self.list, day: day)
        let inArea = AreaRows(area: area, list: self.list)
        watches = WatchReport(plan: plan, reader: reader, rows: inArea)
        make(.enterprise, reader, inArea.enterprises)
        make(.site, reader, inArea.sites)
    }

    /// How many orders there are.
    public var count: Int { orders.count }

    /// Lines that an order touches.
    public func lines(of order: Order) -> ArraySlice<LineOrder> {
        lineOrders[Int(order.firstLine)..<Int(order.firstLine + order.lineCount)]
    }

    /// The orders of the same list at another level.
    func at(level: Int?) -> OrderSet { OrderSet(plan: plan, asOfDay: list, area: area, level: level, start: start) }

    private mutating func make(_ subject: OrderSubject, _ reader: DayList, _ rows: RowSet) {
        let table = reader.table(subject)
        let book = RulingBook(subject, plan: plan, reader: reader, level: level)
        let firstRuling = Int32(rulings.count)
        rulings += book.rulings
        let cores = book.rulings.map(RulingCore.init)
        let lines = LineTable(subject == .enterprise ? list : .empty, levels: plan.levels, level: level)
        let maker = OrderMaker(lines: lines, isWarning: level != nil)
        let emissions = EmissionColumns(table)
        let traits = RowTraits(table, readsGrade: plan.orders.readsGrade, level: level.map { plan.levels[$0].id })
        let guaranteed = table.numbers("guaranteed_percent")
        let watched = watches.marked(subject, count: table.count)
        let hasLines = subject == .enterprise && lines.count > 0
        let isWarning = level != nil
        let hasMeasures = !plan.orders.measures.isEmpty
        var made: [Order] = []
        made.reserveCapacity(rows.size)
        var pool = lineOrders
        var total = EmissionValues.zero
        var totalUnexempted = EmissionValues.zero
        var listed = EmissionValues.zero
        rows.visit { row in
            let emission = emissions[row]
            listed += emission
            let own = hasLines ? lines.places(of: row) : 0..<0
            let load = guaranteed?[row] ?? -1
            let plant =
                own.isEmpty
                ? Plant(emission: emission, guaranteedLoad: load)
                : Plant(
                    emission: emission, guaranteedLoad: load, hasFiledPlan: reader.withFiledPlan[row], lines: own, of: lines)
            let core = cores[Int(book.ofRow[row])]
            var order = Order(
                row: Int32(row), ruling: firstRuling + book.ofRow[row], isSite: subject == .site, action: .goOn, decider: .none,
                flags: traits.flags(row), firstLine: Int32(pool.count), lineCount: 0, runningLines: plant.running,
                filedLines: plant.filed, neededLines: 0, reduction: .zero)
            if watched[row] { order.flags.insert(.watched) }
            if plant.lacksBackup { order.flags.insert(.noBackupTreatment) }
            if plant.linesExceed { order.flags.insert(.linesExceedPlant) }
            if isWarning, !core.isNamed, hasMeasures || plant.filed == 0 { order.flags.insert(.noMeasure) }
            if traits.standsStill[row] {
                order.flags.insert(.standsStill)
                if isWarning { order.action = .stop }
                made.append(order)
                return
            }
            let decision = maker.decide(plant, core, own)
            order.action = decision.action
            order.decider = decision.decider
            order.flags.formUnion(decision.flags)
            order.neededLines = decision.needed
            order.reduction = decision.reduction
            if decision.action == .autonomous, traits.lacksPledge(row) { order.flags.insert(.pledgeMissing) }
            maker.addLines(decision, own, to: &pool)
            order.lineCount = Int32(pool.count) - order.firstLine
            total += decision.reduction
            totalUnexempted += decision.unexempted
            made.append(order)
        }
        if orders.isEmpty { orders = made } else { orders += made }
        lineOrders = pool
        reduction += total
        reductionWithoutExemptions += totalUnexempted
        listedEmission += listed
    }
}
