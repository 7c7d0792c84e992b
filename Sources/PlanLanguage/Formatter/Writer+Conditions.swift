import PlanModel
import Presentation

// Conditions and predicates: on one line where they fit, else broken before the words that join them.
extension Writer {
    /// Beyond this width a condition of several parts is broken.
    private static let conditionWidth = 100

    /// Writes a condition behind what stands on the line.
    mutating func write(_ term: Term) {
        let column = hangingColumn()
        sheet.begin(from: term.first, gap: " ", column: column)
        write(term, at: column, isTop: true)
    }

    /// - Parameters:
    ///   - column: where it begins.
    ///   - hang: where its other parts begin, if elsewhere.
    private mutating func write(_ term: Term, at column: Int, hang: Int? = nil, isTop: Bool) {
        switch term {
        case .words(let text, _): sheet.append(text)
        case .not(let inner):
            sheet.append(negation(before: inner))
            write(inner, at: column + negation(before: inner).displayWidth, isTop: isTop)
        case .parentheses(let inner):
            let open = isChinese ? "（" : "("
            sheet.append(open)
            let begin = column + open.displayWidth
            write(inner, at: begin, hang: begin + word(joining: inner).displayWidth, isTop: false)
            sheet.append(isChinese ? "）" : ")")
        case .joined(_, let terms):
            let text = flat(term, isTop: isTop)
            if !sheet.hasComment(from: term.first, to: term.last), column + text.displayWidth <= Self.conditionWidth {
                sheet.append(text)
                return
            }
            let word = word(joining: term)
            let hang = hang ?? column
            for (index, part) in terms.enumerated() {
                if index > 0 {
                    sheet.weave(before: part.first, column: hang)
                    sheet.newLine(at: hang - word.displayWidth)
                    sheet.append(word)
                }
                let begin = index == 0 ? column : hang
                // The words that join the parts of a part stand under its first word: only those of the whole stand out.
                write(part, at: begin, hang: begin + self.word(joining: part).displayWidth, isTop: isTop)
            }
        }
    }

    /// The word before the parts of a condition, with its blank.
    private func word(joining term: Term) -> String {
        guard case .joined(let joint, _) = term else { return "" }
        return (joint == .and ? (isChinese ? "且" : "and") : (isChinese ? "或" : "or")) + " "
    }

    private func flat(_ term: Term, isTop: Bool) -> String {
        switch term {
        case .words(let text, _): return text
        case .not(let inner): return negation(before: inner) + flat(inner, isTop: isTop)
        case .parentheses(let inner): return (isChinese ? "（" : "(") + flat(inner, isTop: false) + (isChinese ? "）" : ")")
        case .joined(let joint, let terms):
            guard isChinese else {
                return terms.map { flat($0, isTop: isTop) }.joined(separator: joint == .and ? " and " : " or ")
            }
            let word = joint == .and ? "且" : "或"
            var phrase = Phrase()
            for (index, part) in terms.enumerated() {
                if index > 0 { phrase.add(isTop ? "，\(word)" : word) }
                phrase.add(phrase: flat(part, isTop: isTop))
            }
            return phrase.text
        }
    }

    private func negation(before term: Term) -> String {
        guard isChinese else { return "not " }
        guard case .words(let text, _) = term else { return "非" }
        var phrase = Phrase("非")
        phrase.add(phrase: text)
        return String(decoding: phrase.text.utf8.dropLast(text.utf8.count), as: UTF8.self)
    }

    // MARK: - Conditions

    func term(_ condition: ConditionSyntax) -> Term {
        switch condition {
        case .or(let terms, _): .joined(.or, terms.map(term))
        case .and(let terms, _): .joined(.and, terms.map(term))
        case .not(let inner, _): .not(term(inner))
        case .parenthesized(let inner, _): .parentheses(term(inner))
        case .name(let name): .words(spelling.name(name), from: name.range.start)
        case .test(let test): .words(isChinese ? chinese(test) : english(test), from: test.range.start)
        case .missing(let range): .words("", from: range.start)
        }
    }

    private func english(_ test: TestSyntax) -> String {
        var words = [test.source.value.rawValue]
        if let station = test.station { words.append("at \(spelling.name(station))") }
        words += [test.cycle.value.rawValue, english(test.comparison)]
        if let names = test.ledBy { words.append("led by \(spelling.names(names))") }
        if let run = test.run { words.append("for \(spelling.duration(run))") }
        if let part = test.including {
            words.append("including")
            if let cycle = part.cycle { words.append(cycle.value.rawValue) }
            words += [english(part.comparison), "for \(spelling.duration(part.run))"]
        }
        if let duration = test.throughout { words.append("throughout next \(spelling.duration(duration))") }
        if let duration = test.missingAtMost { words.append("missing at most \(spelling.duration(duration))") }
        if let duration = test.startingWithin { words.append("starting within \(spelling.duration(duration))") }
        return words.joined(separator: " ")
    }

    private func english(_ comparison: ComparisonSyntax) -> String {
        let quantity = spelling.quantity(comparison.quantity.value)
        let number = spelling.number(comparison.number, unit: comparison.unit) + (comparison.ofArea == nil ? "" : " of area")
        return "\(quantity) \(comparison.relation.rawValue) \(number)"
    }

    private func chinese(_ test: TestSyntax) -> String {
        var phrase = Phrase(test.source.value.chinese)
        if let station = test.station {
            phrase.add("站点")
            let name = spelling.name(station)
            phrase.add(name, isMadeUp: name.isMadeUpName)
        }
        phrase.add(test.cycle.value.chinese)
        add(test.comparison, to: &phrase)
        if let names = test.ledBy {
            phrase.add("首要")
            phrase.add(spelling.names(names))
        }
        if let run = test.run { add(run: run, to: &phrase) }
        if let part = test.including {
            phrase.add("，其中")
            if let cycle = part.cycle { phrase.add(cycle.value.chinese) }
            add(part.comparison, to: &phrase)
            add(run: part.run, to: &phrase)
        }
        if let duration = test.throughout {
            phrase.add("未来")
            phrase.add(spelling.duration(duration))
            phrase.add("均")
        }
        if let duration = test.missingAtMost {
            phrase.addBlank()
            phrase.add("缺测至多\(spelling.duration(duration))")
        }
        if let duration = test.startingWithin {
            phrase.addBlank()
            phrase.add("起始于\(spelling.duration(duration))内")
        }
        return phrase.text
    }

    /// `for` is at least as long; official clauses say so.
    private func add(run: DurationSyntax, to phrase: inout Phrase) {
        phrase.add("持续")
        phrase.add(spelling.duration(run))
        phrase.add("及以上")
    }

    private func add(_ comparison: ComparisonSyntax, to phrase: inout Phrase) {
        phrase.add(spelling.quantity(comparison.quantity.value))
        phrase.add(comparison.relation.sign(isChinese: true))
        if comparison.ofArea != nil { phrase.add("区域均值的") }
        phrase.add(spelling.number(comparison.number, unit: comparison.unit))
    }
}
