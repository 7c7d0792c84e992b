import AirQuality
import PlanModel

/// What evidence says of one true test (semantics §8.4).
struct NaiveFinding: Equatable {
    var text: String
    var start: Int?
    var isRunAhead: Bool
    var elements: [Element]

    struct Element: Equatable {
        var start: Int
        var value: NaiveValue
    }
}

extension NaiveEvaluator {
    /// Of `or` the first true operand in source order, of `and` all, of `not` nothing.
    func findings(_ condition: Condition) -> [NaiveFinding] {
        switch condition {
        case .or(let parts): parts.first { truth($0) == .some(true) }.map(findings) ?? []
        case .and(let parts): parts.flatMap(findings)
        case .not: []
        case .named(_, let part): findings(part)
        case .test(let test): [finding(test)]
        }
    }

    func finding(_ test: Test) -> NaiveFinding {
        let start: Int?
        let elements: [Int]
        var isRunAhead = test.source != .observed
        if case .throughout(let hours, _) = test.span {
            elements = throughoutElements(test, hours)
            start = now
            isRunAhead = false
        } else {
            let run = NaiveRun(test, self)
            start = starts(run).first { truth(run, $0) == .some(true) }
            elements = start.map { self.elements(run, $0) } ?? []
        }
        let timeline = timeline(test.station)
        return NaiveFinding(
            text: test.text, start: start, isRunAhead: isRunAhead,
            elements: elements.map { element in
                NaiveFinding.Element(start: element, value: timeline.reading(test.comparison.quantity, test.cycle, element).value)
            })
    }
}
