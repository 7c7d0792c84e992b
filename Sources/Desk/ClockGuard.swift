public import AirQuality

/// Watches the wall clock against one that only runs forward, and says which time the desk goes by.
///
/// A step that the wall clock makes is believed at once where little can go wrong: up to two hours forward, and backward as
/// long as no data on record lies ahead of the new time. Any other step is in doubt, and meanwhile the desk goes by the steady
/// clock from the time before. So a step forward that is taken back leaves no true hour counted as sealed, and no hour is missed
/// while the wall clock is wrong. What decides is what the feeds say of the time:
/// - data or forecasts that cannot be at the time before, and that fit the new one, settle for the wall clock, as after a
///   suspended machine that the steady clock slept through;
/// - data ahead of the wall clock settles against it, also some time after a step backward;
/// - a wall clock that comes back to the time the desk goes by is believed again.
///
/// Nothing hangs while no word comes in: hours are sealed by the steady clock, and feeds that are silent are reported.
///
/// What cannot be told apart: a clock that is wrong when the first process starts, or that is put forward while none runs, from
/// hours that truly passed. Then the wall clock is taken as it stands.
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

    /// What an earlier run of the process knew of the time.
    public struct Memory: Hashable, Sendable {
        /// A step forward that was in doubt.
        public var doubted: Step?
        /// The time of its last record.
        public var lastKnown: Instant?

        public init(doubted: Step? = nil, lastKnown: Instant? = nil) {
            self.doubted = doubted
            self.lastKnown = lastKnown
        }
    }

    private struct Reading: Hashable, Sendable {
        var wall: Instant
        var steady: Int64
    }

    private struct Before: Hashable, Sendable {
        var time: Instant
        var until: Instant
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
    /// Seconds for which the time before a step backward is remembered, and for which data count that lay ahead of the wall clock.
    public static let memorySeconds: Int64 = 24 * 3600

    private let memory: Memory
    private var last: Reading?
    private var newestIssue: Instant?
    /// Whether ``time`` is no more than the least that the record allows, since nothing says how long no process ran.
    private var isLeast = false
    /// The time by the steady clock from before a step backward that was believed, and when it is forgotten.
    private var before: Before?
    /// Until when the wall clock is held to be behind, since data lay ahead of it.
    private var behindUntil: Instant?
    /// The step that is not believed.
    public private(set) var doubt: Step?
    /// The time to go by; nil before the first reading.
    public private(set) var time: Instant?

    /// - Parameter memory: What an earlier run knew, since a restart proves nothing.
    public init(_ memory: Memory = Memory()) { self.memory = memory }

    /// Whether the desk goes by the wall clock.
    public var trustsClock: Bool { doubt == nil }

    /// Whether data of hours to come may turn out to be of the present.
    public var mayBeBehind: Bool { doubt != nil || before != nil }

    /// The earliest and the latest time that it may be; nil before the first reading.
    public var possibleTimes: ClosedRange<Instant>? {
        guard let time, let last else { return nil }
        return min(time, last.wall)...max(time, last.wall, before?.time ?? time)
    }

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
        let expected = last.wall.adding(elapsed)
        if let time = before?.time { before?.time = time.adding(elapsed) }
        settle(wall, by: time.adding(elapsed), newestData)
        let step = wall.seconds - expected.seconds
        return step > Self.forwardLimit || step < -Self.backwardLimit ? Step(from: expected, to: wall) : nil
    }

    /// Notes when a forecast that came in was issued; one that is of the future says nothing.
    public mutating func heard(issued: Instant) {
        guard let last, issued <= last.wall else { return }
        newestIssue = max(newestIssue ?? issued, issued)
    }

    private mutating func start(_ wall: Instant, _ newestData: HourSlot?) -> Step? {
        time = wall
        if let doubted = memory.doubted, doubted.isForward, wall >= doubted.to {
            doubt = doubted
            time = wall.adding(doubted.from.seconds - doubted.to.seconds)
            return nil
        }
        let known = memory.lastKnown.flatMap { $0.seconds > wall.seconds + Self.backwardLimit ? $0 : nil }
        if let newestData, Self.isBehind(wall, newestData) {
            let least = max(newestData.start, known ?? newestData.start)
            doubt = Step(from: least, to: wall)
            time = least
            isLeast = true
            behindUntil = wall.adding(Self.memorySeconds)
        } else if let known {
            before = Before(time: known, until: wall.adding(Self.memorySeconds))
        }
        return doubt
    }

    private mutating func settle(_ wall: Instant, by steady: Instant, _ newestData: HourSlot?) {
        var steady = steady
        if newestData.map({ Self.isBehind(wall, $0) }) ?? false { behindUntil = wall.adding(Self.memorySeconds) }
        // Once shown to be behind it stays so, also when no data come for a while and it catches up with the last.
        let isBehind = behindUntil.map { wall <= $0 } ?? false
        if let before {
            // Taken back, or contradicted by data: the step backward was wrong, and the time went on where it was.
            let isBack = wall >= before.time.adding(-Self.backwardLimit)
            let isContradicted = newestData.map { Self.isBehind(steady, $0) } ?? false
            if isBack || isContradicted { steady = max(steady, before.time) }
            if isBack || wall > before.until { self.before = nil }
        }
        let ahead = wall.seconds - steady.seconds
        var step: Step?
        if ahead < -Self.backwardLimit {
            if isBehind { step = Step(from: steady, to: wall) }
        } else if ahead > Self.forwardLimit, !isLeast, !speaksFor(wall, against: steady, newestData) {
            step = Step(from: steady, to: wall)
        }
        guard let step else {
            if ahead < -Self.backwardLimit, before == nil {
                before = Before(time: steady, until: wall.adding(Self.memorySeconds))
            }
            doubt = nil
            behindUntil = nil
            isLeast = false
            time = wall
            return
        }
        // Of a doubt that lasts, the step with which it began is kept.
        if doubt?.isForward != step.isForward { doubt = step }
        before = nil
        // Data of a slot cannot come before the slot.
        time = newestData.map { Self.isBehind(steady, $0) ? ($0 - Self.hoursAhead).start : steady } ?? steady
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

extension Instant {
    fileprivate func adding(_ seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }
}
