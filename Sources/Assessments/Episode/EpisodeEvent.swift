public import AirQuality
import Desk
public import Orders
import PlanModel
import Warnings

/// Something that happened in an episode, for its timeline.
public struct EpisodeEvent: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case proposal
        case proposalEnded = "proposal-ended"
        case decision
        case responseStart = "response-start"
        case directive, silence, extend, correction
    }

    public var at: Instant
    public var kind: Kind
    public var text: BothTexts

    /// All events of an episode, in order of time.
    static func events(of record: EpisodeRecord) -> [EpisodeEvent] {
        let words = Words(plan: record.plan)
        var events: [EpisodeEvent] = []
        func add(_ at: Instant, _ kind: Kind, _ chinese: String, _ english: String) {
            events.append(EpisodeEvent(at: at, kind: kind, text: BothTexts(chinese, english)))
        }
        for proposed in record.proposals {
            let decision = proposed.proposal.decision
            let name = Words.kind(decision.kind)
            let step = (words.chineseLevel(decision.from), words.chineseLevel(decision.to))
            add(
                proposed.madeAt, .proposal, "拟\(name.chinese)：\(step.0)→\(step.1)，待\(proposed.proposal.approver)批准",
                "proposed to \(name.english) \(decision.from ?? "none") → \(decision.to ?? "none"), waits for \(proposed.proposal.approver)"
            )
            // An approval is told by the decision that it made, unless directives make something else of that.
            let isTold = record.decisions.contains {
                $0.decision.at == decision.at && $0.decision.to == decision.to && $0.decision.kind == decision.kind
            }
            guard let ending = proposed.ending, let at = proposed.endedAt, !(ending == .approved && isTold) else { continue }
            let end = EndingWords.text(ending)
            add(
                at, .proposalEnded, "拟\(name.chinese)\(step.1)：\(end.chinese)",
                "proposal of \(decision.to ?? "none") \(end.english)")
        }
        for directed in record.directives {
            if let directive = directed.directive {
                let demand = EndingWords.text(directive.demand, words)
                add(
                    directed.at, .directive,
                    "收到\(directive.office)指令（\(directive.document)）：自\(words.time(directive.from))起\(demand.chinese)",
                    "directive \(directive.document) of \(directive.office): \(demand.english) from \(words.time(directive.from))"
                )
            } else {
                add(
                    directed.at, .directive, "指令\(directed.document)撤回：\(directed.reason ?? "")",
                    "directive \(directed.document) withdrawn: \(directed.reason ?? "")")
            }
        }
        for said in record.said {
            let text = EndingWords.text(said.matter, words)
            switch said.matter {
            case .extend: add(said.at, .extend, text.chinese, text.english)
            case .correction: add(said.at, .correction, text.chinese, text.english)
            }
        }
        for decided in record.decisions {
            let decision = decided.decision
            let name = Words.kind(decision.kind)
            let basis = EndingWords.text(decision.basis)
            add(
                decided.knownAt, .decision,
                "\(name.chinese)：\(words.chineseLevel(decision.from))→\(words.chineseLevel(decision.to))，\(basis.chinese)",
                "\(name.english) \(decision.from ?? "none") → \(decision.to ?? "none"), \(basis.english)")
        }
        for silence in record.silences {
            let matter = Words.silence(silence.feed)
            add(
                silence.at.start, .silence, matter.chinese + (silence.isOver ? "（结束）" : ""),
                matter.english + (silence.isOver ? ": over" : ""))
        }
        events += responseStarts(record, words)
        return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// Each announced start of a response that still stood when it came.
    private static func responseStarts(_ record: EpisodeRecord, _ words: Words) -> [EpisodeEvent] {
        var standing = Standing()
        var announced: [ResponseSchedule.Start] = []
        var starts: [ResponseSchedule.Start] = []
        for decided in record.decisions {
            let decision = decided.decision
            starts += announced.filter { $0.at <= decision.inForce }
            announced.removeAll { $0.at <= decision.inForce }
            standing.apply(decision)
            if decision.isUp, let at = decision.response, let level = decision.to {
                announced.append(ResponseSchedule.Start(at: at, level: level))
            }
            announced.removeAll { !standing.responses.starts.contains($0) }
        }
        starts += announced.filter { $0.at <= record.until }
        return starts.map { start in
            let (at, level) = (start.at, start.level)
            let response = record.plan.levels.first { $0.id == level }?.response
            return EpisodeEvent(
                at: at.start, kind: .responseStart,
                text: BothTexts(
                    "启动\(words.chineseLevel(level))\(response ?? "")应急响应", "response \(response ?? level) of \(level) starts"))
        }
    }
}
