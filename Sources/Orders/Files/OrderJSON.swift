import AirQuality
import PlanModel
import Presentation

/// Writes orders as one JSON document: what they share, and an array with an order a line.
struct OrderJSON {
    let set: OrderSet
    let changes: OrderChanges?

    /// Up to and with the opening of the array.
    var head: String {
        let opening = JSONWriter.object { json in
            json.field("plan", set.plan.name)
            json.field("area", set.area.id)
            json.field("level", optional: set.level.map { set.plan.levels[$0].id })
            json.field("start", set.plan.zone.text(set.start))
            json.field("unit", "kg/d")
            json.key("orders")
            json.null()
        }
        return opening.dropLast("null}".count) + "[\n"
    }

    /// The end of the array, and who has left the list since the orders before.
    func tail(gone: [OrderDetail]) -> String {
        guard !gone.isEmpty else { return "]}\n" }
        let closing = JSONWriter.object { json in
            json.key("gone")
            json.array { json in
                for detail in gone {
                    json.object { json in
                        json.field("id", detail.code)
                        json.field("subject", detail.order.isSite ? "site" : "enterprise")
                        json.field("name", detail.name)
                        json.field("county", detail.county)
                    }
                }
            }
        }
        return "]," + closing.dropFirst() + "\n"
    }

    /// One order, without a line end.
    func line(_ index: Int) -> String {
        let detail = set.detail(of: index)
        let order = detail.order
        return JSONWriter.object { json in
            json.field("id", detail.code)
            json.field("subject", order.isSite ? "site" : "enterprise")
            json.field("name", detail.name)
            json.field("county", detail.county)
            json.field("industry", detail.industry)
            if !detail.grade.isEmpty { json.field("grade", detail.grade) }
            let code = ActionText.code(order.action)
            json.field("action", code.word)
            if let percent = code.percent { json.field("percent", percent) }
            json.field("text", detail.actionText.chinese)
            if !detail.lines.isEmpty {
                json.key("lines")
                json.array { json in
                    for line in detail.lines {
                        json.object { json in
                            json.field("id", line.id)
                            if !line.name.isEmpty { json.field("name", line.name) }
                            json.field("fate", line.fate.word)
                        }
                    }
                }
            }
            if !detail.duties.isEmpty { json.strings("duties", detail.duties) }
            json.field("pledge", optional: detail.pledge)
            json.key("reduction")
            json.emissions(order.reduction)
            json.key("sources")
            json.array { json in for source in detail.sources { json.source(source, order) } }
            json.key("deciding")
            if let deciding = detail.deciding { json.integer(deciding) } else { json.null() }
            if !detail.exemptions.isEmpty {
                json.key("exemptions")
                json.array { json in for exemption in detail.exemptions { json.exemption(exemption) } }
            }
            if !detail.flags.isEmpty {
                json.key("flags")
                json.array { json in for flag in detail.flags { json.both(flag) } }
            }
            json.field("report_to", detail.reportTo)
            if let changes { json.field("change", changes.kinds[index].rawValue) }
        }
    }
}

extension LineOrder.Fate {
    /// A word for programs.
    public var word: String {
        switch self {
        case .stops: "stop"
        case .banks: "bank"
        case .standsStill: "stands_still"
        }
    }
}

extension JSONWriter {
    /// Pollutants with exact numbers in kg/d.
    mutating func emissions(_ values: EmissionValues) {
        object { json in
            for pollutant in EmittedPollutant.allCases {
                json.key(pollutant.name)
                json.raw(Decimals.text(millionths: values[pollutant]))
            }
        }
    }

    fileprivate mutating func both(_ texts: BothTexts) {
        object { json in
            json.field("zh", texts.chinese)
            json.field("en", texts.english)
        }
    }

    fileprivate mutating func source(_ source: OrderDetail.Source, _ order: Order) {
        object { json in
            json.field("kind", source.kind.rawValue)
            if !source.id.isEmpty { json.field("id", source.id) }
            json.field("name", source.name)
            json.field("place", optional: source.place.map { "\($0.file):\($0.line)" })
            if let action = source.action {
                let code = ActionText.code(action)
                json.field("action", code.word)
                if let percent = code.percent { json.field("percent", percent) }
            }
            if source.kind == .filedPlan {
                json.field("stops", order.filedLines)
                json.field("of", order.runningLines)
            }
            if !source.cites.isEmpty { json.strings("cites", source.cites) }
            json.field("lead", optional: source.lead)
        }
    }

    fileprivate mutating func exemption(_ exemption: OrderDetail.ExemptionResult) {
        object { json in
            json.field("id", exemption.id)
            json.field("name", exemption.name)
            json.field("granted", exemption.isGranted)
            if let condition = exemption.condition {
                json.key("condition")
                json.both(condition)
            }
            if !exemption.refusals.isEmpty {
                json.key("refusals")
                json.array { json in for refusal in exemption.refusals { json.both(refusal) } }
            }
            json.key("text")
            json.both(exemption.text)
            if !exemption.cites.isEmpty { json.strings("cites", exemption.cites) }
        }
    }
}
