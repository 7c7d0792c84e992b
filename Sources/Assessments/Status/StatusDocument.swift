import AirQuality
import Desk
import Orders
import PlanModel
import Presentation
import Warnings

/// The status report as a document, in the style of the daily reports that plans ask for.
struct StatusDocument {
    let report: StatusReport
    private let words: Words
    private var record: MomentRecord { report.record }

    init(_ report: StatusReport) {
        self.report = report
        words = Words(plan: report.record.plan)
    }

    var document: ReportDocument {
        var document = ReportDocument(
            title: "\(record.area.name)重污染天气应急响应情况报告",
            subtitle: "截至 as of \(words.chinese(record.at)) (\(words.zone.text(record.at)))",
            footer: "由记录生成，不影响任何决定。Made from the record; no decision reads it. 记录 record \(record.head) · 预案 plan "
                + "\(record.plan.name) \(record.planHash.prefix(12))")
        document.add("一、预警与响应 Warning and response", level)
        document.add("二、近24小时空气质量 Last 24 h", air)
        document.add("三、预报 Forecast", [.table(Self.forecasts(report.days, words))])
        document.add("四、执行中的指令 Orders in force", orders)
        document.add("五、数据缺口 Gaps in the data", gaps)
        let due = report.reminders.isEmpty ? ["无 none"] : report.reminders.map { "\($0.text.chinese)。 \($0.text.english)." }
        document.add("六、提醒 Reminders", due.map { .paragraph($0) })
        return document
    }

    private var level: [ReportDocument.Block] {
        let standing = record.standing
        guard let level = standing.level else { return [.paragraph("目前无预警。 No warning is in force.")] }
        var facts = [
            ("预警级别 level", words.level(level)),
            ("发布 issued", words.time(record.decisions.first?.decision.inForce)),
            ("现级别自 level since", words.time(standing.since)),
        ]
        if let running = standing.responses.level(at: record.at),
            let start = standing.responses.starts.last(where: { $0.at <= record.at })
        {
            let name = record.plan.levels.first { $0.id == running }?.response
            facts.append(("响应 response", "\(words.level(running))\(name.map { " \($0)" } ?? "")，自 from \(words.time(start.at))"))
        } else {
            facts.append(("响应 response", "尚未启动 not begun"))
        }
        if let basis = record.decisions.last?.decision.basis { facts.append(("依据 basis", EndingWords.text(basis).joined)) }
        return [.facts(facts)]
    }

    private var air: [ReportDocument.Block] {
        let air = report.air
        func text(_ hour: RecentAir.Hour?) -> String {
            guard let hour else { return "NA" }
            return
                "AQI \(hour.aqi.map(String.init) ?? "NA")，PM2.5 \(hour.pm25.map(String.init) ?? "NA") µg/m³（\(words.time(hour.slot))）"
        }
        let primary = air.primary.members.map(\.name).joined(separator: "、")
        return [
            .facts([
                ("24小时AQI", "\(air.day.map(String.init) ?? "NA")\(primary.isEmpty ? "" : "，首要污染物 primary \(primary)")"),
                ("PM2.5 24小时均值 mean", "\(air.dayPM25.map(String.init) ?? "NA") µg/m³"),
                ("最近一小时 last hour", text(air.last)), ("最高 highest", text(air.highest)), ("最低 lowest", text(air.lowest)),
            ])
        ]
    }

    static func forecasts(_ days: [StatusReport.Day], _ words: Words) -> ReportDocument.Table {
        ReportDocument.Table(
            heads: ["日期 date", "AQI", "首要污染物 primary", "发布 issued"], alignments: [.left, .right, .left, .left],
            rows: days.map { day in
                [
                    day.date.description, day.value.text, day.value.primary.members.map(\.name).joined(separator: "、"),
                    words.time(day.value.issued),
                ]
            }, empty: "无有效预报 No forecast covers any day from today on.")
    }

    private var orders: [ReportDocument.Block] {
        guard let step = record.orders else { return [.paragraph("预案未列清单，无企业指令。 The plan names no list.")] }
        let actions = step.actions.map { "\($0.name.joined) \($0.count)" }.joined(separator: "；")
        var blocks: [ReportDocument.Block] = [
            .facts([
                ("级别 level", words.level(step.level)), ("自 from", words.time(step.start)), ("通告 notice", step.notice),
                ("对象 subjects", "\(step.count)：\(actions)"),
                ("豁免 exemptions", "准予 granted \(step.granted)，不予 refused \(step.refused)"),
            ])
        ]
        guard step.level != nil else { return blocks }
        var table = ReportDocument.Table(
            heads: ["污染物 pollutant", "减排 reduction kg/d", "占比 share", "目标 target"],
            alignments: [.left, .right, .right, .right])
        for line in step.balance {
            table.rows.append([
                line.pollutant.name, line.reductionText, line.shareText,
                line.target.map { "≥ \($0)%" + (line.short > 0 ? " 未达 short" : "") } ?? "—",
            ])
        }
        blocks.append(.table(table))
        return blocks
    }

    private var gaps: [ReportDocument.Block] {
        let gaps = report.air.gaps
        var lines: [String] = []
        func add(_ missing: [DataGaps.Missing], _ name: String) {
            let some = missing.filter { $0.hours > 0 }.map { "\($0.name) \($0.hours) h" }
            if !some.isEmpty { lines.append("\(name)：" + some.joined(separator: "，")) }
        }
        add(gaps.pollutants, "区域值缺测 area values missing")
        add(gaps.stations, "站点缺测 stations missing")
        for span in gaps.notEvaluated {
            lines.append("未评估 not evaluated：\(words.time(span.lowerBound)) – \(words.time(span.upperBound))")
        }
        for silence in gaps.silences {
            let matter = Words.silence(silence.feed)
            lines.append("\(matter.chinese) \(matter.english)，\(words.time(silence.last ?? silence.at)) 起 since")
        }
        return lines.isEmpty ? [.paragraph("无 none")] : lines.map { .paragraph($0) }
    }
}
