import AirQuality
import PlanModel

@testable import Warnings

/// Makes a case that differs small: greedily drops whatever the difference does not need.
enum Shrinker {
    struct Result {
        var test: DifferentialCase
        var difference: (at: Int, text: String)

        var description: String {
            let plan = test.plan
            var lines = [
                "\(test.mode) at \(plan.zone.text(HourSlot(difference.at))): \(difference.text)",
                "days \(plan.days), bound \(plan.forecastBound), \(plan.edition), review \(plan.review), requires \(plan.requires.text)",
                "stations \(plan.areas[0].stations) at least \(plan.areas[0].atLeast ?? -1), \(test.steps.count) steps",
            ]
            for level in plan.levels {
                lines += level.issue.map { "\(level.id) issue when \($0.condition.expandedText)" }
                lines.append("\(level.id) end \(level.end?.expandedText ?? "-") respond \(level.responseStart)")
            }
            return lines.joined(separator: "\n")
        }
    }

    static func shrink(_ test: DifferentialCase, until last: Int) -> Result {
        var result = Result(test: test, difference: (last, "?"))
        var tries = 0
        var isSmaller = true
        while isSmaller, tries < 150 {
            isSmaller = false
            for candidate in candidates(result.test, result.difference.at) {
                tries += 1
                var run = DifferentialRun()
                if let difference = run.difference(in: candidate) {
                    result = Result(test: candidate, difference: difference)
                    isSmaller = true
                    break
                }
            }
        }
        if result.difference.text == "?" {
            var run = DifferentialRun()
            result.difference = run.difference(in: result.test) ?? result.difference
        }
        return result
    }

    private static func candidates(_ test: DifferentialCase, _ at: Int) -> [DifferentialCase] {
        smallerRecords(test, at)
            + smallerPlans(test.plan).map { plan in
                var smaller = test
                smaller.plan = plan
                return smaller
            } + smallerData(test)
    }

    /// Nothing after the difference; only one evaluation; half the evaluations.
    private static func smallerRecords(_ test: DifferentialCase, _ at: Int) -> [DifferentialCase] {
        func keeping(_ keeps: (Int) -> Bool) -> DifferentialCase? {
            var smaller = test
            smaller.steps = test.steps.filter { if case .seal(let instant) = $0 { keeps(instant) } else { true } }
            return smaller.steps.count < test.steps.count ? smaller : nil
        }
        let instants = test.steps.compactMap { if case .seal(let instant) = $0 { instant } else { nil } }
        let middle = instants[instants.count / 2]
        return [keeping { $0 <= at && $0 > at - 1 }, keeping { $0 <= at }, keeping { $0 >= middle }].compactMap { $0 }
    }

    private static func smallerPlans(_ plan: Plan) -> [Plan] {
        var plans: [Plan] = []
        func add(_ change: (inout Plan) -> Void) {
            var smaller = plan
            change(&smaller)
            if smaller != plan { plans.append(smaller) }
        }
        for index in plan.levels.indices {
            if plan.levels.count > 1 { add { $0.levels.remove(at: index) } }
            add { $0.levels[index].responseStart = .immediately }
            if let end = plan.levels[index].end {
                for part in parts(of: end) { add { $0.levels[index].end = part } }
            }
            for clause in plan.levels[index].issue.indices {
                if plan.levels[index].issue.count > 1 { add { $0.levels[index].issue.remove(at: clause) } }
                for part in parts(of: plan.levels[index].issue[clause].condition) {
                    add { $0.levels[index].issue[clause].condition = part }
                }
            }
        }
        add { $0.review = [] }
        add { $0.days = .rolling }
        add { $0.forecastBound = .upper }
        add { $0.areas[0].atLeast = nil }
        add { $0.areas[0].stations = Array($0.areas[0].stations.prefix(1)) }
        return plans
    }

    private static func parts(of condition: Condition) -> [Condition] {
        switch condition {
        case .or(let parts), .and(let parts): return parts
        case .named(_, let part), .not(let part): return [part]
        case .test(let test):
            var simpler: [Test] = []
            func add(_ change: (inout Test) -> Void) {
                var changed = test
                change(&changed)
                if changed != test { simpler.append(changed) }
            }
            add { $0.ledBy = nil }
            add { $0.station = nil }
            add { $0.startingWithin = nil }
            if case .run(let hours, _) = test.span { add { $0.span = .run(hours: hours, including: nil) } }
            add { $0.span = .single }
            return simpler.map { .test($0) }
        }
    }

    private static func smallerData(_ test: DifferentialCase) -> [DifferentialCase] {
        test.steps.indices.compactMap { index in
            if case .seal = test.steps[index] { return nil }
            var smaller = test
            smaller.steps.remove(at: index)
            return smaller
        }
    }
}
