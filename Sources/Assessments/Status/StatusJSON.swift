import AirQuality
import Orders
import PlanModel
import Presentation
import Warnings

/// The status report as one JSON document.
struct StatusJSON {
    let report: StatusReport
    private var record: MomentRecord { report.record }
    private var zone: Zone { record.plan.zone }

    init(_ report: StatusReport) { self.report = report }

    var text: String {
        JSONWriter.object { json in
            json.field("document", "status")
            json.moment(record)
            json.key("standing")
            json.object { json in
                json.field("level", record.standing.level ?? Decision.none)
                json.field("since", optional: record.standing.since.map { zone.text($0) })
                json.field("response", record.standing.responses.level(at: record.at) ?? Decision.none)
                json.list("starts", record.standing.responses.starts) { json, start in
                    json.field("at", zone.text(start.at))
                    json.field("level", start.level)
                }
            }
            json.key("last_24_h")
            json.object { json in
                json.number("aqi", report.air.day)
                json.strings("primary", report.air.primary.members.map(\.name))
                json.number("pm25", report.air.dayPM25)
                json.hours(report.air.hours, zone)
            }
            json.list("forecast", report.days) { json, day in
                json.field("date", day.date.description)
                json.value(day.value, zone)
            }
            json.key("orders")
            if let step = record.orders {
                json.object { json in
                    json.field("notice", step.notice)
                    json.field("start", zone.text(step.start))
                    json.step(step)
                }
            } else {
                json.null()
            }
            json.key("gaps")
            json.object { json in json.gaps(report.air.gaps, zone) }
            json.list("reminders", report.reminders) { json, reminder in
                json.field("kind", reminder.kind.rawValue)
                json.field("at", zone.text(reminder.at))
                json.both(reminder.text)
            }
        } + "\n"
    }
}
