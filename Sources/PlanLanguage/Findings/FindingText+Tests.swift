import AirQuality

extension FindingKind {
    var durationText: FindingText? {
        switch self {
        case .durationInDays:
            .init(
                "duration-in-days", "durations are in hours",
                help: "a day can be 24 hours or a date: only hours are clear")
        case .durationWithoutUnit:
            .init("duration-without-unit", "the duration has no unit", help: "durations are in hours, such as `24h`")
        case .durationUnit(let unit):
            .init("duration-unit", "`\(unit)` is no unit of a duration", help: "durations are in hours, such as `24h`")
        case .durationZero: .init("duration-zero", "a duration is at least one hour", help: "write `1h` or more")
        case .durationTooLong(let limit):
            .init("duration-too-long", "a duration is at most \(limit) hours", help: "no forecast is read further ahead")
        case .durationNotWhole(let text):
            .init("duration-not-whole", "a duration is a whole number of hours, not `\(text)`", help: "write `1h` to `240h`")
        default: nil
        }
    }

    var testText: FindingText {
        switch self {
        case .spanNotWholeDays(let part, let hours):
            .init(
                "daily-span-not-whole-days", "\(part.phrase) whole days of 24 h, not \(hours) h",
                help: wholeDays(around: hours))
        case .hourlyInclusionInDailyRun:
            .init(
                "hourly-inclusion-in-daily-run", "a daily run cannot include hourly values",
                help: "its elements are days: say `daily`, or leave the word out")
        case .inclusionLongerThanRun(let hours, let run):
            .init(
                "inclusion-longer-than-run", "\(hours) h cannot lie within a run of \(run) h",
                help: "make the run longer, or what it includes shorter")
        case .includingWithoutFor:
            .init(
                "including-without-for", "`including` needs a run to lie within",
                help: "state the run with `for` before it")
        case .includingWithThroughout:
            .init(
                "including-with-throughout", "`including` does not go with `throughout`",
                help: "it belongs to a run with `for`")
        case .forWithThroughout:
            .init(
                "for-with-throughout", "`throughout` does not go with `for`",
                help: "`for` looks for a run, `throughout` says where it is: keep one")
        case .startingWithThroughout:
            .init(
                "starting-with-throughout", "`starting within` does not go with `throughout`",
                help: "`throughout next` starts now")
        case .throughoutOnObserved:
            .init(
                "throughout-on-observed", "`throughout next` does not go with observed values",
                help: "they lie behind: use `for`, or read the forecast")
        case .startingOnObserved:
            .init(
                "starting-on-observed", "`starting within` does not go with observed values",
                help: "an observed run ends now")
        case .missingWithoutThroughout:
            .init(
                "missing-without-throughout", "`missing at most` belongs to `throughout`",
                help: "a run holds only where each of its values is known: leave it out")
        case .missingNotLess(let missing, let elements, let isDaily):
            .init(
                "missing-not-less",
                "\(missing) missing of \(elements) \(isDaily ? "24 h blocks" : "hours") would leave nothing to judge by",
                help: elements > 1 ? "allow at most \(elements - 1)" : "leave `missing at most` out")
        case .invalidNumber(let text): .init("invalid-number", "`\(text)` is not a number")
        case .negativeThreshold(let text):
            .init("negative-threshold", "no value is below zero: `\(text)`", help: "write 0 or more")
        case .tooManyDecimals(let text):
            .init(
                "too-many-decimals", "`\(text)` has more than three decimals", help: "values are compared in thousandths")
        case .unitOnIndex(let unit, let quantity):
            .init("unit-on-index", "\(quantity) has no unit", help: "take `\(unit)` away, or compare a concentration")
        case .missingUnit(let pollutant):
            .init(
                "missing-unit", "the concentration of \(pollutant.name) has no unit",
                help: "write \(pollutant.unit.rawValue), or compare IAQI(\(pollutant.name))")
        case .unknownUnit(let unit, let pollutant):
            .init(
                "unknown-unit", "`\(unit)` is no unit of a concentration",
                help: "\(pollutant.name) is in \(pollutant.unit.rawValue)")
        case .wrongUnit(let unit, let pollutant):
            .init("wrong-unit", "\(pollutant.name) is in \(pollutant.unit.rawValue), not \(unit.rawValue)")
        case .neverHolds(let quantity, let largest):
            .init(
                "never-holds", "no value of \(quantity) satisfies this: it is 0 to \(largest)",
                help: "mend the number, or take the test away")
        case .alwaysHolds(let quantity, let largest):
            .init(
                "always-holds", "every value of \(quantity) satisfies this: it is 0 to \(largest)",
                help: "mend the number, or take the test away")
        case .contradiction(let one, let other):
            .init("contradiction", "`\(one)` and `\(other)` cannot both hold", help: "the `and` of them is never true")
        default: .init("internal", "this cannot be checked")
        }
    }

    private func wholeDays(around hours: Int) -> String {
        let below = hours / 24 * 24
        let above = below + 24
        if below == 0 { return "write `24h`" }
        return above > Checker.maximumHours ? "write `\(below)h`" : "write `\(below)h` or `\(above)h`"
    }
}

extension FindingKind.SpanPart {
    var phrase: String {
        switch self {
        case .run: "a daily run lasts"
        case .inclusion: "what a daily run includes lasts"
        case .throughout: "a daily `throughout` covers"
        }
    }
}

extension FindingKind.Named {
    var id: String {
        switch self {
        case .condition: "let"
        case .level: "level"
        case .area: "area"
        case .station: "station"
        case .pollutant: "pollutant"
        case .edition: "edition"
        case .rule: "rule"
        case .list: "list"
        case .emittedPollutant: "pollutant"
        case .test: "test"
        case .label: "label"
        case .advice: "advice"
        case .alert: "alert"
        }
    }

    var noun: String { self == .condition ? "condition" : id }

    /// What to do where nothing comes close to the name.
    var help: String? {
        switch self {
        case .condition: "define it with `let`"
        case .level: "add it to `levels`"
        case .station: "list it in the `stations` of an area"
        case .pollutant: "there are SO2, NO2, CO, O3, PM10 and PM2.5"
        case .edition: "write HJ633 (the edition in force on the date), HJ633-2012 or HJ633-2026"
        case .emittedPollutant: "there are SO2, NOx, PM and VOCs"
        case .label: "a label stands in brackets behind `issue`"
        case .advice: "define it with `advice`"
        case .alert: "define it with `alert`"
        case .area, .rule, .list, .test: nil
        }
    }
}

extension Expectation {
    /// As a message names it.
    func text(in vocabulary: Vocabulary) -> String {
        switch self {
        case .keyword(let keyword):
            let word = vocabulary.spelling(of: keyword) ?? Vocabulary.english.spelling(of: keyword)
            return "`\(word ?? Vocabulary.chinese.spelling(of: keyword) ?? "")`"
        case .sign(let sign): return "`\(sign)`"
        case .text: return "a text in quotes"
        case .number: return "a number"
        case .duration: return vocabulary == .chinese ? "a duration such as `24小时`" : "a duration such as `24h`"
        case .clock: return "a clock hour such as `8:00`"
        case .pollutant: return "a pollutant"
        case .quantity: return "AQI, IAQI(…) or a pollutant"
        case .relation: return "one of `>`, `>=`, `<`, `<=`"
        case .condition: return "a condition"
        case .edition: return "an edition such as `HJ633`"
        case .station: return "a station"
        case .code: return "a code"
        case .column: return "a column"
        case .value: return "a value"
        case .action:
            return vocabulary == .chinese
                ? "限产, 停产, 自主减排, 正常生产 or 以热定产" : "one of `limit`, `stop`, `autonomous`, `continue`, `guaranteed`"
        case .percent: return "a percentage such as `20%`"
        case .date: return "a date such as `2024-10-31`"
        case .monthDay: return "a day of the year such as `11-15`"
        case .moment: return vocabulary == .chinese ? "a time such as `2024年12月9日20时`" : "a time such as `2024-12-09T20:00`"
        case .label: return "the label of a clause such as `[forecast]`"
        case .outcome:
            return vocabulary == .chinese
                ? "a level, `无预警`, `发布`, `升级`, `降级`, `解除`, `取消`, `维持不变`, `提示`, `无提示` or `无高值预警`"
                : "a level, `none`, a decision, `no decision`, `alert`, `advice`, `enterprise` or `site`"
        case .name(let keyword):
            switch keyword {
            case .area: return "a name for the area"
            case .level: return "the name of a level"
            case .list: return "the name of a list"
            case .exemption: return "a name for the exemption"
            case .measures: return "a name for the measures"
            case .season: return "a name for the season"
            case .finding: return "a name for the finding"
            case .count: return "a name for the count"
            case .alert: return "the name of an alert"
            case .advice: return "the name of an advice"
            default: return "a name for the condition"
            }
        }
    }
}
