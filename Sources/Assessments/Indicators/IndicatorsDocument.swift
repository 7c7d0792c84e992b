import AirQuality
import PlanModel
import Presentation

/// Indicators and rankings as a document.
struct IndicatorsDocument {
    let indicators: Indicators

    init(_ indicators: Indicators) { self.indicators = indicators }

    var document: ReportDocument {
        var document = ReportDocument(
            title: "\(indicators.year)年环境空气质量指标",
            subtitle: "截至 up to \(indicators.last?.description ?? "—")，按 by \(indicators.edition.rawValue)",
            footer: "仅供考核统计，不得作为启动、升级或延长响应的理由，也不影响任何决定。"
                + "Figures for reporting alone: no reason to start, raise or prolong a response, and no decision reads them.")
        document.add("一、年初以来 Year to date", yearToDate)
        document.add("二、累计排名 Ranking of the year", [.table(ranking(indicators.ranking))])
        for month in indicators.months {
            document.add("\(month.month)月排名 Ranking of month \(month.month)", [.table(ranking(month.ranking))])
        }
        return document
    }

    private var yearToDate: [ReportDocument.Block] {
        var table = ReportDocument.Table(
            heads: [
                "区域 place", "PM2.5 µg/m³", "优良天数 good days", "占比 share", "重污染天数 heavy days", "占比 share", "缺测天数 days without",
                "有效性 validity",
            ], alignments: [.left, .right, .right, .right, .right, .right, .right, .left])
        for line in indicators.places {
            let figures = line.figures
            table.rows.append([
                line.place, figures.pm25.map(Words.tenths) ?? "NA", "\(figures.good)", percent(figures.goodShare),
                "\(figures.heavy)",
                percent(figures.heavyShare), "\(figures.missing) / \(figures.days)",
                figures.isValid ? "满足年统计 enough for a year" : "不足年统计 not yet enough for a year",
            ])
        }
        return [.table(table)] + targets
            + [
                .note(
                    "PM2.5为日均值的算术平均；日均值至少20个小时值；优良为AQI≤100，重污染为AQI>200，占比以有AQI之日为分母；HJ 663：年≥324个、"
                        + "月≥27个（2月≥25个）日均值。 PM2.5: mean of daily means, each of at least 20 h; good: AQI ≤ 100, heavy: AQI > 200, "
                        + "shares are of the days with an AQI.")
            ]
    }

    private var targets: [ReportDocument.Block] {
        var table = ReportDocument.Table(
            heads: ["区域 place", "指标 indicator", "目标 target", "现值 so far", "结论"],
            alignments: [.left, .left, .right, .right, .left])
        for line in indicators.places {
            for reached in indicators.reached(line.figures) {
                let target = reached.target
                let unit = target.quantity == .pm25 ? " µg/m³" : "%"
                table.rows.append([
                    line.place, target.quantity.words,
                    "\(target.relation.chinese) \(Words.thousandths(target.threshold))\(unit)",
                    reached.value.map { Words.tenths($0) + unit } ?? "NA",
                    reached.isMet.map { $0 ? "达到 met" : "未达到 not met" } ?? "—",
                ])
            }
        }
        return table.rows.isEmpty ? [] : [.table(table)]
    }

    private func ranking(_ lines: [Indicators.Line]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            heads: ["名次 rank", "区域 place", "PM2.5 µg/m³", "综合指数 composite", "有效天数 days", "有效性 validity"],
            alignments: [.right, .left, .right, .right, .right, .left])
        var rank = 0
        for (index, line) in lines.enumerated() {
            // Equal means share a rank.
            if index == 0 || lines[index - 1].figures.pm25 != line.figures.pm25 { rank = index + 1 }
            table.rows.append([
                line.figures.pm25 == nil ? "—" : "\(rank)", line.place, line.figures.pm25.map(Words.tenths) ?? "NA",
                line.figures.composite.map { Words.thousandths($0 * 10) } ?? "NA",
                "\(line.figures.pm25Days) / \(line.figures.days)",
                line.figures.isValid ? "有效 valid" : "天数不足 too few days",
            ])
        }
        return table
    }

    private func percent(_ tenths: Int64?) -> String { tenths.map { "\(Words.tenths($0))%" } ?? "NA" }
}

extension IndicatorTarget.Quantity {
    fileprivate var words: String {
        switch self {
        case .pm25: rawValue
        case .goodDays: "优良率 \(rawValue)"
        case .heavyDays: "重污染率 \(rawValue)"
        }
    }
}
