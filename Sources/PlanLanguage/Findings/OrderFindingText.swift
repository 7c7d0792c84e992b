import PlanModel

extension OrderFindingKind {
    var severity: Severity {
        switch self {
        case .tableNotFound(_, let isError), .noRows(_, let isError): isError ? .error : .warning
        case .ordersWithoutEnterprises, .exemptionWithoutCitation, .allByPercent, .targetLower, .gaps, .deadRow,
            .overlap:
            .warning
        case .tableNotChecked: .note
        default: .error
        }
    }

    var text: FindingText { listText ?? predicateText ?? clauseText ?? tableText }

    private func quoted(_ text: String) -> String { "`\(text.prefix(80))`" }

    private func meant(_ suggestion: String?) -> String? { suggestion.map { "did you mean `\($0)`?" } }

    private var listText: FindingText? {
        switch self {
        case .invalidFileName(let name):
            .init(
                "invalid-file-name", "\(quoted(name)) cannot be the file of a table",
                help: "a name of the plan's folder that ends in .csv, without `/`, 100 bytes at most")
        case .tableNotFound(let file, _):
            .init(
                "table-not-found", "the plan's folder has no table \(quoted(file))",
                help: "put the file beside the plan, or mend its name")
        case .tableUnreadable(let file, let reason):
            .init("table-unreadable", "\(quoted(file)) cannot be read as a table", help: reason)
        case .listNotFound(let list, let file, let suggestion):
            .init(
                "list-not-found", "the list \(quoted(list)) has no file \(quoted(file)) in the plan's folder",
                help: meant(suggestion) ?? "add the file, or say `list \(list) from \"…\"`")
        case .ordersWithoutEnterprises(let word):
            .init(
                "orders-without-enterprises", "`\(word)` orders nothing: the plan names no enterprises",
                help: "add `enterprises from \"enterprises.csv\"`")
        case .countyTwice(let name):
            .init("county-twice", "the county \(quoted(name)) is named twice", help: "its enterprises would get two orders")
        case .areaWithoutCounties(let name):
            .init(
                "area-without-counties", "the area \(quoted(name)) does not name its counties",
                help: "with several areas, add `counties \"…\"` to each: an enterprise gets its orders by its county")
        default: nil
        }
    }

    private var predicateText: FindingText? {
        switch self {
        case .unknownColumn(let name, let table, let suggestion):
            .init(
                "unknown-column", "the table of \(table.rawValue) has no column \(quoted(name))",
                help: meant(suggestion) ?? "a column beyond the layout must stand in the head of the table")
        case .unknownChoice(let value, let column, let choices, let suggestion):
            .init(
                "unknown-value", "\(quoted(value)) is no value of \(quoted(column))",
                help: meant(suggestion) ?? "there are \(choices.joined(separator: ", "))")
        case .unknownValue(let noun, let value, let suggestion):
            .init(
                "unknown-\(noun)", "there is no \(noun) \(quoted(value))",
                help: meant(suggestion) ?? (noun == "industry" ? "add it to `industries`" : "add it to the `counties` of an area")
            )
        case .wrongValue(let column, let expected, let found):
            .init(
                "wrong-value", "\(quoted(column)) holds \(expected), not \(found)", help: "write the value as the column holds it"
            )
        case .unquotedText(let value, let column):
            .init("unquoted-text", "\(quoted(column)) holds texts, which stand in quotes: \(quoted(value))")
        case .notOrdered(let column):
            .init("not-ordered", "the values of \(quoted(column)) have no order", help: "compare with `==`, `!=` or `in (…)`")
        case .notYesNo(let column, let example):
            .init("not-yes-no", "\(quoted(column)) is neither yes nor no", help: "compare it, as in `\(example)`")
        case .numberOutOfBounds(let number, let column, let bounds):
            .init("number-out-of-bounds", "\(quoted(number)) cannot be in \(quoted(column))", help: "it holds \(bounds)")
        case .columnUnit(let unit, let column, let own):
            .init(
                "column-unit", "\(quoted(unit)) is not the unit of \(quoted(column))",
                help: own.map { "it is in \($0)" } ?? "it has none")
        default: nil
        }
    }

    private var clauseText: FindingText? {
        switch self {
        case .missingRuleClause(let rule, let clause, let example):
            .init("missing-rule-clause", "\(rule) does not say \(clause)", help: "add `\(example)`")
        case .subjectWithoutOrders(let rule, let subject):
            .init(
                "no-orders-for-subject", "\(rule) cannot speak of a \(subject.rawValue): only enterprises and sites get orders",
                help: "write `for enterprise` or `for site`")
        case .notGrantable(let action):
            .init(
                "not-grantable", "an exemption cannot grant `\(action)`",
                help: "it grants `autonomous`, `continue` or `guaranteed`")
        case .exemptionWithoutCitation(let name):
            .init(
                "exemption-without-citation", "the exemption \(quoted(name)) cites no source",
                help: "add `cites \"…\"` with document and clause")
        case .invalidDate(let text):
            .init("invalid-date", "\(quoted(text)) is no date", help: "dates are written as 2024-10-31")
        case .fromAfterUntil:
            .init("from-after-until", "the first day lies after the last one", help: "exchange them, or mend the year")
        case .seasonWithYear:
            .init("season-with-year", "a season comes every year", help: "write month and day, as in `from 11-15 to 03-15`")
        case .invalidMonthDay(let text):
            .init("invalid-day", "\(quoted(text)) is no day of a year", help: "write month and day, as in 11-15")
        case .countBounds:
            .init("count-bounds", "`at least` is more than `at most`", help: "exchange them, or leave one out")
        case .invalidCount(let text):
            .init("invalid-count", "\(quoted(text)) is no number of rows", help: "write a whole number, 0 to 1000000")
        case .percentOutOfRange(let text):
            .init(
                "percent-out-of-range", "a percentage is a whole number from 1 to 100, not \(quoted(text))",
                help: "round it, or use another measure")
        case .allByPercent(let isLines):
            .init(
                "all-by-percent", isLines ? "to stop 100% of lines is to stop" : "to limit by 100% is to stop",
                help: "write `stop`")
        case .targetTwice(let level, let pollutant):
            .init("target-twice", "the target of \(pollutant.name) at \(quoted(level)) is stated twice", help: "keep one of them")
        case .targetLower(let level, let pollutant, let percent, let lower):
            .init(
                "target-lower", "\(percent)% of \(pollutant.name) at \(quoted(level)) is less than \(lower)% at a lower level",
                help: "a higher level reduces at least as much")
        case .emissionUnit(let unit):
            .init(
                "emission-unit", unit.map { "\(quoted($0)) is not the unit of emissions" } ?? "the emission has no unit",
                help: "emissions are in kg/d")
        case .emissionNumber(let text):
            .init(
                "emission-number", "\(quoted(text)) is no emission",
                help: "write a number of at most four decimals, more than 0, at most 1000000000")
        default: nil
        }
    }

    private var tableText: FindingText {
        switch self {
        case .headTwice(let name):
            .init("head-twice", "\(quoted(name)) stands twice in the head of the table", help: "name each column and level once")
        case .levelMissing(let level):
            .init("level-missing", "the table says nothing for the level \(quoted(level))", help: "add a column for it")
        case .noRows(let name, _):
            .init("no-rows", "the table \(quoted(name)) has no rows", help: "write a row, or take the table away")
        case .patternCount(let count, let columns):
            .init(
                "pattern-count",
                "the row has \(count) pattern\(count == 1 ? "" : "s") for \(columns) column\(columns == 1 ? "" : "s")",
                help: "write `*` for any value, and commas between several")
        case .cellCount(let count, let levels):
            .init(
                "cell-count", "the row has \(count) measure\(count == 1 ? "" : "s") for \(levels) level\(levels == 1 ? "" : "s")",
                help: "write one measure for each level, in the order of the head")
        case .blankPattern: .init("blank-pattern", "the cell is blank", help: "write `*` for any value")
        case .blankMeasure: .init("blank-measure", "the cell is blank", help: "write `continue` where production goes on")
        case .tooManyRows:
            .init(
                "too-many-rows", "the table has more than \(PlanTables.maximumRows) rows",
                help: "it belongs in the list: a table of measures has a row for each kind, not for each enterprise")
        case .looserAtHigherLevel(let cell, let other, let higher, let lower):
            .init(
                "looser-at-higher-level", "`\(cell)` at \(quoted(higher)) is looser than `\(other)` at \(quoted(lower))",
                help: "raising the level never loosens an order")
        case .gaps(let examples, let more):
            .init(
                "table-gap",
                "no row matches " + examples.map { "(\($0))" }.joined(separator: ", ")
                    + (more > 0 ? " and \(more) more" : ""),
                help: "whoever is there gets no measure from this table; add a row, at the end perhaps `*`")
        case .deadRow(let more):
            .init(
                "dead-row",
                "no one reaches this row: earlier rows match all that it matches"
                    + (more > 0 ? "; so it is with \(more) more rows" : ""),
                help: "move it up, or take it away")
        case .overlap(let line, let example):
            .init(
                "row-overlap", "this row and that of line \(line) both match (\(example)) and say different things",
                help: "the earlier one decides; a row for just these would say which is meant")
        case .tableNotChecked(let name, let onlyOverlaps):
            .init(
                "table-not-checked",
                "the table \(quoted(name)) is too large to be checked for \(onlyOverlaps ? "all overlaps" : "gaps, dead rows and overlaps")",
                help: "split it by industry, for instance"
            )
        default: .init("order-finding", "something is wrong here")
        }
    }
}
