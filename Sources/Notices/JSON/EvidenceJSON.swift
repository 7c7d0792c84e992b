import AirQuality
import PlanModel
import Presentation
import Warnings

/// Evidence as a JSON tree: `all`, `let`, `not` and `test` nodes, numbers as exact decimals.
enum EvidenceJSON {
    static func write(_ evidence: Evidence, _ plan: Plan, _ json: inout JSONWriter) {
        let wording = ClauseWording(plan, evidence)
        json.object { json in
            json.field("level", evidence.level)
            json.field("clause", evidence.clause.rawValue)
            json.field("label", optional: evidence.label)
            json.strings("cites", evidence.cites)
            json.field("onset", optional: evidence.onset.map { plan.zone.stamp($0) })
            json.key("finding")
            finding(evidence.finding, wording, plan.zone, &json)
        }
    }

    private static func finding(_ finding: Evidence.Finding, _ wording: ClauseWording, _ zone: Zone, _ json: inout JSONWriter) {
        json.object { json in
            switch finding {
            case .all(let parts):
                json.key("all")
                json.array { json in for part in parts { self.finding(part, wording, zone, &json) } }
            case .named(let name, let inner):
                json.field("let", name)
                json.key("finding")
                self.finding(inner, wording, zone, &json)
            case .not(let text):
                json.field("not", text)
                json.field("chinese", wording.chinese(negated: text))
            case .test(let test):
                json.field("test", test.text)
                json.field("chinese", wording.chinese(test))
                self.test(test, zone, &json)
            }
        }
    }

    private static func test(_ test: TestFinding, _ zone: Zone, _ json: inout JSONWriter) {
        json.field("quantity", test.quantity)
        json.field("unit", optional: test.unit)
        json.field("runAhead", test.isRunAhead)
        json.field("start", optional: test.start.map { zone.stamp($0) })
        json.field("hours", test.hours)
        json.field("unknown", test.unknownElements)
        forecasts(test.forecasts, zone, &json)
        json.key("values")
        json.array { json in for element in test.elements { self.element(element, zone, &json) } }
    }

    /// The forecasts that were used: as they were issued, or the opinion that stood over them.
    private static func forecasts(_ forecasts: [ForecastReference], _ zone: Zone, _ json: inout JSONWriter) {
        guard !forecasts.isEmpty else { return }
        json.key(forecastsKey)
        json.array { json in
            for forecast in forecasts {
                json.object { json in
                    switch forecast {
                    case .issued(let source, let at, let received):
                        json.field("source", source)
                        json.field("issued", zone.text(at))
                        json.field("received", optional: received.map { zone.text($0) })
                    case .opinion(let author, let because, let at):
                        json.field("opinion", author)
                        json.field("because", because)
                        json.field("recorded", zone.text(at))
                    }
                }
            }
        }
    }

    static let forecastsKey = "forecasts"

    private static func element(_ element: ElementFinding, _ zone: Zone, _ json: inout JSONWriter) {
        json.object { json in
            json.field("start", zone.stamp(element.start))
            json.field("hours", element.hours)
            json.key("value")
            if let value = element.value { json.raw(Comparison.text(thousandths: value)) } else { json.null() }
            json.field("certainty", element.certainty.rawValue)
            json.field("origin", element.origin.rawValue)
            json.strings("primary", element.primary.members.map(\.name))
            json.field("missingHours", element.missingHours)
        }
    }
}
