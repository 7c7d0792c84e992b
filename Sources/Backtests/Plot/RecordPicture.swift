public import AirQuality
public import PlanModel
public import Plots
public import Warnings

/// The picture of an area's record with what one plan, or two, decided on it.
public struct RecordPicture {
    /// What stood for the forecasts.
    public enum Forecast: Sendable {
        case perfect, persistence
        case issued([ForecastBatch])
    }

    /// - Parameters:
    ///   - runs: One plan, or the old one and the new one, replayed on the same record.
    ///   - area: Of the last plan.
    ///   - events: Bands of warnings that were really issued, by level id; nil: no such lane.
    ///   - first: The first instant replayed.
    public static func plot(
        _ runs: [PlanRun], area: Area, observations: ObservationStore, forecast: Forecast, events: [LevelBands.Band]?,
        from first: HourSlot
    ) -> TimelinePlot? {
        guard let run = runs.last, let oldest = runs.first else { return nil }
        let plan = run.plan
        let slots = first.hours..<max(run.last.hours, first.hours)
        let main = MainQuantity(of: plan)
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        let series = observations.areaSeries(area, slots.lowerBound - 72..<slots.upperBound)
        // A day earlier, so that the first blocks are whole.
        let early = slots.lowerBound - 24..<slots.upperBound
        func drawn(_ label: String, _ values: [Int64?]) -> PlotSeries { PlotSeries(label: label, start: first, values: values) }
        let observed = drawn("observed 实测", slots.map { main.value(series, $0, calculator) })
        let ahead: ForecastAhead? =
            switch forecast {
            case .perfect: nil
            case .persistence: ForecastAhead(persistenceOf: series, over: early)
            case .issued(let batches):
                batches.isEmpty ? nil : ForecastAhead(batches, area: area, zone: plan.zone, over: early)
            }
        let pairing = PlanPairing(old: oldest.plan, new: plan)
        var lanes: [PlotLane] = []
        func add(_ label: String, _ bands: [LevelBands.Band]) {
            lanes.append(
                PlotLane(label: label, bands: bands.map { PlotLane.Band(slots: $0.slots, grade: pairing.rank($0.level)) }))
        }
        var isAtOnce = false
        for (place, run) in runs.enumerated() {
            let isOld = place == 0 && runs.count > 1
            let decisions = isOld ? run.decisions.map { pairing.renamed($0) } : run.decisions
            let bands = LevelBands(decisions, area: area.id, last: run.last)
            let name = runs.count == 1 ? "" : isOld ? "old 旧 " : "new 新 "
            add(name + "warning 预警", bands.warning)
            if bands.response == bands.warning { isAtOnce = true } else { add(name + "response 响应", bands.response) }
        }
        if let events { add("in reality 实际", events) }
        var notes = ["\(plan.zone.shortText(first)) – \(plan.zone.shortText(run.last)) (\(plan.zone.name))"]
        if isAtOnce { notes.append("where no response is drawn, it is as the warning 未画响应者与预警同") }
        let names = runs.count == 1 ? plan.name : "\(oldest.plan.name) → \(plan.name)"
        return TimelinePlot(
            title: names.contains(area.name) ? names : "\(area.name)  \(names)",
            subtitle: notes.joined(separator: " · "), quantity: main.text,
            zone: plan.zone, slots: first..<HourSlot(slots.upperBound), observed: observed,
            forecast: ahead.map {
                drawn(
                    "forecast 24 h before 提前24小时预报",
                    Array($0.values(of: main, bound: plan.forecastBound, calculator).dropFirst(24)))
            },
            thresholds: main.thresholds(of: runs.map(\.plan)), grades: grades(pairing), lanes: lanes)
    }

    private static func grades(_ pairing: PlanPairing) -> [PlotGrade] {
        var spare: [PlotGrade.Colour] = [.green, .purple, .skyBlue]
        let known: [(words: [String], colour: PlotGrade.Colour)] = [
            (["red", "红"], .vermillion), (["orange", "橙"], .orange), (["yellow", "黄"], .yellow), (["blue", "蓝"], .skyBlue),
        ]
        return pairing.levels.map { level in
            let text = level.id.lowercased() + level.name
            let named = known.first { $0.words.contains { text.contains($0) } }?.colour
            return PlotGrade(name: level.name, colour: named ?? (spare.isEmpty ? .green : spare.removeFirst()))
        }
    }
}
