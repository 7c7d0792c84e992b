import AirQuality
import Desk
import Orders
import PlanModel
import Presentation
import Warnings

extension JSONWriter {
    /// An array of objects, one an item.
    mutating func list<Item>(_ name: String, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        key(name)
        array { json in for item in items { json.object { body(&$0, item) } } }
    }

    /// A number, or null.
    mutating func number(_ name: String, _ value: (some BinaryInteger)?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    /// A number of tenths, or null.
    mutating func tenths(_ name: String, _ value: Int64?) {
        key(name)
        if let value { raw(Words.tenths(value)) } else { null() }
    }

    /// A text in both languages.
    mutating func both(_ text: BothTexts) {
        field("zh", text.chinese)
        field("en", text.english)
    }

    mutating func errors(_ errors: ForecastErrors) {
        field("days", errors.count)
        tenths("bias", errors.bias)
        tenths("mean_absolute_error", errors.meanAbsolute)
        field("heavy_days", errors.heavy)
        field("hits", errors.hits)
        field("false_alarms", errors.falseAlarms)
    }

    /// What every document of an hour begins with.
    mutating func moment(_ record: MomentRecord) {
        field("area", record.area.id)
        field("name", record.area.name)
        field("at", record.plan.zone.text(record.at))
        field("plan", record.plan.name)
        field("plan_hash", record.planHash)
        field("head", record.head)
    }

    mutating func hours(_ hours: [RecentAir.Hour], _ zone: Zone) {
        list("hours", hours) { json, hour in
            json.field("slot", zone.text(hour.slot))
            json.number("aqi", hour.aqi)
            json.number("pm25", hour.pm25)
        }
    }

    mutating func value(_ value: DailyForecasts.Value, _ zone: Zone) {
        field("low", value.low)
        field("high", value.high)
        strings("primary", value.primary.members.map(\.name))
        field("issued", zone.text(value.issued))
    }

    /// What orders come to; the hours, where they are known, give the sum.
    mutating func step(_ step: OrderStep, over span: Assessment.OrderSpan? = nil) {
        field("level", step.level ?? Decision.none)
        field("count", step.count)
        key("actions")
        object { json in for action in step.actions { json.field(action.name.english, action.count) } }
        list("balance", step.balance) { json, line in
            json.field("pollutant", line.pollutant.name)
            json.key("reduction_kg_per_day")
            json.raw(line.reductionText)
            if let span {
                json.key("reduction_kg")
                json.raw(Decimals.text(millionths: span.total(line.reduction)))
            }
            json.key("share_percent")
            json.raw(String(line.shareText.dropLast()))
            json.number("target_percent", line.target)
            json.field("met", line.short == 0)
            json.key("exempted_kg_per_day")
            json.raw(Decimals.text(millionths: line.exempted))
        }
        field("exemptions_granted", step.granted)
        field("exemptions_refused", step.refused)
    }

    mutating func gaps(_ gaps: DataGaps, _ zone: Zone) {
        field("hours", gaps.hours)
        for (name, missing) in [("pollutants", gaps.pollutants), ("stations", gaps.stations)] {
            key(name)
            object { json in for item in missing { json.field(item.name, item.hours) } }
        }
        list("not_evaluated", gaps.notEvaluated) { json, span in
            json.field("from", zone.text(span.lowerBound))
            json.field("to", zone.text(span.upperBound))
        }
        list("silences", gaps.silences) { json, silence in
            json.field("feed", silence.feed.rawValue)
            json.field("at", zone.text(silence.at))
            json.field("over", silence.isOver)
        }
    }
}
