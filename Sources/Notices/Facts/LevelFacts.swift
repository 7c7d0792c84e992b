import PlanModel

/// A level as a notice speaks of it.
struct LevelFacts: Hashable {
    /// The id, safe to show.
    var id: String
    /// The name, such as 红色, without a closing 预警.
    var name: String
    /// The response level, such as Ⅰ级.
    var response: String?
    /// 0 for the highest level of the plan; nil where the plan does not hold the level.
    var rankFromTop: Int?
    var approval: Approval

    /// - Returns: Nil where there is no level.
    init?(_ id: String?, in plan: Plan) {
        guard let id else { return nil }
        self.init(named: id, in: plan)
    }

    init(named id: String, in plan: Plan) {
        self.id = PlainText.line(id, limit: 60)
        guard let index = plan.index(ofLevel: id) else {
            name = self.id
            approval = .unstated
            return
        }
        let level = plan.levels[index]
        let shown = PlainText.line(level.name, limit: 60)
        name = shown.count > 2 && shown.hasSuffix("预警") ? String(shown.dropLast(2)) : shown
        if name.isEmpty { name = self.id }
        response = level.response.map { PlainText.line($0, limit: 60) }.flatMap { $0.isEmpty ? nil : $0 }
        rankFromTop = plan.levels.count - 1 - index
        approval = level.approval
    }

    /// `Ⅰ级应急响应`, or `应急响应` where the plan names no response level.
    var chineseResponse: String { (response ?? "") + "应急响应" }

    /// `response level Ⅰ`, or `response`.
    var englishResponse: String {
        guard let response else { return "response" }
        return "response level " + (response.count > 1 && response.hasSuffix("级") ? String(response.dropLast()) : response)
    }
}
