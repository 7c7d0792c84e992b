import AirQuality
import PlanModel
import Presentation
public import Warnings

/// Why and why not, in a few sentences: what a duty officer reads first.
extension ExplanationText {
    /// Why the level in force stands, what is missing for its end, and what each higher level lacks.
    public func summary(_ trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        var text = ""
        if let next = trace.nextReview {
            text += Wrapping.text(
                phrases.gap(.outsideReviewHours(next: next))
                    + phrases.pick("; what follows says what they would give now", "；以下所述为现在读预报的结果"),
                first: "", indent: 0, width: width)
        }
        let standing = trace.standing.level.flatMap { plan.index(ofLevel: $0) }
        for index in trace.levels.indices.reversed() where index > standing ?? -1 {
            for clause in trace.levels[index].issue { text += why(clause, of: trace.levels[index], in: trace) }
        }
        if let standing { text += whyStanding(standing, in: trace) }
        return text
    }

    /// A line with its mark, and below it the reasons, a line each.
    private func item(_ truth: Truth, _ head: String, _ reasons: [String]) -> String {
        let mark = style.symbol(truth) + " "
        if reasons.count == 1 {
            return Wrapping.text("\(head)\(language == .english ? ": " : "：")\(reasons[0])", first: mark, indent: 4, width: width)
        }
        let lines = reasons.map { Wrapping.text($0, first: "    ", indent: 6, width: width) }
        return Wrapping.text(
            head + (reasons.isEmpty ? "" : language == .english ? ":" : "："), first: mark, indent: 4, width: width)
            + lines.joined()
    }

    // MARK: A level that may be issued

    private func why(_ clause: ClauseTrace, of level: LevelTrace, in trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        let label = clause.label.map { " [\($0)]" } ?? ""
        let name = name(ofLevel: level.level) + label
        if clause.condition.readTruth == .true {
            return item(
                clause.condition.truth, phrases.pick("\(name) is demanded", "\(name)达到"), margins(clause.condition, trace))
        }
        return item(
            clause.condition.truth, phrases.pick("\(name) lacks", "\(name)尚缺"), obstacles(clause.condition, true, trace))
    }

    // MARK: The level in force

    private func whyStanding(_ index: Int, in trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        let level = trace.levels[index]
        let name = name(ofLevel: level.level)
        if let decision = trace.decision, decision.to.flatMap({ plan.index(ofLevel: $0) }) ?? -1 < index {
            let why = phrases.pick("no level from it up is demanded, and its end is true", "该级及以上均不达到，且结束条件成立")
            return item(.true, phrases.pick("\(name) ends", "\(name)终止"), [why])
        }
        var text = ""
        for clause in level.issue where clause.condition.readTruth == .true {
            let label = clause.label.map { " [\($0)]" } ?? ""
            let head = phrases.pick("\(name) stands by\(label.isEmpty ? " its issue" : label)", "\(name)\(label)维持")
            text += item(clause.condition.truth, head, margins(clause.condition, trace))
        }
        switch level.readDemand {
        case .true: break
        case .unknown:
            text += item(
                level.demanded, phrases.pick("\(name) may still be demanded, so it stands", "\(name)是否达到未知，故维持"),
                level.issue.filter { $0.condition.readTruth == .unknown }.flatMap { obstacles($0.condition, false, trace) })
        case .false:
            text += item(
                level.demanded,
                phrases.pick("\(name) is no longer demanded, and stands until its end is true", "\(name)已不达到，维持至结束条件成立"),
                [])
        }
        return text + end(of: level, in: trace, name)
    }

    private func end(of level: LevelTrace, in trace: AreaTrace, _ name: String) -> String {
        let phrases = phrases(trace)
        guard let end = level.end else {
            return item(.false, phrases.pick("\(name) never ends by itself", "\(name)不会自行结束"), [])
        }
        if end.readTruth == .true {
            return item(
                end.truth, phrases.pick("end of \(name)", "\(name)结束"),
                [phrases.pick("holds, and waits until no level from \(name) up is demanded", "条件成立，待该级及以上均不达到")])
        }
        return item(
            end.truth, phrases.pick("end of \(name) waits for", "\(name)结束尚缺"), obstacles(end, true, trace))
    }

    // MARK: Reasons

    /// What keeps a condition from a truth, a sentence a test.
    private func obstacles(_ condition: ConditionTrace, _ wanted: Bool, _ trace: AreaTrace) -> [String] {
        guard condition.readTruth != (wanted ? .true : .false) else { return [] }
        switch condition {
        case .or(let parts, _), .and(let parts, _): return parts.flatMap { obstacles($0, wanted, trace) }
        case .not(let inner, _): return obstacles(inner, !wanted, trace)
        case .named(_, let inner): return obstacles(inner, wanted, trace)
        case .test(let test):
            let phrases = phrases(trace)
            let sentences = TestSentences(phrases: phrases, coverageEnd: trace.coverageEnd, isBrief: true)
            if test.readTruth == .true {
                let still = phrases.pick("\(words(test.test)) still holds", "“\(words(test.test))”仍成立")
                return [still + (sentences.margin(test).map { phrases.pick("; ", "；") + $0 } ?? "")]
            }
            let quantity = phrases.quantity(test.test)
            return [
                quantity + phrases.pick(": ", "：") + sentences.lines(test).prefix(4).joined(separator: phrases.pick("; ", "；"))
            ]
        }
    }

    private func words(_ test: Test) -> String { language == .english ? test.text : test.chinese }

    /// How far each part that makes a condition true may move.
    private func margins(_ condition: ConditionTrace, _ trace: AreaTrace) -> [String] {
        switch condition {
        case .or(let parts, _): return parts.first { $0.readTruth == .true }.map { margins($0, trace) } ?? []
        case .and(let parts, _): return parts.flatMap { margins($0, trace) }
        case .named(_, let inner): return margins(inner, trace)
        case .not: return []
        case .test(let test):
            return [TestSentences(phrases: phrases(trace), coverageEnd: trace.coverageEnd).margin(test)].compactMap { $0 }
        }
    }
}
