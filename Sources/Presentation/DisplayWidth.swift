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
    /// Columns on a terminal after Unicode Standard Annex 11.
    public var displayWidth: Int {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: 0
        case 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10, 0x20D0..<0x2100: 0
        case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
            0xFE30..<0xFE70, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x1F300..<0x1F650, 0x1F900..<0x1FA00, 0x20000..<0x3FFFE:
            2
        default: 1
        }
    }
}
