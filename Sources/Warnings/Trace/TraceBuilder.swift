import AirQuality
import PlanModel

extension AreaEvaluator {
    /// The next hour at which forecasts are read; nil where they are read now.
    var nextReview: HourSlot? {
        guard !isReviewHour else { return nil }
        return (1..<48).lazy.map { HourSlot(now + $0) }.first { slot in
            plan.review.contains { $0.hour == plan.zone.clockHour(of: slot) }
        }
    }

    /// What every clause of the plan comes to at the present instant.
    mutating func levelTraces(_ tracer: inout TestTracer) -> [LevelTrace] {
        plan.levels.map { level in
            LevelTrace(
                level: level.id,
                issue: level.issue.map { ClauseTrace(label: $0.label, condition: trace(of: $0.condition, &tracer)) },
                end: level.end.map { trace(of: $0, &tracer) })
        }
    }

    /// What the condition of each advice comes to at the present instant.
    mutating func adviceTraces(_ tracer: inout TestTracer) -> [ConditionTrace] {
        plan.advice.map { trace(of: $0.condition, &tracer) }
    }

    /// What the alerts come to at the present instant.
    mutating func alertTraces(_ tracer: inout TestTracer) -> [AlertTrace] {
        alerts.map { AlertTrace(alert: $0.alert.id, station: $0.station, condition: trace(of: $0.condition, &tracer)) }
    }

    private mutating func trace(of condition: Condition, _ tracer: inout TestTracer) -> ConditionTrace {
        switch condition {
        case .or(let parts): .or(parts.map { trace(of: $0, &tracer) }, truth(of: condition))
        case .and(let parts): .and(parts.map { trace(of: $0, &tracer) }, truth(of: condition))
        case .not(let inner): .not(trace(of: inner, &tracer), truth(of: condition))
        case .named(let name, let inner): .named(name, trace(of: inner, &tracer))
        case .test(let test): .test(trace(of: test, &tracer))
        }
    }

    /// What a test of observed shares reads: it ends now, so that there is one start.
    private mutating func shares(read state: TestState) -> [HighValueReading.Value] {
        guard let start = state.starts(at: now, coverageEnd: coverageEnd, context.zone)?.first else { return [] }
        return reading(of: state.test, state.elements(from: start, context.zone), besideArea: true).values
    }

    private mutating func trace(of test: Test, _ tracer: inout TestTracer) -> TestTrace {
        let truth = truth(of: test)
        var bare = TestTrace(test: test, truth: truth, readTruth: truth, trueStarts: 0, outside: [])
        guard let index = testIndices[test] else { return bare }
        guard !test.comparesWithArea else {
            bare.shares = shares(read: tests[index])
            return bare
        }
        return tracer.trace(of: tests[index], truth: truth, finding: truth == .true ? finding(of: test) : nil)
    }
}
