public import AirQuality
public import PlanModel
import Plots

/// What a plan mostly judges by: of the quantities in its `issue when`, the one that most tests read; the first of several.
public struct MainQuantity: Hashable {
    public var quantity: Quantity
    public var cycle: Cycle

    /// Tests of a single station do not count: the picture is one of an area.
    public init(of plan: Plan) {
        let tests = plan.levels.flatMap { $0.issue.flatMap(\.condition.tests) }.filter {
            $0.station == nil && $0.comparison.relation.isUpward
        }
        var counts: [(main: MainQuantity, count: Int)] = []
        for test in tests {
            let main = MainQuantity(quantity: test.comparison.quantity, cycle: test.cycle)
            if let place = counts.firstIndex(where: { $0.main == main }) {
                counts[place].count += 1
            } else {
                counts.append((main, 1))
            }
        }
        let most = counts.map(\.count).max()
        self = counts.first { $0.count == most }?.main ?? MainQuantity(quantity: .aqi, cycle: .daily)
    }

    private init(quantity: Quantity, cycle: Cycle) {
        self.quantity = quantity
        self.cycle = cycle
    }

    /// For a legend.
    public var text: String {
        var text = quantity.name
        if case .concentration(let pollutant) = quantity { text += " \(pollutant.unit.rawValue)" }
        return cycle == .hourly ? "\(text) 1 h 小时值" : "\(text) of the 24 h that end then 前24小时"
    }

    /// The thresholds of plans' `issue when` for it, rising.
    func thresholds(of plans: [Plan]) -> [PlotThreshold] {
        var values: Set<Int64> = []
        for test in plans.flatMap(\.levels).flatMap(\.issue).flatMap(\.condition.tests) where test.station == nil {
            if test.cycle == cycle, test.comparison.quantity == quantity { values.insert(test.comparison.threshold) }
            if case .run(_, let including?) = test.span, including.cycle == cycle, including.comparison.quantity == quantity {
                values.insert(including.comparison.threshold)
            }
        }
        return values.sorted().map { PlotThreshold(label: Comparison.text(thousandths: $0), value: $0) }
    }

    /// The value at a slot of a series, in thousandths; for days, of the block that ends with the slot.
    public func value(_ series: HourlySeries, _ slot: Int, _ calculator: IndexCalculator) -> Int64? {
        let start = slot - 23
        switch (quantity, cycle) {
        case (.aqi, .hourly): return calculator.hourly(series, at: slot).published.map { Int64($0) * 1000 }
        case (.aqi, .daily): return calculator.daily(series, from: start).published.map { Int64($0) * 1000 }
        case (.iaqi(let pollutant), .hourly): return calculator.hourlyIAQI(pollutant, series, at: slot).map { Int64($0) * 1000 }
        case (.iaqi(let pollutant), .daily): return calculator.dailyIAQI(pollutant, series, from: start).map { Int64($0) * 1000 }
        case (.concentration(let pollutant), .hourly):
            let value = ReportedValue.hourly(series.value(pollutant, at: slot), of: pollutant)
            return value < 0 ? nil : Int64(value) * ReportedValue.step(of: pollutant)
        case (.concentration(let pollutant), .daily):
            let value = pollutant == .o3 ? series.o3EightHourMaximum(from: start) : series.dayMean(pollutant, from: start)
            return value < 0 ? nil : Int64(value) * ReportedValue.step(of: pollutant)
        }
    }
}
