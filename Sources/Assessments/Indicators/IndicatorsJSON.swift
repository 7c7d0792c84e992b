import AirQuality
import PlanModel
import Presentation

/// Indicators and rankings as one JSON document.
struct IndicatorsJSON {
    let indicators: Indicators

    init(_ indicators: Indicators) { self.indicators = indicators }

    var text: String {
        JSONWriter.object { json in
            json.field("document", "indicators")
            json.field("year", indicators.year)
            json.field("until", optional: indicators.last?.description)
            json.field("edition", indicators.edition.rawValue)
            json.key("targets")
            json.object { json in
                for quantity in IndicatorTarget.Quantity.allCases {
                    json.key(quantity.key)
                    if let target = indicators.targets.first(where: { $0.quantity == quantity }) {
                        json.raw(Words.thousandths(target.threshold))
                    } else {
                        json.null()
                    }
                }
            }
            json.list("places", indicators.places) { json, place in
                line(&json, place)
                json.list("targets", indicators.reached(place.figures), reached)
            }
            json.list("ranking", indicators.ranking, line)
            json.list("months", indicators.months) { json, month in
                json.field("month", month.month)
                json.list("ranking", month.ranking, line)
            }
        } + "\n"
    }

    private func reached(_ json: inout JSONWriter, _ reached: Indicators.Reached) {
        json.field("indicator", reached.target.quantity.key)
        json.field("relation", reached.target.relation.rawValue)
        json.key("target")
        json.raw(Words.thousandths(reached.target.threshold))
        json.tenths("value", reached.value)
        json.key("met")
        if let isMet = reached.isMet { json.raw("\(isMet)") } else { json.null() }
    }

    private func line(_ json: inout JSONWriter, _ line: Indicators.Line) {
        let figures = line.figures
        json.field("place", line.place)
        json.field("days", figures.days)
        json.field("days_with_pm25", figures.pm25Days)
        json.field("days_with_aqi", figures.aqiDays)
        json.tenths("pm25", figures.pm25)
        json.field("good", figures.good)
        json.tenths("good_percent", figures.goodShare)
        json.field("heavy", figures.heavy)
        json.tenths("heavy_percent", figures.heavyShare)
        json.key("composite")
        if let value = figures.composite { json.raw(Words.thousandths(value * 10)) } else { json.null() }
        json.field("valid", figures.isValid)
    }
}

extension IndicatorTarget.Quantity {
    fileprivate var key: String {
        switch self {
        case .pm25: "pm25"
        case .goodDays: "good_percent"
        case .heavyDays: "heavy_percent"
        }
    }
}
