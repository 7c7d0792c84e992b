public import AirQuality

/// Watches the wall clock against one that only runs forward, and holds sealing while the wall clock cannot be trusted.
///
/// A step backward needs no holding: an instant that was sealed is not sealed again. A step of more than two hours forward is
/// believed only once data of the new time comes in; otherwise hours would be sealed without their data, and once the clock is
/// put right the true hours would count as sealed.
public struct ClockGuard: Hashable, Sendable {
    /// A step of the wall clock against the steady one.
    public struct Step: Hashable, Sendable {
        public var from: Instant
        public var to: Instant
    }

    /// Steps forward beyond this many seconds hold sealing.
    public static let forwardLimit: Int64 = 2 * 3600
    /// Steps backward within this many seconds are ordinary clock discipline.
    public static let backwardLimit: Int64 = 60
    /// Data counts as of the new time if its slot ended at most this many hours before.
    public static let dataHours = 3

    private var last: (wall: Instant, steady: Int64)?
    /// The time before the step that is not yet believed.
    public private(set) var doubtSince: Instant?

    public init() {}

    public static func == (left: ClockGuard, right: ClockGuard) -> Bool {
        left.doubtSince == right.doubtSince && left.last?.wall == right.last?.wall && left.last?.steady == right.last?.steady
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(doubtSince)
        hasher.combine(last?.wall)
    }

    /// Takes a reading of both clocks.
    ///
    /// - Parameters:
    ///   - steady: Seconds of a clock that never steps and goes on during suspend.
    ///   - newestData: The end of the newest slot with data.
    /// - Returns: The step that the wall clock made, nil if it made none worth reporting.
    public mutating func read(wall: Instant, steady: Int64, newestData: HourSlot?) -> Step? {
        defer { last = (wall, steady) }
        guard let last else { return nil }
        let expected = Instant(seconds: last.wall.seconds + steady - last.steady)
        let step = wall.seconds - expected.seconds
        if let doubt = doubtSince {
            let hasData = newestData.map { wall.hourFloor - $0 <= Self.dataHours } ?? false
            let elapsed = step < -Self.backwardLimit
            if hasData || elapsed && wall.seconds - doubt.seconds <= Self.forwardLimit { doubtSince = nil }
        }
        if step > Self.forwardLimit {
            doubtSince = expected
            return Step(from: expected, to: wall)
        }
        return step < -Self.backwardLimit ? Step(from: expected, to: wall) : nil
    }

    /// Whether instants may be sealed.
    public var trustsClock: Bool { doubtSince == nil }
}
