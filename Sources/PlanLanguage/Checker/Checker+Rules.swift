import AirQuality
import PlanModel

// Exemptions, seasons, findings and counts.
extension Checker {
    mutating func check(_ syntax: ExemptionSyntax) -> Exemption? {
        checkRuleID(syntax.id, name: syntax.name)
        let rule = "the exemption `\(syntax.id.text)`"
        let before = drafts.errors
        var exemption = Exemption(
            id: syntax.id.text, name: syntax.name.value, subject: .enterprise, who: .always, bars: [], condition: nil,
            grants: .goOn, upTo: nil, from: nil, until: nil, cites: [], place: place(syntax.range))
        let who = syntax.clauses.lazy.compactMap { if case .who(let who) = $0.value { who } else { nil } }.first
        if let who { exemption.subject = who.subject.value }
        var once = Once()
        for clause in syntax.clauses {
            switch clause.value {
            case .who(let who):
                guard isFirst("for", clause.range, &once) else { continue }
                exemption.who = lowerWho(who, of: rule)
            case .barred(let predicate, let because):
                if let because { checkText(because) }
                guard let bar = lower(predicate, about: exemption.subject) else { continue }
                exemption.bars.append(Exemption.Bar(when: bar, reason: because?.value))
            case .condition(let predicate):
                guard isFirst("while", clause.range, &once) else { continue }
                exemption.condition = lower(predicate, about: exemption.subject)
            case .grants(let action, let level):
                guard isFirst("grants", clause.range, &once) else { continue }
                exemption.grants = granted(action)
                if let level { exemption.upTo = levelIndex(level) }
            case .from(let date):
                guard isFirst("from", clause.range, &once) else { continue }
                exemption.from = self.date(date)
            case .until(let date):
                guard isFirst("until", clause.range, &once) else { continue }
                exemption.until = self.date(date)
                if let from = exemption.from, let until = exemption.until, from > until { say(.fromAfterUntil, date.range) }
            case .cites(let text):
                if checkText(text) { exemption.cites.append(text.value) }
            }
        }
        if syntax.isWhole {
            require("for", "for whom it is", "for enterprise …", of: rule, at: syntax.id, once)
            require("grants", "what it grants", "grants autonomous", of: rule, at: syntax.id, once)
            if exemption.cites.isEmpty { say(.exemptionWithoutCitation(syntax.id.text), syntax.id.range) }
        }
        return drafts.errors == before ? exemption : nil
    }

    private mutating func granted(_ action: ActionSyntax) -> OrderAction {
        guard let lowered = lower(action) else { return .goOn }
        switch lowered {
        case .goOn, .autonomous, .guaranteed: break
        default: say(.notGrantable(lowered.text), action.range)
        }
        return lowered
    }

    mutating func check(_ syntax: SeasonSyntax) -> Season? {
        checkRuleID(syntax.id, name: syntax.name)
        let rule = "the season `\(syntax.id.text)`"
        let before = drafts.errors
        let from = monthDay(syntax.from)
        let until = monthDay(syntax.until)
        if let lead = syntax.lead { checkText(lead) }
        var subject = OrderSubject.enterprise
        var who = Predicate.always
        var measure = Measure(action: nil)
        var cites: [String] = []
        var once = Once()
        for clause in syntax.clauses {
            switch clause.value {
            case .who(let syntax):
                guard isFirst("for", clause.range, &once) else { continue }
                subject = syntax.subject.value
                who = lowerWho(syntax, of: rule)
            case .measure(let syntax):
                guard isFirst("measure", clause.range, &once) else { continue }
                if let lowered = lower(syntax) { measure = lowered }
            case .cites(let text):
                if checkText(text) { cites.append(text.value) }
            }
        }
        if syntax.isWhole {
            require("for", "for whom it is", "for enterprise …", of: rule, at: syntax.id, once)
            require("measure", "what is done", "stop", of: rule, at: syntax.id, once)
        }
        guard let from, let until, drafts.errors == before else { return nil }
        return Season(
            id: syntax.id.text, name: syntax.name.value, lead: syntax.lead?.value, from: from, until: until, subject: subject,
            who: who, measure: measure, cites: cites, place: place(syntax.range))
    }

    mutating func check(_ syntax: WatchSyntax) -> Watch? {
        checkRuleID(syntax.id, name: syntax.name)
        let before = drafts.errors
        let atLeast = syntax.atLeast.flatMap { rows($0) }
        let atMost = syntax.atMost.flatMap { rows($0) }
        if let atLeast, let atMost, atLeast > atMost { say(.countBounds, syntax.atMost?.range ?? syntax.id.range) }
        var watch = Watch(
            id: syntax.id.text, name: syntax.name.value, subject: .enterprise, who: .always,
            after: syntax.after.flatMap { date($0) },
            kind: syntax.isCount ? .count(atLeast: atLeast, atMost: atMost) : .finding, cites: [], place: place(syntax.range))
        var once = Once()
        for clause in syntax.clauses {
            switch clause.value {
            case .who(let syntax):
                guard isFirst("for", clause.range, &once) else { continue }
                watch.subject = syntax.subject.value
                if let predicate = syntax.predicate, let lowered = lower(predicate, about: watch.subject) { watch.who = lowered }
            case .cites(let text):
                if checkText(text) { watch.cites.append(text.value) }
            }
        }
        if syntax.isWhole {
            let rule = "the \(syntax.isCount ? "count" : "finding") `\(syntax.id.text)`"
            require("for", "which rows it speaks of", "for enterprise …", of: rule, at: syntax.id, once)
        }
        return drafts.errors == before ? watch : nil
    }

    private mutating func rows(_ number: NumberSyntax) -> Int? {
        guard let count = Int(number.value), (0...1_000_000).contains(count) else {
            say(.invalidCount(number.value), number.range)
            return nil
        }
        return count
    }

    // MARK: - Clauses

    /// Clauses that stand once, with the place of the first.
    typealias Once = [String: SourceRange]

    mutating func isFirst(_ clause: String, _ range: SourceRange, _ once: inout Once) -> Bool {
        guard let first = once[clause] else {
            once[clause] = range
            return true
        }
        drafts.append(Draft(.duplicateClause(clause), range, related: [(first, .firstHere)]))
        return false
    }

    /// Whether an id is the first of its kind.
    mutating func isFirst(_ id: NameSyntax, of kind: FindingKind.Named, _ once: inout Once) -> Bool {
        guard let first = once[id.text] else {
            once[id.text] = id.range
            return true
        }
        drafts.append(Draft(.defined(kind, id.text), id.range, related: [(first, .firstHere)]))
        return false
    }

    mutating func require(
        _ clause: String, _ what: String, _ example: String, of rule: String, at name: NameSyntax, _ once: Once
    ) {
        if once[clause] == nil { say(.missingRuleClause(rule: rule, clause: what, example: example), name.range) }
    }

    /// Whom a rule that gives orders speaks of: enterprises or sites.
    mutating func lowerWho(_ syntax: WhoSyntax, of rule: String) -> Predicate {
        switch syntax.subject.value {
        case .enterprise, .site: break
        case .line, .facility: say(.subjectWithoutOrders(rule: rule, syntax.subject.value), syntax.subject.range)
        }
        guard let predicate = syntax.predicate else { return .always }
        return lower(predicate, about: syntax.subject.value) ?? .always
    }

    mutating func date(_ syntax: DateSyntax) -> LocalDate? {
        guard let date = LocalDate(syntax.value) else {
            say(.invalidDate(syntax.value), syntax.range)
            return nil
        }
        return date
    }

    private mutating func monthDay(_ syntax: DateSyntax) -> MonthDay? {
        let parts = syntax.value.split(separator: "-")
        guard let day = parts.last.flatMap({ Int($0) }), let month = parts.dropLast().last.flatMap({ Int($0) }),
            let monthDay = MonthDay(month: month, day: day), parts[parts.count - 1].utf8.count == 2
        else {
            say(.invalidMonthDay(syntax.value), syntax.range)
            return nil
        }
        guard parts.count == 2 else {
            let text = parts.suffix(2).joined(separator: "-")
            say(Draft(.orders(.seasonWithYear), syntax.range, fixits: [(syntax.range, text)]))
            return nil
        }
        return monthDay
    }
}
