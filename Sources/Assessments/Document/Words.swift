import AirQuality
import Desk
import Orders
import PlanModel
import Warnings

/// Small words that all reports share, in Chinese and English.
struct Words {
    let plan: Plan

    var zone: Zone { plan.zone }

    /// `橙色 orange`, `无 none`.
    func level(_ id: String?) -> String {
        guard let id else { return "无 none" }
        guard let level = plan.levels.first(where: { $0.id == id }), level.name != id else { return id }
        return "\(level.name) \(id)"
    }

    func chineseLevel(_ id: String?) -> String {
        guard let id else { return "无预警" }
        return plan.levels.first { $0.id == id }?.name ?? id
    }

    /// `2026-01-05 20:10`.
    func time(_ instant: Instant) -> String {
        let text = zone.localText(instant)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }

    func time(_ slot: HourSlot?) -> String { slot.map { zone.shortText($0) } ?? "—" }

    /// `2016年12月16日20时`.
    func chinese(_ slot: HourSlot) -> String {
        let (year, month, day) = zone.date(of: slot).civil
        return "\(year)年\(month)月\(day)日\(zone.clockHour(of: slot))时"
    }

    static func kind(_ kind: Decision.Kind) -> BothTexts {
        switch kind {
        case .issue: BothTexts("发布", "issue")
        case .escalate: BothTexts("升级", "escalate")
        case .downgrade: BothTexts("降级", "downgrade")
        case .lift: BothTexts("解除", "lift")
        case .cancel: BothTexts("取消", "cancel")
        }
    }

    /// What was the matter; where it is over, what is so no longer.
    static func silence(_ feed: Silence.Feed) -> BothTexts {
        switch feed {
        case .observations: BothTexts("实测数据中断", "observations silent")
        case .forecasts: BothTexts("预报数据中断", "forecasts silent")
        case .stations: BothTexts("有效站点不足", "too few stations")
        case .demand: BothTexts("应发级别无法判定", "the level demanded unknown")
        case .todaysForecast: BothTexts("当日预报未到", "no forecast of the day")
        }
    }

    /// `3 h 05 min`.
    static func duration(_ seconds: Int64) -> String {
        let minutes = max(0, seconds) / 60
        let rest = minutes % 60
        return minutes < 60 ? "\(rest) min" : "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest) min"
    }

    /// `12.5`, `-3.0` of tenths.
    static func tenths(_ value: Int64) -> String { "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)" }

    /// With its sign, where a bias is meant.
    static func signedTenths(_ value: Int64) -> String { (value > 0 ? "+" : "") + tenths(value) }

    /// Milligrams in kilograms with one decimal.
    static func kilograms(_ milligrams: Int64) -> String { tenths(roundedHalfEven(milligrams, over: 100_000)) }

    /// A value in thousandths, without zeros at its end.
    static func thousandths(_ value: Int64) -> String { Comparison.text(thousandths: value) }
}

extension BothTexts {
    /// `发布 issue`.
    var joined: String { chinese == english ? chinese : "\(chinese) \(english)" }
}
