/// Colours on a terminal; plain text elsewhere.
public struct Style: Sendable {
    public var isOn: Bool

    public init(isOn: Bool) { self.isOn = isOn }

    public func bold(_ text: String) -> String { mark(text, "1") }
    public func red(_ text: String) -> String { mark(text, "31") }
    public func green(_ text: String) -> String { mark(text, "32") }
    public func yellow(_ text: String) -> String { mark(text, "33") }

    /// A colour of 24 bits.
    public func coloured(_ text: String, _ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> String {
        mark(text, "38;2;\(colour.red);\(colour.green);\(colour.blue)")
    }

    private func mark(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
