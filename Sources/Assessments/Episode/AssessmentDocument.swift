import AirQuality
import Desk
import Orders
import PlanModel
import Presentation
import Warnings

/// The assessment as a document for people.
struct AssessmentDocument {
    let assessment: Assessment
    private let words: Words

    init(_ assessment: Assessment) {
        self.assessment = assessment
        words = Words(plan: assessment.plan)
    }

    /// Rows of exemptions that a page shows of each kind; the JSON document names more.
    private static let shown = 100

    var document: ReportDocument {
        let record = assessment.record
        var document = ReportDocument(
            title: "\(record.area.name)重污染天气应急响应评估报告",
            subtitle:
                "Assessment of the heavy-pollution episode of \(record.area.id), \(words.time(assessment.start)) – "
                + "\(words.time(assessment.end))\(record.isOver ? "" : "（尚未结束 not over）") (\(words.zone.name))",
            footer:
                "由记录推算，不影响任何决定。Worked out from the record; no decision reads it. 记录 record \(record.head) · 预案 plan "
                + "\(record.plan.name) \(record.planHash.prefix(12))")
        document.add("一、概况 Summary", summary)
        document.add("二、过程 Timeline", [.table(timeline)] + (assessment.picture.map { [.picture($0)] } ?? []))
        document.add("三、各级别时长 Hours per level", [.table(hours)])
        document.add("四、预报与实况 Forecast against observation", forecasts)
        document.add("五、预警提前量 Lead times", leads)
        document.add("六、指令与核算减排量 Orders and computed reductions", orders)
        document.add("七、豁免 Exemptions", exemptions)
        document.add("八、审批与等待 Approvals and waiting times", [.table(approvals)])
        document.add("九、签收 Receipts", deliveries)
        document.add("十、数据缺口 Data gaps", gaps)
        return document
    }

    private var summary: [ReportDocument.Block] {
        let decisions = assessment.episode.decisions
        let highest = decisions.compactMap(\.to).max { rank($0) < rank($1) }
        let worst = assessment.days.compactMap { day in day.observed.aqi.map { (day.observed.date, $0) } }.max { $0.1 < $1.1 }
        let heavy = assessment.days.count { ($0.observed.aqi ?? 0) > ForecastErrors.heavyAbove }
        var facts = [
            (
                "预警 warning",
                "\(words.time(assessment.start)) – \(words.time(assessment.end))，\(assessment.end - assessment.start) h"
            ),
            ("最高级别 highest level", words.level(highest)),
            ("决定 decisions", "\(decisions.count)"),
            ("重污染日 heavy days", "\(heavy)（AQI > \(ForecastErrors.heavyAbove)）"),
        ]
        if let worst { facts.append(("最重日 worst day", "\(worst.0)，AQI \(worst.1)")) }
        if let kind = decisions.last?.kind, assessment.record.isOver {
            facts.append(("结束方式 ended by", Words.kind(kind).joined))
        }
        return [.facts(facts)]
    }

    private func rank(_ level: String) -> Int { assessment.plan.index(ofLevel: level) ?? -1 }

    private var timeline: ReportDocument.Table {
        ReportDocument.Table(
            heads: ["时间 time", "事件", "event"], alignments: [.left, .left, .left],
            rows: assessment.events.map { [words.time($0.at), $0.text.chinese, $0.text.english] })
    }

    private var hours: ReportDocument.Table {
        ReportDocument.Table(
            heads: ["级别 level", "预警 warning h", "响应 response h"], alignments: [.left, .right, .right],
            rows: assessment.hours.map { [words.level($0.level), "\($0.warning)", "\($0.response)"] })
    }

    // MARK: Forecasts

    private var forecasts: [ReportDocument.Block] {
        var table = ReportDocument.Table(
            heads: [
                "日期 date", "实况 AQI observed", "首要污染物 primary", "PM2.5 µg/m³", "当日前 day before", "前2日 2 d before",
                "前3日 3 d before",
            ], alignments: [.left, .right, .left, .right, .right, .right, .right])
        for day in assessment.days {
            table.rows.append(
                [
                    day.observed.date.description, day.observed.aqi.map(String.init) ?? "NA",
                    day.observed.primary.members.map(\.name).joined(separator: "、"), day.observed.pm25.map(String.init) ?? "NA",
                ] + day.forecasts.map { $0?.text ?? "—" })
        }
        var errors = ReportDocument.Table(
            heads: [
                "提前 lead", "天数 days", "偏差 bias", "平均绝对误差 mean absolute error", "重污染日 heavy", "报中 hits", "空报 false alarms",
            ], alignments: [.left, .right, .right, .right, .right, .right, .right])
        for (lead, error) in assessment.errors.enumerated() where error.count > 0 {
            errors.rows.append([
                "\(lead + 1) d", "\(error.count)", error.bias.map(Words.signedTenths) ?? "—",
                error.meanAbsolute.map(Words.tenths) ?? "—", "\(error.heavy)", "\(error.hits)", "\(error.falseAlarms)",
            ])
        }
        return [
            .table(table), .table(errors),
            .note(
                "预报取该日零时前0、24、48小时已收到的最近一次；区间按预案取\(boundName)；偏差为预报减实况。"
                    + " Forecasts: of those on record 0, 24 and 48 h before the day began the one issued last; ranges are read at the "
                    + "plan's \(assessment.plan.forecastBound.rawValue) bound; bias is forecast less observed."),
        ]
    }

    private var boundName: String {
        switch assessment.plan.forecastBound {
        case .upper: "上限"
        case .middle: "中值"
        case .lower: "下限"
        }
    }

    private var leads: [ReportDocument.Block] {
        func hours(_ value: Int?) -> String { value.map { "\($0) h" } ?? "—" }
        var table = ReportDocument.Table(
            heads: [
                "级别 level", "发布 published", "响应 response", "提前 lead", "预报起始 forecast onset", "提前 lead", "实际起始 observed onset",
                "提前 lead",
            ], alignments: [.left, .left, .left, .right, .left, .right, .left, .right])
        for lead in assessment.leadTimes {
            table.rows.append([
                words.level(lead.level), words.time(lead.published), words.time(lead.response),
                hours(lead.hours(to: lead.response)),
                words.time(lead.forecastOnset), hours(lead.hours(to: lead.forecastOnset)), words.time(lead.observedOnset),
                hours(lead.hours(to: lead.observedOnset)),
            ])
        }
        return [
            .table(table),
            .note(
                "实际起始为预警前24小时起首个超过该级别最低阈值的实测时段之始；负值表示发布时已发生。"
                    + " Observed onset: where the first observed stretch beyond the level's lowest threshold begins, from 24 h before "
                    + "the warning on; negative: it had begun when the level was published."),
        ]
    }

    // MARK: Orders

    private var orders: [ReportDocument.Block] {
        guard !assessment.orders.isEmpty else {
            return [.paragraph("预案未列清单，无企业指令。The plan names no list: no orders were given.")]
        }
        var blocks: [ReportDocument.Block] = []
        for span in assessment.orders {
            let step = span.step
            let actions = step.actions.map { "\($0.name.joined) \($0.count)" }.joined(separator: "；")
            blocks.append(
                .facts([
                    ("\(words.level(step.level))", "自 from \(words.time(step.start))，\(span.hours) h"),
                    ("通告 notice", step.notice),
                    ("对象 subjects", "\(step.count)：\(actions)"),
                ]))
            guard step.level != nil else { continue }
            var table = ReportDocument.Table(
                heads: ["污染物 pollutant", "减排 reduction kg/d", "占比 share", "目标 target", "期间合计 in all kg", "豁免少减 exempted kg/d"],
                alignments: [.left, .right, .right, .right, .right, .right])
            for line in step.balance {
                table.rows.append([
                    line.pollutant.name, line.reductionText, line.shareText,
                    line.target.map { "≥ \($0)%" + (line.short > 0 ? " 未达 short" : "") } ?? "—",
                    Words.kilograms(span.total(line.reduction)), Decimals.text(millionths: line.exempted),
                ])
            }
            blocks.append(.table(table))
        }
        blocks.append(.facts(totals))
        blocks.append(
            .note("减排量按清单核算，非监测值。Reductions are worked out from the list; they are not measured."))
        return blocks
    }

    /// What all orders of the episode come to.
    private var totals: [(String, String)] {
        EmittedPollutant.allCases.map { pollutant in
            let total = assessment.orders.reduce(Int64(0)) { sum, span in
                sum + (span.step.balance.first { $0.pollutant == pollutant }.map { span.total($0.reduction) } ?? 0)
            }
            return ("全程合计 in all \(pollutant.name)", "\(Words.kilograms(total)) kg")
        }
    }

    private var exemptions: [ReportDocument.Block] {
        let all = ExemptionLine.lines(of: assessment.orders.map(\.step))
        return [false, true].flatMap { isGranted -> [ReportDocument.Block] in
            let found = all.filter { $0.exempted.isGranted == isGranted }
            var table = ReportDocument.Table(
                heads: [
                    "企业、工地 subject", "县区 county", "豁免 exemption", "级别 levels", isGranted ? "条件 condition" : "理由 reason",
                ], alignments: [.left, .left, .left, .left, .left])
            table.rows = found.prefix(Self.shown).map { line in
                [
                    "\(line.exempted.name) \(line.exempted.code)", line.exempted.county, line.exempted.exemption,
                    line.levels.map { words.chineseLevel($0) }.joined(separator: "、"), line.exempted.text.chinese,
                ]
            }
            let left = found.count - table.rows.count
            let head = (isGranted ? "准予 granted: " : "不予 refused: ") + "\(found.count)"
            return [.paragraph(head), .table(table)]
                + (left > 0 ? [.note("另有\(left)项见JSON文件。 \(left) more stand in the JSON document.")] : [])
        }
    }

    // MARK: Approvals and gaps

    private var approvals: ReportDocument.Table {
        var table = ReportDocument.Table(
            heads: ["拟议 proposed", "级别 level", "批准人 approver", "结果 ending", "等待 waited", "时限 within", "签发 signed by"],
            alignments: [.left, .left, .left, .left, .right, .right, .left],
            empty: "无需审批。Nothing waited for approval.")
        for line in ApprovalLine.lines(of: assessment.record) {
            table.rows.append([
                words.time(line.madeAt), "\(words.chineseLevel(line.from))→\(words.chineseLevel(line.to))", line.approver,
                EndingWords.text(line.ending).joined,
                Words.duration(line.waitedSeconds) + (line.isLate ? " 超时 late" : ""),
                line.within.map { "\($0) h" } ?? "—", line.signature.map(EndingWords.signer) ?? "—",
            ])
        }
        return table
    }

    /// Who acknowledged in time is counted; who did not is named.
    private var deliveries: [ReportDocument.Block] {
        let all = assessment.record.deliveries
        guard !all.isEmpty else {
            return [.paragraph("预案未规定签收，或无通告发出。The plan names nobody who acknowledges, or nothing was published.")]
        }
        var table = ReportDocument.Table(
            heads: ["通告 notice", "接收单位 addressee", "时限 within", "签收 acknowledged"],
            alignments: [.left, .left, .right, .left])
        let late = all.filter { $0.isInTime != true }
        for line in late.prefix(Self.maximumLate) {
            let when = line.acknowledged.map { "逾期 late \(words.time($0))" } ?? "未签收 not acknowledged"
            table.rows.append([line.notice, line.addressee, "\(line.withinHours) h", when])
        }
        table.empty = "全部按时签收。All acknowledged in time."
        let rest =
            late.count > Self.maximumLate ? "另有\(late.count - Self.maximumLate)项未列。\(late.count - Self.maximumLate) more." : ""
        return [
            .table(table),
            .note(
                "应签收\(all.count)项，按时\(all.count - late.count)项，逾期或未签收\(late.count)项。\(rest)"
                    + " Of \(all.count) receipts owed \(all.count - late.count) came in time."),
        ]
    }

    private static let maximumLate = 100

    private var gaps: [ReportDocument.Block] {
        let gaps = assessment.gaps
        var table = ReportDocument.Table(heads: ["缺口 gap", "小时 hours", "占比 share"], alignments: [.left, .right, .right])
        func add(_ name: String, _ hours: Int) {
            guard hours > 0 else { return }
            let tenths = gaps.hours > 0 ? Int64(hours * 1000 / gaps.hours) : 0
            table.rows.append([name, "\(hours)", "\(Words.tenths(tenths))%"])
        }
        for missing in gaps.pollutants { add("区域值 area \(missing.name)", missing.hours) }
        for missing in gaps.stations { add("站点 station \(missing.name)", missing.hours) }
        for span in gaps.notEvaluated {
            add(
                "未评估 not evaluated \(words.time(span.lowerBound)) – \(words.time(span.upperBound))",
                span.upperBound - span.lowerBound + 1)
        }
        table.empty = "无缺测。No value was missing in \(gaps.hours) h."
        return [
            .table(table),
            .note(
                "预警期间共\(gaps.hours)小时；事后更正\(gaps.corrections)个值；中断通报\(gaps.silences.count { !$0.isOver })次。"
                    + " Of \(gaps.hours) h of warning; \(gaps.corrections) values were corrected later; "
                    + "\(gaps.silences.count { !$0.isOver }) silences of a feed."),
        ]
    }
}
