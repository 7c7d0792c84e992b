import Lists
import PlanModel

/// What the watches find, in words.
struct WatchText {
    let lines: [(isMet: Bool, text: String)]

    /// Rows that are named.
    private static let named = 5

    /// - Parameter list: The one that was looked at.
    init(_ report: WatchReport, _ plan: Plan, _ list: EmissionList) {
        lines = report.results.compactMap { result in
            guard result.isActive else { return nil }
            let watch = plan.orders.watches[result.watch]
            let cites = watch.cites.isEmpty ? "" : "〔\(watch.cites.joined(separator: "；"))〕"
            switch watch.kind {
            case .finding:
                guard !result.rows.isEmpty else { return nil }
                let names = result.rows.prefix(Self.named).map { Self.name(list, watch.subject, Int($0)) }
                let rest = result.rows.count > Self.named ? " …" : ""
                return (false, "\(watch.name)\(cites)：\(result.rows.count)（\(names.joined(separator: "、"))\(rest)）")
            case .count(let least, let most):
                var bounds: [String] = []
                if let least { bounds.append("至少 at least \(least)") }
                if let most { bounds.append("至多 at most \(most)") }
                let verdict = bounds.isEmpty ? "" : "，\(bounds.joined(separator: "，"))：\(result.isMet ? "达到 met" : "未达到 not met")"
                return (result.isMet, "\(watch.name)\(cites)：\(result.rows.count)\(verdict)")
            }
        }
    }

    private static func name(_ list: EmissionList, _ subject: OrderSubject, _ row: Int) -> String {
        func owner(_ owners: [Int32]) -> String { owners[row] < 0 ? "" : list.enterprises.text(Int(owners[row]), "name") + " " }
        switch subject {
        case .enterprise: return list.enterprises.text(row, "name")
        case .site: return list.sites.text(row, "name")
        case .line: return owner(list.lineOwners) + list.lines.text(row, "line_id")
        case .facility: return owner(list.facilityOwners) + list.facilities.text(row, "facility_id")
        }
    }
}
