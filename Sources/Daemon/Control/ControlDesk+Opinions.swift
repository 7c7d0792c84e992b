import AirQuality
import Control
import Desk
import Feeds
import FileAccess
import PlanModel
import Warnings

extension ControlDesk {
    func opine(_ text: OpinionText, _ recorder: Recorder) throws -> ActReport {
        let signature = try signature(text.signedBy, post: text.post, document: text.document, channel: text.channel)
        let opinion = Opinion(
            area: try areaOrOnly(text.area).id, days: try text.days.map(day), because: text.because, signature: signature)
        return try act(.opine(opinion), recorder)
    }

    func retract(_ retraction: Retraction, _ recorder: Recorder) throws -> ActReport {
        let area = try areaOrOnly(retraction.area).id
        return try act(.retract(area: area, days: try retraction.days.map(date), reason: retraction.reason), recorder)
    }

    private func day(_ text: OpinionText.Day) throws(ControlError) -> Opinion.Day {
        let range: Opinion.Range =
            switch text.quantity ?? "AQI" {
            case "AQI": .aqi(low: text.low, high: text.high)
            case "PM2.5": .pm25(low: text.low, high: text.high)
            case let other: throw .badOpinion(.badQuantity, text: String(other.prefix(60)))
            }
        var primary: PollutantSet = []
        for name in text.primary ?? [] {
            guard let pollutants = try? PrimaryList.read(name).get() else {
                throw .badOpinion(.badPollutant, text: String(name.prefix(60)))
            }
            primary.formUnion(pollutants)
        }
        return Opinion.Day(date: try date(text.date), range: range, primary: primary)
    }

    private func date(_ text: String) throws(ControlError) -> LocalDate {
        guard let date = LocalDate(text) else { throw .badOpinion(.badDay, text: String(text.prefix(60))) }
        return date
    }
}

extension OpinionFault {
    var error: ControlError {
        switch self {
        case .noDays: .badOpinion(.noDays, text: "")
        case .tooManyDays(let limit): .badOpinion(.tooManyDays, text: "\(limit)")
        case .dayTwice(let day): .badOpinion(.dayTwice, text: "\(day)")
        case .dayOver(let day): .badOpinion(.dayOver, text: "\(day)")
        case .notGiven(let day): .badOpinion(.notGiven, text: "\(day)")
        case .badRange(let day): .badOpinion(.badRange, text: "\(day)")
        }
    }
}
