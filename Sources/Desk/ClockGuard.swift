public import AirQuality

/// Watches the wall clock against one that only runs forward, and says which time the desk goes by.
///
/// A step that the wall clock makes is believed at once where little can go wrong: up to two hours forward, and backward as
/// long as no data on record lies ahead of the new time. Any other step is in doubt, and meanwhile the desk goes by the steady
/// clock from the time before. So a step forward that is taken back leaves no true hour counted as sealed, and no hour is missed
/// while the wall clock is wrong. What decides is what the feeds say of the time:
/// - data or forecasts that cannot be at the time before, and that fit the new one, settle for the wall clock, as after a
///   suspended machine that the steady clock slept through;
/// - a wall clock that comes back to the time the desk goes by is believed again.
///
/// Nothing hangs while no word comes in: hours are sealed by the steady clock, and feeds that are silent are reported.
public struct ClockGuard: Hashable, Sendable {
    /// A step of the wall clock against the steady one.
    public struct Step: Hashable, Sendable {
        public var from: Instant
        public var to: Instant

        public init(from: Instant, to: Instant) {
            self.from = from
            self.to = to
        }

        public var isForward: Bool { to > from }
    }

    private struct Reading: Hashable, Sendable {
        var wall: Instant
        var steady: Int64
    }

    /// Steps forward beyond this many seconds are in doubt.
    public static let forwardLimit: Int64 = 2 * 3600
    /// Steps backward within this many seconds are ordinary clock discipline.
    public static let backwardLimit: Int64 = 60
    /// Data fits a time if its slot ended at most this many hours before.
    public static let dataHours = 3
    /// A forecast fits a time if it was issued at most this many seconds before.
    public static let issueSeconds: Int64 = 24 * 3600
    /// Slots may be stated while they run, and by clocks that are an hour off: their end lies at most this many hours ahead of the
    /// whole hour before now.
    public static let hoursAhead = 2

    private var last: Reading?
    private var newestIssue: Instant?
    /// A step that an earlier run of the process left in doubt.
    private var left: Step?
    /// Whether ``time`` is no more than the least that the data on record allow.
    private var isLeast = false
    /// The step that is not believed.
    public private(set) var doubt: Step?
    /// The time to go by; nil before the first reading.
    public private(set) var time: Instant?

    /// - Parameter left: The step that an earlier run left in doubt, since a restart proves nothing.
    public init(left: Step? = nil) { self.left = left }

    /// Whether the desk goes by the wall clock.
    public var trustsClock: Bool { doubt == nil }

    /// The last reading of the wall clock, believed or not.
    public var wall: Instant? { last?.wall }

    /// Takes a reading of both clocks.
    ///
    /// - Parameters:
    ///   - steady: Seconds of a clock that never steps and goes on during suspend.
    ///   - newestData: The end of the newest slot with data.
    /// - Returns: The step that the wall clock made, nil if it made none worth reporting.
    public mutating func read(wall: Instant, steady: Int64, newestData: HourSlot?) -> Step? {
        defer { last = Reading(wall: wall, steady: steady) }
        guard let last, let time else { return start(wall, newestData) }
        let elapsed = max(0, steady - last.steady)
        let expected = Instant(seconds: last.wall.seconds + elapsed)
        settle(wall, Instant(seconds: time.seconds + elapsed), newestData)
        let step = wall.seconds - expected.seconds
        return step > Self.forwardLimit || step < -Self.backwardLimit ? Step(from: expected, to: wall) : nil
    }

    /// Notes when a forecast that came in was issued; one that is of the future says nothing.
    public mutating func heard(issued: Instant) {
        guard let last, issued <= last.wall else { return }
        newestIssue = max(newestIssue ?? issued, issued)
    }

    private mutating func start(_ wall: Instant, _ newestData: HourSlot?) -> Step? {
        if let left, left.isForward, wall >= left.to {
            doubt = left
            time = Instant(seconds: wall.seconds - (left.to.seconds - left.from.seconds))
        } else if let newestData, Self.isBehind(wall, newestData) {
            doubt = Step(from: newestData.start, to: wall)
            time = newestData.start
            isLeast = true
            return doubt
        } else {
            time = wall
        }
        return nil
    }

    private mutating func settle(_ wall: Instant, _ steady: Instant, _ newestData: HourSlot?) {
        let ahead = wall.seconds - steady.seconds
        let step: Step?
        if ahead < -Self.backwardLimit {
            step = newestData.map { Self.isBehind(wall, $0) } ?? false ? Step(from: steady, to: wall) : nil
        } else if ahead <= Self.forwardLimit || isLeast {
            step = nil
        } else {
            step = speaksFor(wall, against: steady, newestData) ? nil : Step(from: steady, to: wall)
        }
        // Of a doubt that lasts, the step with which it began is kept.
        if doubt?.isForward != step?.isForward { doubt = step }
        guard doubt != nil else {
            isLeast = false
            time = wall
            return
        }
        // Data of a slot cannot come before the slot.
        let least = newestData.map { Self.isBehind(steady, $0) ? ($0 - Self.hoursAhead).start : steady } ?? steady
        time = max(steady, least)
    }

    /// Whether a time lies so far back that data on record would be of slots to come.
    private static func isBehind(_ time: Instant, _ newestData: HourSlot) -> Bool {
        newestData - time.hourFloor > hoursAhead
    }

    /// Whether something came in that cannot be at one time and fits the other.
    private func speaksFor(_ wall: Instant, against steady: Instant, _ newestData: HourSlot?) -> Bool {
        if let newestData, newestData - steady.hourFloor >= Self.hoursAhead, wall.hourFloor - newestData <= Self.dataHours {
            return true
        }
        guard let newestIssue else { return false }
        return newestIssue.seconds > steady.seconds + 3600 && wall.seconds - newestIssue.seconds <= Self.issueSeconds
    }
}
