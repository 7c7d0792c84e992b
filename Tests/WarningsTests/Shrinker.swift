import AirQuality
import PlanModel

@testable import Warnings

/// Makes a case that differs small: greedily drops whatever the difference does not need.
struct Shrinker {
    private(set) var test: DifferentialCase
    private(set) var difference: DifferentialRun.Difference
    private var tries = 0
    private static let mostTries = 1500

    /// - Parameter difference: What was found in the case.
    init(_ test: DifferentialCase, _ difference: DifferentialRun.Difference) {
        self.test = test
        self.difference = difference
        keepOnePlan()
        while tries < Self.mostTries {
            let before = size
            keepFewerSteps()
            while smallerPlans().contains(where: { plan in attempt { $0.plans = [plan] } }) {}
            dropData()
            if size >= before { break }
        }
    }

    private var size: Int { test.keptText.utf8.count }

    /// A text to be kept in `Kept/Cases`, with what went wrong as its comment.
    var text: String { "# " + difference.text.replacing("\n", with: " ") + "\n" + test.keptText }

    /// Keeps a change that leaves a difference.
    @discardableResult
    private mutating func attempt(_ change: (inout DifferentialCase) -> Void) -> Bool {
        guard tries < Self.mostTries else { return false }
        tries += 1
        var candidate = test
        change(&candidate)
        var run = DifferentialRun()
        guard let found = run.difference(in: candidate) else { return false }
        test = candidate
        difference = found
        return true
    }

    private mutating func keepOnePlan() {
        let place = difference.plan
        guard test.plans.count > 1 else { return }
        attempt { candidate in
            candidate.plans = [candidate.plans[place]]
            candidate.steps = candidate.steps.compactMap { step in
                guard case .swap(let other, let plan) = step else { return step }
                return other == place ? .swap(0, plan) : nil
            }
        }
    }

    private mutating func keepFewerSteps() {
        for range in [difference.at...difference.at, Int.min...difference.at] { keepSeals(range) }
        for hours in [24, 3] { keepSeals(difference.at - hours...Int.max) }
        attempt { $0.steps.removeAll(where: \.isEmpty) }
        var length = max(test.steps.count / 2, 1)
        while length >= 1, tries < Self.mostTries {
            var end = test.steps.count
            while end > 0 {
                let start = max(0, end - length)
                attempt { $0.steps.removeSubrange(start..<end) }
                end = start
            }
            length /= 2
        }
    }

    private mutating func keepSeals(_ range: ClosedRange<Int>) {
        attempt { $0.steps = $0.steps.filter { if case .seal(let instant) = $0 { range.contains(instant) } else { true } } }
    }

    // MARK: Data

    private mutating func dropData() {
        for pollutant in Pollutant.allCases { attempt { $0.blank { _, other in other == pollutant } } }
        let span = test.record
        var length = span.count / 2
        while length >= 6 {
            for start in stride(from: span.lowerBound - 48, to: span.upperBound + 240, by: length) {
                attempt { $0.blank { slot, _ in (start..<start + length).contains(slot) } }
            }
            length /= 2
        }
    }

    // MARK: Plans

    private func smallerPlans() -> [Plan] {
        guard let plan = test.plans.first else { return [] }
        var plans: [Plan] = []
        func add(_ change: (inout Plan) -> Void) {
            var smaller = plan
            change(&smaller)
            if smaller != plan { plans.append(smaller) }
        }
        for index in plan.levels.indices {
            if plan.levels.count > 1 { add { $0.levels.remove(at: index) } }
            add { $0.levels[index].responseStart = .immediately }
            add { $0.levels[index].end = nil }
            if let end = plan.levels[index].end {
                for part in Self.parts(of: end) { add { $0.levels[index].end = part } }
            }
            for clause in plan.levels[index].issue.indices {
                if plan.levels[index].issue.count > 1 { add { $0.levels[index].issue.remove(at: clause) } }
                for part in Self.parts(of: plan.levels[index].issue[clause].condition) {
                    add { $0.levels[index].issue[clause].condition = part }
                }
            }
        }
        add { $0.review = [] }
        add { $0.days = .rolling }
        add { $0.forecastBound = .upper }
        add { $0.forecasts.combination = .preference }
        add { $0.forecasts.sources = [] }
        add { $0.forecasts.maximumAge = nil }
        add { $0.zone = .beijing }
        add { $0.areas[0].atLeast = nil }
        let isSwapped = test.steps.contains { if case .swap = $0 { true } else { false } }
        if !isSwapped { add { $0.areas[0].stations = Array($0.areas[0].stations.prefix(1)) } }
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
            if test.startingWithin == nil { add { $0.span = .single } }
            return simpler.map { .test($0) }
        }
    }
}

extension DifferentialCase.Step {
    /// Whether it brings nothing.
    fileprivate var isEmpty: Bool {
        switch self {
        case .observations(let batch): batch.withdrawals.isEmpty && batch.rows.allSatisfy { $0.values.known.isEmpty }
        case .forecasts(let batch):
            batch.days.isEmpty && batch.hours.allSatisfy { $0.aqi == nil && $0.values.known.isEmpty }
        case .opinion(let opinion): opinion.days.isEmpty
        case .seal, .swap: false
        }
    }
}

extension DifferentialCase {
    /// Takes values away.
    fileprivate mutating func blank(_ drops: (Int, Pollutant) -> Bool) {
        for index in steps.indices {
            switch steps[index] {
            case .observations(var batch):
                for row in batch.rows.indices {
                    for pollutant in Pollutant.allCases where drops(Int(batch.rows[row].slot), pollutant) {
                        batch.rows[row].values[pollutant] = PollutantValues.missing
                    }
                }
                batch.withdrawals.removeAll { drops($0.slot.hours, $0.pollutant) }
                steps[index] = .observations(batch)
            case .forecasts(var batch):
                for row in batch.hours.indices {
                    for pollutant in Pollutant.allCases where drops(batch.hours[row].slot.hours, pollutant) {
                        batch.hours[row].values[pollutant] = PollutantValues.missing
                    }
                }
                batch.days.removeAll { day in drops(day.date.days * 24, .so2) && drops(day.date.days * 24, .pm25) }
                steps[index] = .forecasts(batch)
            case .opinion, .seal, .swap: break
            }
        }
    }
}
