import AirQuality
import PlanModel
import Presentation
import Warnings

/// Why and why not, in a few sentences: what a duty officer reads first.
extension ExplanationText {
    /// Why the level in force stands, what is missing for its end, and what each higher level lacks.
    func summary(_ trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        var lines: [String] = []
        if let next = trace.nextReview {
            lines.append(
                phrases.gap(.outsideReviewHours(next: next))
                    + phrases.pick("; what follows says what they would give now", "；以下所述为现在读预报的结果"))
        }
        let standing = trace.standing.level.flatMap { plan.index(ofLevel: $0) }
        for index in trace.levels.indices.reversed() where index > standing ?? -1 {
            lines += why(trace.levels[index], in: trace)
        }
        if let standing { lines += whyStanding(standing, in: trace) }
        return lines.map { Wrapping.text($0, first: "", indent: 2, width: width) }.joined()
    }

    // MARK: A level that may be issued

    private func why(_ level: LevelTrace, in trace: AreaTrace) -> [String] {
        let name = style.bold(name(ofLevel: level.level))
        let phrases = phrases(trace)
        return level.issue.map { clause in
            let label = clause.label.map { " [\($0)]" } ?? ""
            let head = "\(style.symbol(clause.condition.truth)) \(name)\(label)\(phrases.pick(": ", "："))"
            let reasons =
                clause.condition.readTruth == .true ? margins(clause.condition, trace) : obstacles(clause.condition, true, trace)
            return head + reasons.joined(separator: phrases.pick("; ", "；"))
        }
    }

    // MARK: The level in force

    private func whyStanding(_ index: Int, in trace: AreaTrace) -> [String] {
        let phrases = phrases(trace)
        let level = trace.levels[index]
        let name = style.bold(name(ofLevel: level.level))
        var lines: [String] = []
        let holding = trace.levels[index...].flatMap { level in
            level.issue.filter { $0.condition.readTruth == .true }.map { (level.level, $0) }
        }
        if let decision = trace.decision, decision.to.flatMap({ plan.index(ofLevel: $0) }) ?? -1 < index {
            lines.append(
                phrases.pick("\(name) ends: no level from it up is demanded, and its end is true", "\(name)终止：该级及以上均未达到，且结束条件成立"))
            return lines
        }
        for (id, clause) in holding where id == level.level {
            let label = clause.label.map { " [\($0)]" } ?? ""
            lines.append(
                "\(style.symbol(clause.condition.truth)) \(name)\(label)\(phrases.pick(" stands: ", "维持："))"
                    + margins(clause.condition, trace).joined(separator: phrases.pick("; ", "；")))
        }
        if holding.isEmpty {
            lines.append(
                level.readDemand == .unknown
                    ? phrases.pick("\(name): whether it is still demanded is unknown, so it stands", "\(name)：是否仍达到未知，故维持")
                    : phrases.pick("\(name) is no longer demanded; it stands until its end is true", "\(name)已不达到，维持至结束条件成立"))
        }
        lines.append(end(of: level, in: trace, name))
        return lines
    }

    private func end(of level: LevelTrace, in trace: AreaTrace, _ name: String) -> String {
        let phrases = phrases(trace)
        guard let end = level.end else { return phrases.pick("\(name) never ends by itself", "\(name)不会自行结束") }
        let head = "\(style.symbol(end.truth)) " + phrases.pick("end of \(name)", "\(name)结束")
        if end.readTruth == .true {
            return head + phrases.pick(": nothing is missing but that no demand may be left", "：条件已具备，唯须各级均不达到")
        }
        let missing = obstacles(end, true, trace)
        return head + phrases.pick(" waits for: ", "尚缺：") + missing.joined(separator: phrases.pick("; ", "；"))
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
            let sentences = TestSentences(phrases: phrases, coverageEnd: trace.coverageEnd)
            if test.readTruth == .true {
                let still = phrases.pick("\(words(test.test)) still holds", "“\(words(test.test))”仍成立")
                return [still + (sentences.margin(test).map { phrases.pick(", ", "，") + $0 } ?? "")]
            }
            return [sentences.lines(test).prefix(3).joined(separator: phrases.pick(": ", "："))]
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
