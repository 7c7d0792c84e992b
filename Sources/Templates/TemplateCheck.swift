import Notices
import PlanLanguage
import Presentation

/// Checks a template tag by tag, and gives the text with every field by its English name.
struct TemplateCheck {
    private(set) var findings: [Finding] = []
    private let file: SourceFile
    private let isForCounties: Bool
    private var text: [Character] = []
    private var open: [(field: FieldName, tag: TemplateTag)] = []

    init(_ file: SourceFile, isForCounties: Bool) {
        self.file = file
        self.isForCounties = isForCounties
    }

    static func name(of file: SourceFile) -> String {
        String((file.name.split(separator: "/").last ?? "").dropLast(".mustache".count))
    }

    /// Names of files that a notice's folder has already.
    private static let taken = ["notice", "orders", "evidence", "cap"]

    mutating func run() -> String {
        let name = Self.name(of: file)
        let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
        if name.isEmpty || name.utf8.count > 60 || !isPlain || Self.taken.contains(name) {
            report(
                "template-name", "`\(name)` is no name for a template", at: 0..<1,
                help: "use small letters, digits, - and _; not \(Self.taken.joined(separator: ", "))")
        }
        guard file.bytes.count <= NoticeTemplate.limit else {
            report(
                "template-too-large", "the template has \(file.bytes.count) bytes, more than the \(NoticeTemplate.limit) allowed",
                at: 0..<1)
            return ""
        }
        guard let string = String(validating: file.bytes, as: UTF8.self) else {
            report("template-not-utf8", "the template is not UTF-8", at: 0..<1, help: "save it as UTF-8")
            return ""
        }
        text = Array(string)
        let scanned = TemplateTag.scan(text)
        if let place = scanned.unfinished {
            report("template-syntax", "the tag does not end", at: place..<place + 2, help: "close it with `}}`")
        }
        var result = ""
        var last = 0
        for tag in scanned.tags {
            result += String(text[last..<tag.range.lowerBound])
            result += take(tag)
            last = tag.range.upperBound
        }
        for (_, tag) in open {
            report("template-syntax", "the section is not closed", at: tag.range, help: "add `{{/\(tag.name)}}`")
        }
        return result + String(text[last...])
    }

    /// The tag as the library is to read it.
    private mutating func take(_ tag: TemplateTag) -> String {
        switch tag.kind {
        case .comment: return "{{!}}"
        case .unsupported:
            report(
                "template-unsupported", "partials, other delimiters and pragmas are not supported: a template stands alone",
                at: tag.range)
            return ""
        case .value, .plain:
            if tag.name == "." {
                if !open.contains(where: { $0.field.kind == .list }) {
                    report("template-syntax", "`{{.}}` stands for an entry, but no list is open here", at: tag.range)
                }
                return "{{.}}"
            }
            guard let field = field(tag) else { return "" }
            if field.kind != .text {
                report(
                    "template-not-text", "`\(tag.name)` is \(field.kind == .list ? "a list" : "a yes or no"), not a text",
                    at: tag.range,
                    help: field.kind == .list
                        ? "write `{{#\(tag.name)}}{{.}}{{/\(tag.name)}}`" : "use it as `{{#\(tag.name)}}…{{/\(tag.name)}}`")
            }
            return "{{\(field.rawValue)}}"
        case .section, .inverted:
            guard let field = field(tag) else {
                open.append((.title, tag))
                return ""
            }
            // Lists within lists would multiply.
            if field.kind == .list, tag.kind == .section,
                open.contains(where: { $0.field.kind == .list && $0.tag.kind == .section })
            {
                report("template-nested-list", "a list cannot be told within a list", at: tag.range)
            }
            open.append((field, tag))
            if open.count > NoticeTemplate.maximumDepth {
                report("template-too-deep", "sections stand more than \(NoticeTemplate.maximumDepth) deep", at: tag.range)
            }
            return "{{\(tag.kind.rawValue)\(field.rawValue)}}"
        case .end:
            guard let (field, start) = open.popLast() else {
                report("template-syntax", "no section is open here", at: tag.range)
                return ""
            }
            if start.name != tag.name {
                report("template-syntax", "the section that is open is `\(start.name)`, not `\(tag.name)`", at: tag.range)
            }
            return "{{/\(field.rawValue)}}"
        }
    }

    private mutating func field(_ tag: TemplateTag) -> FieldName? {
        guard let field = FieldName(tag.name) else {
            let names = FieldName.allCases.flatMap { [$0.chinese, $0.rawValue] }
            let near = Suggestion.closest(to: tag.name, among: names).map { "did you mean `\($0)`? " } ?? ""
            report(
                "template-unknown-field", "a notice has no field `\(tag.name)`", at: tag.range,
                help: near + "docs/notices.md lists the fields")
            return nil
        }
        if field.isOfCounty, !isForCounties {
            report(
                "template-unknown-field", "`\(tag.name)` is a field of county sheets alone", at: tag.range,
                help: "name the template `county-….mustache`")
        }
        return field
    }

    mutating func report(_ id: String, _ message: String, at range: Range<Int>, help: String? = nil) {
        guard findings.count < 20 else { return }
        findings.append(
            Finding(
                id: id, severity: .error, file: file.name,
                range: PlaceRange(start: place(range.lowerBound), end: place(range.upperBound)),
                message: message, help: help, fixits: [], related: []))
    }

    private func place(_ index: Int) -> Place {
        var place = Place(line: 1, column: 1)
        for character in text.prefix(index) {
            if character.isNewline {
                place = Place(line: place.line + 1, column: 1)
            } else {
                place.column += character.unicodeScalars.count
            }
        }
        return place
    }
}
