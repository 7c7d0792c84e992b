/// The words of the language that have a meaning of their own, in either vocabulary.
///
/// Keywords are contextual: the parser asks for one where it may stand. Some exist in one vocabulary only, where the
/// other says the same in another number of words (`led by` is 首要) or another order (`within 2h` is 2小时内).
enum Keyword: UInt8, CaseIterable, Hashable, Sendable {
    // Declarations of the core.
    case plan, area, `let`, level
    // Declarations of orders.
    case enterprises, lineTable, facilityTable, siteTable, facts, list, industries, emissions, reduce
    case exemption, measures, season, finding, count
    case test
    case advice, alert
    // Clauses of a plan.
    case basis, zone, aqi, levels, requires, horizon, review, bound, forecastBound, upper, middle, lower
    case forecastFrom, combined, highest, mean, takenHighest, takenMean, forecastAge, old
    case days, rolling, natural, wait, minutes, serve, remindEnd, forecasters
    // Clauses of an area.
    case code, polygon, stations, least, atLeast, counties
    // Clauses of a level.
    case response, issue, when, end, approve, automatically, approveAutomatically, otherwise, remind, otherwiseRemind
    case respond, next, after, before, onset, ahead, on, cites
    // Conditions.
    case observed, forecast, expected, hourly, daily, hourlyMean, dailyMean, led, ledBy, `for`, including, throughout, all,
        missing, most
    case missingAtMost, starting, startingWithin, and, or, not
    case greater, greaterOrEqual, less, lessOrEqual
    // Orders: whom, under which conditions, what.
    case appliesTo, enterprise, site, line, facility
    case barred, barredWhen, because, `while`, grants, up, upTo, from, fromFile, until, to, lead, atMost
    case limit, stop, of, autonomous, goOn, guaranteed, duty, andDuty
    case isIn, onList, equals, notEquals, sinceMark, nextYear, endMark
    // Tests of plans: what is given, what must come of it.
    case inArea, given, absent, issued, warning, since, expect, noWarning, escalate, downgrade, lift, cancel
    // How long files are kept.
    case keep, done, rejected, notices, reports, keepDone, keepRejected, keepNotices, keepReports
    case no, decision, noDecision, noAlert, noAdvice
    // Reports, contacts, targets of indicators.
    case report, contact, target, good, heavy, goodDays, heavyDays, below
    // Clauses of advice and alerts.
    case station, atStation, atArea, every, onceAtMost, ofAreaMean, say
    // Small words.
    case at, by, within, inside, afterwards, hours, orMore, oClock, microgram, milligram, cubicMetre
}

extension Keyword {
    /// Whether the word starts a declaration.
    var startsDeclaration: Bool { rawValue <= Keyword.alert.rawValue }

    /// Whether the word has a meaning in the rules of orders, in tests, in advice, in alerts or behind `forecast from` only; in conditions it is a name like any other.
    var isOfRules: Bool {
        switch self {
        case .counties, .polygon, .combined, .highest, .mean, .old: true
        default: (Keyword.appliesTo.rawValue...Keyword.say.rawValue).contains(rawValue)
        }
    }

    /// Whether the word ends the Chinese name of a column or a value that stands before it.
    var endsHanWord: Bool {
        switch self {
        case .and, .or, .not, .isIn, .onList, .equals, .notEquals, .greater, .greaterOrEqual, .less, .lessOrEqual: true
        default: false
        }
    }

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
