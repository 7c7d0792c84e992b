public import AirQuality
public import PlanModel
public import Warnings

/// The duty desk as one pure reducer: events in, effects out. Live running, replay, drills and simulation drive this same value.
///
/// It reads no clock and no file. The same events in the same order give the same effects.
public struct Desk: Sendable {
    public private(set) var plan: Plan
    public private(set) var observations: ObservationStore
    /// One a area of the plan, in its order.
    var areas: [AreaDesk]
    /// Areas that the plan no longer names, kept for the day it names them again.
    private var dormant: [String: AreaDesk] = [:]
    /// The last instant that was sealed.
    public private(set) var lastSealed: HourSlot?
    /// The first instant that was sealed, from which silence is counted where nothing was ever received.
    private(set) var firstSealed: HourSlot?
    /// The last hour that has begun, up to which directives count.
    private var lastBegun: HourSlot?
    private let settings: DeskSettings
    private var forgottenBefore: HourSlot?

    /// - Parameter observations: What is on record before the first event.
    public init(plan: Plan, settings: DeskSettings = .live, observations: ObservationStore = ObservationStore()) {
        self.plan = plan
        self.settings = settings
        self.observations = observations
        areas = plan.areas.map {
            AreaDesk(
                watch: AreaWatch(
                    plan: plan, area: $0, supply: settings.supply, window: settings.window,
                    judgesMessages: settings.reportsSilence))
        }
        if let window = settings.window { for index in areas.indices { areas[index].watch.observationsChanged(window) } }
    }

    /// What is in force in an area.
    public func standing(ofArea id: String) -> Standing {
        desk(ofArea: id)?.inForce ?? Standing()
    }

    private func desk(ofArea id: String) -> AreaDesk? { areas.first { $0.watch.area.id == id } ?? dormant[id] }

    /// What is in force in each area of the plan.
    public var standings: [(area: Area, standing: Standing)] { areas.map { ($0.watch.area, $0.inForce) } }

    /// What the plan's conditions, approvals and declarations have led to in an area, whatever directives make of it.
    public func ownStanding(ofArea id: String) -> Standing { desk(ofArea: id)?.own ?? Standing() }

    /// The directives over an area that have not ended, in the order in which they came.
    public func directives(ofArea id: String) -> [Directive] { desk(ofArea: id)?.directives ?? [] }

    /// What waits for approval, in the order of the plan's areas.
    public var proposals: [Proposal] { areas.compactMap(\.proposal) }

    /// The feeds that are silent at present.
    public var silences: [(area: Area, feed: Silence.Feed)] {
        areas.flatMap { area in area.silent.sorted { $0.rawValue < $1.rawValue }.map { (area.watch.area, $0) } }
    }

    /// The advice in force at present, by its beginning.
    public var bulletins: [(area: Area, bulletin: Bulletin)] {
        areas.flatMap { area in area.advised.map { (area.watch.area, $0) } }
    }

    /// Takes an event.
    public mutating func apply(_ event: DeskEvent) -> [DeskEffect] {
        switch event {
        case .observations(let batch):
            take(batch)
            return []
        case .forecasts(let batch):
            for index in areas.indices { areas[index].watch.addForecasts(batch, honoursReceived: settings.honoursReceived) }
            return []
        case .planSwapped(let new): return swap(to: new)
        case .hourSealed(let instant): return seal(instant)
        case .hourRecalled(let outcome):
            let hour = notBeforeLastBegun(outcome.at)
            recall(outcome)
            note(sealed: outcome.at)
            forgetOldData(at: outcome.at)
            return recalledEnds(outcome, at: hour)
        case .hourStarted(let instant):
            guard begins(instant) else { return [] }
            return areas.indices.flatMap { areas[$0].follow(at: instant) } + restated(at: instant)
        case .actRecalled(let act, let outcome):
            if let act { recall(act) }
            recall(outcome)
            _ = begins(outcome.at)
            return recalledEnds(outcome, at: notBeforeLastBegun(outcome.at), by: act)
        }
    }

    // MARK: Data

    private mutating func take(_ batch: ObservationBatch) {
        let wanted = WantedStations(plan)
        guard let changed = observations.merge(batch, isWanted: wanted.contains) else { return }
        for index in areas.indices { areas[index].watch.observationsChanged(changed) }
    }

    /// The part of a batch that the plan reads; a national file speaks of a thousand stations more.
    public func relevant(_ batch: ObservationBatch) -> ObservationBatch {
        let wanted = WantedStations(plan)
        let kept = batch.stations.map(wanted.contains)
        var result = ObservationBatch()
        result.withdrawals = batch.withdrawals.filter { wanted.contains($0.station) }
        guard kept.contains(false) else {
            result.stations = batch.stations
            result.rows = batch.rows
            return result
        }
        var indices: [Int32: Int32] = [:]
        for (index, station) in batch.stations.enumerated() where kept[index] {
            indices[Int32(index)] = Int32(result.stations.count)
            result.stations.append(station)
        }
        for row in batch.rows {
            guard let station = indices[row.station] else { continue }
            result.rows.append(ObservationRow(slot: row.slot, station: station, values: row.values))
        }
        return result
    }

    /// The forecasts of a batch that speak of an area of the plan.
    public func relevant(_ batch: ForecastBatch) -> ForecastBatch {
        var result = ForecastBatch()
        result.days = batch.days.filter { day in plan.areas.contains { $0.answers(to: day.area) } }
        result.hours = batch.hours.filter { hour in plan.areas.contains { $0.answers(to: hour.area) } }
        return result
    }

    /// The end of the newest slot of any area that has data, up to an instant.
    public func newestData(until instant: HourSlot) -> HourSlot? {
        areas.compactMap { observations.lastSlot(of: $0.watch.area, before: instant) }.max().map { $0 + 1 }
    }

    /// The levels demanded at the last sealed instant, by area.
    public func demandedLevels() -> [(area: Area, level: String?)] {
        guard let lastSealed else { return areas.map { ($0.watch.area, nil) } }
        return areas.map { area in
            var watch = area.watch
            return (watch.area, watch.demandedLevel(at: lastSealed, observations: observations))
        }
    }

    /// What every condition comes to at an instant for an area, and what sealing it would decide; nil where the plan has no such area.
    ///
    /// - Parameter at: the next instant to seal, or a later one.
    public func trace(ofArea id: String, at instant: HourSlot) -> AreaTrace? {
        guard let index = areas.firstIndex(where: { $0.watch.area.id == id }) else { return nil }
        var watch = areas[index].watch
        return watch.trace(at: instant, standing: areas[index].own, observations: observations)
    }

    /// Whether every area has all it requires for the slot before an instant.
    public func isComplete(for instant: HourSlot) -> Bool {
        areas.allSatisfy { observations.isComplete($0.watch.area, at: instant - 1, requires: plan.requires) }
    }

    // MARK: Sealing

    private mutating func seal(_ instant: HourSlot) -> [DeskEffect] {
        var effects: [DeskEffect] = []
        for index in areas.indices {
            effects += areas[index].seal(
                instant, hour: max(instant, lastBegun ?? instant), observations, approvesAtOnce: settings.approvesAtOnce)
        }
        effects += restated(at: notBeforeLastBegun(instant))
        for index in areas.indices { areas[index].forgetDirectives(endedBy: instant) }
        note(sealed: instant)
        if settings.reportsSilence {
            for index in areas.indices {
                effects += demandGap(of: index, at: instant).map { [.demandGap($0)] } ?? []
                effects += silences(of: index, at: instant).map { .silence($0) }
                effects += bulletins(of: index, at: instant).map { .bulletin($0) }
                effects += highValues(of: index, at: instant).map { .highValue($0) }
            }
        }
        forgetOldData(at: instant)
        return effects
    }

    /// Notes that an hour has begun; after the clock went back an earlier one undoes nothing.
    private mutating func begins(_ hour: HourSlot) -> Bool {
        guard lastBegun.map({ $0 <= hour }) ?? true else { return false }
        lastBegun = hour
        return true
    }

    /// The hour up to which directives count: after the clock went back the one that has begun.
    func notBeforeLastBegun(_ hour: HourSlot) -> HourSlot { max(hour, lastBegun ?? hour) }

    private mutating func note(sealed instant: HourSlot) {
        _ = begins(instant)
        lastSealed = instant
        firstSealed = firstSealed ?? instant
    }

    private mutating func recall(_ outcome: HourOutcome) {
        for decision in outcome.decisions { change(decision.area) { $0.recall(decision) } }
        for decision in outcome.own { change(decision.area) { $0.own.apply(decision) } }
        for item in outcome.proposals {
            change(item.proposal.decision.area) { $0.proposal = item.ending == nil ? item.proposal : nil }
        }
        for item in outcome.overruled { change(item.area) { $0.overruled = item.isOver ? nil : item.overruled } }
        for gap in outcome.demandGaps { change(gap.area) { $0.take(gap, at: outcome.at) } }
        for silence in outcome.silences {
            change(silence.area) { area in
                if silence.isOver { area.silent.remove(silence.feed) } else { area.silent.insert(silence.feed) }
            }
        }
        for bulletin in outcome.bulletins { change(bulletin.area) { $0.take(bulletin) } }
        for value in outcome.highValues { change(value.area) { $0.take(value) } }
        for index in areas.indices { areas[index].forgetDirectives(endedBy: outcome.at) }
    }

    /// How the ends on record moved, worked out anew; how often they did is as recorded.
    private mutating func recalledEnds(_ outcome: HourOutcome, at hour: HourSlot, by act: DeskAct? = nil) -> [DeskEffect] {
        let moved = restated(at: hour, by: act)
        for effect in moved {
            guard case .extended(let found) = effect, !outcome.extensions.contains(where: { $0.area == found.area }) else {
                continue
            }
            // Records of before tell of no ends.
            change(found.area) { $0.ends.moves = found.number - 1 }
        }
        return moved
    }

    private mutating func change(_ id: String, _ body: (inout AreaDesk) -> Void) {
        if let index = areas.firstIndex(where: { $0.watch.area.id == id }) {
            body(&areas[index])
        } else {
            // The plan on record may have named an area that this one does not.
            var area =
                dormant[id]
                ?? AreaDesk(watch: AreaWatch(plan: plan, area: Area(id: id, name: id, code: nil, stations: [], atLeast: nil)))
            body(&area)
            dormant[id] = area
        }
    }

    /// Data older than the days for which late data is accepted decides nothing any more.
    private mutating func forgetOldData(at instant: HourSlot) {
        guard let keep = settings.keepHours else { return }
        let limit = instant - keep
        guard forgottenBefore.map({ limit - $0 >= 240 }) ?? true else { return }
        forgottenBefore = limit
        observations.forget(before: limit)
        for index in areas.indices { areas[index].watch.forgetForecasts(before: instant - 48) }
    }

    // MARK: Plans

    /// Levels in force that a plan does not know: the reason to refuse it.
    public func levelsLost(under new: Plan) -> [(area: Area, level: String)] {
        new.areas.compactMap { area in
            guard let level = standing(ofArea: area.id).level, new.index(ofLevel: level) == nil else { return nil }
            return (area, level)
        }
    }

    private mutating func swap(to new: Plan) -> [DeskEffect] {
        let old = areas
        for area in old { dormant[area.watch.area.id] = area }
        plan = new
        areas = new.areas.map { area in
            let before = old.first { $0.watch.area.id == area.id }
            let watch =
                before.map { AreaWatch(plan: new, area: area, replacing: $0.watch) }
                ?? AreaWatch(plan: new, area: area, supply: settings.supply, judgesMessages: settings.reportsSilence)
            var desk = dormant.removeValue(forKey: area.id) ?? AreaDesk(watch: watch)
            desk.watch = watch
            return desk
        }
        // What another plan makes of directives is no end that anybody has moved.
        if let lastBegun { for index in areas.indices { areas[index].forgetEnd(at: lastBegun) } }
        guard let lastSealed else { return [] }
        var effects: [DeskEffect] = []
        for index in areas.indices {
            let area = areas[index].watch.area.id
            guard var before = old.first(where: { $0.watch.area.id == area })?.watch else { continue }
            let was = before.demandedLevel(at: lastSealed, observations: observations)
            let becomes = areas[index].watch.demandedLevel(at: lastSealed, observations: observations)
            if was != becomes { effects.append(.demandChanged(area: area, from: was, to: becomes)) }
        }
        return effects
    }
}
