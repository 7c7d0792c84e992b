import PlanModel

/// Cells that all orders of a ruling share, each quoted once.
struct RulingCells {
    let duties: [[UInt8]]
    let exemptions: [[UInt8]]
    private let leads: [Leads]
    private let set: OrderSet
    private var sources: [[Sources]]

    /// Bureaus by ruling: of each measure, of each season, and of the first measure that has one.
    private struct Leads {
        var measures: [[UInt8]?]
        var seasons: [[UInt8]?]
        var first: [UInt8]?
    }

    /// The cells of what decided and of all sources, for orders whose lines and whose decision are alike.
    private struct Sources {
        var decider: Order.Decider
        var filed: Int32
        var running: Int32
        var cells: [UInt8]
    }

    private static let maximumKept = 64

    init(_ set: OrderSet) {
        self.set = set
        let rules = set.plan.orders
        let words = ExemptionText(plan: set.plan, list: set.list)
        duties = set.rulings.map { CSVBytes.cell($0.duties.joined(separator: "；")) }
        exemptions = set.rulings.map { ruling in
            CSVBytes.cell(ruling.exemptions.map { words.texts($0).chinese }.joined(separator: "；"))
        }
        leads = set.rulings.map { ruling in
            let measures = ruling.measures.map { rules.measures[$0.table].lead.map(CSVBytes.cell) }
            return Leads(
                measures: measures, seasons: ruling.seasons.map { rules.seasons[$0].lead.map(CSVBytes.cell) },
                first: measures.compactMap { $0 }.first)
        }
        sources = [[Sources]](repeating: [], count: set.rulings.count)
    }

    @inline(__always) func lead(_ order: Order) -> [UInt8]? {
        let leads = leads[Int(order.ruling)]
        switch order.decider {
        case .measure(let place): return leads.measures[Int(place)]
        case .season(let place): return leads.seasons[Int(place)]
        case .filedPlan, .exemption, .none: return leads.first
        }
    }

    /// Adds the cells of what decided and of all sources, each with its separator.
    @inline(__always) mutating func appendSources(_ order: Order, to bytes: inout [UInt8]) {
        // Without filed lines only whether lines run makes a difference.
        let running = order.filedLines > 0 ? order.runningLines : min(order.runningLines, 1)
        let ruling = Int(order.ruling)
        for known in sources[ruling]
        where known.decider == order.decider && known.filed == order.filedLines && known.running == running {
            bytes.append(contentsOf: known.cells)
            return
        }
        let cells = sourceCells(order)
        if sources[ruling].count < Self.maximumKept {
            sources[ruling].append(
                Sources(decider: order.decider, filed: order.filedLines, running: running, cells: cells))
        }
        bytes.append(contentsOf: cells)
    }

    private func sourceCells(_ order: Order) -> [UInt8] {
        let (sources, deciding) = set.sources(of: order, set.rulings[Int(order.ruling)])
        let texts = sources.map { SourceText.chinese($0, order) }
        return CSVBytes.cell(deciding.map { texts[$0] } ?? "") + [CSVBytes.separator]
            + CSVBytes.cell(texts.joined(separator: "；")) + [CSVBytes.separator]
    }
}
