public import AirQuality
import Glibc

/// The clocks that the daemon reads.
public protocol Clocks: Sendable {
    /// The wall clock.
    var now: Instant { get }
    /// Seconds of a clock that never steps and goes on during suspend.
    var steady: Int64 { get }
}

/// The machine's clocks.
public struct SystemClocks: Clocks {
    public init() {}

    public var now: Instant { Instant(seconds: Self.seconds(CLOCK_REALTIME)) }
    public var steady: Int64 { Self.seconds(CLOCK_BOOTTIME) }

    private static func seconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec)
    }
}
