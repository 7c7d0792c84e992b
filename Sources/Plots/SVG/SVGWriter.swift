import Presentation

/// Writes SVG: escaped text, whole numbers only, so that the same picture gives the same bytes.
///
/// Lengths are tenths of a CSS pixel.
public struct SVGWriter: Sendable {
    public private(set) var text = ""

    public init() {}

    /// An element with others inside.
    public mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ body: (inout SVGWriter) -> Void) {
        start(name, attributes)
        text += ">\n"
        body(&self)
        text += "</\(name)>\n"
    }

    /// An element without content.
    public mutating func element(_ name: String, _ attributes: [(String, String)]) {
        start(name, attributes)
        text += "/>\n"
    }

    /// An element with text.
    public mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String) {
        start(name, attributes)
        text += ">" + XMLText.escaped(content, breaks: .blank) + "</\(name)>\n"
    }

    public mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ style: String) {
        element("line", [("class", style), ("x1", "\(x1)"), ("y1", "\(y1)"), ("x2", "\(x2)"), ("y2", "\(y2)")])
    }

    public mutating func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ attributes: [(String, String)]) {
        element("rect", [("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)")] + attributes)
    }

    public mutating func label(_ content: String, _ x: Int, _ y: Int, _ style: String) {
        element("text", [("class", style), ("x", "\(x)"), ("y", "\(y)")], text: content)
    }

    private mutating func start(_ name: String, _ attributes: [(String, String)]) {
        text += "<" + name
        for (key, value) in attributes { text += " \(key)=\"\(XMLText.escaped(value, breaks: .blank))\"" }
    }
}
