import AirQuality
import PlanModel

/// What can be said about a plan, as data. Ids, severities and texts are made of it in `FindingText.swift`.
enum FindingKind: Hashable, Sendable {
    enum Found: Hashable, Sendable {
        case token(String)
        case endOfFile
    }

    /// What a name should name.
    enum Named: Hashable, Sendable {
        case condition, level, area, station, pollutant, edition, rule, list, emittedPollutant, test, label, advice, alert
    }

    /// The part of a test that a span belongs to.
    enum SpanPart: Hashable, Sendable { case run, inclusion, throughout }

    // Files.
    case fileTooLarge(bytes: Int)
    case notUTF8(UInt8)
    case tooManyFindings(Int)
    case formatDiffers

    // Lexer.
    case unexpectedCharacters(String)
    case unterminatedString(closing: String)
    case unterminatedLabel
    case unknownEscape(String)
    case controlCharacter(UInt8)
    case fullWidthWord

    // Parser.
    case unexpected(Found, expected: [Expectation], Vocabulary, suggestion: String? = nil)
    case missingBrace
    case nestingTooDeep(Int, isPredicate: Bool = false)
    case missingSource(Vocabulary)
    case clauseOrder(String, before: String)
    case levelOrderSign
    case unquotedChineseName(String)
    case mixedVocabulary(word: String, vocabulary: Vocabulary)

    // Declarations.
    case noPlan
    case severalPlans
    case noArea
    case missingPlanClause(String, example: String)
    case duplicateClause(String)
    case defined(Named, String)
    case unknown(Named, String, suggestion: String?)
    case invalidName(String)
    case keywordAsName(String)
    case emptyText
    case listedTwice(String)
    case unknownZone(String)
    case zoneNotWholeHours(String)
    case forecastSourceName(String)
    case combinedAlone
    case waitNotMinutes
    case waitOutOfRange(String)
    case keepNotDays
    case keepOutOfRange(String)
    case clockNotWholeHour(String)
    case clockOutOfRange(String)
    case areaNamedTwice(String)
    case stationTwice(String)
    case quorumOutOfRange(String, stations: Int)
    case polygonPoint(String)
    case polygonNotClosed(points: Int)
    case levelListedTwice(String)
    case levelNotDefined(String)
    case levelNotListed(String, suggestion: String?)
    case levelWithoutIssue(String)
    case levelWithoutEnd(String)
    case levelWithoutApproval(String)
    /// A level that nobody approves above one that somebody has to.
    case laxerApproval(String, lower: String)
    case levelWithoutCitation(String)
    case noBasis
    case letCycle([String])
    case unusedLet(String)
    case shadows(Named, String)
    case expansionTooLarge

    // Orders.
    case orders(OrderFindingKind)
    /// What is said of a cell of a table, which has a column but no place on its line.
    indirect case inColumn(String, FindingKind)

    // Tests of the plan.
    case planTest(PlanTestFindingKind)

    // Alerts.
    case alertReadsForecast
    case alertWithoutStations
    case shareOutsideStation
    case shareOutOfRange(String)

    // Targets of indicators.
    case targetDirection(IndicatorTarget.Quantity)
    case targetUnit(IndicatorTarget.Quantity)
    case targetShare(String)
    case targetYear(String)
    case targetTwice(IndicatorTarget.Quantity, year: Int)

    // Durations.
    case durationInDays
    case durationWithoutUnit
    case durationUnit(String)
    case durationZero
    case durationTooLong(Int)
    case durationNotWhole(String)

    // Tests in conditions.
    case spanNotWholeDays(SpanPart, hours: Int)
    case hourlyInclusionInDailyRun
    case inclusionLongerThanRun(Int, run: Int)
    case includingWithoutFor
    case includingWithThroughout
    case forWithThroughout
    case startingWithThroughout
    case throughoutOnObserved
    case startingOnObserved
    case missingWithoutThroughout
    case missingNotLess(Int, elements: Int, isDaily: Bool)
    case invalidNumber(String)
    case negativeThreshold(String)
    case tooManyDecimals(String)
    case unitOnIndex(String, quantity: String)
    case missingUnit(Pollutant)
    case unknownUnit(String, Pollutant)
    case wrongUnit(ConcentrationUnit, Pollutant)
    case neverHolds(quantity: String, largest: String)
    case alwaysHolds(quantity: String, largest: String)
    case contradiction(String, String)
}
