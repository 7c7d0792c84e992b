import Mustache
import Notices
import PlanLanguage

/// A template of the plan folder, `NAME.mustache`, checked: it names only fields that there are.
struct NoticeTemplate: Sendable {
    /// The name without `.mustache`.
    let name: String
    private let template: MustacheTemplate

    /// A message that goes out as SMS.
    var isMessage: Bool { name == "sms" }
    /// One sheet for each county.
    var isForCounties: Bool { name.hasPrefix("county-") }

    /// Bytes of a template.
    static let limit = 64 << 10
    /// Sections within sections.
    static let maximumDepth = 8

    /// - Throws: What is wrong with it, each thing with its place.
    init(_ file: SourceFile) throws(TemplateErrors) {
        name = TemplateCheck.name(of: file)
        var check = TemplateCheck(file, isForCounties: name.hasPrefix("county-"))
        let source = check.run()
        guard check.findings.isEmpty else { throw TemplateErrors(findings: check.findings) }
        do {
            // Notices are texts: nothing is to be escaped as in HTML.
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + source)
        } catch {
            check.report("template-syntax", "the template cannot be read: \(error)", at: 0..<1)
            throw TemplateErrors(findings: check.findings)
        }
    }

    func text(_ fields: NoticeFields) -> String {
        var context: [String: Any] = [:]
        for (name, value) in fields.values {
            switch value {
            case .text(let text): context[name.rawValue] = text
            case .list(let list): context[name.rawValue] = list
            case .flag(let flag): context[name.rawValue] = flag
            }
        }
        return template.render(context)
    }
}

/// What is wrong with a template.
struct TemplateErrors: Error {
    var findings: [Finding]
}
