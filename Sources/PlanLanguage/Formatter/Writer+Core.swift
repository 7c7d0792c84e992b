import PlanModel
import Presentation

// Plan, areas, lets, levels.
extension Writer {
    mutating func write(_ plan: PlanSyntax) {
        sheet.item((isChinese ? "预案 " : "plan ") + spelling.text(plan.name), from: plan.range.start)
        block(plan.clauses, until: plan.range) { writer, clause, _ in writer.write(clause) }
    }

    private mutating func write(_ clause: Located<PlanClause>) {
        let start = clause.range.start
        let isChinese = isChinese
        switch clause.value {
        case .basis(let text): sheet.item((isChinese ? "制定依据 " : "basis ") + spelling.text(text), from: start)
        case .zone(let text): sheet.item((isChinese ? "时区 " : "zone ") + spelling.text(text), from: start)
        case .aqi(let name): sheet.item((isChinese ? "指数 " : "aqi ") + spelling.name(name), from: start)
        case .levels(let names):
            let order = names.map(spelling.name).joined(separator: isChinese ? " ＜ " : " < ")
            sheet.item((isChinese ? "级别次序 " : "levels ") + order, from: start)
        case .requires(let names):
            sheet.item(isChinese ? "必需" : "requires", from: start)
            list(names.map(item))
        case .horizon(let duration): sheet.item((isChinese ? "起始时限 " : "horizon ") + spelling.duration(duration), from: start)
        case .review(let clocks): sheet.item((isChinese ? "会商 " : "review at ") + spelling.clocks(clocks), from: start)
        case .forecastBound(let bound):
            let word =
                switch bound {
                case .upper: isChinese ? "上限" : "upper"
                case .middle: isChinese ? "中值" : "middle"
                case .lower: isChinese ? "下限" : "lower"
                }
            sheet.item((isChinese ? "预报取 " : "forecast bound ") + word, from: start)
        case .forecastSources(let sources, let combined):
            sheet.item(isChinese ? "预报来自" : "forecast from", from: start)
            list(sources.map(item))
            if let combined {
                let words =
                    combined.value == .mean
                    ? (isChinese ? "取平均" : "combined by mean") : (isChinese ? "取最高" : "combined by highest")
                sheet.part(words, from: combined.range.start)
            }
        case .forecastAge(let duration):
            let text = spelling.duration(duration)
            sheet.item(isChinese ? "预报时效 \(text)" : "forecast at most \(text) old", from: start)
        case .days(let rule):
            let word = rule == .rolling ? (isChinese ? "滑动" : "rolling") : (isChinese ? "自然日" : "natural")
            sheet.item((isChinese ? "日 " : "days ") + word, from: start)
        case .keep(let subject, let duration):
            let words =
                switch subject {
                case .done: isChinese ? "已收文件保留 " : "keep done "
                case .rejected: isChinese ? "拒收文件保留 " : "keep rejected "
                case .notices: isChinese ? "通知保留 " : "keep notices "
                case .reports: isChinese ? "报告保留 " : "keep reports "
                }
            sheet.item(words + spelling.duration(duration), from: start)
        case .wait(let duration): sheet.item((isChinese ? "等待 " : "wait ") + spelling.duration(duration), from: start)
        case .remindEnd(let duration):
            let text = spelling.duration(duration)
            sheet.item(isChinese ? "截止提醒 \(text)" : "remind \(text) before end", from: start)
        case .serve(let addressees, let within):
            sheet.item(isChinese ? "送达" : "serve", from: start)
            list(addressees.map(item))
            let duration = spelling.duration(within)
            sheet.part(isChinese ? "\(duration)内" : "within \(duration)", from: within.clause.start)
        case .report(let clocks): sheet.item((isChinese ? "报送 " : "report at ") + spelling.clocks(clocks), from: start)
        case .contact(let text): sheet.item((isChinese ? "联系方式 " : "contact ") + spelling.text(text), from: start)
        case .forecasters(let names):
            sheet.item(isChinese ? "预报单位" : "forecasts by", from: start)
            list(names.map(item))
        case .target(let target): write(target, from: start)
        }
    }

    private mutating func write(_ target: TargetSyntax, from start: Int) {
        let number = spelling.number(target.number, unit: target.unit)
        let year = target.year.value
        if isChinese {
            let (quantity, relation) = (target.quantity.value.chinese, target.relation.value.chineseBound)
            sheet.item("目标 \(year)年 \(quantity)\(relation)\(number)", from: start)
        } else {
            let (quantity, relation) = (target.quantity.value.rawValue, target.relation.value.englishBound)
            sheet.item("target \(quantity) \(relation) \(number) in \(year)", from: start)
        }
    }

    mutating func write(_ area: AreaSyntax) {
        sheet.item((isChinese ? "区域 " : "area ") + spelling.name(area.id), from: area.range.start)
        sheet.part(spelling.text(area.name), from: area.name.range.start)
        if let code = area.code { sheet.part((isChinese ? "代码 " : "code ") + spelling.name(code), from: code.range.start) }
        if let polygon = area.polygon {
            sheet.part((isChinese ? "边界 " : "polygon ") + spelling.text(polygon), from: polygon.range.start)
        }
        sheet.openBlock(openBrace)
        let stations = area.stationsWord?.start ?? Int.max
        let counties = area.countiesWord?.start ?? Int.max
        if counties < stations { writeCounties(area) }
        if let word = area.stationsWord {
            sheet.item(isChinese ? "站点" : "stations", from: word.start)
            list(area.stations.map(item))
            if let least = area.atLeast {
                sheet.part((isChinese ? "至少" : "at least ") + least.value, from: least.range.start)
            }
        }
        if counties > stations { writeCounties(area) }
        sheet.closeBlock(closeBrace, from: area.range.end - 1)
    }

    private mutating func writeCounties(_ area: AreaSyntax) {
        guard let word = area.countiesWord else { return }
        sheet.item(isChinese ? "辖区" : "counties", from: word.start)
        list(area.counties.map(item))
    }

    mutating func write(_ item: LetSyntax) {
        sheet.item((isChinese ? "令 " : "let ") + spelling.name(item.name) + " =", from: item.range.start)
        write(term(item.condition))
    }

    mutating func write(_ level: LevelSyntax) {
        sheet.item((isChinese ? "级别 " : "level ") + spelling.name(level.id), from: level.range.start)
        sheet.part(spelling.text(level.name), from: level.name.range.start)
        if let response = level.response {
            sheet.part((isChinese ? "响应 " : "response ") + spelling.text(response), from: response.range.start)
        }
        let widths = labelWidths(level.clauses.map(\.value))
        block(level.clauses, until: level.range) { writer, clause, index in writer.write(clause, labelWidth: widths[index]) }
    }

    /// The width of the labels of issue clauses that follow each other; 0 where there is none.
    private func labelWidths(_ clauses: [LevelClause]) -> [Int] {
        aligned(
            clauses.map { clause in
                guard case .issue(let label?, _) = clause else { return nil }
                return spelling.label(label).displayWidth
            })
    }

    /// The largest width in each run of widths, for every item of it. Very wide ones move no others.
    func aligned(_ widths: [Int?]) -> [Int] {
        var result: [Int] = []
        for run in widths.split(whereSeparator: { $0 == nil }) {
            while result.count < run.startIndex { result.append(0) }
            result += Array(repeating: run.compactMap(\.self).filter { $0 <= Self.widestCell }.max() ?? 0, count: run.count)
        }
        return result + Array(repeating: 0, count: widths.count - result.count)
    }

    private mutating func write(_ clause: Located<LevelClause>, labelWidth: Int) {
        let start = clause.range.start
        switch clause.value {
        case .issue(let label, let condition):
            let text = spelling.label(label).padded(to: labelWidth)
            let gap = text.isEmpty ? " " : ""
            sheet.item(isChinese ? "发布\(gap)\(text)当" : "issue \(text)\(text.isEmpty ? "" : " ")when", from: start)
            write(term(condition))
        case .end(let condition):
            sheet.item(isChinese ? "结束 当" : "end when", from: start)
            write(term(condition))
        case .approveAutomatically: sheet.item(isChinese ? "自动批准" : "approve automatically", from: start)
        case .approve(let person, let within, let remind):
            sheet.item((isChinese ? "批准 " : "approve by ") + spelling.text(person), from: start)
            if let within {
                let duration = spelling.duration(within)
                sheet.part(isChinese ? "\(duration)内" : "within \(duration)", from: within.clause.start)
            }
            if let remind {
                sheet.part((isChinese ? "逾期提醒 " : "otherwise remind ") + spelling.text(remind), from: remind.range.start)
            }
        case .respondAtNext(let clocks):
            sheet.item((isChinese ? "响应 下一个整点 " : "respond at next ") + spelling.clocks(clocks), from: start)
        case .respondAfter(let duration):
            let text = spelling.duration(duration)
            sheet.item(isChinese ? "响应 \(text)后" : "respond after \(text)", from: start)
        case .respondBeforeOnset(let duration, let clocks):
            let text = spelling.duration(duration)
            sheet.item(isChinese ? "响应 提前\(text)" : "respond \(text) before onset", from: start)
            if let first = clocks.first {
                sheet.part((isChinese ? "整点 " : "on ") + spelling.clocks(clocks), from: first.range.start)
            }
        case .cites(let text): sheet.item((isChinese ? "依据 " : "cites ") + spelling.text(text), from: start)
        }
    }
}

extension IndicatorTarget.Quantity {
    fileprivate var chinese: String {
        switch self {
        case .pm25: rawValue
        case .goodDays: "优良天数比例"
        case .heavyDays: "重污染天数比例"
        }
    }
}

extension Relation {
    fileprivate var englishBound: String {
        switch self {
        case .less: "below"
        case .lessOrEqual: "at most"
        case .greaterOrEqual: "at least"
        case .greater: rawValue
        }
    }

    fileprivate var chineseBound: String {
        switch self {
        case .less: "低于"
        case .lessOrEqual: "不超过"
        case .greaterOrEqual: "不低于"
        case .greater: "超过"
        }
    }
}
