import Presentation

/// Writes indented XML of elements and text. Every text is escaped; characters that XML 1.0 does not admit are dropped.
struct XMLWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// An element of elements.
    mutating func element(
        _ name: StaticString, attributes: [(name: String, value: String)] = [], _ body: (inout XMLWriter) -> Void
    ) {
        text += indentation + "<\(name)"
        for attribute in attributes { text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
        text += ">\n"
        depth += 1
        body(&self)
        depth -= 1
        text += indentation + "</\(name)>\n"
    }

    /// An element of text.
    mutating func element(_ name: StaticString, _ value: String) {
        text += indentation + "<\(name)>\(Self.escaped(value))</\(name)>\n"
    }

    /// Nothing for nil.
    mutating func element(_ name: StaticString, optional value: String?) {
        if let value { element(name, value) }
    }

    private var indentation: String { String(repeating: "  ", count: depth) }

    static func escaped(_ value: String) -> String {
        let shown = value.unicodeScalars.filter { $0 == "\n" || PlainText.isShown($0) }
        let escaped = XMLText.escaped(String(String.UnicodeScalarView(shown)), breaks: .kept)
        // Bytes that evidence is compared with: notices were always written so.
        return escaped.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "&apos;")
    }
}
