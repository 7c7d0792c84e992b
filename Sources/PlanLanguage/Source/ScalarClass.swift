extension Unicode.Scalar {
    /// Chinese characters (Han script).
    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFD, 0x3005, 0x3007: true
        default: false
        }
    }

    /// What may stand inside a word: letters, digits and `_ . -`.
    var isWordPart: Bool {
        if value < 0x80 {
            switch value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D: return true
            default: return false
            }
        }
        return value == 0xB3 || value == 0xB2 || properties.isAlphabetic || properties.numericType == .decimal
    }

    /// The ASCII twin of a full-width letter, digit or sign.
    var halfWidth: Unicode.Scalar? {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) : nil
    }
}
