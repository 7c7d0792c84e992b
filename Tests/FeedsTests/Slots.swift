import AirQuality

enum Slots {
    /// The slot that starts at an hour of Beijing time.
    static func hour(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) -> HourSlot {
        Zone.beijing.slot(of: LocalDate(year: year, month: month, day: day) ?? LocalDate(days: 0), hour: hour)
    }
}
