import AirQuality
import Desk
import Orders
import PlanModel
import Warnings

/// The measures of the plan at a level, source by source, and what holds without a warning.
struct MeasureFacts {
    /// Tables of enterprises, with their bureaus.
    var industry: [String] = []
    /// Tables of construction sites.
    var dust: [String] = []
    /// Obligations beside production: transport, dust, and others.
    var duties: [String] = []
    /// Seasons that hold on the day, with their bureaus.
    var seasons: [String] = []

    /// Obligations that a notice names; all of them stand in the orders.
    private static let named = 12

    /// - Parameters:
    ///   - level: The id of the level that gives the measures; nil: none.
    ///   - day: The day for which seasons are asked.
    init(_ plan: Plan, level: String?, on day: LocalDate) {
        seasons = plan.orders.seasons.filter { $0.holds(on: day) }.map { Self.named($0.name, $0.lead) }
        guard let level = level.flatMap({ plan.index(ofLevel: $0) }) else { return }
        for table in plan.orders.measures {
            let name = Self.named(table.name, table.lead)
            if table.subject == .site { dust.append(name) } else { industry.append(name) }
            for cell in table.rows.compactMap({ $0.cells.indices.contains(level) ? $0.cells[level] : nil }) {
                for duty in cell.duties.map({ PlainText.line($0) }) where !duties.contains(duty) && duties.count < Self.named {
                    duties.append(duty)
                }
            }
        }
    }

    private static func named(_ name: String, _ lead: String?) -> String {
        "\(PlainText.line(name, limit: 80))" + (lead.map { "（牵头：\(PlainText.line($0, limit: 60))）" } ?? "")
    }

    /// `①工业企业：…`, one for each source of which the plan speaks.
    var chinese: [String] {
        var lines: [(String, [String])] = [("工业企业", industry), ("扬尘", dust), ("移动源及其他", duties), ("错峰生产", seasons)]
        lines.removeAll { $0.1.isEmpty }
        return lines.enumerated().map { index, line in
            "\(Self.marks[index])\(line.0)：\(line.1.joined(separator: "；"))。"
        }
    }

    private static let marks = ["①", "②", "③", "④"]
}

extension DecisionFacts {
    func measures(_ plan: Plan) -> MeasureFacts {
        MeasureFacts(
            plan, level: isEnd ? nil : decision.to,
            on: plan.zone.date(of: max(decision.response ?? decision.inForce, decision.inForce).shown))
    }
}
