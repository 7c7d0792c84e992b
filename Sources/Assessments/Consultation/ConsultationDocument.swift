import AirQuality
import Explanations
import Orders
import PlanModel
import Presentation
import Warnings

/// The consultation sheet as a document of about a page.
struct ConsultationDocument {
    let sheet: Consultation
    private let words: Words
    private var record: MomentRecord { sheet.record }

    init(_ sheet: Consultation) {
        self.sheet = sheet
        words = Words(plan: sheet.record.plan)
    }

    var document: ReportDocument {
        var document = ReportDocument(
            title: "\(record.area.name)空气质量会商单",
            subtitle:
                "\(words.chinese(record.at)) (\(words.zone.text(record.at)))，现行级别 level \(words.level(record.standing.level))",
            footer: "由记录生成，供会商参考，不影响任何决定。Made from the record; no decision reads it. 记录 record \(record.head) · 预案 plan "
                + "\(record.plan.name) \(record.planHash.prefix(12))")
        document.isCompact = true
        document.add("一、近72小时实况 Observed", observed)
        document.add("二、各次预报及其近60日误差 Forecasts with their errors over 60 days", forecasts)
        document.add("三、规则结论与裕量 What the rules say, with margins", rules)
        document.add("四、涉及企业与减排量 At stake at each level", stakes)
        document.add("五、相似过程 Similar episodes", similar)
        return document
    }

    private var observed: [ReportDocument.Block] {
        var table = ReportDocument.Table(
            heads: ["时段 hours", "AQI 最低–最高", "PM2.5 µg/m³ 均值 mean", "缺测 missing h"], alignments: [.left, .right, .right, .right])
        // Six stretches of 12 h keep the sheet on a page.
        let step = 12
        for first in stride(from: 0, to: sheet.air.hours.count, by: step) {
            let hours = sheet.air.hours[first..<min(first + step, sheet.air.hours.count)]
            let indices = hours.compactMap(\.aqi)
            let values = hours.compactMap(\.pm25)
            table.rows.append([
                "\(words.time(hours.first?.slot)) – \(words.time(hours.last.map { $0.slot + 1 }).suffix(5))",
                indices.min().flatMap { low in indices.max().map { "\(low)–\($0)" } } ?? "NA",
                values.isEmpty ? "NA" : "\(roundedHalfEven(Int64(values.reduce(0, +)), over: Int64(values.count)))",
                "\(hours.count { $0.aqi == nil })",
            ])
        }
        let primary = sheet.air.primary.members.map(\.name).joined(separator: "、")
        return [
            .table(table),
            .facts([("近24小时AQI of 24 h", "\(sheet.air.day.map(String.init) ?? "NA")\(primary.isEmpty ? "" : "，\(primary)")")]),
        ]
    }

    /// Issues by days, then the errors at each lead: both fit on a page.
    private var forecasts: [ReportDocument.Block] {
        let dates = Array(Set(sheet.forecasts.map(\.date))).sorted()
        var table = ReportDocument.Table(
            heads: ["发布 issued"] + dates.map { String($0.description.dropFirst(5)) },
            alignments: [.left] + dates.map { _ in .right },
            empty: "无有效预报 No forecast covers any day from today on.")
        for issued in Set(sheet.forecasts.map(\.value.issued)).sorted(by: >) {
            table.rows.append(
                [words.time(issued)]
                    + dates.map { date in
                        sheet.forecasts.first { $0.value.issued == issued && $0.date == date }?.value.text ?? "—"
                    })
        }
        var errors = ReportDocument.Table(
            heads: ["提前 lead d", "样本 pairs", "偏差 bias", "平均绝对误差 mean absolute error", "报中/重污染 hits/heavy", "空报 false alarms"],
            alignments: [.right, .right, .right, .right, .right, .right])
        for lead in Set(sheet.forecasts.map(\.lead)).sorted() {
            guard let row = sheet.forecasts.first(where: { $0.lead == lead }), row.errors.count > 0 else { continue }
            errors.rows.append([
                "\(lead)", "\(row.errors.count)", row.errors.bias.map(Words.signedTenths) ?? "—",
                row.errors.meanAbsolute.map(Words.tenths) ?? "—", "\(row.errors.hits)/\(row.errors.heavy)",
                "\(row.errors.falseAlarms)",
            ])
        }
        return [
            .table(table), .table(errors),
            .note(
                "提前为发布日期至目标日的天数；误差取近\(Consultation.errorDays)日所有同提前量的发布；偏差为预报减实况。 Lead: days from the "
                    + "date of issue to the day; errors are those of all issues at that lead over the last \(Consultation.errorDays) "
                    + "days; bias is forecast less observed."),
        ]
    }

    private var rules: [ReportDocument.Block] {
        let text = ExplanationText(plan: record.plan, language: .chinese, width: 84)
        let outcome =
            sheet.trace.decision.map {
                "按规则：\(Words.kind($0.kind).joined) \(words.level($0.from)) → \(words.level($0.to))"
            } ?? "按规则不作变动 The rules change nothing."
        return [.paragraph(outcome), .lines(text.summary(sheet.trace))]
    }

    private var stakes: [ReportDocument.Block] {
        guard !sheet.stakes.isEmpty else { return [.paragraph("预案未列清单。 The plan names no list.")] }
        var table = ReportDocument.Table(
            heads: ["级别 level", "对象 subjects", "停产 stop", "部分停 lines", "限产 limit"]
                + EmittedPollutant.allCases.map { "\($0.name) kg/d" },
            alignments: [.left, .right, .right, .right, .right, .right, .right, .right, .right])
        for step in sheet.stakes {
            func count(_ name: String) -> String { "\(step.actions.first { $0.name.english == name }?.count ?? 0)" }
            table.rows.append(
                [words.level(step.level), "\(step.count)", count("stop"), count("lines stop"), count("limit")]
                    + EmittedPollutant.allCases.map { pollutant in
                        step.balance.first { $0.pollutant == pollutant }.map { "\($0.reductionText) (\($0.shareText))" } ?? "—"
                    })
        }
        return [.table(table)]
    }

    private var similar: [ReportDocument.Block] {
        var table = ReportDocument.Table(
            heads: [
                "预警 warning", "峰值 peak AQI", ">150 d", ">200 d", "首要 primary", "级别时长 hours per level", "差异 distance", "指令 orders",
            ],
            alignments: [.left, .right, .right, .right, .left, .left, .right, .left],
            empty: "记录中没有已结束的过程可比。 No past episode on record can be compared.")
        for likeness in sheet.similar {
            let past = likeness.episode
            let spans = past.warning.map { "\(words.chineseLevel($0.level)) \($0.hours) h" }.joined(separator: "，")
            let orders = past.orders.map { step in
                step.actions.prefix(3).map { "\($0.name.chinese) \($0.count)" }.joined(separator: "，")
            }
            table.rows.append([
                "\(words.time(past.start)) – \(words.time(past.end))", past.outlook.peak.map(String.init) ?? "NA",
                "\(past.outlook.polluted)", "\(past.outlook.heavy)",
                past.outlook.primary.members.map(\.name).joined(separator: "、"),
                spans, Words.tenths(Int64(likeness.distance)), orders ?? "—",
            ])
        }
        let outlook = sheet.outlook
        return [
            .facts([
                (
                    "未来\(Consultation.outlookDays)日 outlook",
                    "峰值 peak AQI \(outlook.peak.map(String.init) ?? "NA")，>150 \(outlook.polluted) d，>200 \(outlook.heavy) d，"
                        + outlook.primary.members.map(\.name).joined(separator: "、")
                )
            ]), .table(table),
            .note(
                "差异＝峰值AQI之差/50＋超150日数之差＋超200日数之差＋首要污染物不同计1；共比较\(sheet.compared)次过程。 "
                    + "Distance: difference of peaks / 50, plus those of the days above 150 and above 200, plus 1 where no primary pollutant "
                    + "is shared; \(sheet.compared) episodes were compared."),
        ]
    }
}
