import AirQuality
import Desk

extension Zone {
    /// `2016-12-16T20:00:00+08:00`, the form that CAP 1.2 asks for.
    func stamp(_ slot: HourSlot) -> String { text(slot.shown) }
    func stamp(_ instant: Instant) -> String { text(instant.shown) }

    /// `2016年12月16日20时`.
    func chinese(_ slot: HourSlot) -> String {
        let slot = slot.shown
        return "\(date(of: slot).civil.year)年\(chineseDay(slot))\(clockHour(of: slot))时"
    }

    /// `2016年12月16日20时05分`.
    func chinese(_ instant: Instant) -> String {
        let minute = localText(instant.shown).dropFirst(14).prefix(2)
        return chinese(instant.shown.hourFloor) + minute + "分"
    }

    /// `12月16日`.
    func chineseDay(_ slot: HourSlot) -> String {
        let (_, month, day) = date(of: slot.shown).civil
        return "\(month)月\(day)日"
    }

    /// `+08:00`.
    func offsetText(_ instant: Instant) -> String { String(stamp(instant).suffix(6)) }
}
