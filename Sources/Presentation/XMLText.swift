/// Text within XML 1.0, in elements and in attributes.
public enum XMLText {
    /// How a line end or tab is written.
    public enum Breaks: Sendable {
        /// As it is, in elements.
        case kept
        /// As a blank, where a line stays a line.
        case blank
        /// As a reference that attributes keep, too.
        case reference
    }

    /// Escapes what has a meaning of its own in elements and in attributes between double quotes. What XML cannot hold in any form becomes U+FFFD.
    public static func escaped(_ text: String, breaks: Breaks) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "\n", "\t", "\r":
                switch breaks {
                case .kept: result.unicodeScalars.append(scalar)
                case .blank: result += " "
                case .reference: result += "&#\(scalar.value);"
                }
            case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE && scalar.value <= 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
