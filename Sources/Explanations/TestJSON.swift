import AirQuality
import PlanModel
import Presentation
import Warnings

/// Writes what a test found or lacks.
struct TestJSON {
    let zone: Zone

    func write(_ trace: TestTrace, _ json: inout JSONWriter) {
        json.object { json in
            json.field("node", "test")
            json.field("text", trace.test.text)
            json.field("truth", trace.truth.word)
            if trace.readTruth != trace.truth { json.field("read_now", trace.readTruth.word) }
            if let starts = trace.starts {
                json.field("first_start", zone.text(starts.lowerBound))
                json.field("last_start", zone.text(starts.upperBound))
            }
            if trace.readTruth == .true { json.field("true_starts", trace.trueStarts) }
            write("run", trace.run, &json)
            if trace.firmest?.start != trace.run?.start { write("firmest", trace.firmest, &json) }
            if let margin = trace.margin {
                json.key("margin")
                json.object { json in
                    json.key("amount")
                    json.raw(Comparison.text(thousandths: margin.amount))
                    json.field("of_part", margin.isPart)
                    json.key("element")
                    write(margin.element, &json)
                }
            }
            write("nearest", trace.nearest, &json)
            write("nearest_known", trace.nearestKnown, &json)
            if let gap = trace.gap {
                json.key("gap")
                write(gap, &json)
            }
            guard !trace.outside.isEmpty else { return }
            json.key("outside")
            json.array { json in for run in trace.outside { write(run, &json) } }
        }
    }

    private func write(_ key: String, _ run: RunTrace?, _ json: inout JSONWriter) {
        guard let run else { return }
        json.key(key)
        json.object { json in
            json.field("start", zone.text(run.start))
            json.field("end", zone.text(run.start + run.hours))
            json.field("satisfied", run.satisfied)
            if run.unknownAllowed > 0 { json.field("unknown_allowed", run.unknownAllowed) }
            json.key("elements")
            json.array { json in for element in run.elements { write(element, &json) } }
            if let part = run.part {
                json.key("including")
                json.array { json in for element in part { write(element, &json) } }
            }
        }
    }

    private func write(_ element: ElementTrace, _ json: inout JSONWriter) {
        let finding = element.finding
        json.object { json in
            json.field("start", zone.text(finding.start))
            json.field("hours", finding.hours)
            json.field("quantity", element.comparison.quantity.name)
            json.key("value")
            if let value = finding.value { json.raw(Comparison.text(thousandths: value)) } else { json.null() }
            json.field("certainty", finding.certainty.rawValue)
            json.field("origin", finding.origin.rawValue)
            json.field("truth", element.truth.word)
            json.key("need")
            json.raw(Comparison.text(thousandths: element.need))
            if let room = element.room {
                json.key("room")
                json.raw(Comparison.text(thousandths: room))
            }
            if let isLed = element.isLed { json.field("led", isLed.word) }
            if !finding.primary.isEmpty { json.strings("primary", finding.primary.members.map(\.name)) }
            if finding.missingHours > 0 { json.field("missing_hours", finding.missingHours) }
            if let lack = element.lack {
                json.key("lack")
                write(lack, &json)
            }
        }
    }

    private func write(_ lack: ElementLack, _ json: inout JSONWriter) {
        json.object { json in
            switch lack {
            case .beyondForecasts: json.field("kind", "beyond forecasts")
            case .dayValueOnly: json.field("kind", "day value only")
            case .boundOnly: json.field("kind", "bound only")
            case .primaryUnknown: json.field("kind", "primary unknown")
            case .missing(let values):
                json.field("kind", "missing")
                json.key("values")
                json.array { json in
                    for value in values {
                        json.object { json in
                            json.field("pollutant", value.pollutant.name)
                            json.field("hours", value.hours)
                            json.field("first", zone.text(value.first))
                            if let stations = value.stations { json.field("stations", stations) }
                            if let quorum = value.quorum { json.field("quorum", quorum) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ gap: TestGap, _ json: inout JSONWriter) {
        json.object { json in
            switch gap {
            case .outsideReviewHours(let next):
                json.field("kind", "outside review hours")
                json.field("next", optional: next.map { zone.text($0) })
            case .noForecast: json.field("kind", "no forecast")
            case .forecastsTooShort(let end, let needed):
                json.field("kind", "forecasts too short")
                json.field("end", zone.text(end))
                json.field("needed", zone.text(needed))
            case .noNaturalDay: json.field("kind", "no natural day")
            case .dayValuesOnly: json.field("kind", "day values only")
            }
        }
    }

    private func write(_ run: OutsideRun, _ json: inout JSONWriter) {
        json.object { json in
            switch run {
            case .afterHorizon(let start, let last):
                json.field("kind", "after horizon")
                json.field("start", zone.text(start))
                json.field("last_start", zone.text(last))
            case .begun(let start):
                json.field("kind", "begun")
                json.field("start", zone.text(start))
            case .unfinished(let start, let satisfied, let needed, let end):
                json.field("kind", "unfinished")
                json.field("start", zone.text(start))
                json.field("satisfied", satisfied)
                json.field("needed", needed)
                json.field("forecasts_end", zone.text(end))
            }
        }
    }
}
