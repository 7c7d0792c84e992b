import AirQuality
public import PlanModel
import Warnings

/// A part of a condition, with the truths it took on.
public struct NodeCoverage: Sendable {
    public enum Kind: Sendable {
        case or, and, not
        case named(String)
        case test(Test)
    }

    public var kind: Kind
    public private(set) var seen: TruthSet = []
    public private(set) var parts: [NodeCoverage]
    /// Hours at which it was read; a test of forecasts is read at the hours of review only.
    private(set) var hoursRead = 0
    /// Where a test that was never true came nearest to it.
    private(set) var nearest: (trace: TestTrace, sighting: Sighting)?
    /// Where a test that was never false held by the smallest margin.
    private(set) var barely: (trace: TestTrace, sighting: Sighting)?

    public init(_ condition: Condition) {
        switch condition {
        case .or(let conditions):
            kind = .or
            parts = conditions.map { NodeCoverage($0) }
        case .and(let conditions):
            kind = .and
            parts = conditions.map { NodeCoverage($0) }
        case .not(let inner):
            kind = .not
            parts = [NodeCoverage(inner)]
        case .named(let name, let inner):
            kind = .named(name)
            parts = [NodeCoverage(inner)]
        case .test(let test):
            kind = .test(test)
            parts = []
        }
    }

    /// `all of`, `any of`, `not`, the name of a let, or a test as a plan writes it.
    public var text: String {
        switch kind {
        case .or: "any of"
        case .and: "all of"
        case .not: "not"
        case .named(let name): name
        case .test(let test): test.text
        }
    }

    /// The tests in it, in source order.
    public var tests: [NodeCoverage] {
        if case .test = kind { return [self] }
        return parts.flatMap(\.tests)
    }

    // MARK: - Taking traces

    mutating func note(_ trace: ConditionTrace, _ sighting: Sighting) {
        switch trace {
        case .or(let traces, _), .and(let traces, _):
            for (index, trace) in traces.enumerated() where index < parts.count { parts[index].note(trace, sighting) }
        case .not(let inner, _), .named(_, let inner):
            if !parts.isEmpty { parts[0].note(inner, sighting) }
        case .test(let test): note(test, sighting)
        }
        if trace.truth != .unknown || !trace.isUnread {
            seen.insert(TruthSet(trace.truth))
        }
        if !trace.isUnread { hoursRead += 1 }
    }

    private mutating func note(_ test: TestTrace, _ sighting: Sighting) {
        if case .outsideReviewHours = test.gap { return }
        if test.truth == .true {
            nearest = nil
            if !seen.contains(.false), let margin = test.margin?.amount, margin < barely?.trace.margin?.amount ?? .max {
                barely = (test, sighting)
            }
        } else if !seen.contains(.true), nearest.map({ test.distance < $0.trace.distance }) ?? true {
            nearest = (test, sighting)
        }
        if test.truth == .false { barely = nil }
    }
}

extension ConditionTrace {
    /// Whether a part of it is not read at this hour.
    var isUnread: Bool {
        tests.contains { test in
            if case .outsideReviewHours = test.gap { test.truth == .unknown } else { false }
        }
    }
}

extension TestTrace {
    /// How far a test that is not true is from it. The smaller, the nearer.
    fileprivate var distance: Distance {
        guard let nearest else { return Distance(unsatisfied: .max, failing: .max, shortfall: .max) }
        return Distance(
            unsatisfied: nearest.all.count - nearest.all.count { $0.truth == .true }, failing: nearest.failing.count,
            shortfall: nearest.failing.reduce(0) { $0 + max(0, -($1.room ?? 0)) })
    }
}

private struct Distance: Comparable {
    var unsatisfied: Int
    var failing: Int
    /// Sum of what the values lack, in thousandths.
    var shortfall: Int64

    static func < (left: Distance, right: Distance) -> Bool {
        (left.unsatisfied, left.failing, left.shortfall) < (right.unsatisfied, right.failing, right.shortfall)
    }
}
