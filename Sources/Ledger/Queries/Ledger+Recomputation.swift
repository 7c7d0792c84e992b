public import AirQuality
public import Desk
public import PlanModel
import Warnings

/// Why a past evaluation cannot be made again.
public struct Irreproducible: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String

    public init(description: String) { self.description = description }
}

extension Ledger {
    /// All that an evaluation on record rests on, as it was known then: what came in later changes nothing of it.
    ///
    /// - Parameters:
    ///   - area: The area's id.
    ///   - at: The instant that was sealed.
    ///   - limit: The record that sealed it: what stands before it was known.
    ///   - plan: The plan of a version (``planVersion(hash:)``) from its hash; nil where its text is no longer understood.
    /// - Throws: ``Irreproducible``, ``LedgerError``, or what `plan` throws.
    public func recomputation(
        ofArea area: String, at: HourSlot, before limit: Int64, plan: (String) throws -> Plan?
    ) throws -> Recomputation {
        let versions = try read { db in try EvidenceQuery(db, before: limit).plans() }
        guard let version = versions.first else {
            throw Irreproducible(description: "no plan was in force before record \(limit)")
        }
        guard let current = try plan(version.hash) else {
            throw Irreproducible(
                description:
                    "the plan version \(version.hash.prefix(12)) on record is no longer understood by this version of lantian")
        }
        guard let place = current.areas.first(where: { $0.id == area }) else {
            throw Irreproducible(description: "the plan version \(version.hash.prefix(12)) has no area \(area)")
        }
        var result = Recomputation(
            plan: current, area: place, at: at,
            standing: try read { db in try EvidenceQuery(db, before: limit).standing(ofArea: area) },
            observations: try observations(current, place, Recomputation.slots(before: at), before: limit),
            forecasts: ForecastBatch())
        let slot = Recomputation.firstForecastSlot(at: at)
        let (days, hours, opinions) = try read { db in
            let query = EvidenceQuery(db, before: limit)
            return (
                try query.dayForecasts(from: current.zone.date(of: slot), issuedBy: at.start),
                try query.hourForecasts(from: slot, issuedBy: at.start),
                try query.opinions(onArea: area, from: current.zone.date(of: slot))
            )
        }
        let history = try AreaHistory(
            area: place, versions: versions,
            since: [days.first?.seq, hours.first?.seq, opinions.first?.seq].compactMap { $0 }.min(), plan: plan)
        result.forecasts.days = days.filter { history.took($0.forecast.area, $0.seq) }.map(\.forecast)
        result.forecasts.hours = hours.filter { history.took($0.forecast.area, $0.seq) }.map(\.forecast)
        result.opinions = opinions.filter { history.took(area, $0.seq) }.map(\.act)
        // Of whatever name it was at the time, they are forecasts of this area.
        for index in result.forecasts.days.indices { result.forecasts.days[index].area = place.id }
        for index in result.forecasts.hours.indices { result.forecasts.hours[index].area = place.id }
        return result
    }

    /// The hash of the plan version in force before a record; nil where none was.
    public func planHash(before limit: Int64) throws -> String? {
        try read { db in try EvidenceQuery(db, before: limit).plans().first?.hash }
    }

    /// The record that sealed an instant, with the head it made and when it became known; nil where the instant was not evaluated.
    public func sealing(of instant: HourSlot) throws -> (head: LedgerHead, knownAt: Instant, outcome: HourOutcome)? {
        guard let seq = try firstRecord(sealingFrom: instant), let record = try record(seq),
            case .sealed(let sealed) = record.entry, sealed.outcome.at == instant
        else { return nil }
        return (record.head, record.knownAt, sealed.outcome)
    }

    /// A record; nil where there is none.
    public func record(_ seq: Int64) throws -> LedgerRecord? {
        var found: LedgerRecord?
        do {
            try forEachRecord(from: seq) { record in
                found = record
                throw Enough()
            }
        } catch is Enough {}
        return found?.seq == seq ? found : nil
    }

    private struct Enough: Error {}

    // MARK: Observations

    private func observations(_ plan: Plan, _ area: Area, _ slots: Range<Int>, before limit: Int64) throws -> ObservationBatch {
        var batch = ObservationBatch()
        batch.stations = Recomputation.stations(plan, area)
        if area.stations.isEmpty {
            let names = try read { db in try EvidenceQuery(db, before: limit).observedNames() }
            batch.stations.insert(contentsOf: area.ownNames(among: names).filter { !batch.stations.contains($0) }, at: 0)
        }
        let found = try read { db in
            let query = EvidenceQuery(db, before: limit)
            return try batch.stations.flatMap { try query.observations(of: $0, slots) }
        }
        var values: [EvidenceQuery.Place: PollutantValues] = [:]
        for row in found { values[row.place] = row.values }
        let changed = found.filter { $0.values == nil }.map(\.place)
        if !changed.isEmpty { values.merge(try recorded(Set(changed), slots, before: limit)) { $1 } }
        // A name under which nothing had come yet at the time, or only long before, is none of the evidence.
        let named = Set(values.keys.map(\.station))
        batch.stations.removeAll { area.stations.isEmpty && !named.contains($0) && area.answers(to: $0) }
        let indices = Dictionary(uniqueKeysWithValues: batch.stations.enumerated().map { ($1, $0) })
        let places = values.keys.sorted { ($0.slot, indices[$0.station] ?? 0) < ($1.slot, indices[$1.station] ?? 0) }
        for place in places {
            guard let station = indices[place.station], let values = values[place] else { continue }
            batch.rows.append(ObservationRow(slot: Int32(place.slot), station: Int32(station), values: values))
        }
        return batch
    }

    /// What the records themselves said of rows that were changed later.
    private func recorded(
        _ places: Set<EvidenceQuery.Place>, _ slots: Range<Int>, before limit: Int64
    ) throws -> [EvidenceQuery.Place: PollutantValues] {
        let first = try read { db in try EvidenceQuery(db, before: limit).firstRecord(reaching: slots.lowerBound) }
        let stations = Set(places.map(\.station))
        var values: [EvidenceQuery.Place: PollutantValues] = [:]
        try walk(from: first, before: limit) { record in
            guard case .feed(let feed) = record.entry else { return true }
            let named = feed.observations.stations.map(stations.contains)
            for row in feed.observations.rows where named[Int(row.station)] {
                let place = EvidenceQuery.Place(slot: Int(row.slot), station: feed.observations.stations[Int(row.station)])
                guard places.contains(place) else { continue }
                var merged = values[place] ?? PollutantValues()
                for pollutant in Pollutant.allCases where row.values[pollutant] != PollutantValues.missing {
                    merged[pollutant] = row.values[pollutant]
                }
                values[place] = merged
            }
            for withdrawal in feed.observations.withdrawals {
                let place = EvidenceQuery.Place(slot: withdrawal.slot.hours, station: withdrawal.station)
                values[place]?[withdrawal.pollutant] = PollutantValues.missing
            }
            return true
        }
        return values
    }

    /// Walks through records until `body` has enough.
    private func walk(from first: Int64, before limit: Int64, _ body: (LedgerRecord) throws -> Bool) throws {
        do {
            try forEachRecord(from: first) { record in
                guard record.seq < limit, try body(record) else { throw Enough() }
            }
        } catch is Enough {}
    }
}

/// Under which names an area took forecasts, from the last version on that brought it in.
///
/// A desk hears of an area only while its plan names it: what came before is not known to it.
private struct AreaHistory {
    /// From which record on the area was understood so; the last first.
    private var spans: [(seq: Int64, area: Area)] = []

    /// - Parameter since: The first record that matters.
    init(
        area: Area, versions: [(seq: Int64, hash: String)], since: Int64?, plan: (String) throws -> Plan?
    ) throws {
        guard let since else { return }
        var known = area
        for (index, version) in versions.enumerated() {
            // The first is the version in force; one that is no longer understood cannot be asked.
            if index > 0, let older = try plan(version.hash) {
                guard let own = older.areas.first(where: { $0.id == area.id }) else { return }
                known = own
            }
            spans.append((version.seq, known))
            if version.seq < since { return }
        }
    }

    func took(_ name: String, _ seq: Int64) -> Bool { spans.first { $0.seq < seq }?.area.answers(to: name) ?? false }
}
