public import Notices
import Orders
public import PlanLanguage
public import PlanModel

/// The templates of a plan folder, with which the texts of a notice are made that are the city's own.
public struct TemplateSet: Sendable {
    fileprivate let templates: [NoticeTemplate]

    public static let none = TemplateSet(templates: [])

    /// Reads and checks templates, and tries each on notices of every kind and level that the plan has.
    ///
    /// - Parameter plan: Nil where the plan itself has errors: then nothing is tried.
    /// - Returns: The templates, nil where any has an error; and what is wrong.
    public static func read(_ files: [SourceFile], for plan: Plan?) -> (set: TemplateSet?, findings: [Finding]) {
        var templates: [NoticeTemplate] = []
        var findings: [Finding] = []
        for file in files {
            do throws(TemplateErrors) {
                let template = try NoticeTemplate(file)
                if let plan { findings += trial(template, file, plan) }
                templates.append(template)
            } catch {
                findings += error.findings
            }
        }
        return (findings.isEmpty ? TemplateSet(templates: templates) : nil, findings)
    }

    /// A message that is too long on a sample would be cut in earnest.
    private static func trial(_ template: NoticeTemplate, _ file: SourceFile, _ plan: Plan) -> [Finding] {
        for notice in SampleNotices.notices(plan) {
            guard let fields = NoticeFields(notice) else { continue }
            let text = template.text(fields)
            let (problem, help): (String, String)
            if !text.contains(where: { !$0.isWhitespace }) {
                (problem, help) = ("gives an empty text", "give it a text for every kind of notice")
            } else if template.isMessage, ShortMessage.units(text.filter { !$0.isNewline }) > ShortMessage.limit {
                (problem, help) = (
                    "gives a message of \(ShortMessage.units(text.filter { !$0.isNewline })) characters, more than \(ShortMessage.limit)",
                    "shorten it: “\(text.prefix(200).filter { !$0.isNewline })”"
                )
            } else {
                continue
            }
            let start = Place(line: 1, column: 1)
            return [
                Finding(
                    id: "template-fails", severity: .error, file: file.name, range: PlaceRange(start: start, end: start),
                    message: "for “\(notice.matterWords)” the template \(problem)", help: help, fixits: [], related: [])
            ]
        }
        return []
    }

    /// The files that the templates give for a notice, `NAME.txt`, and for county sheets `NAME/COUNTY.txt`; none for a silence.
    public func files(of notice: Notice) -> [(name: String, bytes: [UInt8])] {
        guard let fields = NoticeFields(notice) else { return [] }
        return templates.flatMap { template -> [(name: String, bytes: [UInt8])] in
            guard template.isForCounties else { return [("\(template.name).txt", bytes(template, fields))] }
            var names = FileNames()
            return NoticeFields.ofCounties(notice).map { county, fields in
                ("\(template.name)/\(names.name(county)).txt", bytes(template, fields))
            }
        }
    }

    /// A drill or a draft is marked, whether the template says so or not.
    private func bytes(_ template: NoticeTemplate, _ fields: NoticeFields) -> [UInt8] {
        var text = template.text(fields)
        if case .text(let mark) = fields.values[.mark], !text.contains(mark) { text = mark + text }
        if template.isMessage { text = ShortMessage.text(text) }
        return Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
    }
}
