import AirQuality
import PlanModel

extension AreaEvaluator {
    /// What every clause of the plan comes to at the present instant.
    mutating func levelTraces() -> [LevelTrace] {
        plan.levels.map { level in
            LevelTrace(
                level: level.id, issue: level.issue.map { ClauseTrace(label: $0.label, condition: trace(of: $0.condition)) },
                end: level.end.map { trace(of: $0) })
        }
    }

    private mutating func trace(of condition: Condition) -> ConditionTrace {
        switch condition {
        case .or(let parts): .or(parts.map { trace(of: $0) }, truth(of: condition))
        case .and(let parts): .and(parts.map { trace(of: $0) }, truth(of: condition))
        case .not(let inner): .not(trace(of: inner), truth(of: condition))
        case .named(let name, let inner): .named(name, trace(of: inner))
        case .test(let test): .test(trace(of: test))
        }
    }

    private mutating func trace(of test: Test) -> TestTrace {
        let truth = truth(of: test)
        return TestTrace(test: test, truth: truth, finding: truth == .true ? finding(of: test) : nil)
    }
}
