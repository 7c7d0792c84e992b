import AirQuality
import Explanations
import PlanModel
import Presentation
import Warnings

/// The consultation sheet as one JSON document.
struct ConsultationJSON {
    let sheet: Consultation
    private var record: MomentRecord { sheet.record }
    private var zone: Zone { record.plan.zone }

    init(_ sheet: Consultation) { self.sheet = sheet }

    var text: String {
        JSONWriter.object { json in
            json.field("document", "consultation")
            json.moment(record)
            json.field("level", record.standing.level ?? Decision.none)
            json.key("observed")
            json.object { json in
                json.number("aqi_24_h", sheet.air.day)
                json.hours(sheet.air.hours, zone)
            }
            json.list("forecasts", sheet.forecasts) { json, row in
                json.value(row.value, zone)
                json.field("date", row.date.description)
                json.field("lead_days", row.lead)
                json.key("errors")
                json.object { $0.errors(row.errors) }
            }
            json.key("rules")
            json.raw(ExplanationJSON(plan: record.plan).line(sheet.trace))
            json.list("stakes", sheet.stakes) { json, step in json.step(step) }
            json.key("outlook")
            json.object { $0.outlook(sheet.outlook) }
            json.field("compared", sheet.compared)
            json.list("similar", sheet.similar) { json, likeness in
                let past = likeness.episode
                json.field("id", past.id)
                json.field("start", zone.text(past.start))
                json.field("end", zone.text(past.end))
                json.tenths("distance", Int64(likeness.distance))
                json.outlook(past.outlook)
                for (name, spans) in [("warning_hours", past.warning), ("response_hours", past.response)] {
                    json.key(name)
                    json.object { json in for span in spans { json.field(span.level, span.hours) } }
                }
                json.key("orders")
                if let step = past.orders { json.object { $0.step(step) } } else { json.null() }
            }
        } + "\n"
    }
}

extension JSONWriter {
    fileprivate mutating func outlook(_ outlook: Outlook) {
        number("peak", outlook.peak)
        field("days_above_150", outlook.polluted)
        field("days_above_200", outlook.heavy)
        strings("primary", outlook.primary.members.map(\.name))
    }
}
