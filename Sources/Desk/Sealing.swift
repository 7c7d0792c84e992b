public import AirQuality

/// When an instant is sealed (semantics §8.10): each once, in order, as soon as its data is in, at the latest after the wait.
public enum Sealing {
    /// What is due.
    public struct Due: Hashable, Sendable {
        public var instant: HourSlot
        /// Instants before it that were not evaluated, as after downtime.
        public var notEvaluated: ClosedRange<HourSlot>?

        public init(instant: HourSlot, notEvaluated: ClosedRange<HourSlot>? = nil) {
            self.instant = instant
            self.notEvaluated = notEvaluated
        }
    }

    /// The instant that is due to be sealed, nil where none is.
    ///
    /// - Parameters:
    ///   - now: The wall clock.
    ///   - lastSealed: The last instant sealed; nothing before or at it is sealed again, whatever the clock says.
    ///   - isComplete: Whether all data of the slot before an instant is in.
    public static func due(
        now: Instant, lastSealed: HourSlot?, waitMinutes: Int, isComplete: (HourSlot) -> Bool
    ) -> Due? {
        let instant = now.hourFloor
        if let lastSealed, instant <= lastSealed { return nil }
        guard now >= deadline(of: instant, waitMinutes: waitMinutes) || isComplete(instant) else { return nil }
        guard let lastSealed, instant - lastSealed > 1 else { return Due(instant: instant, notEvaluated: nil) }
        return Due(instant: instant, notEvaluated: lastSealed + 1...instant - 1)
    }

    /// The end of the wait for an instant's data.
    public static func deadline(of instant: HourSlot, waitMinutes: Int) -> Instant {
        Instant(seconds: instant.start.seconds + Int64(waitMinutes) * 60)
    }
}
