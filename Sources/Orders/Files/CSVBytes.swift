import Lists

/// Cells of comma-separated values (RFC 4180), made safe for spreadsheets.
///
/// A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or
/// a line break, gets an apostrophe before it, which marks it as text.
enum CSVBytes {
    static let separator: UInt8 = 0x2C
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A text as a cell.
    static func cell(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { append($0, to: &bytes) }
        return bytes
    }

    @inline(__always)
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        guard let first = text.first, let last = text.last else { return }
        var needsQuotes = first == 0x20 || last == 0x20
        for byte in text where byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D { needsQuotes = true }
        let isFormula = startsFormula(text, first)
        if !needsQuotes {
            if isFormula { bytes.append(0x27) }
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(0x27) }
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    @inline(__always)
    private static func startsFormula(_ text: UnsafeBufferPointer<UInt8>, _ first: UInt8) -> Bool {
        switch first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return true
        case 0xEF:
            // ＋ － ＝ and ＠.
            guard text.count >= 3, text[1] == 0xBC else { return false }
            return text[2] == 0x8B || text[2] == 0x8D || text[2] == 0x9D || text[2] == 0xA0
        default: return false
        }
    }
}
