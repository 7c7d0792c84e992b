import Glibc

/// How fast the time of a drill goes.
public struct DrillPace: Hashable, Sendable {
    /// Seconds of the drill in a second of the world.
    public var factor: Int

    public static let factors = 1...1_000_000

    /// Reads `3600x` or `3600`; nil for anything else.
    public init?(_ text: String) {
        let digits = text.hasSuffix("x") ? text.dropLast() : text[...]
        guard let factor = Int(digits), Self.factors.contains(factor) else { return nil }
        self.factor = factor
    }

    /// Milliseconds of the world from the start of the drill until a second of it.
    func milliseconds(until seconds: Int64) -> Int64 { seconds * 1000 / Int64(factor) }
}

/// Holds a drill back until its time has come.
struct DrillClock {
    private let pace: DrillPace?
    private let start = DrillClock.now

    init(_ pace: DrillPace?) { self.pace = pace }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Waits until a second of the drill, counted from its start.
    ///
    /// - Parameter check: Called before, and a few times a second meanwhile; what it throws ends the wait.
    func wait(until seconds: Int64, _ check: () throws -> Void) throws {
        try check()
        guard let pace else { return }
        let due = start + pace.milliseconds(until: seconds)
        while true {
            let left = due - Self.now
            guard left > 0 else { return }
            usleep(UInt32(min(left, 200)) * 1000)
            try check()
        }
    }
}
