public import AirQuality

extension Zone {
    /// The first slot of the last natural days that have ended by an instant (semantics §7, `days natural`).
    ///
    /// - Parameters:
    ///   - count: How many days.
    ///   - now: The instant, in hours since 1970.
    public func startOfLastNaturalDays(_ count: Int, at now: Int) -> Int {
        // Where clocks go back, the 24 slots of a day end an hour before its midnight.
        var date = date(of: HourSlot(now))
        while midnight(of: date).hours + 24 > now { date = date + -1 }
        return midnight(of: date + (1 - count)).hours
    }
}
