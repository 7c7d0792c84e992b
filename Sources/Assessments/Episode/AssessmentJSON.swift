import AirQuality
import Desk
import Orders
import PlanModel
import Presentation
import Warnings

/// The assessment as one JSON document; times with their offset, figures as numbers.
struct AssessmentJSON {
    let assessment: Assessment
    private var zone: Zone { assessment.plan.zone }

    init(_ assessment: Assessment) { self.assessment = assessment }

    var text: String {
        JSONWriter.object { json in
            let record = assessment.record
            json.field("document", "assessment")
            json.field("area", record.area.id)
            json.field("name", record.area.name)
            json.field("plan", record.plan.name)
            json.field("plan_hash", record.planHash)
            json.field("head", record.head)
            json.field("start", zone.text(assessment.start))
            json.field("end", zone.text(assessment.end))
            json.field("over", record.isOver)
            json.list("timeline", assessment.events) { json, event in
                json.field("at", zone.text(event.at))
                json.field("kind", event.kind.rawValue)
                json.both(event.text)
            }
            json.list("decisions", record.decisions, decision)
            json.list("hours", assessment.hours) { json, hours in
                json.field("level", hours.level)
                json.field("warning", hours.warning)
                json.field("response", hours.response)
            }
            json.list("days", assessment.days, day)
            json.list("forecast_errors", Array(assessment.errors.enumerated())) { json, error in
                json.field("lead_days", error.offset + 1)
                json.errors(error.element)
            }
            json.list("lead_times", assessment.leadTimes, lead)
            json.list("orders", assessment.orders, orders)
            json.list("approvals", ApprovalLine.lines(of: record), approval)
            json.list("deliveries", record.deliveries, delivery)
            json.key("gaps")
            json.object(gaps)
        } + "\n"
    }

    private func decision(_ json: inout JSONWriter, _ decided: EpisodeRecord.Decided) {
        let decision = decided.decision
        json.field("notice", decided.notice)
        json.field("at", zone.text(decision.at))
        json.field("known_at", zone.text(decided.knownAt))
        json.field("published_at", optional: decided.publishedAt.map { zone.text($0) })
        json.field("kind", decision.kind.rawValue)
        json.field("from", decision.from ?? Decision.none)
        json.field("to", decision.to ?? Decision.none)
        json.field("response", optional: decision.response.map { zone.text($0) })
        json.field("basis", EndingWords.text(decision.basis).english)
        json.strings("reasons", decision.evidence.map { $0.summary(in: zone) })
    }

    private func day(_ json: inout JSONWriter, _ day: Assessment.DayComparison) {
        json.field("date", day.observed.date.description)
        json.number("aqi", day.observed.aqi)
        json.strings("primary", day.observed.primary.members.map(\.name))
        json.number("pm25", day.observed.pm25)
        json.field("hours", day.observed.hours)
        json.list("forecasts", Array(day.forecasts.enumerated())) { json, item in
            json.field("lead_days", item.offset + 1)
            json.number("low", item.element?.low)
            json.number("high", item.element?.high)
            json.field("issued", optional: item.element.map { zone.text($0.issued) })
        }
    }

    private func lead(_ json: inout JSONWriter, _ lead: LeadTime) {
        json.field("level", lead.level)
        json.field("published", zone.text(lead.published))
        for (name, slot) in [
            ("response", lead.response), ("forecast_onset", lead.forecastOnset), ("observed_onset", lead.observedOnset),
        ] {
            json.field(name, optional: slot.map { zone.text($0) })
            json.number("\(name)_lead_hours", lead.hours(to: slot))
        }
    }

    private func orders(_ json: inout JSONWriter, _ span: Assessment.OrderSpan) {
        let step = span.step
        json.field("notice", step.notice)
        json.field("start", zone.text(step.start))
        json.field("hours", span.hours)
        json.step(step, over: span)
        json.list("exemptions", step.exemptions) { json, exempted in
            json.field("id", exempted.code)
            json.field("name", exempted.name)
            json.field("county", exempted.county)
            json.field("exemption", exempted.exemption)
            json.field("granted", exempted.isGranted)
            json.both(exempted.text)
        }
    }

    private func approval(_ json: inout JSONWriter, _ line: ApprovalLine) {
        json.field("proposed_at", zone.text(line.madeAt))
        json.field("from", line.from ?? Decision.none)
        json.field("to", line.to ?? Decision.none)
        json.field("approver", line.approver)
        json.field("ending", EndingWords.text(line.ending).english)
        json.field("waited_seconds", line.waitedSeconds)
        json.number("within_hours", line.within)
        json.field("late", line.isLate)
        json.field("signed_by", optional: line.signature.map(EndingWords.signer))
    }

    private func delivery(_ json: inout JSONWriter, _ line: DeliveryLine) {
        json.object { json in
            json.field("notice", line.notice)
            json.field("addressee", line.addressee)
            json.field("published", zone.localText(line.published))
            json.field("withinHours", line.withinHours)
            json.field("acknowledged", optional: line.acknowledged.map { zone.localText($0) })
        }
    }

    private func gaps(_ json: inout JSONWriter) {
        json.gaps(assessment.gaps, zone)
        json.field("corrections", assessment.gaps.corrections)
    }
}
