import Lists
import PlanModel

extension OrderSet {
    /// Everything about the order at a place of ``orders``.
    public func detail(of index: Int) -> OrderDetail {
        let order = orders[index]
        let ruling = rulings[Int(order.ruling)]
        let table = table(of: order)
        let row = Int(order.row)
        let (sources, deciding) = sources(of: order, ruling)
        let texts = ExemptionText(plan: plan, list: list)
        return OrderDetail(
            order: order, code: table.text(row, order.isSite ? "site_id" : "credit_code"), name: table.text(row, "name"),
            county: table.text(row, "county"), industry: order.isSite ? Self.siteIndustry : table.text(row, "industry"),
            grade: order.isSite ? "" : table.text(row, "grade"), actionText: actionText(order),
            lines: lines(of: order).map { line in
                OrderDetail.Line(
                    id: list.lines.text(Int(line.line), "line_id"), name: list.lines.text(Int(line.line), "name"), fate: line.fate
                )
            }, duties: ruling.duties, pledge: pledge(of: order), emission: EmissionColumns(table)[row], sources: sources,
            deciding: deciding, exemptions: ruling.exemptions.map { result($0, texts) }, flags: flagTexts(order),
            reportTo: reportTo(order), start: start)
    }

    /// The places in ``orders`` of those for whom some exemption is, granted or refused.
    public var withExemption: [Int] { orders.indices.filter { !rulings[Int(orders[$0].ruling)].exemptions.isEmpty } }

    /// The place in ``orders`` of an enterprise by credit code, of a site by id, or of either by its exact name; the first of several.
    ///
    /// - Parameter isSite: Whether a site is meant, or an enterprise; nil: either.
    public func index(of key: String, isSite: Bool? = nil) -> Int? {
        let bytes = Array(key.utf8)
        func find(_ name: (Bool) -> String) -> Int? {
            let columns = [list.enterprises.slices(name(false)), list.sites.slices(name(true))]
            return orders.firstIndex { order in
                (isSite ?? order.isSite) == order.isSite
                    && table(of: order).isEqual(columns[order.isSite ? 1 : 0][Int(order.row)], bytes)
            }
        }
        return find { $0 ? "site_id" : "credit_code" } ?? find { _ in "name" }
    }

    /// Sites are an industry of their own in the balance.
    static let siteIndustry = "施工工地"

    func table(of order: Order) -> Table { order.isSite ? list.sites : list.enterprises }

    /// The county of the order at a place of ``orders``; empty where the list names none.
    public func county(of index: Int) -> String { county(of: orders[index]) }

    func county(of order: Order) -> String { table(of: order).text(Int(order.row), "county") }

    /// Why the order at a place of ``orders`` is what it is, as a tree in Chinese and English.
    public func explanation(of index: Int) -> String { Explanation(self, index).text }

    func actionText(_ order: Order) -> BothTexts {
        if order.flags.contains(.standsStill), level != nil {
            return BothTexts(ActionText.standsStill(isSite: order.isSite), "stands still, stays so")
        }
        return BothTexts(ActionText.chinese(order.action, isSite: order.isSite), order.action.text)
    }

    /// What an autonomous plant pledged: at this level, else at all.
    func pledge(of order: Order) -> String? {
        guard order.action == .autonomous, !order.isSite, let level, !order.flags.contains(.pledgeMissing) else { return nil }
        let own = list.enterprises.text(Int(order.row), "pledge_\(plan.levels[level].id)")
        return own.isEmpty ? list.enterprises.text(Int(order.row), "pledge") : own
    }

    /// The lead bureau of the measure or season that decided, else of the first measure that takes part, else the county.
    func reportTo(_ order: Order) -> String {
        lead(order) ?? table(of: order).text(Int(order.row), "county")
    }

    func lead(_ order: Order) -> String? {
        let ruling = rulings[Int(order.ruling)]
        switch order.decider {
        case .measure(let place): return plan.orders.measures[ruling.measures[Int(place)].table].lead
        case .season(let place): return plan.orders.seasons[ruling.seasons[Int(place)]].lead
        case .filedPlan, .exemption, .none:
            return ruling.measures.lazy.compactMap { plan.orders.measures[$0.table].lead }.first
        }
    }

    /// Flags in words, then the watches that find it; what says the same stands once.
    func flagTexts(_ order: Order) -> [BothTexts] {
        var texts = OrderFlags.words.filter { order.flags.contains($0.flag) && $0.flag != .watched }.map { $0.flag.text(order) }
        guard order.flags.contains(.watched) else { return texts }
        for name in watches.names(of: order, plan) where !texts.contains(where: { $0.chinese == name }) {
            texts.append(BothTexts(name, name))
        }
        return texts
    }

    private func result(_ outcome: Ruling.ExemptionOutcome, _ texts: ExemptionText) -> OrderDetail.ExemptionResult {
        let exemption = plan.orders.exemptions[outcome.exemption]
        return OrderDetail.ExemptionResult(
            id: exemption.id, name: exemption.name, isGranted: outcome.refusals.isEmpty, cites: exemption.cites,
            condition: exemption.condition.map { BothTexts($0, exemption.subject, plan.orders) },
            refusals: outcome.refusals.map { texts.text($0, exemption) }, text: texts.texts(outcome))
    }

    /// Measures, the filed plan, the exemption granted, seasons; and which of them decided.
    func sources(of order: Order, _ ruling: Ruling) -> ([OrderDetail.Source], deciding: Int?) {
        var sources = ruling.measures.map { source -> OrderDetail.Source in
            let table = plan.orders.measures[source.table]
            let demand = order.runningLines > 0 ? source.demand : source.demand.withoutLines
            return OrderDetail.Source(
                kind: .measures, id: table.id, name: table.name, place: table.rows[source.row].place,
                action: source.action == nil ? nil : demand.action, cites: table.cites, lead: table.lead)
        }
        var deciding: Int?
        if case .measure(let place) = order.decider { deciding = Int(place) }
        if let filed = order.filedAction {
            if order.decider == .filedPlan { deciding = sources.count }
            sources.append(
                OrderDetail.Source(kind: .filedPlan, id: "", name: "一厂一策", place: nil, action: filed, cites: [], lead: nil))
        }
        if let granted = ruling.granted {
            if order.decider == .exemption { deciding = sources.count }
            let exemption = plan.orders.exemptions[ruling.exemptions[granted].exemption]
            sources.append(
                OrderDetail.Source(
                    kind: .exemption, id: exemption.id, name: exemption.name, place: exemption.place, action: exemption.grants,
                    cites: exemption.cites, lead: nil))
        }
        if case .season(let place) = order.decider { deciding = sources.count + Int(place) }
        for index in ruling.seasons {
            let season = plan.orders.seasons[index]
            let demand = Demand(season.measure.action)
            sources.append(
                OrderDetail.Source(
                    kind: .season, id: season.id, name: season.name, place: season.place,
                    action: season.measure.action == nil ? nil : (order.runningLines > 0 ? demand : demand.withoutLines).action,
                    cites: season.cites, lead: season.lead))
        }
        return (sources, deciding)
    }
}

extension Order {
    /// The strictness of the lines that the filed plan stops.
    var filedAction: OrderAction? {
        filedLines > 0 ? .stopLines(percent: max(1, Int(filedLines) * 100 / Int(max(runningLines, 1)))) : nil
    }
}
