import AirQuality
import Warnings

/// What another plan would have decided over the same record.
public struct PlanComparison: Sendable {
    public let old: PlanRun
    public let new: PlanRun
    public let pairing: PlanPairing
    /// In the order of ``PlanPairing/areas``, then of time; unchanged ones too.
    public let groups: [EpisodeGroup]
    /// Sums over the groups, of both plans' levels, lowest first.
    public let totals: [LevelHours]

    /// - Parameters:
    ///   - old: Replayed over the same instants as `new`.
    ///   - progress: Told how many of how many groups are done, before each whose orders are compared.
    public init(old: PlanRun, new: PlanRun, progress: (Int, Int) -> Void = { _, _ in }) {
        let pairing = PlanPairing(old: old.plan, new: new.plan)
        let last = max(old.last, new.last)
        let before = Episode.episodes(of: old.decisions.map { pairing.renamed($0) })
        let after = Episode.episodes(of: new.decisions)
        var groups = pairing.areas.flatMap { area in
            EpisodeGroup.groups(
                area: area.id, old: before.filter { $0.area == area.id }, new: after.filter { $0.area == area.id }, last: last,
                pairing: pairing)
        }
        if old.list != nil, new.list != nil {
            for index in groups.indices {
                progress(index, groups.count)
                groups[index].orders = OrderComparison(groups[index], old, new, pairing)
            }
        }
        var totals = pairing.levels.map { LevelHours(level: $0.id) }
        for hours in groups.flatMap(\.hours) {
            let rank = pairing.rank(hours.level)
            totals[rank].old.warning += hours.old.warning
            totals[rank].old.response += hours.old.response
            totals[rank].new.warning += hours.new.warning
            totals[rank].new.response += hours.new.response
        }
        self.old = old
        self.new = new
        self.pairing = pairing
        self.groups = groups
        self.totals = totals
    }

    /// Whether anything differs.
    public var differs: Bool { groups.contains { $0.differs } }

    /// How many groups are of a kind.
    public func count(_ kind: EpisodeGroup.Kind) -> Int { groups.count { $0.kind == kind } }

    /// How many decisions are of a kind.
    public func count(_ kind: DecisionChange.Kind) -> Int { groups.reduce(0) { $0 + $1.changes.count { $0.kind == kind } } }
}
