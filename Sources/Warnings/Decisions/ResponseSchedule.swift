public import AirQuality
import PlanModel

/// The starts of response that an episode's decisions have announced and that still stand (semantics §8.7).
public struct ResponseSchedule: Hashable, Sendable, Codable {
    public struct Start: Hashable, Sendable, Codable {
        public var at: HourSlot
        /// The level whose response starts.
        public var level: String

        public init(at: HourSlot, level: String) {
            self.at = at
            self.level = level
        }
    }

    /// In the order of their hours, which is that of their announcement.
    public private(set) var starts: [Start] = []

    public init() {}

    /// As it was written down.
    public init(starts: [Start]) { self.starts = starts }

    /// Takes the start of a level newly issued or raised to. An earlier start stands until then; a later one is replaced.
    mutating func announce(_ start: HourSlot, level: String, now: HourSlot) {
        starts.removeAll { $0.at > now && $0.at >= start }
        starts.append(Start(at: start, level: level))
    }

    /// Steps down to a level: the running response is kept, what had not begun is dropped; if nothing had begun, the first
    /// announced stays.
    ///
    /// - Returns: The start that stands.
    mutating func stepDown(to level: String, now: HourSlot) -> HourSlot? {
        guard var kept = starts.last(where: { $0.at <= now }) ?? starts.first else { return nil }
        kept.level = level
        let begun = starts.filter { $0.at < kept.at }
        starts = kept.at <= now ? begun + [kept] : [kept]
        return kept.at
    }

    /// Whether a response has started by an instant; one that starts then has.
    func hasBegun(by now: HourSlot) -> Bool { starts.contains { $0.at <= now } }

    /// The level whose response runs in a slot, nil before the first start.
    public func level(at slot: HourSlot) -> String? { starts.last { $0.at <= slot }?.level }
}

extension ResponseStart {
    /// The hour at which the response to a decision starts.
    ///
    /// - Parameter onset: The earliest start in the evidence of forecast and expected runs.
    func start(now: HourSlot, onset: HourSlot?, zone: Zone) -> HourSlot {
        switch self {
        case .immediately: now
        case .atNext(let clocks): (0..<48).lazy.map { now + $0 }.first { isOn(clocks, $0, zone) } ?? now
        case .after(let hours): now + hours
        case .beforeOnset(let hours, let clocks): beforeOnset(now, onset, hours, clocks, zone)
        }
    }

    private func beforeOnset(_ now: HourSlot, _ onset: HourSlot?, _ hours: Int, _ clocks: [ClockHour], _ zone: Zone) -> HourSlot {
        guard let onset else { return now }
        let wanted = onset - hours
        let moved = clocks.isEmpty ? wanted : (0..<48).lazy.map { wanted - $0 }.first { isOn(clocks, $0, zone) } ?? wanted
        return max(moved, now)
    }

    private func isOn(_ clocks: [ClockHour], _ slot: HourSlot, _ zone: Zone) -> Bool {
        let hour = zone.clockHour(of: slot)
        return clocks.contains { $0.hour == hour }
    }
}
