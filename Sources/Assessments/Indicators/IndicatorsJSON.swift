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
                json.tenths("pm25", indicators.targets.pm25)
                json.tenths("good_percent", indicators.targets.good)
                json.tenths("heavy_percent", indicators.targets.heavy)
            }
            json.list("places", indicators.places, line)
            json.list("ranking", indicators.ranking, line)
            json.list("months", indicators.months) { json, month in
                json.field("month", month.month)
                json.list("ranking", month.ranking, line)
            }
        } + "\n"
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
