import AirQuality
import Orders
import PlanModel
public import Presentation
import Warnings

/// A comparison of two plans as one JSON object: `episodes` with their `decisions`, `hours` and `orders`; then `totals`.
public struct ComparisonJSON {
    private let comparison: PlanComparison

    public init(_ comparison: PlanComparison) { self.comparison = comparison }

    private var pairing: PlanPairing { comparison.pairing }

    private func time(_ slot: HourSlot) -> String { comparison.new.plan.zone.text(slot) }

    /// Writes the fields of the object.
    public func write(_ json: inout JSONWriter) {
        json.field("differ", comparison.differs)
        json.key("episodes")
        json.array { json in for group in comparison.groups { write(group, &json) } }
        json.key("totals")
        json.object { json in
            json.key("hours")
            write(comparison.totals, &json)
            json.key("episodes")
            json.object { json in
                json.field("old", comparison.groups.reduce(0) { $0 + $1.old.count })
                json.field("new", comparison.groups.reduce(0) { $0 + $1.new.count })
                for kind in EpisodeGroup.Kind.allCases { json.field(kind.rawValue, comparison.count(kind)) }
            }
            json.key("decisions")
            json.object { json in
                for kind in DecisionChange.Kind.allCases { json.field(kind.rawValue, comparison.count(kind)) }
            }
        }
    }

    private func write(_ group: EpisodeGroup, _ json: inout JSONWriter) {
        json.object { json in
            json.field("area", group.area)
            json.field("from", time(group.slots.lowerBound))
            json.field("to", time(group.slots.upperBound))
            json.field("kind", group.kind.rawValue)
            json.field("oldEpisodes", group.old.count)
            json.field("newEpisodes", group.new.count)
            json.key("decisions")
            json.array { json in for change in group.changes { write(change, &json) } }
            json.key("hours")
            write(group.hours, &json)
            if let orders = group.orders {
                json.key("orders")
                write(orders, &json)
            }
        }
    }

    private func write(_ change: DecisionChange, _ json: inout JSONWriter) {
        json.object { json in
            json.field("change", change.kind.rawValue)
            if let hours = change.hours { json.field("hours", hours) }
            for (name, decision) in [("old", change.old), ("new", change.new)] {
                guard let decision else { continue }
                json.key(name)
                json.object { json in
                    json.field("at", time(decision.at))
                    json.field("kind", decision.kind.rawValue)
                    json.field("from", decision.from ?? Decision.none)
                    json.field("to", decision.to ?? Decision.none)
                    json.field("response", optional: decision.response.map(time))
                }
            }
        }
    }

    private func write(_ hours: [LevelHours], _ json: inout JSONWriter) {
        json.array { json in
            for hours in hours {
                json.object { json in
                    json.field("level", hours.level)
                    for (name, pair) in [("old", hours.old), ("new", hours.new)] {
                        json.key(name)
                        json.object { json in
                            json.field("warning", pair.warning)
                            json.field("response", pair.response)
                        }
                    }
                }
            }
        }
    }

    private func write(_ orders: OrderComparison, _ json: inout JSONWriter) {
        json.object { json in
            for (name, side) in [("old", orders.old), ("new", orders.new)] {
                json.key(name)
                json.object { json in
                    json.field("level", side.level ?? Decision.none)
                    json.field("start", time(side.start))
                    json.key("reduction_kg")
                    json.raw(Decimals.text(millionths: side.reduction))
                }
            }
            for kind in OrderChanges.Kind.allCases { json.field(kind.rawValue, orders.counts[kind] ?? 0) }
            json.field("gone", orders.gone)
            json.key("changed")
            json.array { json in
                for item in orders.changed {
                    json.object { json in
                        json.field("code", item.code)
                        json.field("name", item.name)
                        json.field("change", item.kind.rawValue)
                        json.field("old", optional: item.oldAction)
                        json.field("new", optional: item.newAction)
                        json.key("old_kg")
                        json.raw(Decimals.text(millionths: item.oldReduction))
                        json.key("new_kg")
                        json.raw(Decimals.text(millionths: item.newReduction))
                    }
                }
            }
        }
    }
}
