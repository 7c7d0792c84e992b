import AirQuality
import Desk
import PlanModel
import Warnings

extension Notice {
    static let correctionKind = "correction"

    /// A correction as its notice tells it.
    func message(_ correction: Correction) -> Message {
        let request = correction.request
        let zone = plan.zone
        let title = PlainText.line(correction.subject.title, limit: 100)
        let because = Self.clause(request.because)
        let text = request.text.map(Self.clause)
        let document = request.document.map { PlainText.line($0, limit: 100) }
        let old = correction.subject.document.map { PlainText.line($0, limit: 100) }
        let level = correction.level.map { LevelFacts(named: $0, in: plan) }
        let published = earlier.first { $0.identifier == request.notice }.map { zone.chinese($0.sent) }
        var rows = [(label: "被更正通告", value: title)]
        if let published { rows.append(("原发布时间", published)) }
        rows += [("原通告编号", request.notice), ("原文有误", because)]
        if let text { rows.append(("更正为", text)) }
        if let document { rows.append(("文号", "\(old ?? "无") → \(document)")) }
        rows += [
            ("签发人", Self.signed(request.signedBy, request.post)),
            ("录入", "\(Self.recorded(correction.recorder))，\(zone.chinese(correction.at))"),
            ("现行级别", level.map { "\($0.name)预警（不变）" } ?? "本次更正不涉及在执行的预警"),
        ]
        var chinese = ["\(title)有误：\(because)。"]
        var english = ["Notice \(request.notice) was wrong: \(because)."]
        if let text {
            chinese.append("现更正为：\(text)。")
            english.append("It reads rightly: \(text).")
        }
        if let document {
            chinese.append(old.map { "原文号\($0)更正为\(document)。" } ?? "补录文号：\(document)。")
            english.append(
                old.map { "Its document number \($0) reads rightly \(document)." }
                    ?? "Its document number, entered now: \(document).")
        }
        chinese.append("本更正不改变任何预警级别和决定，其余内容照原通告执行。")
        english.append("The correction changes no level and no decision; all else stands as it was.")
        return Message(
            kind: Self.correctionKind, id: correction.id, at: correction.at,
            subject: correction.level ?? correction.subject.level ?? Decision.none,
            chineseTitle: "更正" + (title.isEmpty ? "通告" : "“\(title)”"),
            englishTitle: "correction of notice \(request.notice)",
            chineseEvent: level.map { "重污染天气\($0.name)预警" } ?? "更正",
            englishEvent: level.map { "Heavy air pollution: \($0.id) warning" } ?? "Correction", chineseLines: chinese,
            englishLines: english, chineseTasks: ["请以更正后的内容为准，并在引用原通告时注明本更正。"],
            englishTasks: ["Go by the corrected text, and name this correction wherever the notice is cited."],
            chineseAudience: addressees.chinese, englishAudience: "the public",
            scales: CAPScales(correction: level), fields: Self.fields(correction, zone), rows: rows)
    }

    /// Without the stop of the sentence that the notice goes on with.
    private static func clause(_ text: String) -> String {
        var line = PlainText.line(text, limit: 500)[...]
        while let last = line.last, "。．. ".contains(last) { line.removeLast() }
        return String(line)
    }

    private static func fields(_ correction: Correction, _ zone: Zone) -> [(name: String, values: [String])] {
        let request = correction.request
        var fields: [(name: String, values: [String])] = [("notice", [request.notice]), ("because", [request.because])]
        if let text = request.text { fields.append(("text", [text])) }
        if let document = request.document {
            if let old = correction.subject.document { fields.append(("previousDocument", [old])) }
            fields.append(("document", [document]))
        }
        if let level = correction.level { fields.append(("level", [level])) }
        return fields + [
            ("number", ["\(correction.number)"]), ("signedBy", [signed(request.signedBy, request.post)]),
            ("recordedBy", ["\(correction.recorder.user) (\(correction.recorder.id))"]),
            ("recordedAt", [zone.stamp(correction.at)]),
        ]
    }
}
