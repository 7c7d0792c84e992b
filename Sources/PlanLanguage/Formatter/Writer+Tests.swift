import PlanModel

// Tests of plans.
extension Writer {
    mutating func write(_ test: PlanTestSyntax) {
        sheet.item((isChinese ? "检验" : "test"), from: test.range.start)
        if let name = test.name { sheet.part(spelling.text(name), from: name.range.start) }
        block(test.clauses, until: test.range) { writer, clause, _ in
            switch clause.value {
            case .area(let name):
                writer.sheet.item((writer.isChinese ? "地区 " : "in ") + writer.spelling.name(name), from: clause.range.start)
            case .given(let given): writer.write(given, from: clause.range.start)
            case .warning(let level, let since): writer.write(warning: level, since: since, from: clause.range.start)
            case .row(let row): writer.write(row, from: clause.range.start)
            case .expectation(let expectation): writer.write(expectation)
            }
        }
    }

    // MARK: - Given

    private mutating func write(_ given: GivenSyntax, from start: Int) {
        var phrase = Phrase(isChinese ? "已知" : "given ")
        phrase.add(isChinese ? given.source.value.chinese : given.source.value.rawValue + " ")
        if let station = given.station {
            phrase.add(isChinese ? "站点" : "at ")
            let name = spelling.name(station)
            phrase.add(name, isMadeUp: name.isMadeUpName)
            if !isChinese { phrase.addBlank() }
        }
        phrase.add(isChinese ? given.cycle.value.chinese : given.cycle.value.rawValue + " ")
        phrase.add(spelling.quantity(given.quantity.value))
        sheet.item(phrase.text, from: start)
        list(given.parts.map { (words(for: $0), $0.range.start) })
        if let names = given.ledBy, let first = names.first {
            tail((isChinese ? "首要" : "led by ") + spelling.names(names), from: first.range.start)
        }
        tail(isChinese ? "自\(moment(given.from))起" : "from \(moment(given.from))", from: given.from.range.start)
        if let issued = given.issued {
            tail((isChinese ? "发布于" : "issued ") + moment(issued), from: issued.range.start)
        }
    }

    /// `given enterprise "…" PREDICATE`, the predicate as in `for enterprise PREDICATE`.
    private mutating func write(_ row: GivenRowSyntax, from start: Int) {
        let subject = isChinese ? "已知\(row.subject.noun)" : "given \(row.subject.rawValue) "
        sheet.item(subject + spelling.text(row.name), from: start)
        if let predicate = row.predicate { write(term(predicate)) }
    }

    private func words(for part: GivenPartSyntax) -> String {
        let duration = part.duration.map(spelling.duration)
        guard let value = part.value else {
            return isChinese ? "缺测" + (duration ?? "") : "missing" + (duration.map { " for \($0)" } ?? "")
        }
        var words = words(for: value)
        if let end = part.to { words += (isChinese ? "至" : " to ") + self.words(for: end) }
        if let duration { words += (isChinese ? "持续" : " for ") + duration }
        return words
    }

    private func words(for value: GivenValueSyntax) -> String { spelling.number(value.number, unit: value.unit) }

    /// Before the warning that stands: 已知橙色预警, and 已知预警 orange where the level has an id only.
    private mutating func write(warning level: NameSyntax, since: MomentSyntax?, from start: Int) {
        let name = spelling.name(level)
        var phrase = Phrase()
        if isChinese, name.unicodeScalars.first?.isHan == true {
            phrase.add("已知")
            phrase.add(name)
            phrase.add("预警")
        } else {
            phrase.add(isChinese ? "已知预警" : "given warning")
            phrase.addBlank()
            phrase.add(name)
        }
        sheet.item(phrase.text, from: start)
        if let since { tail(isChinese ? "自\(moment(since))起" : "since \(moment(since))", from: since.range.start) }
    }

    /// What comes behind, in Chinese after a comma.
    private mutating func tail(_ words: String, from start: Int) {
        sheet.part((isChinese ? "，" : "") + words, from: start, gap: isChinese ? "" : " ")
    }

    // MARK: - Expectations

    private mutating func write(_ expectation: ExpectationSyntax) {
        let moment = moment(expectation.at)
        let outcome = isChinese ? chinese(expectation.outcome) : english(expectation.outcome)
        sheet.item(isChinese ? "\(moment)，\(outcome)" : "at \(moment) expect\(outcome)", from: expectation.range.start)
        if let label = expectation.because {
            tail((isChinese ? "理由" : "because ") + spelling.label(label), from: label.range.start)
        }
    }

    private func english(_ outcome: ExpectationSyntax.Outcome) -> String {
        switch outcome {
        case .level(let level): return " " + (level.map(spelling.name) ?? "none")
        case .noDecision: return " no decision"
        case .order(let subject, let name, let action):
            return " \(subject.rawValue) \(spelling.text(name.text)) \(words(for: action))"
        case .alert(let id, let station, let isExpected):
            return (isExpected ? " alert " : " no alert ") + spelling.name(id)
                + (station.map { " at station " + spelling.name($0) } ?? "")
        case .advice(let id, let isExpected): return (isExpected ? " advice " : " no advice ") + spelling.name(id)
        case .decision(let kind, let level):
            guard let kind else { return "" }
            guard let level else { return " \(kind.value)" }
            return " \(kind.value) \(kind.value == "issue" ? "" : "to ")\(spelling.name(level))"
        }
    }

    private func chinese(_ outcome: ExpectationSyntax.Outcome) -> String {
        var phrase = Phrase()
        switch outcome {
        case .level(let level?):
            phrase.add("应为")
            add(level: level, to: &phrase)
        case .level(nil): phrase.add("应无预警")
        case .noDecision: phrase.add("应维持不变")
        case .order(let subject, let name, let action):
            phrase.add(subject.noun)
            phrase.add(spelling.text(name.text))
            phrase.add("应")
            phrase.add(words(for: action))
        case .alert(let id, let station, let isExpected):
            phrase.add(isExpected ? "应发布高值预警" : "应无高值预警")
            add(name: id, to: &phrase)
            if let station {
                phrase.add("，站点")
                add(name: station, to: &phrase)
            }
        case .advice(let id, let isExpected):
            phrase.add(isExpected ? "应提示" : "应无提示")
            add(name: id, to: &phrase)
        case .decision(let kind, let level):
            phrase.add("应")
            guard let kind else { break }
            phrase.add(Self.chineseKinds[kind.value] ?? kind.value)
            guard let level else { break }
            if kind.value != "issue" { phrase.add("至") }
            add(level: level, to: &phrase)
        }
        return phrase.text
    }

    private static let chineseKinds = ["issue": "发布", "escalate": "升级", "downgrade": "降级", "lift": "解除", "cancel": "取消"]

    private func add(level: NameSyntax, to phrase: inout Phrase) {
        add(name: level, to: &phrase)
        phrase.add("预警")
    }

    private func add(name: NameSyntax, to phrase: inout Phrase) {
        let name = spelling.name(name)
        phrase.add(name, isMadeUp: name.isMadeUpName)
    }

    /// `2024-12-09T20:00` or 2024年12月9日20时.
    private func moment(_ moment: MomentSyntax) -> String {
        let date = spelling.date(moment.date.value)
        guard let clock = moment.clock else { return date }
        guard isChinese else { return "\(date)T\(spelling.clocks([clock]))" }
        return date + (clock.minute == "00" ? "\(clock.hour)时" : spelling.clocks([clock]))
    }
}
