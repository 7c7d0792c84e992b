/// What formatting a file gives.
public struct FormatResult: Hashable, Sendable {
    /// The formatted text; nil for a file that cannot be formatted.
    public var text: String?
    /// Why there is no text, in order of place; empty where there is one.
    public var findings: [Finding]
}
