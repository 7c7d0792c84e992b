import AirQuality
import PlanModel
import Presentation
import Warnings

/// Every phrase of an explanation, in both languages side by side.
struct Phrases {
    let language: Language
    let zone: Zone
    /// The instant explained.
    let now: HourSlot

    func pick(_ english: String, _ chinese: String) -> String { language.pick(english, chinese) }

    func truth(_ truth: Truth) -> String {
        switch truth {
        case .true: pick("true", "成立")
        case .false: pick("false", "不成立")
        case .unknown: pick("unknown", "未知")
        }
    }

    func origin(_ origin: ExplanationOrigin) -> String {
        switch origin {
        case .replay(let from, let forecasts):
            let what =
                switch forecasts {
                case .issued: pick("with the forecasts given", "用所给预报")
                case .perfect: pick("with what was recorded as the forecast", "以实测为预报")
                case .persistence: pick("with the last 24 h repeated as the forecast", "以前24小时重复为预报")
                }
            return pick(
                "a replay from \(fullTime(from)) on, none in force then, \(what)", "自\(fullTime(from))起重放（当时视为无预警），\(what)")
        }
    }

    // MARK: Times

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `16 Dec 20:00`, `12月16日20时`.
    func time(_ slot: HourSlot) -> String {
        let hour = zone.clockHour(of: slot)
        return pick("\(day(slot)) \(hour < 10 ? "0" : "")\(hour):00", "\(day(slot))\(hour)时")
    }

    /// `16 Dec`, `12月16日`; with the year where it could be mistaken.
    func day(_ slot: HourSlot) -> String {
        let (year, month, day) = zone.date(of: slot).civil
        let isNear = abs(slot - now) < 180 * 24
        return pick(
            "\(day) \(Self.months[max(0, min(11, month - 1))])\(isNear ? "" : " \(year)")",
            "\(isNear ? "" : "\(year)年")\(month)月\(day)日")
    }

    /// `2016-12-16 20:00`, `2016年12月16日20时`.
    func fullTime(_ slot: HourSlot) -> String {
        let (year, month, day) = zone.date(of: slot).civil
        return pick(zone.shortText(slot), "\(year)年\(month)月\(day)日\(zone.clockHour(of: slot))时")
    }

    func hours(_ count: Int) -> String { pick("\(count) h", "\(count)小时") }

    // MARK: Values

    func number(_ thousandths: Int64) -> String { Comparison.text(thousandths: thousandths) }

    /// `above 200`, `高于200`.
    func demand(_ comparison: Comparison) -> String {
        let value = number(comparison.threshold) + unit(comparison.quantity)
        switch comparison.relation {
        case .greater: return pick("above \(value)", "高于\(value)")
        case .greaterOrEqual: return pick("at least \(value)", "不低于\(value)")
        case .less: return pick("below \(value)", "低于\(value)")
        case .lessOrEqual: return pick("at most \(value)", "不高于\(value)")
        }
    }

    /// `expected daily IAQI(PM2.5)`.
    func quantity(_ test: Test) -> String {
        let station = test.station.map { pick(" at \($0)", "站点\($0)") } ?? ""
        return pick(
            "\(test.source.rawValue)\(station) \(test.cycle.rawValue) \(test.comparison.quantity.name)",
            "\(test.source.chinese)\(station)\(test.cycle.chinese)\(test.comparison.quantity.name)")
    }

    func unit(_ quantity: Quantity) -> String {
        if case .concentration(let pollutant) = quantity { return pick(" ", "") + pollutant.unit.symbol }
        return ""
    }

    /// `was 187`, `预报187`.
    ///
    /// - Parameter isPlural: Whether the subject is `the 24 h`.
    func value(_ element: ElementTrace, isPlural: Bool) -> String {
        let finding = element.finding
        let text = finding.shown + unit(element.comparison.quantity)
        let ahead = isPlural ? "are forecast at" : "is forecast at"
        switch finding.origin {
        case .observed: return pick("\(isPlural ? "were" : "was") \(text)", "实测\(text)")
        case .mixed:
            let past = now - finding.start
            return pick("\(isPlural ? "come" : "comes") to \(text), \(past) h of it observed", "为\(text)（其中\(past)小时为实测）")
        case .forecast, .hourlyIndex: return pick("\(ahead) \(text)", "预报\(text)")
        case .dayValue: return pick("\(ahead) \(text) for the day", "日预报\(text)")
        }
    }

    /// `forecast 187`.
    func shortValue(_ element: ElementTrace) -> String {
        let text = element.finding.shown + unit(element.comparison.quantity)
        switch element.finding.origin {
        case .observed: return pick("observed \(text)", "实测\(text)")
        case .mixed: return pick("\(text), partly observed", "\(text)，部分为实测")
        case .forecast, .hourlyIndex, .dayValue: return pick("forecast \(text)", "预报\(text)")
        }
    }

    /// `: 14 short`, `，差14`; `, but led by PM10`.
    func shortfall(_ element: ElementTrace) -> String {
        // A bound on the open side lacks nothing for certain: what is false for its leaders is told by these.
        if let room = element.room, room < 0, !(element.isLed == .false && element.isBoundedTowardsNeed) {
            let amount = element.isBoundedTowardsNeed ? atMost(number(-room)) : atLeast(element, number(-room))
            return element.comparison.relation.isUpward
                ? pick(": \(amount) short", "，差\(amount)") : pick(": \(amount) too high", "，高出\(amount)")
        }
        let leaders = element.finding.primary.members.map(\.name).joined(separator: pick(", ", "、"))
        return leaders.isEmpty
            ? pick(", but led by no pollutant", "，但无首要污染物") : pick(", but led by \(leaders)", "，但首要污染物为\(leaders)")
    }

    private func atMost(_ amount: String) -> String { pick("at most \(amount)", "至多\(amount)") }

    /// An amount, said to be the least where only a bound of the value is known.
    func atLeast(_ element: ElementTrace, _ amount: String) -> String {
        switch element.finding.certainty {
        case .exact, .missing: amount
        case .atLeast, .atMost: pick("at least \(amount)", "至少\(amount)")
        }
    }

    // MARK: Elements

    /// `block 3 of 3, from 12 Dec 16:00,`; `day 3 of 3, 12 Dec,`; `04:00` for a slot.
    func name(_ element: ElementTrace, _ number: Int, of count: Int) -> String {
        guard element.finding.hours == 24 else { return time(element.start) }
        let isDay = zone.clockHour(of: element.start) == 0
        if count == 1 {
            return isDay ? day(element.start) : pick("the 24 h from \(time(element.start))", "\(time(element.start))起的24小时")
        }
        return isDay
            ? pick("day \(number) of \(count), \(day(element.start)),", "第\(number)日（共\(count)日，\(day(element.start))）")
            : pick(
                "block \(number) of \(count), from \(time(element.start)),", "第\(number)个24小时（共\(count)个，\(time(element.start))起）"
            )
    }

    /// `the 24 h from 12 Dec 16:00`, `12 Dec`, `12 Dec 04:00`.
    func name(_ element: ElementTrace) -> String { name(element, 1, of: 1) }

    func isPlural(_ element: ElementTrace) -> Bool { element.finding.hours == 24 && zone.clockHour(of: element.start) != 0 }

    /// Why an element is unknown.
    func lack(_ element: ElementTrace, _ coverageEnd: HourSlot?) -> String {
        switch element.lack {
        case .beyondForecasts:
            let end = coverageEnd.map { time($0) } ?? "—"
            return pick("is unknown: forecasts end at \(end)", "未知：预报只到\(end)")
        case .dayValueOnly:
            let quantity = element.comparison.quantity.name
            return pick(
                "is unknown: the forecast gives only the day's AQI, from which no \(quantity) can be read",
                "未知：预报只有日AQI，读不出\(quantity)")
        case .boundOnly:
            let leaders = element.finding.primary.members.map(\.name).joined(separator: pick(", ", "、"))
            return pick(
                "is unknown: the day's forecast, led by \(leaders), only says \(element.finding.shown)",
                "未知：日预报首要污染物为\(leaders)，只知\(element.finding.shown)")
        case .primaryUnknown: return pick("is unknown: what leads is not known", "未知：首要污染物不明")
        case .missing(let values):
            let what =
                values.isEmpty ? pick("no value", "无数据") : missing(values, element.finding.hours)
            let bound =
                element.finding.value == nil ? "" : pick(" (known: \(element.finding.shown))", "（已知\(element.finding.shown)）")
            return pick("is unknown: \(what)\(bound)", "未知：\(what)\(bound)")
        case nil: return pick("is unknown", "未知")
        }
    }

    /// `SO2, CO are missing in 5 of 24 h, first 9 Dec 16:00 (7 stations have it, 9 must)`, pollutants of like gaps together.
    private func missing(_ values: [MissingValues], _ hours: Int) -> String {
        var groups: [(names: [String], gap: MissingValues)] = []
        for value in values {
            let same = groups.firstIndex {
                ($0.gap.hours, $0.gap.first, $0.gap.stations) == (value.hours, value.first, value.stations)
            }
            if let same {
                groups[same].names.append(value.pollutant.name)
            } else {
                groups.append(([value.pollutant.name], value))
            }
        }
        return groups.map { group in
            let names = group.names.joined(separator: pick(", ", "、"))
            var text =
                hours == 1
                ? pick("\(names) missing", "\(names)缺测")
                : pick(
                    "\(names) missing in \(group.gap.hours) of \(hours) h from \(time(group.gap.first)) on",
                    "\(names)在\(hours)小时中缺\(group.gap.hours)小时（自\(time(group.gap.first))起）")
            if let stations = group.gap.stations, let quorum = group.gap.quorum {
                text += pick(" (\(stations) stations have it, \(quorum) must)", "（\(stations)个站点有数据，至少需\(quorum)个）")
            }
            return text
        }.joined(separator: pick("; ", "；"))
    }
}

extension ElementFinding {
    /// `231`, `≥120`, `—` where missing: without a blank at which a line could break.
    var shown: String { text.filter { $0 != " " } }
}

extension ElementTrace {
    /// Whether the value that is known is a bound beyond which the true one may well satisfy the comparison.
    fileprivate var isBoundedTowardsNeed: Bool {
        finding.certainty == (comparison.relation.isUpward ? .atLeast : .atMost)
    }
}
