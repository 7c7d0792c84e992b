import AirQuality
import Desk
import PlanModel
import Warnings

/// A supplement as the renderings tell it.
struct SupplementFacts {
    let supplement: Supplement
    let level: LevelFacts

    init(_ supplement: Supplement, in plan: Plan) {
        self.supplement = supplement
        level = LevelFacts(named: supplement.level, in: plan)
    }

    /// Whether the response runs already, so that the changed orders hold from the notice on.
    var isAtOnce: Bool { supplement.start.shown.start <= supplement.at.shown }

    var chineseCause: String {
        switch supplement.cause {
        case .plan: "预案规则或应急减排清单更新，新版本已生效"
        case .facts: "收到清单事项变动（绩效分级、生产状态等）"
        case .day: "自今日起，有清单事项、名单或错峰生产开始或者期满"
        }
    }

    var englishCause: String {
        switch supplement.cause {
        case .plan: "another version of the plan or of its list took force"
        case .facts: "dated facts on the list came in"
        case .day: "a day began on which facts, entries of lists or seasons begin or end"
        }
    }
}
