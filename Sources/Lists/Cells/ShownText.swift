/// Text of others as people are shown it.
public enum ShownText {
    /// A text on one line without characters that steer a terminal or turn the direction of writing, cut to a length.
    public static func line(_ text: String, limit: Int = 60) -> String {
        let scalars = text.unicodeScalars.prefix(limit * 4).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        var line = String(String.UnicodeScalarView(scalars))
        let isCut = text.unicodeScalars.count > limit * 4 || line.count > limit
        if isCut { line = line.prefix(limit - 3) + "…" }
        return line
    }
}
