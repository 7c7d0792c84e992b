public import AirQuality
public import Assessments
import Desk
import Ledger
import Lists
import Orders
public import PlanModel
import Warnings

/// Gathers what a consultation sheet says.
public struct ConsultationReader {
    private let reader: RecordReader
    private var ledger: Ledger { reader.ledger }

    public init(_ reader: RecordReader) { self.reader = reader }

    public func sheet(of area: Area, at: HourSlot) throws -> Consultation {
        let moments = MomentReader(reader)
        let record = try moments.record(of: area, at: at)
        let limit = try moments.limits(at).data
        let basis = try ledger.recomputation(ofArea: area.id, at: at, before: limit) { try reader.plan($0) }
        let plan = record.plan
        let first = plan.zone.midnight(of: plan.zone.date(of: at) + -Consultation.errorDays)
        let slots = first.hours - 24..<at.hours
        var store = ObservationStore()
        _ = store.merge(try ledger.observations(ofArea: record.area, slots, before: limit)) { _ in true }
        let said = try ledger.forecasts(
            about: slots, dates: plan.zone.date(of: HourSlot(slots.lowerBound))...plan.zone.date(of: at), before: limit)
        var sheet = Consultation(
            record, trace: basis.trace(), stakes: try stakes(record, limit),
            history: (store.areaSeries(record.area, slots), said), past: try past(record.area, endedBy: at))
        for index in sheet.similar.indices {
            sheet.similar[index].episode.orders = try orders(of: sheet.similar[index].episode, in: plan, area: area.id)
        }
        return sheet
    }

    /// What would be ordered at each level from the hour on.
    private func stakes(_ record: MomentRecord, _ limit: Int64) throws -> [OrderStep] {
        try record.plan.levels.compactMap { level in
            let basis = OrderBasis(
                plan: record.planHash, area: record.area.id, level: level.id, start: record.at, factsBefore: limit)
            return try reader.orders(basis).map { OrderStep(notice: "", $0) }
        }
    }

    /// Episodes that had ended.
    private func past(_ area: Area, endedBy at: HourSlot) throws -> [PastEpisode] {
        let episodes = EpisodeReader(reader)
        return try episodes.episodes(ofArea: area.id).compactMap { found in
            guard let end = found.end, end <= at else { return nil }
            return PastEpisode(try episodes.record(of: found, withOrders: false))
        }
    }

    /// What the highest level of an episode ordered.
    private func orders(of past: PastEpisode, in plan: Plan, area: String) throws -> OrderStep? {
        let highest = past.warning.compactMap { plan.index(ofLevel: $0.level) }.max()
        let found = try EpisodeReader(reader).episodes(ofArea: area).first { $0.id == past.id }
        for id in found?.notices ?? [] {
            guard let notice = try ledger.notice(id), let basis = OrderBasis(notice), let level = basis.level,
                plan.index(ofLevel: level) == highest
            else { continue }
            return try reader.orders(basis).map { OrderStep(notice: id, $0) }
        }
        return nil
    }
}
