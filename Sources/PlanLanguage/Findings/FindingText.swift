import AirQuality
import PlanModel

/// Id and words of a finding.
///
/// Messages are one sentence, lower case, no full stop; what to do stands in the help (a style that Cedar writes down).
struct FindingText {
    var id: String
    var message: String
    var help: String?

    init(_ id: String, _ message: String, help: String? = nil) {
        self.id = id
        self.message = message
        self.help = help
    }
}

extension FindingKind {
    var severity: Severity {
        switch self {
        case .orders(let kind): kind.severity
        case .inColumn(_, let kind): kind.severity
        case .tooManyFindings: .note
        case .mixedVocabulary, .listedTwice, .levelWithoutEnd, .levelWithoutApproval, .laxerApproval,
            .levelWithoutCitation, .noBasis, .unusedLet, .shadows, .combinedAlone,
            .neverHolds, .alwaysHolds, .contradiction, .alertWithoutStations:
            .warning
        default: .error
        }
    }

    var text: FindingText {
        switch self {
        case .orders(let kind): return kind.text
        case .planTest(let kind): return kind.text
        case .inColumn(let column, let kind):
            var text = kind.text
            text.message = "column \(quoted(column)): \(text.message)"
            return text
        default:
            return fileText ?? syntaxText ?? declarationText ?? levelText ?? alertText ?? targetText ?? durationText ?? testText
        }
    }

    private var fileText: FindingText? {
        switch self {
        case .fileTooLarge(let bytes):
            .init(
                "file-too-large", "the file has \(bytes) bytes, more than the \(SourceFile.limit) that are read",
                help: "split it: all `*.plan` files of the folder make one plan")
        case .notUTF8(let byte):
            .init(
                "not-utf8", "the byte 0x\(hex(byte)) is not UTF-8", help: "save the file as UTF-8 (not GBK or UTF-16)")
        case .formatDiffers:
            .init(
                "format-differs", "formatted, the file would not say the same; it is left as it is",
                help: "this is a fault of the formatter; please report it with the file")
        case .tooManyFindings(let count):
            .init(
                "too-many-findings", "there are more than \(count) findings; the rest is left out",
                help: "mend the first ones: many often have one cause")
        default: nil
        }
    }

    private func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }

    private var syntaxText: FindingText? {
        switch self {
        case .unexpectedCharacters(let characters):
            .init(
                "unexpected-character", "\(quoted(characters)) has no meaning here",
                help: "names and texts stand in quotes")
        case .unterminatedString(let closing):
            .init(
                "unterminated-string", "the text has no closing \(closing) on its line",
                help: "a line break in a text is written \\n inside \"…\"")
        case .unterminatedLabel:
            .init("unterminated-label", "the label has no closing bracket on its line", help: "close it with `]` or `】`")
        case .unknownEscape(let character):
            .init(
                "unknown-escape", "\(quoted("\\" + character)) is no escape",
                help: #"there are \", \\ and \n; “…” and 「…」 take every character as it is"#)
        case .controlCharacter(let byte):
            .init("control-character", "a text holds the control character 0x\(hex(byte))", help: "delete it")
        case .fullWidthWord:
            .init(
                "full-width-word", "letters and digits are written half-width",
                help: "full-width signs are fine, words are not")
        case .unexpected(let found, let expected, let vocabulary, let suggestion):
            unexpectedText(found, expected, vocabulary, suggestion)
        case .missingBrace:
            .init("missing-brace", "a closing `}` is missing before this place", help: "close the block that is still open")
        case .nestingTooDeep(let limit, let isPredicate):
            .init(
                "nesting-too-deep", "\(isPredicate ? "predicates" : "conditions") nest deeper than \(limit) levels",
                help: isPredicate ? "take away parentheses and double `not`" : "give inner conditions a name with `let`")
        case .missingSource(let vocabulary):
            .init(
                "missing-source", "the test does not say which values it reads",
                help: vocabulary == .chinese ? "put 实测, 预报 or 预测 before it" : "put `observed`, `forecast` or `expected` before it"
            )
        case .clauseOrder(let word, let later):
            .init("clause-order", "`\(word)` stands before `\(later)`", help: "move it there")
        case .levelOrderSign:
            .init(
                "level-order-sign", "levels are listed with `<` between them, the lowest first",
                help: "as in `levels yellow < orange < red`")
        case .unquotedChineseName(let name):
            .init("unquoted-name", "the Chinese name \(quoted(name)) stands without quotes")
        case .mixedVocabulary(let word, let vocabulary):
            .init(
                "mixed-vocabulary",
                "`\(word)` is not of the \(vocabulary == .chinese ? "Chinese" : "English") vocabulary that this file uses",
                help: "a file keeps to the vocabulary of its first word")
        default: nil
        }
    }

    private func unexpectedText(
        _ found: Found, _ expected: [Expectation], _ vocabulary: Vocabulary, _ suggestion: String?
    ) -> FindingText {
        let names = expected.map { $0.text(in: vocabulary) }
        let list =
            names.count > 1
            ? names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1] : names.first ?? "something else"
        let what =
            switch found {
            case .token(let text): text.hasPrefix("\"") || text.hasPrefix("“") ? "the text \(text)" : quoted(text)
            case .endOfFile: "the end of the file"
            }
        return .init(
            "unexpected-token", "expected \(list), found \(what)", help: suggestion.map { "did you mean `\($0)`?" })
    }

    private var declarationText: FindingText? {
        switch self {
        case .noPlan:
            .init("no-plan", "there is no `plan` block in the folder", help: "one file holds `plan \"name\" { … }`")
        case .severalPlans: .init("several-plans", "the folder has a second `plan` block", help: "a folder is one plan")
        case .noArea:
            .init("no-area", "the plan has no area", help: "add `area city \"name\" { stations … }`")
        case .missingPlanClause(let clause, let example):
            .init("missing-clause", "the plan does not state its `\(clause)`", help: "add `\(example)`")
        case .duplicateClause(let word):
            .init("duplicate-clause", "`\(word)` stands a second time", help: "keep one of them")
        case .defined(let what, let name):
            .init(
                "duplicate-\(what.id)", "the \(what.noun) \(quoted(name)) is defined a second time",
                help: "give it another name, or take one of the two away")
        case .unknown(let what, let name, let suggestion):
            .init(
                "unknown-\(what.id)", "there is no \(what.noun) \(quoted(name))",
                help: suggestion.map { "did you mean `\($0)`?" } ?? what.help)
        case .invalidName(let name):
            .init(
                "invalid-name", "\(quoted(String(name.prefix(80)))) cannot be a name",
                help: "a name is a letter, then letters, digits and _ . - (60 bytes at most)")
        case .keywordAsName(let name):
            .init("keyword-as-name", "`\(name)` is a word of the language", help: "choose another name")
        case .emptyText: .init("empty-text", "the text is empty", help: "write what people read, or leave the clause out")
        case .listedTwice(let name): .init("listed-twice", "`\(name)` is listed twice", help: "once is enough")
        case .unknownZone(let name):
            .init(
                "unknown-zone", "there is no time zone \(quoted(name))",
                help: "names are those of the tz database, such as Asia/Shanghai")
        case .zoneNotWholeHours(let name):
            .init(
                "zone-not-whole-hours", "the time zone \(quoted(name)) is not whole hours from UTC",
                help: "slots are whole hours of the local day")
        case .forecastSourceName(let name):
            .init(
                "forecast-source-name", "no forecast can come from a source \(quoted(String(name.prefix(80))))",
                help: "write the name as it stands in the column `source` of the feed: at most 128 bytes, no blank at either end")
        case .combinedAlone:
            .init(
                "combined-alone", "there is one source only, and nothing to combine it with",
                help: "name the other sources, or leave it out")
        case .waitNotMinutes: .init("wait-not-minutes", "`wait` is in minutes", help: "as in `wait 50 min`")
        case .waitOutOfRange(let text):
            .init("wait-out-of-range", "a wait is 1 to 59 minutes, not \(text)", help: "without `wait` it is 50 min")
        case .keepNotDays: .init("keep-not-days", "a time to keep files is in days", help: "as in `keep done 30d`")
        case .keepOutOfRange(let text):
            .init(
                "keep-out-of-range", "files are kept for 1 to \(Retention.days.upperBound) days, not \(text)",
                help: "without the clause they are kept for ever")
        case .clockNotWholeHour(let text):
            .init(
                "clock-not-whole-hour", "\(quoted(text)) is not a whole hour",
                help: "decisions fall on whole hours, such as 10:00")
        case .clockOutOfRange(let text):
            .init(
                "clock-out-of-range", "clock hours are 0:00 to 23:00, not \(quoted(text))",
                help: "midnight is 0:00 of the next day")
        case .areaNamedTwice(let name):
            .init(
                "area-named-twice", "two areas are called \(quoted(name))",
                help: "feeds and forecasts could not tell them apart")
        case .stationTwice(let code):
            .init("station-twice", "station \(quoted(code)) is listed twice", help: "it would count twice in the mean")
        case .polygonPoint(let text):
            .init(
                "polygon-point", "\(quoted(text)) is no point of a polygon",
                help:
                    "write latitude,longitude in degrees, points divided by blanks: `polygon \"34.1,113.8 34.2,113.9 34.0,114.0 34.1,113.8\"`"
            )
        case .polygonNotClosed(let points):
            .init(
                "polygon-not-closed", "a polygon of \(points) point\(points == 1 ? "" : "s") encloses nothing",
                help: "write at least three points, and the first again at the end")
        case .quorumOutOfRange(let text, let count):
            count == 0
                ? .init("quorum-out-of-range", "`at least \(text)` of no stations", help: "list the stations first")
                : .init(
                    "quorum-out-of-range", "`at least \(text)` of \(count) station\(count == 1 ? "" : "s")",
                    help: count == 1 ? "write 1, or leave it out" : "write a number from 1 to \(count)")
        default: nil
        }
    }

    private var levelText: FindingText? {
        switch self {
        case .levelListedTwice(let name):
            .init("level-listed-twice", "the level \(quoted(name)) is listed twice", help: "keep its place in the order")
        case .levelNotDefined(let name):
            .init(
                "level-not-defined", "the level \(quoted(name)) is listed, but not defined",
                help: "add `level \(name) \"…\" { … }`")
        case .levelNotListed(let name, let suggestion):
            .init(
                "level-not-listed", "the level \(quoted(name)) is not listed in `levels`",
                help: suggestion.map { "did you mean `\($0)`?" } ?? "add it to `levels`, at its place in the order")
        case .levelWithoutIssue(let name):
            .init(
                "level-without-issue", "the level \(quoted(name)) has no `issue when`", help: "it could never be demanded"
            )
        case .levelWithoutEnd(let name):
            .init(
                "level-without-end", "the level \(quoted(name)) has no `end when`",
                help: "once in force, it would never end by itself")
        case .levelWithoutApproval(let name):
            .init(
                "level-without-approval", "the level \(quoted(name)) does not say who approves it: nobody is asked",
                help: "add `approve by \"…\"`, or write out `approve automatically`")
        case .laxerApproval(let name, let lower):
            .init(
                "laxer-approval", "nobody approves \(quoted(name)), though the lower level \(quoted(lower)) has to be approved",
                help: "add `approve by \"…\"`: what binds more people needs no less of a signature")
        case .levelWithoutCitation(let name):
            .init(
                "level-without-citation", "the level \(quoted(name)) cites no source",
                help: "add `cites \"…\"` with document and clause")
        case .noBasis: .init("no-basis", "the plan does not name the document it rests on", help: "add `basis \"…\"`")
        case .letCycle(let names):
            .init(
                "let-cycle",
                "\((names + names.prefix(1)).map { quoted($0) }.joined(separator: " → ")) is defined by itself",
                help: "write out one of the conditions")
        case .unusedLet(let name):
            .init("unused-let", "no level uses \(quoted(name))", help: "use it in `issue when` or `end when`, or take it away")
        case .shadows(let what, let name):
            .init(
                "shadowed-name", "\(quoted(name)) is also the name of \(what == .area ? "an" : "a") \(what.noun)",
                help: "another name would be clearer")
        case .expansionTooLarge:
            .init(
                "condition-too-large",
                "the conditions of the plan, with every `let` written out, have more than \(ExpansionSize.maximumNodes) parts or nest deeper than \(ExpansionSize.maximumDepth)",
                help: "a name that is used by names that are used in turn counts each time")
        default: nil
        }
    }

    func quoted(_ text: String) -> String { "`\(text)`" }
}
