import AirQuality
import Desk
import PlanModel
import Warnings

/// A decision as the renderings tell it.
struct DecisionFacts {
    let decision: Decision
    let from: LevelFacts?
    let to: LevelFacts?
    let groups: [EvidenceGroup]
    let summary: ValueSummary
    let approval: Approval
    let basis: BasisFacts

    /// - Parameter isDraft: Whether it is only proposed.
    init(_ decision: Decision, in plan: Plan, isDraft: Bool = false) {
        self.decision = decision
        from = LevelFacts(decision.from, in: plan)
        to = LevelFacts(decision.to, in: plan)
        groups = EvidenceGroup.groups(of: decision, in: plan)
        summary = ValueSummary(groups.flatMap(\.evidence.finding.tests))
        // The level whose approver the plan asks: the higher of the two.
        approval = (decision.isUp ? to : from)?.approval ?? .unstated
        basis = BasisFacts(decision, approval, isDraft: isDraft, in: plan)
    }

    /// Whether the decision issues or raises a warning.
    var isUpward: Bool { decision.isUp }

    /// Whether the decision ends the warning.
    var isEnd: Bool { decision.kind == .lift || decision.kind == .cancel }

    /// The level the notice is about: the new one, or at the end the one left.
    var subject: LevelFacts? { to ?? from }

    /// The hours that the runs in evidence reach ahead of the decision.
    var period: Range<HourSlot>? {
        let runs = decision.evidence.flatMap(\.finding.tests).compactMap { test in
            test.start.map { $0.shown..<max($0.shown, ($0.shown + min(max(test.hours, 0), 10_000)).shown) }
        }
        let ahead = runs.filter { $0.upperBound > decision.at.shown }
        guard let start = ahead.map(\.lowerBound).min(), let end = ahead.map(\.upperBound).max() else { return nil }
        return start..<end
    }

    /// Whether the response is running when the decision is made.
    var isResponding: Bool { decision.response.map { $0 <= decision.at } ?? false }

    /// The grade on which the advice rests: that of the values which fired, else what the level's rank stands for.
    var adviceGrade: PollutionGrade {
        if isUpward, let grade = summary.grade { return grade }
        return switch subject?.rankFromTop {
        case 0: .severe
        case 1: .heavy
        default: .moderate
        }
    }
}

extension Notice {
    func facts(_ decision: Decision) -> DecisionFacts { DecisionFacts(decision, in: plan, isDraft: status == .draft) }

    /// The number of the paper on which its decision was signed (文号).
    var document: String? {
        guard case .decision(let decision) = matter else { return nil }
        return facts(decision).basis.document
    }
}
