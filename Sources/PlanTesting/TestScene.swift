import AirQuality
import Desk
import PlanModel
import Warnings

/// What a test takes as given, as the data that a desk would have received.
///
/// A value of an area goes to each of its stations. An index is recorded as the smallest concentration that has it; between
/// the ends of a ramp as the nearest that exists. An AQI that is led by pollutants sets these and records zero for the others, so
/// that all are known.
struct TestScene {
    let plan: Plan
    let test: PlanTest
    let area: Area
    /// Where the test begins; see ``PlanTest/begin``.
    let begin: HourSlot
    private(set) var observations = ObservationBatch()
    private(set) var forecasts = ForecastBatch()
    /// The warning in force when the test begins.
    private(set) var warning: Decision?
    private let calculator: IndexCalculator

    /// nil where the plan has no such area.
    init?(plan: Plan, test: PlanTest) {
        guard let area = test.area.map({ id in plan.areas.first { $0.id == id } }) ?? plan.areas.first else { return nil }
        self.plan = plan
        self.test = test
        self.area = area
        begin = test.begin
        calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        build()
    }

    /// The instants to evaluate.
    var instants: ClosedRange<Int> {
        let first = warning == nil ? begin.hours : begin.hours + 1
        return first...max(first, test.end.hours)
    }

    /// The desk when the test begins.
    ///
    /// - Parameter judgesMessages: Whether it makes advice and alerts known.
    func desk(judgesMessages: Bool) -> Desk {
        var settings = DeskSettings.replay(.issued, window: nil)
        settings.reportsSilence = judgesMessages
        var desk = Desk(plan: plan, settings: settings)
        _ = desk.apply(.observations(observations))
        _ = desk.apply(.forecasts(forecasts))
        if let warning { _ = desk.apply(.hourRecalled(HourOutcome(at: begin, decisions: [warning], silences: []))) }
        return desk
    }

    // MARK: - Building

    private struct IssuedSlot: Hashable {
        var issued: Instant
        var slot: HourSlot
    }

    private struct IssuedDay: Hashable {
        var issued: Instant
        var date: LocalDate
    }

    private mutating func build() {
        var recorded: [String: [Int: PollutantValues]] = [:]
        var hours: [IssuedSlot: HourForecast] = [:]
        var days: [IssuedDay: DayForecast] = [:]
        let known = firstIssue
        for given in test.givens {
            switch given {
            case .warning(let level, _):
                warning = Decision(
                    at: begin, area: area.id, kind: .issue, from: nil, to: level, response: begin, evidence: [], episode: begin)
            case .days(let given):
                for (offset, day) in given.days.enumerated() {
                    let key = IssuedDay(issued: given.issued ?? known, date: given.from + offset)
                    days[key] = day.map {
                        DayForecast(
                            issued: key.issued, area: area.id, date: key.date, low: $0.low, high: $0.high, primary: given.primary,
                            source: source)
                    }
                }
            // Rows matter to orders alone.
            case .row: break
            case .series(let series):
                if series.source != .forecast { record(series, &recorded) }
                if series.source != .observed { foresee(series, known, &hours) }
            }
        }
        observations = Self.batch(recorded)
        // The order in which they are received decides between forecasts of one time of issue only, and those are one here.
        forecasts.hours = hours.sorted { ($0.key.issued, $0.key.slot) < ($1.key.issued, $1.key.slot) }.map(\.value)
        forecasts.days = days.sorted { ($0.key.issued, $0.key.date) < ($1.key.issued, $1.key.date) }.map(\.value)
    }

    /// A given forecast comes from the source that the plan prefers.
    private var source: String { plan.forecasts.sources.first ?? "" }

    /// What has no time of issue was issued first.
    private var firstIssue: Instant {
        let stated: [Instant] = test.givens.compactMap { given in
            switch given {
            case .days(let days): days.issued
            case .series(let series): series.issued
            case .warning, .row: nil
            }
        }
        return stated.reduce(begin.start) { min($0, $1) }
    }

    private func record(_ series: GivenSeries, _ recorded: inout [String: [Int: PollutantValues]]) {
        let all = area.stations.isEmpty ? [area.id] : area.stations
        let stations = series.station.map { [$0] } ?? all
        for (offset, value) in series.values.enumerated() {
            let slot = series.from.hours + offset
            for station in stations {
                enter(value, series, at: slot, into: &recorded[station, default: [:]][slot, default: PollutantValues()])
            }
        }
    }

    private func foresee(_ series: GivenSeries, _ known: Instant, _ hours: inout [IssuedSlot: HourForecast]) {
        for (offset, value) in series.values.enumerated() {
            let key = IssuedSlot(issued: series.issued ?? known, slot: series.from + offset)
            var hour =
                hours[key]
                ?? HourForecast(
                    issued: key.issued, area: area.id, slot: key.slot, aqi: nil, values: PollutantValues(), source: source)
            if series.quantity == .aqi, series.ledBy.isEmpty {
                hour.aqi = value.map { Int(($0 + 500) / 1000) }
            } else {
                enter(value, series, at: key.slot.hours, into: &hour.values)
            }
            hours[key] = hour
        }
    }

    private func enter(_ value: Int64?, _ series: GivenSeries, at slot: Int, into values: inout PollutantValues) {
        switch series.quantity {
        case .concentration(let pollutant):
            values[pollutant] = value.map { Int32(truncatingIfNeeded: $0) } ?? PollutantValues.missing
        case .iaqi(let pollutant): values[pollutant] = concentration(value, pollutant, at: slot)
        case .aqi:
            for pollutant in Pollutant.allCases {
                let own = series.ledBy.contains(pollutant) ? value : value.map { _ in 0 }
                values[pollutant] = concentration(own, pollutant, at: slot)
            }
        }
    }

    private func concentration(_ value: Int64?, _ pollutant: Pollutant, at slot: Int) -> Int32 {
        guard let value else { return PollutantValues.missing }
        let index = Int((value + 500) / 1000)
        let found = ConcentrationOfIndex.nearest(to: index, of: pollutant, calculator.edition(at: slot))
        return Int32(truncatingIfNeeded: Int64(found) * ReportedValue.step(of: pollutant))
    }

    private static func batch(_ recorded: [String: [Int: PollutantValues]]) -> ObservationBatch {
        var batch = ObservationBatch()
        for (station, slots) in recorded.sorted(by: { $0.key < $1.key }) {
            let index = Int32(batch.stations.count)
            batch.stations.append(station)
            for (slot, values) in slots.sorted(by: { $0.key < $1.key }) {
                batch.rows.append(ObservationRow(slot: Int32(truncatingIfNeeded: slot), station: index, values: values))
            }
        }
        return batch
    }
}
