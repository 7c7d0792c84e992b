import AirQuality
import PlanModel
import Warnings

/// What the values of some findings come to.
struct ValueSummary {
    /// The smallest and the largest value of one quantity.
    struct Extent {
        var quantity: String
        var unit: String?
        /// Thousandths.
        var low: Int64
        var high: Int64
        /// Whether only a bound is known of some value.
        var holdsBounds: Bool
        /// Of the values that are known exactly.
        var sum: Int64 = 0
        var count: Int64 = 0

        /// The mean of the values that are known exactly, rounded half to even to what is published (GB/T 8170), in thousandths: whole
        /// numbers, tenths of mg; nil where none is.
        var mean: Int64? {
            guard count > 0, sum >= 0 else { return nil }
            let step: Int64 = unit?.hasPrefix("mg") == true ? 100 : 1000
            return roundedHalfEven(sum, over: count * step) * step
        }

        mutating func take(_ value: Int64, isExact: Bool) {
            low = min(low, value)
            high = max(high, value)
            holdsBounds = holdsBounds || !isExact
            // Far beyond any concentration; what exceeds it has no mean.
            guard isExact, (0...1_000_000_000_000).contains(value) else { return }
            sum += value
            count += 1
        }
    }

    /// In order of first appearance.
    private(set) var extents: [Extent] = []
    /// The largest AQI or IAQI, in thousandths.
    private(set) var largestIndex: Int64?
    private(set) var primary: PollutantSet = []
    /// Where the values come from, in the order in which that is told.
    var origins: [ReadingOrigin] { ReadingOrigin.all.filter(seen.contains) }
    private var seen: Set<ReadingOrigin> = []
    private(set) var elements = 0
    private(set) var missingElements = 0
    /// Hours missing inside blocks that have a value; a day's or an hour's index needs none.
    private(set) var missingHours = 0
    /// Whether every value was measured, none forecast.
    private(set) var isObserved = true

    init(_ tests: [TestFinding]) {
        for test in tests { for element in test.elements { take(element, of: test) } }
    }

    private mutating func take(_ element: ElementFinding, of test: TestFinding) {
        elements += 1
        if element.origin != .observed { isObserved = false }
        seen.insert(element.origin)
        primary.formUnion(element.primary)
        guard let value = element.value, element.certainty != .missing else {
            missingElements += 1
            return
        }
        if element.origin != .dayValue, element.origin != .hourlyIndex { missingHours += max(0, min(element.missingHours, 24)) }
        if test.unit == nil, element.certainty != .atMost { largestIndex = max(largestIndex ?? value, value) }
        let known = extents.firstIndex { $0.quantity == test.shownQuantity && $0.unit == test.shownUnit }
        if known == nil {
            extents.append(
                Extent(quantity: test.shownQuantity, unit: test.shownUnit, low: value, high: value, holdsBounds: false))
        }
        extents[known ?? extents.count - 1].take(value, isExact: element.certainty == .exact)
    }

    /// The grade of the largest index, nil where only concentrations are known.
    var grade: PollutionGrade? { largestIndex.map { PollutionGrade(index: $0) } }

    var concentrations: [Extent] { extents.filter { $0.unit != nil } }
}

extension ValueSummary.Extent {
    private func range(_ dash: String) -> String {
        let bottom = Comparison.text(thousandths: low)
        return (low == high ? bottom : bottom + dash + Comparison.text(thousandths: high)) + (unit.map { " \($0)" } ?? "")
    }

    /// `AQI 230～320`.
    var chinese: String { "\(quantity) \(range("～"))\(holdsBounds ? "（含仅知上限或下限的值）" : "")" }

    /// `AQI 230～320，均值271`; the mean where there are several values.
    var chineseWithMean: String {
        guard count > 1, let mean else { return chinese }
        return "\(chinese)，均值\(Comparison.text(thousandths: mean))\(unit.map { " \($0)" } ?? "")"
    }

    /// `AQI 230-320`.
    var english: String {
        "\(quantity) \(range("-"))\(holdsBounds ? " (some values are bounds)" : "")"
    }
}

extension TestFinding {
    /// The quantity, safe to show.
    var shownQuantity: String { PlainText.line(quantity, limit: 40) }
    var shownUnit: String? { unit.map { PlainText.line($0, limit: 20) } }
}
