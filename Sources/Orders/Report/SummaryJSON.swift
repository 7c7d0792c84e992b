import AirQuality
import PlanModel
import Presentation

/// Counts, balance and changes as JSON.
struct SummaryJSON {
    private let report: OrderReport

    init(_ report: OrderReport) { self.report = report }

    func write(_ json: inout JSONWriter) {
        let set = report.orders
        let figures = ReportFigures(set)
        json.object { json in
            json.field("count", set.count)
            json.field("level", optional: set.level.map { set.plan.levels[$0].id })
            json.field("start", set.plan.zone.text(set.start))
            json.key("actions")
            json.object { json in
                for action in figures.actions where action.count > 0 {
                    json.field(action.name.english.replacingBlanks, action.count)
                }
            }
            json.field("exemptions_granted", figures.granted)
            json.field("exemptions_refused", figures.refused)
            json.key("balance")
            json.array { json in for line in report.balance.lines { json.balance(line) } }
            json.key("counties")
            json.array { json in for group in report.balance.counties { json.group(group) } }
            json.key("industries")
            json.array { json in for group in report.balance.industries { json.group(group) } }
            json.strings("seasons", figures.seasons)
            if let changes = report.changes {
                json.key("changes")
                json.object { json in
                    for kind in OrderChanges.Kind.allCases { json.field(kind.rawValue, changes.count(kind)) }
                    json.field("gone", changes.gone.count)
                }
            }
            if !report.balance.isMet { writeShortfall(&json) }
        }
    }

    /// Enterprises that a summary names.
    private static let named = 100

    private func writeShortfall(_ json: inout JSONWriter) {
        let shortfall = report.shortfall
        json.key("shortfall")
        json.object { json in
            json.field("steps", shortfall.steps.count)
            json.key("left")
            json.emissions(shortfall.left)
            json.key("largest")
            json.array { json in
                for step in shortfall.steps.prefix(Self.named) {
                    let detail = report.orders.detail(of: step.order)
                    json.object { json in
                        json.field("id", detail.code)
                        json.field("name", detail.name)
                        json.field("next", ActionText.code(step.action).word)
                        json.key("adds")
                        json.emissions(step.gain)
                    }
                }
            }
        }
    }
}

extension String {
    fileprivate var replacingBlanks: String { String(map { $0 == " " ? "_" : $0 }) }
}

extension JSONWriter {
    fileprivate mutating func balance(_ line: Balance.Line) {
        object { json in
            json.field("pollutant", line.pollutant.name)
            json.key("reduction")
            json.raw(Decimals.text(millionths: line.reduction))
            json.key("emission")
            json.raw(Decimals.text(millionths: line.emission))
            json.field("emission_from", line.isStated ? "plan" : "list")
            json.key("share_percent")
            json.raw(String(line.shareText.dropLast()))
            if let target = line.target {
                json.field("target_percent", target)
                json.field("met", line.short == 0)
                json.key("short")
                json.raw(Decimals.text(millionths: line.short))
            }
            json.key("exempted")
            json.raw(Decimals.text(millionths: line.exempted))
        }
    }

    fileprivate mutating func group(_ group: Balance.Group) {
        object { json in
            json.field("name", group.name)
            json.field("orders", group.orders)
            json.key("emission")
            json.emissions(group.emission)
            json.key("reduction")
            json.emissions(group.reduction)
        }
    }
}
