import AirQuality
import PlanModel
import Presentation
public import Warnings

extension ExplanationText {
    /// A whole trace: what stands, why and why not, then every clause as a tree.
    ///
    /// - Parameter levels: Ids of the levels to show; nil: all.
    public func text(_ trace: AreaTrace, levels: Set<String>? = nil) -> String {
        let plot = plot(trace)
        var text = head(trace) + "\n" + plot + (plot.isEmpty ? "" : "\n") + summary(trace)
        for level in trace.levels.reversed() where levels?.contains(level.level) ?? true {
            text += "\n" + self.text(level, in: trace)
        }
        return text
    }

    // MARK: Head

    /// More stand in the JSON alone.
    private static let forecastsShown = 8

    private func head(_ trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        var table = TextTable([.left, .left])
        let version = version.map { phrases.pick(", version \($0)", "，版本\($0)") } ?? ""
        table.add([phrases.pick("plan", "预案"), plan.name + version])
        table.add([
            phrases.pick("area", "区域"),
            trace.area.name == trace.area.id ? trace.area.id : "\(trace.area.name) (\(trace.area.id))",
        ])
        table.add([phrases.pick("at", "时刻"), phrases.fullTime(trace.at)])
        table.add([phrases.pick("standing", "现行级别"), standing(trace)])
        table.add([phrases.pick("forecasts", "预报"), forecasts(trace)])
        for use in trace.forecasts.prefix(Self.forecastsShown) { table.add(["", phrases.forecast(use)]) }
        let more = trace.forecasts.count - Self.forecastsShown
        if more > 0 { table.add(["", phrases.pick("and \(more) more", "等\(trace.forecasts.count)份")]) }
        table.add([phrases.pick("decision", "决定"), decision(trace)])
        if let origin { table.add([phrases.pick("from", "来源"), phrases.origin(origin)]) }
        return table.text
    }

    private func standing(_ trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        let standing = trace.standing
        guard let id = standing.level else { return name(ofLevel: nil) }
        var text = style.bold(name(ofLevel: id))
        if let since = standing.since { text += phrases.pick(" since \(phrases.time(since))", "，自\(phrases.time(since))起") }
        let starts = standing.responses.starts
        let words = starts.map { start in
            let level = plan.levels.first { $0.id == start.level }
            let name = level?.response ?? start.level
            return start.at <= trace.at
                ? phrases.pick("response \(name) since \(phrases.time(start.at))", "\(name)响应自\(phrases.time(start.at))起")
                : phrases.pick("response \(name) starts \(phrases.time(start.at))", "\(name)响应将于\(phrases.time(start.at))启动")
        }
        // Of those that have begun only the last one runs.
        let begun = starts.lastIndex { $0.at <= trace.at } ?? 0
        for word in words.dropFirst(begun) { text += phrases.pick("; ", "；") + word }
        return text
    }

    private func forecasts(_ trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        guard let end = trace.coverageEnd else { return phrases.pick("none known", "没有预报") }
        guard end > trace.at else { return phrases.gap(.forecastsTooShort(end: end, needed: trace.at)) }
        let reach = phrases.pick(
            "reach to \(phrases.time(end)), \(end - trace.at) h ahead", "到\(phrases.time(end))为止（\(end - trace.at)小时）")
        let hours = plan.review.map { phrases.pick("\($0.hour):00", "\($0.hour)时") }.joined(separator: phrases.pick(", ", "、"))
        if plan.review.isEmpty { return reach }
        return reach
            + (trace.isReviewHour
                ? phrases.pick("; a review hour (\(hours)), so they are read", "；会商时刻（\(hours)），读预报")
                : phrases.pick("; not a review hour (\(hours)), so they are not read", "；非会商时刻（\(hours)），不读预报"))
    }

    private func decision(_ trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        guard let decision = trace.decision else { return phrases.pick("none: nothing changes", "无，维持不变") }
        let kind =
            switch decision.kind {
            case .issue: phrases.pick("issue", "发布")
            case .escalate: phrases.pick("escalate", "升级")
            case .downgrade: phrases.pick("downgrade", "降级")
            case .lift: phrases.pick("lift", "解除")
            case .cancel: phrases.pick("cancel", "取消")
            }
        let change =
            switch (decision.from, decision.to) {
            case (nil, let to): name(ofLevel: to)
            case (let from, nil): name(ofLevel: from)
            case (let from, let to): "\(name(ofLevel: from)) → \(name(ofLevel: to))"
            }
        var text = style.bold("\(kind)\(phrases.pick(" ", ""))\(change)")
        if let response = decision.response {
            text += phrases.pick("; response from \(phrases.time(response))", "；响应自\(phrases.time(response))起")
        }
        return text
    }

    // MARK: Levels

    private func text(_ level: LevelTrace, in trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        let definition = plan.levels.first { $0.id == level.level }
        let state =
            switch level.demanded {
            case .true: style.green(phrases.pick("demanded", "达到"))
            case .false: style.red(phrases.pick("not demanded", "未达到"))
            case .unknown: style.yellow(phrases.pick("unknown whether demanded", "是否达到未知"))
            }
        var text = style.bold(name(ofLevel: level.level)) + phrases.pick(": ", "：") + state
        if level.level == trace.standing.level { text += phrases.pick(", in force", "，现行") }
        let cites = definition?.cites ?? []
        if !cites.isEmpty { text += phrases.pick("; cites ", "；依据 ") + cites.joined(separator: phrases.pick("; ", "；")) }
        return text + "\n" + clauses(level, in: trace)
    }
}
