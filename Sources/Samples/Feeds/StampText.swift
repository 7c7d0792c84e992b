import AirQuality

/// Hours in file names, which sort by time.
enum StampText {
    /// `20260109T06`.
    static func hour(_ slot: HourSlot, _ zone: Zone) -> String {
        let (year, month, day) = zone.date(of: slot).civil
        return "\(year)\(twoDigits(month))\(twoDigits(day))T\(twoDigits(zone.clockHour(of: slot)))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
