public import AirQuality
public import Orders
import PlanModel
import Warnings

/// Who would have been ordered otherwise in an episode: the orders of two plans, each at its highest level there.
///
/// Facts about enterprises are read as of the day on which the response to that level starts.
public struct OrderComparison: Sendable {
    /// What one plan orders.
    public struct Side: Hashable, Sendable {
        /// The level's id; nil: no warning, so that only seasons order anything.
        public var level: String?
        /// Start of the response.
        public var start: HourSlot
        /// Reduction of all orders and pollutants, mg/d.
        public var reduction: Int64
    }

    /// An order that differs.
    public struct Item: Hashable, Sendable {
        public var kind: OrderChanges.Kind
        /// Credit code, or site id.
        public var code: String
        public var name: String
        /// What is ordered in English, as plans write it; nil: the plan's list does not have it.
        public var oldAction: String?
        public var newAction: String?
        /// mg/d of all pollutants.
        public var oldReduction: Int64
        public var newReduction: Int64
    }

    public let old: Side
    public let new: Side
    public let counts: [OrderChanges.Kind: Int]
    /// Orders of the old plan to whom the new one's list does not speak.
    public let gone: Int
    /// Every order that differs, the largest difference of reduction first.
    public let changed: [Item]

    public var areDifferent: Bool { gone > 0 || counts.contains { $0.key != .same && $0.value > 0 } }

    /// nil where a plan has no list or does not name the area.
    init?(_ group: EpisodeGroup, _ old: PlanRun, _ new: PlanRun, _ pairing: PlanPairing) {
        guard let oldList = old.list, let newList = new.list,
            let oldArea = old.plan.areas.first(where: { pairing.area(ofOld: $0.id) == group.area }),
            let newArea = new.plan.areas.first(where: { $0.id == group.area })
        else { return nil }
        let oldPeak = Self.peak(of: group.old, pairing)
        let newPeak = Self.peak(of: group.new, pairing)
        guard let oldStart = oldPeak?.start ?? newPeak?.start, let newStart = newPeak?.start ?? oldPeak?.start else { return nil }
        let before = OrderSet(
            plan: old.plan, list: oldList, area: oldArea,
            level: oldPeak.flatMap { peak in old.plan.levels.firstIndex { pairing.level(ofOld: $0.id) == peak.level } },
            start: oldStart)
        let after = OrderSet(
            plan: new.plan, list: newList, area: newArea, level: newPeak.flatMap { new.plan.index(ofLevel: $0.level) },
            start: newStart)
        self.old = Side(level: oldPeak?.level, start: oldStart, reduction: before.reduction.total)
        self.new = Side(level: newPeak?.level, start: newStart, reduction: after.reduction.total)
        let changes = OrderChanges(from: before, to: after)
        var counts: [OrderChanges.Kind: Int] = [:]
        for kind in changes.kinds { counts[kind, default: 0] += 1 }
        self.counts = counts
        gone = changes.gone.count
        changed = Self.changed(changes, before, after)
    }

    /// The highest level of episodes, and when the response to it was to start.
    private static func peak(of episodes: [Episode], _ pairing: PlanPairing) -> (level: String, start: HourSlot)? {
        var peak: (level: String, start: HourSlot)?
        for decision in episodes.flatMap(\.decisions) where decision.isUpward {
            guard let level = decision.to, pairing.rank(level) > pairing.rank(peak?.level) else { continue }
            peak = (level, decision.response ?? decision.at)
        }
        return peak
    }

    private static func changed(_ changes: OrderChanges, _ before: OrderSet, _ after: OrderSet) -> [Item] {
        typealias Place = (old: Int?, new: Int?, difference: UInt64)
        var places: [Place] = []
        func total(_ set: OrderSet, _ place: Int?) -> Int64 { place.map { set.orders[$0].reduction.total } ?? 0 }
        for (index, kind) in changes.kinds.enumerated() where kind != .same {
            let old = changes.before[index] < 0 ? nil : Int(changes.before[index])
            places.append((old, index, (total(after, index) - total(before, old)).magnitude))
        }
        for index in changes.gone { places.append((index, nil, total(before, index).magnitude)) }
        // Of equal ones in the order of the list.
        let order = places.indices.sorted { (places[$1].difference, $0) < (places[$0].difference, $1) }
        return order.map { places[$0] }.compactMap { place in
            let old = place.old.map { before.detail(of: $0) }
            let new = place.new.map { after.detail(of: $0) }
            guard let shown = new ?? old else { return nil }
            return Item(
                kind: place.new.map { changes.kinds[$0] } ?? .less, code: shown.code, name: shown.name,
                oldAction: old?.actionText.english, newAction: new?.actionText.english,
                oldReduction: total(before, place.old), newReduction: total(after, place.new))
        }
    }
}
