/// The rules of a time zone as a value: offsets from UTC and the instants at which they change.
///
/// The core reads no file: ``init(name:tzif:)`` takes the bytes of a TZif file (RFC 8536) that the shell has read.
public struct Zone: Hashable, Sendable {
    /// The name, such as `Asia/Shanghai`.
    public let name: String
    /// Offset in seconds before the first transition.
    let initialOffset: Int
    let transitions: [Transition]

    struct Transition: Hashable, Sendable {
        var at: Int64
        var offset: Int
    }

    /// A zone of one fixed offset.
    public init(name: String, offsetSeconds: Int) {
        self.name = name
        initialOffset = offsetSeconds
        transitions = []
    }

    init(name: String, initialOffset: Int, transitions: [Transition]) {
        self.name = name
        self.initialOffset = initialOffset
        self.transitions = transitions
    }

    public static let utc = Zone(name: "UTC", offsetSeconds: 0)
    /// UTC+8 as a fixed offset: the time in which China's feeds state their hours.
    public static let beijing = Zone(name: "UTC+8", offsetSeconds: 8 * 3600)

    /// Offset from UTC in seconds at an instant.
    public func offset(at seconds: Int64) -> Int {
        guard let last = transitions.last else { return initialOffset }
        if seconds >= last.at { return last.offset }
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// Whether every offset in use from the given instant on is a number of whole hours.
    public func hasWholeHourOffsets(from seconds: Int64) -> Bool {
        offset(at: seconds) % 3600 == 0 && transitions.allSatisfy { $0.at < seconds || $0.offset % 3600 == 0 }
    }

    /// The local date on which a slot starts.
    public func date(of slot: HourSlot) -> LocalDate {
        let seconds = Int64(slot.hours) * 3600
        return LocalDate(days: Int((seconds + Int64(offset(at: seconds))).flooringDivision(by: 86_400)))
    }

    /// The local clock hour at which a slot starts, 0…23.
    public func clockHour(of slot: HourSlot) -> Int {
        let seconds = Int64(slot.hours) * 3600
        return Int((seconds + Int64(offset(at: seconds))).flooringDivision(by: 3600)) - date(of: slot).days * 24
    }

    /// The slot that starts at local midnight of a date.
    ///
    /// Where the clock skips midnight, it is the first whole hour after the gap.
    public func midnight(of date: LocalDate) -> HourSlot {
        slot(of: date, hour: 0)
    }

    /// The slot that starts at a clock hour of a local date.
    public func slot(of date: LocalDate, hour: Int) -> HourSlot {
        instant(localSeconds: Int64(date.days) * 86_400 + Int64(hour) * 3600).hourFloor
    }

    /// The instant at which local clocks show the given count of seconds since 1970-01-01T00:00 local time.
    public func instant(localSeconds: Int64) -> Instant {
        let first = localSeconds - Int64(offset(at: localSeconds))
        return Instant(seconds: localSeconds - Int64(offset(at: first)))
    }

    /// `2016-12-16T20:00:00+08:00`.
    public func text(_ slot: HourSlot) -> String { text(slot.start) }

    /// `2016-12-16T20:00:00+08:00`.
    public func text(_ instant: Instant) -> String {
        let offset = offset(at: instant.seconds)
        let minutes = abs(offset) / 60
        return "\(localText(instant))\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// `2016-12-16T20:00:00`, without the offset.
    public func localText(_ instant: Instant) -> String {
        let local = instant.seconds + Int64(offset(at: instant.seconds))
        let day = LocalDate(days: Int(local.flooringDivision(by: 86_400)))
        let second = Int(local) - day.days * 86_400
        return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    }

    /// `2016-12-16 20:00`, for people who know the zone.
    public func shortText(_ slot: HourSlot) -> String {
        "\(date(of: slot)) \(padded(clockHour(of: slot), 2)):00"
    }
}
