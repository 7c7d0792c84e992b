extension StringProtocol {
    /// Columns that the text takes on a terminal: East Asian wide and full-width characters take two, combining marks none.
    public var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

    /// The text filled up with blanks to a display width.
    public func padded(to width: Int) -> String {
        String(self) + String(repeating: " ", count: Swift.max(0, width - displayWidth))
    }

    /// The text with blanks before it, up to a display width.
    public func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - displayWidth)) + String(self)
    }
}

extension Unicode.Scalar {
    /// Columns on a terminal: two for East Asian wide characters (Unicode Standard Annex 11, W and F), none for combining marks.
    public var displayWidth: Int {
        switch value {
        case 0x20...0x7E: 1
        case 0..<0x20, 0x7F..<0xA0: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default:
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            default: 1
            }
        }
    }
}
