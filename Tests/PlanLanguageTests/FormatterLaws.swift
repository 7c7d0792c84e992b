import AirQuality
import PlanModel
import Testing

@testable import PlanLanguage

/// What holds of every text that can be formatted.
enum FormatLaws {
    static func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if let fault = try fault(text) { Issue.record("\(fault)\n--- source\n\(text)", sourceLocation: sourceLocation) }
    }

    /// The first law that is broken; nil where all hold.
    static func fault(_ text: String) throws -> String? {
        let tree = structure(text)
        let comments = comments(text)
        var texts: [Formatter.Keywords: String] = [:]
        for keywords in Formatter.Keywords.allCases {
            let result = format(text, keywords)
            guard let formatted = result.text else { return "not formatted in \(keywords): \(result.findings.map(\.message))" }
            texts[keywords] = formatted
            guard self.comments(formatted) == comments else { return "other comments in \(keywords):\n\(formatted)" }
            guard structure(formatted) == tree else { return "another tree in \(keywords):\n\(formatted)" }
            guard format(formatted, .keep).text == formatted else {
                return "not idempotent in \(keywords):\n\(formatted)\n--- then\n\(format(formatted, .keep).text ?? "nothing")"
            }
            for line in formatted.split(separator: "\n") where line.hasSuffix(" ") && !text.contains("\\") {
                return "blanks at the end of `\(line)`"
            }
            guard !formatted.contains("\n\n\n") else { return "two blank lines:\n\(formatted)" }
        }
        // From either vocabulary into the other and back.
        for (start, middle) in [(Formatter.Keywords.chinese, Formatter.Keywords.english), (.english, .chinese)] {
            guard let first = texts[start], let second = format(first, middle).text else { return "no text" }
            let third = format(second, start).text
            guard third == first else {
                return "\(start) is lost on the way:\n\(first)\n--- then\n\(second)\n--- then\n\(third ?? "")"
            }
        }
        return nil
    }

    static func format(_ text: String, _ keywords: Formatter.Keywords) -> FormatResult {
        Formatter.format(SourceFile(name: "x", text: text), keywords: keywords)
    }

    static func comments(_ text: String) -> [String] {
        Parser.parse(SourceFile(name: "x", text: text), index: 0).syntax.comments.map { comment in
            var text = Array(text.utf8)[comment.range.start..<comment.range.end]
            while let last = text.last, [0x20, 0x09, 0x0D].contains(last) { text.removeLast() }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// The syntax tree without places, units by what they mean: independent of how the formatter prints one.
    static func structure(_ text: String) -> String {
        var lines = ""
        let (tree, drafts) = Parser.parse(SourceFile(name: "x", text: text), index: 0)
        if drafts.errors > 0 { return "errors" }
        dump(tree.declarations, "", &lines)
        return lines
    }

    private static func dump(_ value: Any, _ indent: String, _ lines: inout String) {
        switch value {
        case is SourceRange: return
        case let comparison as ComparisonSyntax:
            var comparison = comparison
            if let unit = comparison.unit, let known = ConcentrationUnit(spelling: unit.value) {
                comparison.unit?.value = known.rawValue
            }
            children(comparison, indent, &lines)
        case let target as TargetSyntax:
            var target = target
            if let unit = target.unit, let known = ConcentrationUnit(spelling: unit.value) { target.unit?.value = known.rawValue }
            children(target, indent, &lines)
        case let given as GivenValueSyntax:
            var given = given
            if let unit = given.unit, let known = ConcentrationUnit(spelling: unit.value) { given.unit?.value = known.rawValue }
            children(given, indent, &lines)
        case let item as EmissionsSyntax.Item:
            var item = item
            if let unit = item.unit, let known = ColumnUnit(spelling: unit.value) { item.unit?.value = known.rawValue }
            children(item, indent, &lines)
        case let value as ValueSyntax:
            var value = value
            if let unit = value.unit, let known = ColumnUnit(spelling: unit.value) { value.unit?.value = known.rawValue }
            children(value, indent, &lines)
        case let name as NameSyntax: lines += indent + "name \(name.text)\n"
        default: children(value, indent, &lines)
        }
    }

    private static func children(_ value: Any, _ indent: String, _ lines: inout String) {
        let mirror = Mirror(reflecting: value)
        if mirror.children.isEmpty {
            lines += indent + "\(value)\n"
            return
        }
        lines += indent + "\(type(of: value))\n"
        for child in mirror.children {
            if let label = child.label { lines += indent + " " + label + "\n" }
            dump(child.value, indent + "  ", &lines)
        }
    }
}
