public import AirQuality
public import Lists
public import PlanModel

/// What the plan's watches find in the list on one day.
public struct WatchReport: Sendable {
    public struct Result: Sendable {
        /// Place in ``OrderRules/watches``.
        public let watch: Int
        /// Rows of the subject's table that it speaks of, in list order; empty before it looks.
        public let rows: [Int32]
        /// Whether it looks on that day.
        public let isActive: Bool
        /// Whether all is well: nothing found, or a count within its bounds. A watch that does not look is content.
        public let isMet: Bool
    }

    /// In plan order.
    public let results: [Result]
    /// Watches that find an enterprise or a site, by row.
    private let enterpriseMarks: [Int32: [Int32]]
    private let siteMarks: [Int32: [Int32]]

    /// What the watches find in the whole list on a day.
    ///
    /// - Parameter list: As read; facts are written over it as of the day.
    public init(plan: Plan, list: EmissionList, on day: LocalDate) {
        let list = list.asOf(day)
        let everywhere = Area(id: "", name: "", code: nil, stations: [], atLeast: nil)
        self.init(plan: plan, reader: DayList(list: list, day: day), rows: AreaRows(area: everywhere, list: list))
    }

    /// Each watch with anything to say, in plan order: whether all is well, and a sentence in Chinese with the verdict in both.
    ///
    /// - Parameter list: The one that was looked at.
    public func lines(_ plan: Plan, _ list: EmissionList) -> [(isMet: Bool, text: String)] { WatchText(self, plan, list).lines }

    init(plan: Plan, reader: DayList, rows area: AreaRows) {
        var enterpriseMarks: [Int32: [Int32]] = [:]
        var siteMarks: [Int32: [Int32]] = [:]
        let owners: [OrderSubject: [Int32]] = [.line: reader.list.lineOwners, .facility: reader.list.facilityOwners]
        var results: [Result] = []
        for (index, watch) in plan.orders.watches.enumerated() {
            let isActive = watch.after.map { $0 < reader.day } ?? true
            guard isActive else {
                results.append(Result(watch: index, rows: [], isActive: false, isMet: true))
                continue
            }
            var found: [Int32] = []
            reader.rows(watch.who, of: watch.subject).visit { row in
                if let rows = area.rows(watch.subject) {
                    if rows[row] { found.append(Int32(row)) }
                } else if let owner = owners[watch.subject]?[row], owner >= 0, area.enterprises[Int(owner)] {
                    found.append(Int32(row))
                }
            }
            let isMet: Bool
            switch watch.kind {
            case .finding:
                isMet = found.isEmpty
                if watch.subject == .site {
                    for row in found { siteMarks[row, default: []].append(Int32(index)) }
                } else {
                    let owners = owners[watch.subject]
                    for row in Set(found.map { owners?[Int($0)] ?? $0 }) {
                        enterpriseMarks[row, default: []].append(Int32(index))
                    }
                }
            case .count(let least, let most):
                isMet = least.map { found.count >= $0 } ?? true && most.map { found.count <= $0 } ?? true
            }
            results.append(Result(watch: index, rows: found, isActive: true, isMet: isMet))
        }
        self.results = results
        self.enterpriseMarks = enterpriseMarks
        self.siteMarks = siteMarks
    }

    /// Rows on whose orders a finding stands.
    func marked(_ subject: OrderSubject, count: Int) -> RowSet {
        var result = RowSet(count: count, all: false)
        for row in (subject == .site ? siteMarks : enterpriseMarks).keys { result.insert(Int(row)) }
        return result
    }

    /// The names of the watches that find the subject of an order or one of its lines or facilities, in plan order.
    func names(of order: Order, _ plan: Plan) -> [String] {
        (order.isSite ? siteMarks : enterpriseMarks)[order.row, default: []].map { plan.orders.watches[Int($0)].name }
    }
}
