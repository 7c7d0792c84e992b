import AirQuality
import PlanModel
import Warnings

/// What is said of runs and of what a `throughout` reads.
extension Phrases {
    /// `needs 72 h above 200`.
    func needs(_ hours: Int, _ comparison: Comparison) -> String {
        pick("needs \(self.hours(hours)) \(demand(comparison))", "需\(demand(comparison))持续\(self.hours(hours))")
    }

    /// `finds 48 h from 10 Dec 00:00 (212, 230, 187)`.
    func finds(_ run: RunTrace) -> String { finds(run.elements, from: run.start) }

    func finds(_ elements: [ElementTrace], from slot: HourSlot) -> String {
        let found = elements.filter { $0.truth == .true }.reduce(0) { $0 + $1.finding.hours }
        let (values, start) = (values(elements), time(slot))
        guard found > 0 else {
            return pick("finds none, nearest from \(start) (\(values))", "无一满足，最接近的自\(start)起（\(values)）")
        }
        return pick("finds \(found) h from \(start) (\(values))", "自\(start)起有\(found)小时（\(values)）")
    }

    /// `5 Jan 06:00 was 60 µg/m³, 93.7% of the area's 64 µg/m³`; the percentage rounded down.
    func share(_ share: HighValueReading.Value, of test: Test) -> String {
        func shown(_ value: Int64?) -> String {
            value.map { number($0) + unit(test.comparison.quantity) } ?? pick("missing", "缺测")
        }
        let slot = time(share.start) + (test.cycle == .daily ? pick(", the 24 h from it on,", "起24小时") : "")
        var percent = ""
        if let own = share.value, let area = share.area, area > 0 {
            let tenths = own * 1000 / area
            percent = "\(tenths / 10).\(tenths % 10)%"
        }
        return pick(
            "\(slot) was \(shown(share.value)), " + (percent.isEmpty ? "and the area's value" : "\(percent) of the area's")
                + " \(shown(share.area))",
            "\(slot)为\(shown(share.value))，" + (percent.isEmpty ? "区域均值" : "为区域均值的\(percent)，区域均值") + shown(share.area))
    }

    /// `of them needs 24 h above 300`.
    func includes(_ hours: Int, _ comparison: Comparison) -> String {
        pick("of them needs \(self.hours(hours)) \(demand(comparison))", "其中需\(demand(comparison))持续\(self.hours(hours))")
    }

    /// Each of up to twelve values; of more the range.
    func values(_ elements: [ElementTrace]) -> String {
        if elements.count <= 12 { return elements.map(\.finding.shown).joined(separator: pick(", ", "、")) }
        let known = elements.map(\.finding).filter { $0.value != nil }.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
        let missing = elements.count - known.count
        var parts: [String] = []
        if let least = known.first, let most = known.last, least.shown == most.shown {
            parts.append(pick("\(known.count) values, all \(least.shown)", "\(known.count)个值，均为\(least.shown)"))
        } else if let least = known.first, let most = known.last {
            parts.append(
                pick("\(known.count) values, \(least.shown) to \(most.shown)", "\(known.count)个值，\(least.shown)～\(most.shown)"))
        }
        if missing > 0 { parts.append(pick("\(missing) missing", "缺测\(missing)个")) }
        return parts.joined(separator: pick(", ", "，"))
    }

    func run(_ run: RunTrace) -> String {
        pick("from \(time(run.start)) to \(time(run.start + run.hours))", "\(time(run.start))至\(time(run.start + run.hours))")
    }

    /// `needs all 37 h at most 150; 8 are not (37 values, 40 to 351)`.
    func throughout(_ run: RunTrace, _ comparison: Comparison, _ cycle: Cycle) -> String {
        let (count, failing) = (run.elements.count, run.failing.count)
        let unit = cycle == .hourly ? pick("h", "小时") : pick("blocks of 24 h", "个24小时")
        let values = values(run.elements)
        return pick(
            "needs all \(count) \(unit) \(demand(comparison)); \(failing) \(failing == 1 ? "is" : "are") not (\(values))",
            "需\(count)\(unit)均\(demand(comparison))，有\(failing)\(unit)不满足（\(values)）")
    }

    /// `3 of the hours are unknown, 2 may be`.
    func unknowns(_ count: Int, _ allowed: Int, _ cycle: Cycle) -> String {
        let unit = cycle == .hourly ? pick(count == 1 ? "hour" : "hours", "小时") : pick(count == 1 ? "block" : "blocks", "个24小时")
        return pick(
            "\(count) \(unit) unknown, at most \(allowed) may be", "未知\(count)\(unit)，至多允许\(allowed)\(unit)")
    }

    func outside(_ run: OutsideRun, _ cycle: Cycle) -> String {
        switch run {
        case .afterHorizon(let start, let lastStart):
            let late = start - lastStart
            return pick(
                "a run that does starts at \(time(start)), \(late) h after the last start that counts (\(time(lastStart)))",
                "满足条件的时段始于\(time(start))，比可计入的最晚起点\(time(lastStart))晚\(late)小时")
        case .begun(let start):
            return pick(
                "a run that does began at \(time(start)); `forecast` reads only what begins from now on",
                "满足条件的时段已于\(time(start))开始，而“预报”只计自此刻起的时段")
        case .unfinished(let start, let satisfied, let needed, let end):
            let (found, all) = (satisfied * cycle.hours, needed * cycle.hours)
            return pick(
                "from \(time(start)) on, \(found) of \(all) h do, and then the forecasts end (\(time(end)))",
                "自\(time(start))起\(found)小时均满足（需\(all)小时），但预报只到\(time(end))")
        }
    }

    func gap(_ gap: TestGap) -> String {
        switch gap {
        case .outsideReviewHours(let next):
            guard let next else { return pick("forecasts are not read at this hour", "此时不读预报") }
            return pick(
                "forecasts are not read until the review at \(time(next)), in \(next - now) h",
                "预报待\(time(next))会商时才读（\(next - now)小时后）")
        case .noForecast: return pick("no forecast is known", "没有预报")
        case .forecastsTooShort(let end, _) where end <= now:
            return pick("the last forecast ended at \(time(end))", "最近的预报止于\(time(end))")
        case .forecastsTooShort(let end, let needed):
            return pick(
                "forecasts end at \(time(end)); a run needs them until \(time(needed)), \(needed - end) h more",
                "预报只到\(time(end))；至少需到\(time(needed))，还差\(needed - end)小时")
        case .noNaturalDay: return pick("no natural day lies within what is read", "所读时段内没有完整的自然日")
        case .dayValuesOnly:
            return pick(
                "forecasts give day values alone, and no run of natural days lies within what is read",
                "预报只有日值，所读时段内没有可读的自然日")
        }
    }

    /// `margin 19: holds while 17 Dec is at least 301 (forecast 320)`.
    func margin(_ margin: Margin, of count: Int) -> String {
        let element = margin.element
        let amount = atLeast(element, number(margin.amount))
        let runs = count > 1 ? pick("the firmest of \(count) such runs ", "此类时段共\(count)个，最稳者") : ""
        return pick("margin \(amount): ", "余量\(amount)：") + runs
            + pick(
                "holds while \(name(element)) \(isPlural(element) ? "are" : "is") \(limit(element)) (\(shortValue(element)))",
                "只要\(name(element))\(limit(element))即成立（\(shortValue(element))）")
    }

    /// `at least 301`, `不低于301`.
    func limit(_ element: ElementTrace) -> String {
        let need = number(element.need) + unit(element.comparison.quantity)
        return element.comparison.relation.isUpward
            ? pick("at least \(need)", "不低于\(need)") : pick("at most \(need)", "不高于\(need)")
    }
}
