import AirQuality
public import PlanModel
public import Presentation

/// A score as one JSON object: `levels`, each with counts by event and by hour, and every event.
public struct ScoreJSON {
    private let score: WarningScore
    private let plan: Plan

    public init(_ score: WarningScore, plan: Plan) {
        self.score = score
        self.plan = plan
    }

    /// Writes the value.
    public func write(_ json: inout JSONWriter) {
        json.object { json in
            json.field("outside", score.outside)
            json.key("levels")
            json.array { json in for level in score.levels { write(level, &json) } }
        }
    }

    private func write(_ level: LevelScore, _ json: inout JSONWriter) {
        json.object { json in
            json.field("level", level.level)
            json.key("events")
            write(level.counts, &json)
            json.key("hours")
            write(level.hours, &json)
            if let median = level.medianText, let least = level.leads.first, let most = level.leads.last {
                json.key("lead")
                json.object { json in
                    json.key("median")
                    json.raw(median)
                    json.field("least", least)
                    json.field("most", most)
                }
            }
            json.key("real")
            json.array { json in
                for event in level.events {
                    json.object { json in
                        json.field("area", event.area)
                        json.field("from", plan.zone.text(event.from))
                        json.field("to", optional: event.to.map { plan.zone.text($0) })
                        json.field("hit", event.lead != nil)
                        if let lead = event.lead { json.field("lead", lead) }
                    }
                }
            }
            json.key("falseAlarms")
            json.array { json in
                for alarm in level.falseAlarms {
                    json.object { json in
                        json.field("area", alarm.area)
                        json.field("from", plan.zone.text(alarm.slots.lowerBound))
                        json.field("to", plan.zone.text(alarm.slots.upperBound))
                    }
                }
            }
        }
    }

    private func write(_ counts: LevelScore.Counts, _ json: inout JSONWriter) {
        json.object { json in
            json.field("hits", counts.hits)
            json.field("misses", counts.misses)
            json.field("falseAlarms", counts.falseAlarms)
            for (name, ratio) in [("pod", counts.pod), ("far", counts.far), ("csi", counts.csi)] {
                json.key(name)
                if ratio.hundredths == nil { json.null() } else { json.raw(ratio.description) }
            }
        }
    }
}
