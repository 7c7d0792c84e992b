import AirQuality
import Desk
import PlanModel
import Warnings

/// What the daemon tells Prometheus, in its text format.
struct MetricsText {
    struct Figures {
        var reload: ReloadState
        var unpublished: Int
        var isLedgerRefusing: Bool
        var trustsClock: Bool
        var evaluationSeconds: Double
        /// Rows of each table of the list in force.
        var list: [(name: String, rows: Int)] = []
        var orders: [OrderFigures] = []
        var waiting = WaitingProposals()
        /// Receipts that are owed, and of these those whose time is over.
        var receipts = (outstanding: 0, overdue: 0)
        /// The hour in which it is, by which directives count.
        var hour: HourSlot
        var counts: [(name: String, rows: Int)]
    }

    let desk: Desk
    let figures: Figures

    var text: String {
        var text = ""
        func family(_ name: String, _ help: String, _ samples: [(labels: String, value: String)]) {
            guard !samples.isEmpty else { return }
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(name.hasSuffix("_total") ? "counter" : "gauge")\n"
            for sample in samples { text += "\(name)\(sample.labels.isEmpty ? "" : "{\(sample.labels)}") \(sample.value)\n" }
        }
        func area(_ area: Area) -> String { "area=\"\(Self.escaped(area.id))\"" }
        family(
            "lantian_level", "Rank of the warning level in force: 0 none, 1 the lowest.",
            desk.standings.map { (area($0.area), String(($0.standing.level.flatMap { desk.plan.index(ofLevel: $0) } ?? -1) + 1)) }
        )
        family(
            "lantian_demanded_level", "Rank of the level demanded at the last evaluation.",
            desk.demandedLevels().map { (area($0.area), String(($0.level.flatMap { desk.plan.index(ofLevel: $0) } ?? -1) + 1)) })
        if let sealed = desk.lastSealed {
            family("lantian_last_evaluation_timestamp_seconds", "Instant last evaluated.", [("", "\(sealed.start.seconds)")])
            family(
                "lantian_last_data_timestamp_seconds", "End of the newest slot with data.",
                desk.newestData(until: sealed + 2).map { [("", "\($0.start.seconds)")] } ?? [])
        }
        family(
            "lantian_feed_silent", "1 while a feed is silent beyond its limit.",
            desk.standings.flatMap { standing in
                Silence.Feed.allCases.map { feed in
                    let isSilent = desk.silences.contains { $0.area.id == standing.area.id && $0.feed == feed }
                    return ("\(area(standing.area)),feed=\"\(feed.rawValue)\"", isSilent ? "1" : "0")
                }
            })
        family(
            "lantian_list_rows", "Rows of each table of the emission-reduction list in force.",
            figures.list.map { ("table=\"\(Self.escaped($0.name))\"", "\($0.rows)") })
        family(
            "lantian_orders", "Orders in force by what they do to production.",
            figures.orders.flatMap { orders in
                zip(OrderFigures.actions, orders.counts).map { action, count in
                    ("area=\"\(Self.escaped(orders.area))\",action=\"\(action)\"", "\(count)")
                }
            })
        family(
            "lantian_reduction_share", "Share of the area's emission that the orders in force reduce, 0 to 1.",
            figures.orders.flatMap { orders in orders.shares.map { (Self.labels(orders, $0), Self.ratio($0.share)) } })
        family(
            "lantian_reduction_target", "Share that the level in force demands, 0 to 1.",
            figures.orders.flatMap { orders in
                orders.shares.compactMap { share in
                    share.target.map { (Self.labels(orders, share), Self.ratio(Int64($0) * 100)) }
                }
            })
        family(
            "lantian_directives_in_force", "Directives of superior offices that have begun and not ended.",
            desk.standings.map { standing in
                let directives = desk.directives(ofArea: standing.area.id)
                return (area(standing.area), "\(directives.count { $0.counts(at: figures.hour) })")
            })
        let waiting = figures.waiting.inOrder
        family(
            "lantian_proposals_waiting", "Proposals that wait for approval.",
            desk.standings.map { standing in
                (area(standing.area), "\(waiting.count { $0.proposal.decision.area == standing.area.id })")
            })
        family(
            "lantian_proposal_timestamp_seconds", "When a proposal that waits was made.",
            waiting.map { (Self.labels($0), "\($0.since.seconds)") })
        family(
            "lantian_proposal_deadline_timestamp_seconds", "Until when the plan gives a proposal that waits.",
            waiting.compactMap { entry in entry.deadline.map { (Self.labels(entry), "\($0.seconds)") } })
        family(
            "lantian_receipts_owed", "Receipts of published notices that are still owed.",
            [("", "\(figures.receipts.outstanding)")])
        family(
            "lantian_receipts_overdue", "Receipts that are owed and whose time is over.", [("", "\(figures.receipts.overdue)")])
        family(
            "lantian_reloads_total", "Reloads of the plan by outcome.",
            [
                ("outcome=\"accepted\"", "\(figures.reload.accepted)"), ("outcome=\"refused\"", "\(figures.reload.refused)"),
            ])
        family(
            "lantian_reload_last_successful", "0 while the plan on disk is refused.",
            [("", figures.reload.last == .refused ? "0" : "1")])
        family(
            "lantian_notices_unpublished", "Notices that are on record but not yet in the spool.",
            [("", "\(figures.unpublished)")])
        family("lantian_ledger_refusing", "1 while the ledger takes no records.", [("", figures.isLedgerRefusing ? "1" : "0")])
        family(
            "lantian_clock_trusted", "0 while a step of the wall clock is not yet believed.",
            [("", figures.trustsClock ? "1" : "0")])
        family("lantian_evaluation_seconds", "Time that the last evaluation took.", [("", "\(figures.evaluationSeconds)")])
        family(
            "lantian_ledger_rows", "Rows of the ledger's tables.",
            figures.counts.map { ("table=\"\(Self.escaped($0.name))\"", "\($0.rows)") })
        return text
    }

    private static func labels(_ entry: WaitingProposals.Entry) -> String {
        let decision = entry.proposal.decision
        return "area=\"\(escaped(decision.area))\",proposal=\"\(escaped(decision.id))\",kind=\"\(decision.kind.rawValue)\""
    }

    private static func labels(_ orders: OrderFigures, _ share: OrderFigures.Share) -> String {
        "area=\"\(escaped(orders.area))\",pollutant=\"\(share.pollutant.name)\""
    }

    /// Hundredths of a percent as a ratio.
    private static func ratio(_ share: Int64) -> String {
        let digits = String(share % 10_000)
        return "\(share / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(character)
            }
        }.joined()
    }
}
