import AirQuality
public import PlanModel
import Presentation
public import Warnings

/// Traces as JSON, an object an area. Times are ISO 8601 in the plan's zone; values are numbers of 1 for indices, of the
/// pollutant's unit for concentrations; `room` is by how much a value does, negative by what it lacks.
public struct ExplanationJSON: Sendable {
    public var plan: Plan
    /// What identifies the plan's text, where it is known.
    public var version: String?
    /// Where the clauses are written, where that is known.
    public var places: ClausePlaces

    public init(plan: Plan, version: String? = nil, places: ClausePlaces = ClausePlaces()) {
        self.plan = plan
        self.version = version
        self.places = places
    }

    /// One line, without its end.
    ///
    /// - Parameter levels: Ids of the levels to show; nil: all.
    public func line(_ trace: AreaTrace, levels: Set<String>? = nil) -> String {
        JSONWriter.object { json in
            json.field("plan", plan.name)
            json.field("version", optional: version)
            json.field("area", trace.area.id)
            json.field("at", plan.zone.text(trace.at))
            write(trace.standing, &json)
            json.field("review_hour", trace.isReviewHour)
            json.field("next_review", optional: trace.nextReview.map { plan.zone.text($0) })
            json.field("forecasts_end", optional: trace.coverageEnd.map { plan.zone.text($0) })
            json.key("forecasts")
            json.array { json in for use in trace.forecasts { write(use, &json) } }
            json.key("decision")
            write(trace.decision, &json)
            json.key("levels")
            json.array { json in
                for level in trace.levels where levels?.contains(level.level) ?? true { write(level, &json) }
            }
        }
    }

    private func write(_ standing: Standing, _ json: inout JSONWriter) {
        json.key("standing")
        json.object { json in
            json.field("level", standing.level ?? Decision.none)
            json.field("since", optional: standing.since.map { plan.zone.text($0) })
            json.key("responses")
            json.array { json in
                for start in standing.responses.starts {
                    json.object { json in
                        json.field("level", start.level)
                        json.field("start", plan.zone.text(start.at))
                    }
                }
            }
        }
    }

    /// A forecast as it was issued, or the opinion that stands over it, with the slots for which it is read.
    private func write(_ use: ForecastUse, _ json: inout JSONWriter) {
        json.object { json in
            switch use.reference {
            case .issued(let source, let at, let received):
                json.field("source", source)
                json.field("issued", plan.zone.text(at))
                json.field("received", optional: received.map { plan.zone.text($0) })
            case .opinion(let author, let because, let at):
                json.field("opinion", author)
                json.field("because", because)
                json.field("recorded", plan.zone.text(at))
            }
            json.field("from", plan.zone.text(use.slots.lowerBound))
            json.field("until", plan.zone.text(use.slots.upperBound))
        }
    }

    private func write(_ decision: Decision?, _ json: inout JSONWriter) {
        guard let decision else { return json.null() }
        json.object { json in
            json.field("kind", decision.kind.rawValue)
            json.field("from", decision.from ?? Decision.none)
            json.field("to", decision.to ?? Decision.none)
            json.field("response", optional: decision.response.map { plan.zone.text($0) })
        }
    }

    private func write(_ level: LevelTrace, _ json: inout JSONWriter) {
        json.object { json in
            json.field("level", level.level)
            json.field("demanded", level.demanded.word)
            json.field("released", level.released.word)
            json.strings("cites", plan.levels.first { $0.id == level.level }?.cites ?? [])
            json.key("issue")
            json.array { json in
                let places = places.issue[level.level] ?? []
                for (index, clause) in level.issue.enumerated() {
                    json.object { json in
                        json.field("label", optional: clause.label)
                        if index < places.count { json.field("place", "\(places[index].file):\(places[index].line)") }
                        json.key("condition")
                        write(clause.condition, &json)
                    }
                }
            }
            if let end = level.end {
                json.key("end")
                write(end, &json)
            }
        }
    }

    // MARK: Conditions

    private func write(_ condition: ConditionTrace, _ json: inout JSONWriter) {
        switch condition {
        case .or(let parts, _): write("or", condition, parts, &json)
        case .and(let parts, _): write("and", condition, parts, &json)
        case .not(let inner, _): write("not", condition, [inner], &json)
        case .named(let name, let inner): write("let", condition, [inner], name: name, &json)
        case .test(let test): TestJSON(zone: plan.zone).write(test, &json)
        }
    }

    private func write(
        _ node: String, _ condition: ConditionTrace, _ parts: [ConditionTrace], name: String? = nil, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.field("node", node)
            json.field("name", optional: name)
            json.field("truth", condition.truth.word)
            if condition.readTruth != condition.truth { json.field("read_now", condition.readTruth.word) }
            json.key("parts")
            json.array { json in for part in parts { write(part, &json) } }
        }
    }
}

extension Truth {
    var word: String {
        switch self {
        case .true: "true"
        case .false: "false"
        case .unknown: "unknown"
        }
    }
}
