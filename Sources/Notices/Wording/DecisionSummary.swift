public import PlanModel
public import Warnings

/// Why something was decided, in one line for a list.
public enum DecisionSummary {
    /// The clauses that were true, with their places and the values; empty for what rests on no clause.
    ///
    /// - Parameter plan: Clauses that it does not have are told in the words of the plan language.
    public static func chinese(_ decision: Decision, in plan: Plan) -> String {
        let facts = DecisionFacts(decision, in: plan)
        guard !facts.groups.isEmpty else { return "" }
        let clauses = facts.groups.map { group in
            let cites = group.cites(joinedBy: "、").map { "（依据\($0)）" } ?? ""
            return "\(group.chineseName)\(cites)：" + group.evidence.finding.chinese(group.wording)
        }
        let values = ChineseWords.values(facts.summary).map { ["数值：\($0)"] } ?? []
        return (clauses + values).joined(separator: "；")
    }
}
