import PlanModel
import Presentation

// Tables, lists, targets, and the rules of orders but for the decision tables.
extension Writer {
    mutating func write(_ table: TableSyntax) {
        let word =
            switch table.kind {
            case .lines: isChinese ? "生产线清单" : "lines"
            case .facilities: isChinese ? "治理设施清单" : "facilities"
            case .sites: isChinese ? "工地清单" : "sites"
            case .facts: isChinese ? "动态清单" : "facts"
            case .enterprises, .names: isChinese ? "企业清单" : "enterprises"
            }
        sheet.item(word, from: table.range.start)
        writeFile(table.file)
    }

    mutating func writeFile(_ file: TextSyntax) {
        sheet.part((isChinese ? "取自 " : "from ") + spelling.text(file), from: file.range.start)
    }

    mutating func write(_ list: ListSyntax) {
        sheet.item((isChinese ? "名单 " : "list ") + spelling.name(list.id), from: list.range.start)
        if let name = list.name { sheet.part(spelling.text(name), from: name.range.start) }
        if let file = list.file { writeFile(file) }
    }

    mutating func write(_ industries: IndustriesSyntax) {
        sheet.item(isChinese ? "行业目录" : "industries", from: industries.range.start)
        list(industries.names.map(item))
    }

    mutating func write(_ emissions: EmissionsSyntax) {
        sheet.item(isChinese ? "排放总量" : "emissions", from: emissions.range.start)
        list(
            emissions.items.map { item in
                (
                    "\(item.pollutant.text) \(spelling.measured(item.number.value, item.unit))",
                    item.pollutant.range.start
                )
            })
    }

    /// The widths of the levels of targets that follow each other.
    func reduceWidths(_ declarations: [Declaration]) -> [Int] {
        aligned(
            declarations.map { declaration in
                guard case .reduce(let reduce) = declaration else { return nil }
                return spelling.name(reduce.level).displayWidth
            })
    }

    mutating func write(_ reduce: ReduceSyntax, levelWidth: Int) {
        let level = spelling.name(reduce.level).padded(to: levelWidth)
        sheet.item((isChinese ? "减排比例 " : "reduce at ") + level, from: reduce.range.start)
        let percent = reduce.percent.value
        let start = reduce.percent.range.start
        let items = reduce.pollutants.map(item)
        if isChinese {
            sheet.part("至少\(percent)%：", from: start)
            list(items, gap: "")
        } else {
            sheet.part("at least \(percent)% of", from: start)
            list(items)
        }
    }

    // MARK: - Exemptions

    mutating func write(_ exemption: ExemptionSyntax) {
        sheet.item((isChinese ? "豁免 " : "exemption ") + spelling.name(exemption.id), from: exemption.range.start)
        sheet.part(spelling.text(exemption.name), from: exemption.name.range.start)
        block(exemption.clauses, until: exemption.range) { writer, clause, _ in writer.write(clause) }
    }

    private mutating func write(_ clause: Located<ExemptionClause>) {
        let start = clause.range.start
        switch clause.value {
        case .who(let who): write(who)
        case .barred(let predicate, let reason):
            sheet.item(isChinese ? "不得豁免 当" : "barred when", from: start)
            write(term(predicate))
            if let reason {
                sheet.part(
                    (isChinese ? "，理由" : "because ") + spelling.text(reason), from: reason.range.start, gap: isChinese ? "" : " ")
            }
        case .condition(let predicate):
            sheet.item(isChinese ? "前提" : "while", from: start)
            write(term(predicate))
        case .grants(let action, let level):
            var phrase = Phrase(isChinese ? "准予" : "grants ")
            phrase.add(words(for: action))
            if let level {
                let name = spelling.name(level)
                if isChinese {
                    phrase.add("最高至")
                    phrase.add(name, isMadeUp: name.isMadeUpName)
                } else {
                    phrase.add(" up to \(name)")
                }
            }
            sheet.item(phrase.text, from: start)
        case .from(let date): sheet.item(isChinese ? "自\(spelling.date(date.value))起" : "from \(date.value)", from: start)
        case .until(let date): sheet.item(isChinese ? "至\(spelling.date(date.value))止" : "until \(date.value)", from: start)
        case .cites(let text): writeCitation(text, from: start)
        }
    }

    private mutating func writeCitation(_ text: TextSyntax, from start: Int) {
        sheet.item((isChinese ? "依据 " : "cites ") + spelling.text(text), from: start)
    }

    // MARK: - Seasons, findings, counts

    mutating func write(_ season: SeasonSyntax) {
        sheet.item((isChinese ? "错峰 " : "season ") + spelling.name(season.id), from: season.range.start)
        sheet.part(spelling.text(season.name), from: season.name.range.start)
        let (from, until) = (season.from.value, season.until.value)
        let nextYear = until.utf8.lexicographicallyPrecedes(from.utf8) ? "次年" : ""
        sheet.part(
            isChinese ? "自\(spelling.date(from))起至\(nextYear)\(spelling.date(until))止" : "from \(from) to \(until)",
            from: season.from.range.start)
        if let lead = season.lead { writeLead(lead) }
        block(season.clauses, until: season.range) { writer, clause, _ in
            switch clause.value {
            case .who(let who): writer.write(who)
            case .measure(let measure): writer.sheet.item(writer.words(for: measure), from: clause.range.start)
            case .cites(let text): writer.writeCitation(text, from: clause.range.start)
            }
        }
    }

    mutating func writeLead(_ lead: TextSyntax) {
        sheet.part((isChinese ? "牵头" : "lead ") + spelling.text(lead), from: lead.range.start)
    }

    mutating func write(_ watch: WatchSyntax) {
        let word = watch.isCount ? (isChinese ? "统计 " : "count ") : (isChinese ? "排查 " : "finding ")
        sheet.item(word + spelling.name(watch.id), from: watch.range.start)
        sheet.part(spelling.text(watch.name), from: watch.name.range.start)
        if let least = watch.atLeast {
            sheet.part((isChinese ? "至少" : "at least ") + least.value, from: least.range.start)
        }
        if let most = watch.atMost { sheet.part((isChinese ? "至多" : "at most ") + most.value, from: most.range.start) }
        if let after = watch.after {
            sheet.part(isChinese ? "\(spelling.date(after.value))后" : "after \(after.value)", from: after.range.start)
        }
        block(watch.clauses, until: watch.range) { writer, clause, _ in
            switch clause.value {
            case .who(let who): writer.write(who)
            case .cites(let text): writer.writeCitation(text, from: clause.range.start)
            }
        }
    }
}
