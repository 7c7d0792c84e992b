import AirQuality
import PlanModel
import Warnings

extension Phrases {
    /// `needs 72 h above 200`.
    func needs(_ hours: Int, _ comparison: Comparison) -> String {
        pick("needs \(self.hours(hours)) \(demand(comparison))", "需\(demand(comparison))持续\(self.hours(hours))")
    }

    /// `finds 48 h from 10 Dec 00:00`.
    func finds(_ run: RunTrace) -> String {
        let found = run.elements.filter { $0.truth == .true }.reduce(0) { $0 + $1.finding.hours }
        return pick(
            "nearest from \(time(run.start)): \(found) of \(run.hours) h", "最接近的自\(time(run.start))起：\(run.hours)小时中有\(found)小时")
    }

    func run(_ run: RunTrace) -> String {
        pick("from \(time(run.start)) to \(time(run.start + run.hours))", "\(time(run.start))至\(time(run.start + run.hours))")
    }

    /// What a run is to include, of which nothing suffices.
    func including(_ part: [ElementTrace]) -> String {
        let hours = part.reduce(0) { $0 + $1.finding.hours }
        guard let comparison = part.first?.comparison, let start = part.first?.start else { return "" }
        return pick(
            "and \(hours) h of them \(demand(comparison)), nearest from \(time(start))",
            "其中需\(demand(comparison))持续\(hours)小时，最接近的自\(time(start))起")
    }

    func outside(_ run: OutsideRun, _ cycle: Cycle) -> String {
        switch run {
        case .afterHorizon(let start, let lastStart):
            return pick(
                "a run that does would start at \(time(start)), \(start - lastStart) h after the last start that counts, \(time(lastStart))",
                "满足条件的时段始于\(time(start))，比可计入的最晚起点\(time(lastStart))晚\(start - lastStart)小时")
        case .begun(let start):
            return pick(
                "a run that does began at \(time(start)), and a forecast test reads only what begins from now on",
                "满足条件的时段已于\(time(start))开始，而“预报”只计自此刻起的时段")
        case .unfinished(let start, let satisfied, let needed, let end):
            return pick(
                "from \(time(start)) on all that is forecast does, \(satisfied * cycle.hours) of \(needed * cycle.hours) h, but forecasts end at \(time(end))",
                "自\(time(start))起，预报所及的\(satisfied * cycle.hours)小时均满足（需\(needed * cycle.hours)小时），但预报只到\(time(end))")
        }
    }

    func gap(_ gap: TestGap, _ test: Test) -> String {
        switch gap {
        case .outsideReviewHours(let next):
            guard let next else { return pick("forecasts are not read at this hour", "此时不读预报") }
            return pick(
                "forecasts are not read at this hour; next review \(time(next)), in \(next - now) h",
                "此时不读预报；下次会商\(time(next))，\(next - now)小时后")
        case .noForecast: return pick("no forecast is known", "没有预报")
        case .forecastsTooShort(let end, let needed):
            return pick(
                "forecasts end at \(time(end)); a run needs them until \(time(needed)), \(needed - end) h more",
                "预报只到\(time(end))；至少需到\(time(needed))，还差\(needed - end)小时")
        case .noNaturalDay:
            return pick("no natural day lies within what is read", "所读时段内没有完整的自然日")
        case .dayValuesOnly:
            return pick(
                "forecasts give day values alone, and no run of natural days lies within what is read",
                "预报只有日值，所读时段内没有可读的自然日")
        }
    }

    /// `margin 19: stands while day 2 of 3 is at least 301: forecast 320`.
    func margin(_ margin: Margin, _ name: String) -> String {
        let element = margin.element
        let need = number(element.need) + unit(element.comparison.quantity)
        let limit =
            element.comparison.relation.isUpward ? pick("at least \(need)", "不低于\(need)") : pick("at most \(need)", "不高于\(need)")
        return pick(
            "stands while \(name) \(element.finding.hours == 24 && name.hasSuffix(",") ? "" : "")is \(limit): it \(value(element)), margin \(number(margin.amount))",
            "\(name)\(limit)时成立：\(value(element))，余量\(number(margin.amount))")
    }

    func firmest(of count: Int, _ run: RunTrace) -> String {
        pick("of \(count) such runs the firmest, from \(time(run.start)), ", "此类时段共\(count)个，最稳者自\(time(run.start))起，")
    }
}
