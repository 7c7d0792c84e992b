public import AirQuality
import PlanModel
import Warnings

/// What is wrong with the days of an opinion.
public enum OpinionFault: Hashable, Sendable {
    case noDays
    case tooManyDays(limit: Int)
    case dayTwice(LocalDate)
    /// The day is over.
    case dayOver(LocalDate)
    /// No opinion on the day stands that could be taken back.
    case notGiven(LocalDate)
    /// The bounds are out of order, or no AQI (0…500) and no concentration of PM2.5 (0…5000 µg/m³).
    case badRange(LocalDate)
}

enum OpinionRule {
    /// Forecasts reach 240 h ahead; a month leaves room.
    static let maximumDays = 31

    /// - Parameter today: The local date on which it is recorded.
    static func fault(_ days: [Opinion.Day], today: LocalDate) -> OpinionFault? {
        guard !days.isEmpty else { return .noDays }
        guard days.count <= maximumDays else { return .tooManyDays(limit: maximumDays) }
        var seen: Set<LocalDate> = []
        for day in days {
            guard seen.insert(day.date).inserted else { return .dayTwice(day.date) }
            guard day.date >= today else { return .dayOver(day.date) }
            let (low, high) = day.range.bounds
            guard 0 <= low, low <= high, high <= day.range.maximum else { return .badRange(day.date) }
        }
        return nil
    }
}

extension Opinion.Range {
    fileprivate var maximum: Int {
        switch self {
        case .aqi: 500
        case .pm25: 5000
        }
    }
}

extension AreaWatch {
    /// Takes what an act says of the days ahead of this area.
    mutating func take(_ act: DeskAct) {
        switch act.matter {
        case .opine(let opinion): if opinion.area == area.id { addOpinion(opinion, at: act.at) }
        case .retract(let id, let days, _): if id == area.id { retractOpinions(on: days, at: act.at) }
        case .approve, .reject, .declare, .direct, .withdraw, .correct: break
        }
    }
}
