import AirQuality
import PlanModel

/// What can be said about the tests of a plan, as data, with ids and texts.
enum PlanTestFindingKind: Hashable, Sendable {
    case withoutExpectation(String)
    case tooMany(Int)
    case tooLong(Int)
    case dateOutOfRange(String)
    case sinceAfterExpectation
    case orderWithoutList
    case becauseWithoutDecision
    case stationOfAreaAlert(String)
    case stationOfOtherArea(String, area: String)

    case onlyForecastDays(String)
    case daysFromAnHour
    case daySpan
    case spanMissing
    case rampTooShort
    case rangeReversed(low: String, high: String)
    case indexNotWhole(String, quantity: String)
    case indexNotReached(Int, Pollutant, Edition, UnreachedIndex)
    case concentrationTooHigh(String, Pollutant)
    case ledByMissing
    case ledByOnOther(String)
    case issuedNotForecast(Source)
    case stationForecast
    case rowTwice(String)
    case rowNotPlain
    case rowColumnTwice(String)
    case rowColumnFixed(String)

    var text: FindingText {
        switch self {
        case .withoutExpectation(let name):
            .init("test-without-expectation", "the test `\(name)` expects nothing", help: "add `at 2024-12-09T20:00 expect …`")
        case .tooMany(let limit): .init("too-many-tests", "the plan has more than \(limit) tests", help: "take some away")
        case .tooLong(let limit):
            .init("test-too-long", "the test spans more than \(limit) h", help: "make several tests of it")
        case .dateOutOfRange(let date):
            .init("date-out-of-range", "tests play from 2000 to 2199, not on `\(date)`", help: "mend the year")
        case .sinceAfterExpectation:
            .init(
                "since-after-expectation", "the warning begins after the first `at`", help: "it is in force when the test begins")
        case .orderWithoutList:
            .init(
                "order-without-list", "nobody gets orders: the plan names no enterprises",
                help: "add `enterprises from \"enterprises.csv\"`")
        case .becauseWithoutDecision:
            .init("because-without-decision", "only a decision rests on a clause", help: "as in `expect issue because [label]`")
        case .stationOfAreaAlert(let alert):
            .init(
                "station-of-area-alert", "`\(alert)` is judged of the area as a whole, not of a station",
                help: "leave the station out")
        case .stationOfOtherArea(let station, let area):
            .init(
                "station-of-other-area", "`\(station)` is no station of `\(area)`, where the test plays",
                help: "say `in` which area it plays, or name one of its stations")
        case .onlyForecastDays(let written):
            .init(
                "given-not-by-day", "only forecasts of the AQI are given by day, not \(written)",
                help: "say `hourly`, with `for` behind each value")
        case .daysFromAnHour: .init("given-not-a-date", "values by day begin on a date", help: "leave the hour out")
        case .daySpan:
            .init("given-day-with-span", "a value by day stands for one day", help: "write it once for each day")
        case .spanMissing:
            .init("given-without-span", "the value does not say for how long", help: "add `for 24h`")
        case .rampTooShort:
            .init(
                "ramp-too-short", "a ramp takes at least two hours: it holds both its ends",
                help: "write `2h` or more, or one value")
        case .rangeReversed(let low, let high):
            .init("range-reversed", "the range goes down from \(low) to \(high)", help: "the lower bound stands first")
        case .indexNotWhole(let text, let quantity):
            .init(
                "index-out-of-range", "\(quantity) is a whole number from 0 to 500, not `\(text)`",
                help: "round it up: 500 stands for all that is above")
        case .indexNotReached(let index, let pollutant, let edition, let near):
            .init(
                "index-not-reached", "no concentration of \(pollutant.name) gives the index \(index) under \(edition.rawValue)",
                help: "the nearest: " + [near.below, near.above].compactMap { $0.map(String.init) }.joined(separator: " and "))
        case .concentrationTooHigh(let text, let pollutant):
            .init(
                "concentration-out-of-range", "no instrument reports \(text) \(pollutant.unit.rawValue) of \(pollutant.name)",
                help: "what is above \(Checker.decimal(Int64(Ceilings.standard.values[pollutant]))) counts as missing")
        case .ledByMissing:
            .init("missing-led-by", "the AQI does not say which pollutant it comes from", help: "add `led by PM2.5`")
        case .ledByOnOther(let quantity):
            .init("led-by-on-other", "`led by` goes with the AQI, not with \(quantity)", help: "leave it out")
        case .issuedNotForecast(let source):
            .init("issued-not-forecast", "\(source.rawValue) values have no time of issue", help: "leave `issued` out")
        case .rowTwice(let name):
            .init("given-row-twice", "the test states `\(name)` twice", help: "put both into one, or give it another name")
        case .rowNotPlain:
            .init(
                "given-row-not-plain", "a row of a test states what is so, not what might be",
                help: "as in `industry == \"铸造\" and grade == B and not violation and on list whitelist`")
        case .rowColumnTwice(let column):
            .init("given-column-twice", "the row states `\(column)` twice", help: "keep one of them")
        case .rowColumnFixed(let column):
            .init(
                "given-column-fixed", "`\(column)` of a test's row cannot be stated",
                help: "it goes by its name, and has no production lines")
        case .stationForecast:
            .init("forecast-of-station", "forecasts speak of areas, not of stations", help: "leave the station out")
        }
    }
}
