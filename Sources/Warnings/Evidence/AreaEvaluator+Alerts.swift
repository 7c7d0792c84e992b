import AirQuality
import PlanModel

extension AreaEvaluator {
    /// As far as is looked back for the beginning of what holds.
    private static let hoursBack = 240

    /// What of an alert's condition is true of its place at the present instant; nil where it is not true.
    mutating func highValue(_ index: Int) -> HighValueFinding? {
        let place = alerts[index]
        guard isAlert(index) == .true, let finding = finding(of: place.condition) else { return nil }
        // A condition of negations alone holds of the last hour.
        var since: [Int] = []
        var readings: [HighValueReading] = []
        for test in Self.tests(of: finding, in: place.condition) {
            let (start, _, elements) = elementStarts(of: test)
            readings.append(reading(of: test, elements, besideArea: place.station != nil))
            since.append(start.map { beginning(of: test, from: $0) } ?? now - 1)
        }
        return HighValueFinding(
            alert: place.alert, station: place.station, since: HourSlot(since.max() ?? now - 1), readings: readings)
    }

    /// The tests of a condition that were found true, in source order.
    private static func tests(of finding: Evidence.Finding, in condition: Condition) -> [Test] {
        var found = Set(finding.tests.map(\.text))
        return condition.tests.filter { found.remove($0.text) != nil }
    }

    mutating func reading(of test: Test, _ elements: [Int], besideArea: Bool) -> HighValueReading {
        let timeline = timeline(of: test)
        let (quantity, cycle) = (test.comparison.quantity, test.cycle)
        let values = elements.map { element in
            HighValueReading.Value(
                start: HourSlot(element), value: number(quantity, cycle, at: element, on: timeline),
                area: besideArea ? number(quantity, cycle, at: element, on: 0) : nil)
        }
        var unit: String?
        if case .concentration(let pollutant) = quantity { unit = pollutant.unit.symbol }
        return HighValueReading(test: test.text, quantity: quantity.name, unit: unit, hours: cycle.hours, values: values)
    }

    private mutating func number(_ quantity: Quantity, _ cycle: Cycle, at start: Int, on timeline: Int) -> Int64? {
        withTimeline(timeline) { timeline in
            switch timeline.read(quantity, cycle, at: start).value {
            case .missing: nil
            case .exact(let value), .atLeast(let value), .atMost(let value): value
            }
        }
    }

    /// The first hour of those without a gap up to a run's start in which an observed hourly test holds.
    private mutating func beginning(of test: Test, from start: Int) -> Int {
        guard test.source == .observed, test.cycle == .hourly, let index = testIndices[test] else { return start }
        let probe = tests[index].probe
        let earliest = min(start, now - Self.hoursBack)
        context.prepare(probe, earliest..<now)
        var first = start
        while first > earliest, context.probes[probe].truths[first - 1] == .true { first -= 1 }
        return first
    }
}
