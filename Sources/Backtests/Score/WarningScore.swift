public import AirQuality
import PlanModel
import Warnings

/// Compares what a plan decided over a record with the warnings that were really issued.
///
/// For each level, that level or a higher one counts, so that the lowest level speaks of warnings at all. Real warnings of an area that
/// touch or overlap are one event. An event that shares any time with a warning of the plan is a hit, any other a miss; a warning
/// of the plan that shares no time with an event is a false alarm. The lead of a hit runs from the start of the earliest warning of
/// the plan that it shares time with to its own start; from the end of the event before, where that one met the warning already. An hour counts as under a real warning if one is in force as it begins. Only
/// what lies between the first and the last instant of the replay counts: an event is cut to it, a lead is not.
public struct WarningScore: Sendable {
    /// What of the plan is compared.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// The warning, from its decision on.
        case warning
        /// The response, from its start on.
        case response
    }

    /// Lowest level first.
    public private(set) var levels: [LevelScore]
    /// Real warnings that lie outside the replay.
    public let outside: Int

    /// - Parameter first: The first instant of the replay.
    public init(_ run: PlanRun, events: [IssuedWarning], basis: Basis, from first: HourSlot) {
        let (begin, end) = (first.start, run.last.start)
        let inside = events.filter { $0.from < end && ($0.to.map { $0 > begin } ?? true) }
        outside = events.count - inside.count
        levels = run.plan.levels.map { LevelScore(level: $0.id) }
        for area in run.plan.areas {
            let bands = LevelBands(run.decisions, area: area.id, last: run.last)
            let own = basis == .warning ? bands.warning : bands.response
            let real = inside.filter { $0.area == area.id }
            for rank in run.plan.levels.indices {
                let counting = Set(run.plan.levels[rank...].map(\.id))
                levels[rank].add(
                    area: area.id, real: Self.merged(real.filter { counting.contains($0.level) }),
                    own: Self.merged(own.filter { counting.contains($0.level) }), from: first, to: run.last)
            }
        }
    }

    /// Real warnings that touch or overlap as one, in order of time.
    private static func merged(_ warnings: [IssuedWarning]) -> [(from: Instant, to: Instant?)] {
        var result: [(from: Instant, to: Instant?)] = []
        for warning in warnings.sorted(by: { $0.from < $1.from }) {
            guard let last = result.last, last.to.map({ warning.from <= $0 }) ?? true else {
                result.append((warning.from, warning.to))
                continue
            }
            if let known = last.to { result[result.count - 1].to = warning.to.map { max($0, known) } }
        }
        return result
    }

    private static func merged(_ bands: [LevelBands.Band]) -> [Range<HourSlot>] {
        var result: [Range<HourSlot>] = []
        for band in bands {
            if let last = result.last, last.upperBound == band.slots.lowerBound {
                result[result.count - 1] = last.lowerBound..<band.slots.upperBound
            } else {
                result.append(band.slots)
            }
        }
        return result
    }
}

extension LevelScore {
    /// Counts an area, whose intervals are disjoint and in order of time.
    mutating func add(
        area: String, real: [(from: Instant, to: Instant?)], own: [Range<HourSlot>], from first: HourSlot, to last: HourSlot
    ) {
        var isMet = [Bool](repeating: false, count: own.count)
        var start = 0
        var before: Instant?
        for event in real {
            while start < own.count, own[start].upperBound.start <= event.from { start += 1 }
            var earliest: HourSlot?
            var place = start
            while place < own.count, event.to.map({ own[place].lowerBound.start < $0 }) ?? true {
                isMet[place] = true
                earliest = earliest ?? own[place].lowerBound
                place += 1
            }
            let lead = earliest.map { earliest in
                // Whole hours, rounded down: less than an hour late is late.
                Int((event.from.seconds - max(earliest.start, before ?? earliest.start).seconds).flooringDivision(by: 3600))
            }
            events.append(Event(area: area, from: event.from, to: event.to, lead: lead))
            before = event.to
        }
        falseAlarms += own.indices.filter { !isMet[$0] }.map { FalseAlarm(area: area, slots: own[$0]) }
        var (ours, theirs) = (0, 0)
        for slot in first.hours..<max(last.hours, first.hours) {
            let now = HourSlot(slot)
            while ours < own.count, own[ours].upperBound <= now { ours += 1 }
            while theirs < real.count, real[theirs].to.map({ $0 <= now.start }) ?? false { theirs += 1 }
            let isOurs = ours < own.count && own[ours].contains(now)
            let isTheirs = theirs < real.count && real[theirs].from <= now.start
            switch (isOurs, isTheirs) {
            case (true, true): hours.hits += 1
            case (false, true): hours.misses += 1
            case (true, false): hours.falseAlarms += 1
            case (false, false): break
            }
        }
    }
}
