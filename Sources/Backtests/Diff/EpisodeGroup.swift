public import AirQuality
public import Warnings

/// Episodes of two plans that belong together: in one area, each overlapping another in time, directly or through others.
///
/// Episodes share an hour of warning or do not overlap: one that begins at the hour at which another ends stands apart.
public struct EpisodeGroup: Sendable {
    /// How the episodes of the two plans stand to one another.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case same, changed, added, gone
        /// One became several.
        case split
        /// Several became one.
        case merged
        /// Several became several others.
        case regrouped
    }

    /// The area's id.
    public let area: String
    public let old: [Episode]
    public let new: [Episode]
    /// From the first issue of either plan to the last end; up to the last instant where a warning stands then.
    public let slots: Range<HourSlot>
    /// Unchanged decisions too, in order of time.
    public let changes: [DecisionChange]
    /// Of both plans' levels, lowest first.
    public let hours: [LevelHours]
    /// Who would have been ordered otherwise at the highest level of each plan; nil where a plan has no list.
    public internal(set) var orders: OrderComparison?

    public var kind: Kind {
        switch (old.count, new.count) {
        case (0, _): .added
        case (_, 0): .gone
        case (1, 1): changes.allSatisfy { $0.kind == .same } ? .same : .changed
        case (1, _): .split
        case (_, 1): .merged
        default: .regrouped
        }
    }

    /// Whether anything differs.
    public var differs: Bool { kind != .same || orders?.areDifferent ?? false }

    init(area: String, old: [Episode], new: [Episode], slots: Range<HourSlot>, last: HourSlot, pairing: PlanPairing) {
        self.area = area
        self.old = old
        self.new = new
        self.slots = slots
        changes = DecisionPairing(old: old.flatMap(\.decisions), new: new.flatMap(\.decisions)).changes
        var hours = pairing.levels.map { LevelHours(level: $0.id) }
        func count(_ episodes: [Episode], _ side: WritableKeyPath<LevelHours, LevelHours.Pair>) {
            for episode in episodes {
                let (warning, response) = episode.hours(until: last)
                for (place, level) in pairing.levels.enumerated() {
                    for span in warning where span.level == level.id { hours[place][keyPath: side].warning += span.hours }
                    for span in response where span.level == level.id { hours[place][keyPath: side].response += span.hours }
                }
            }
        }
        count(old, \.old)
        count(new, \.new)
        self.hours = hours.filter { $0.old != LevelHours.Pair() || $0.new != LevelHours.Pair() }
    }

    /// The groups of an area's episodes, in order of time.
    static func groups(
        area: String, old: [Episode], new: [Episode], last: HourSlot, pairing: PlanPairing
    ) -> [EpisodeGroup] {
        func end(_ episode: Episode) -> HourSlot { max(episode.end ?? last, episode.start + 1) }
        let all = (old.map { (episode: $0, isOld: true) } + new.map { (episode: $0, isOld: false) })
            .sorted {
                ($0.episode.start, end($0.episode), $0.isOld ? 0 : 1) < ($1.episode.start, end($1.episode), $1.isOld ? 0 : 1)
            }
        var groups: [EpisodeGroup] = []
        var open: (old: [Episode], new: [Episode], start: HourSlot, end: HourSlot)?
        func close() {
            guard let group = open else { return }
            groups.append(
                EpisodeGroup(
                    area: area, old: group.old, new: group.new, slots: group.start..<group.end, last: last, pairing: pairing))
        }
        for (episode, isOld) in all {
            if let group = open, episode.start < group.end {
                open?.end = max(group.end, end(episode))
            } else {
                close()
                open = ([], [], episode.start, end(episode))
            }
            if isOld { open?.old.append(episode) } else { open?.new.append(episode) }
        }
        close()
        return groups
    }
}
