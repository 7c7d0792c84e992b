/// The words of the language that have a meaning of their own, in either vocabulary.
///
/// Keywords are contextual: the parser asks for one where it may stand. Some exist in one vocabulary only, where the
/// other says the same in another number of words (`led by` is 首要) or another order (`within 2h` is 2小时内).
enum Keyword: UInt8, CaseIterable, Hashable, Sendable {
    // Declarations of the core.
    case plan, area, `let`, level
    // Declarations of later issues: read over for now.
    case enterprises, reduce, exemption, measures, season, advice, alert, test
    // Clauses of a plan.
    case basis, zone, aqi, levels, requires, horizon, review, bound, forecastBound, upper, middle, lower
    case days, rolling, natural, wait, minutes
    // Clauses of an area.
    case code, stations, least, atLeast
    // Clauses of a level.
    case response, issue, when, end, approve, automatically, approveAutomatically, otherwise, remind, otherwiseRemind
    case respond, next, after, before, onset, ahead, on, cites
    // Conditions.
    case observed, forecast, expected, hourly, daily, hourlyMean, dailyMean, led, ledBy, `for`, including, throughout, all,
        missing, most
    case missingAtMost, starting, startingWithin, and, or, not
    case greater, greaterOrEqual, less, lessOrEqual
    // Small words.
    case at, by, within, inside, afterwards, hours, orMore, oClock, microgram, milligram, cubicMetre
}

extension Keyword {
    /// Whether the word starts a declaration.
    var startsDeclaration: Bool { rawValue <= Keyword.test.rawValue }

    /// Whether the word names a cycle behind a quantity.
    var isMean: Bool { self == .hourlyMean || self == .dailyMean }

    /// The keyword that has the same Chinese spelling and is listed with it; the place tells them apart.
    var chineseTwin: Keyword? {
        switch self {
        case .days: .daily
        case .hours: .hourly
        case .respond: .response
        case .at: .stations
        default: nil
        }
    }
}
