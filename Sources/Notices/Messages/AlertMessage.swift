import AirQuality
import Desk
import PlanModel
import Warnings

extension Notice {
    static let alertKind = "alert"

    /// A high value as its notice tells it.
    func message(_ value: HighValue) -> Message {
        let words = HighValueWords(value, in: self)
        let name = words.name
        return Message(
            kind: Self.alertKind, id: value.id, at: value.at.start, subject: value.alert,
            chineseTitle: "发布\(name)\(words.station.map { "（站点\($0)）" } ?? "")",
            englishTitle: "high-value alert \(PlainText.line(value.alert, limit: 60))"
                + (words.station.map { " at station \($0)" } ?? ""),
            chineseEvent: name, englishEvent: "High-value alert", chineseLines: words.chineseLines,
            englishLines: words.englishLines,
            chineseTasks: [words.text ?? "请核实监测数据，排查周边污染源。"],
            englishTasks: [
                words.text.map { "In the words of the plan: \($0)" } ?? "Check the data, and look for sources nearby."
            ],
            chineseAudience: "属地政府和有关部门", englishAudience: "the local government and the bureaus concerned",
            scales: CAPScales(highValue: (), isObserved: words.isObserved),
            fields: words.fields, short: words.short)
    }
}

/// What a high value is told with.
private struct HighValueWords {
    private let value: HighValue
    private let notice: Notice
    private let alert: Alert?

    init(_ value: HighValue, in notice: Notice) {
        self.value = value
        self.notice = notice
        alert = notice.plan.alerts.first { $0.id == value.alert }
    }

    var name: String { PlainText.line(value.name, limit: 60) }
    var text: String? { value.text.map { PlainText.line($0, limit: 500) } }
    var station: String? { value.station.map { PlainText.line($0, limit: 60) } }
    var isObserved: Bool { alert?.condition.tests.allSatisfy { $0.source == .observed } ?? true }

    private var zone: Zone { notice.plan.zone }

    /// The alert's condition as the plan states it, and what stands for it where the plan is not at hand.
    private var condition: (chinese: String, english: String) {
        guard let condition = alert?.condition else {
            let tests = value.readings.map { PlainText.line($0.test) }.joined(separator: " and ")
            return (tests, tests)
        }
        return (PlainText.line(condition.chinese), PlainText.line(condition.text))
    }

    /// Of each quantity and cycle the longest run: the others lie within it.
    private var shown: [HighValueReading] {
        var shown: [HighValueReading] = []
        for reading in value.readings {
            if let index = shown.firstIndex(where: { $0.quantity == reading.quantity && $0.hours == reading.hours }) {
                if reading.values.count > shown[index].values.count { shown[index] = reading }
            } else {
                shown.append(reading)
            }
        }
        return shown
    }

    private var isSinceLongAgo: Bool { value.at - value.since >= 240 }

    // MARK: Lines

    var chineseLines: [String] {
        let place = notice.areaName + (station.map { "站点\($0)" } ?? "")
        var lines = ["\(zone.chinese(value.at))，\(place)符合“\(name)”的条件（\(condition.chinese)）。"]
        for reading in shown {
            guard let first = reading.values.first, let last = reading.values.last else { continue }
            var line = "\(Self.quantity(reading))\(reading.hours == 1 ? "小时值" : "日值")"
            line += "（\(zone.chinese(first.start))至\(zone.chinese(last.start + min(reading.hours, 24)))）："
            line += Self.list(reading.values.map(\.value), Self.unit(reading), "、", ("最低", "最高"))
            if value.station != nil {
                line += "；\(notice.areaName)同期：" + Self.list(reading.values.map(\.area), Self.unit(reading), "、", ("最低", "最高"))
            }
            lines.append(line + "。")
        }
        lines.append("\(isSinceLongAgo ? "至少" : "")自\(zone.chinese(value.since))起持续。")
        return lines + ["本预警只提示污染高值，不启动应急响应，不改变现行预警级别。"]
    }

    var englishLines: [String] {
        let place = (station.map { "station \($0) of " } ?? "") + notice.englishArea
        var lines = ["As of \(zone.stamp(value.at)), the condition of this alert holds of \(place): \(condition.english)."]
        for reading in shown {
            guard let first = reading.values.first, let last = reading.values.last else { continue }
            var line = "\(reading.hours == 1 ? "Hourly" : "Daily") \(Self.quantity(reading)) "
            line += "from \(zone.stamp(first.start)) to \(zone.stamp(last.start + min(reading.hours, 24))): "
            line += Self.list(reading.values.map(\.value), Self.unit(reading), ", ", ("lowest ", "highest "))
            if value.station != nil {
                line += "; of the area meanwhile: "
                line += Self.list(reading.values.map(\.area), Self.unit(reading), ", ", ("lowest ", "highest "))
            }
            lines.append(line + ".")
        }
        lines.append("So it has been since \(zone.stamp(value.since))\(isSinceLongAgo ? " at the latest" : "").")
        return lines + ["It starts no emergency response and changes no warning level."]
    }

    /// Each of up to seven values, the range of more.
    private static func list(
        _ values: [Int64?], _ unit: String?, _ comma: String, _ words: (low: String, high: String)
    ) -> String {
        let known = values.compactMap(\.self)
        guard values.count > 7, let low = known.min(), let high = known.max() else {
            let texts = values.map { $0.map { Comparison.text(thousandths: $0) } ?? "—" }
            return texts.joined(separator: comma) + (known.isEmpty ? "" : unit ?? "")
        }
        return words.low + Comparison.text(thousandths: low) + comma + words.high + Comparison.text(thousandths: high)
            + (unit ?? "")
    }

    private static func quantity(_ reading: HighValueReading) -> String { PlainText.line(reading.quantity, limit: 20) }
    private static func unit(_ reading: HighValueReading) -> String? { reading.unit.map { PlainText.line($0, limit: 10) } }

    // MARK: Fields

    /// So many of the last values stand in the fields; the ledger has all.
    private static let fieldValues = 24

    var fields: [(name: String, values: [String])] {
        var fields = [("alert", [PlainText.line(value.alert, limit: 60)]), ("name", [name])]
        if let station { fields.append(("station", [station])) }
        fields += [
            ("since", [zone.stamp(value.since)]), ("everyHours", ["\(value.everyHours)"]),
            ("tests", value.readings.map { PlainText.line($0.test) }),
        ]
        for reading in shown {
            fields.append(("values", reading.values.suffix(Self.fieldValues).map { line($0.start, $0.value, reading) }))
            if value.station != nil {
                fields.append(("areaValues", reading.values.suffix(Self.fieldValues).map { line($0.start, $0.area, reading) }))
            }
        }
        fields.append(("short", [short]))
        return Self.merged(fields)
    }

    /// `PM2.5 2024-12-18T14:00:00+08:00 165 µg/m³`, `NA` where it is missing.
    private func line(_ start: HourSlot, _ number: Int64?, _ reading: HighValueReading) -> String {
        let text = number.map { Comparison.text(thousandths: $0) + (Self.unit(reading).map { " \($0)" } ?? "") } ?? "NA"
        return "\(Self.quantity(reading)) \(zone.stamp(start)) \(text)"
    }

    /// Fields of one name as one.
    private static func merged(_ fields: [(String, [String])]) -> [(name: String, values: [String])] {
        var merged: [(name: String, values: [String])] = []
        for (name, values) in fields {
            if let index = merged.firstIndex(where: { $0.name == name }) {
                merged[index].values += values
            } else {
                merged.append((name, values))
            }
        }
        return merged
    }

    // MARK: Short message

    /// One line of at most 70 characters as networks count them, in UTF-16: what does not fit is left out from the end.
    var short: String {
        let mark = notice.mark?.chineseTag ?? ""
        let place = Self.cut(notice.areaName, 12) + (station.map { "站点\(Self.cut($0, 12))" } ?? "")
        let date = zone.date(of: value.at.shown).civil
        let time = "\(date.month)月\(date.day)日\(zone.clockHour(of: value.at.shown))时"
        let since = (
            date: zone.date(of: value.since.shown).civil.day, hour: zone.clockHour(of: value.since.shown)
        )
        let (own, beside) = latest
        let name = Self.cut(name, 16)
        let texts = [
            "\(mark)\(place)\(time)\(name)：\(own)\(beside)，自\(since.date)日\(since.hour)时起。",
            "\(mark)\(place)\(time)\(name)：\(own)\(beside)。", "\(mark)\(place)\(time)\(name)：\(own)。",
        ]
        return texts.first { $0.utf16.count <= Self.shortLimit } ?? "\(mark)\(place)\(time)\(name)。"
    }

    private static let shortLimit = 70

    /// The last value of the first quantity, and the area's.
    private var latest: (own: String, area: String) {
        guard let reading = shown.first, let last = reading.values.last, let own = last.value else { return ("高值", "") }
        let area = last.area.map { "（区域均值\(Comparison.text(thousandths: $0))）" } ?? ""
        return (Self.quantity(reading) + " " + Comparison.text(thousandths: own) + (Self.unit(reading) ?? ""), area)
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        var text = text
        while text.utf16.count > limit { text.removeLast() }
        return text
    }
}
