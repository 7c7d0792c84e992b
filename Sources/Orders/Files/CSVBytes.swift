/// Cells of comma-separated values (RFC 4180), made safe for spreadsheets.
///
/// A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or
/// a line break, gets an apostrophe before it, which marks it as text. A code of more digits than a spreadsheet's numbers keep gets
/// a tab after it, which does the same and is trimmed as a blank.
enum CSVBytes {
    static let separator: UInt8 = 0x2C
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A text as a cell.
    static func cell(_ text: String) -> [UInt8] {
        var buffer = ByteBuffer(capacity: text.utf8.count + 16)
        Array(text.utf8).withUnsafeBufferPointer { append($0, to: &buffer) }
        return buffer.bytes
    }

    /// Texts as cells, each with its separator.
    static func cells(_ texts: String...) -> [UInt8] { texts.flatMap { cell($0) + [separator] } }

    @inline(__always)
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer) {
        guard let first = text.first, let last = text.last else { return }
        let isFormula = startsFormula(text, first)
        if first != 0x20, last != 0x20, !isFormula, !hasSpecial(text) {
            bytes.append(text)
        } else {
            appendQuoted(text, isFormula, to: &bytes)
        }
    }

    /// A credit code or the id of a site.
    @inline(__always)
    static func append(code: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer) {
        append(code, to: &bytes)
        if code.count > maximumDigits, code.allSatisfy({ 0x30...0x39 ~= $0 }) { bytes.append(0x09) }
    }

    /// Digits that a number of a spreadsheet keeps.
    private static let maximumDigits = 15

    @inline(never)
    private static func appendQuoted(_ text: UnsafeBufferPointer<UInt8>, _ isFormula: Bool, to bytes: inout ByteBuffer) {
        let needsQuotes = text.first == 0x20 || text.last == 0x20 || hasSpecial(text)
        if needsQuotes { bytes.append(0x22) }
        if isFormula { bytes.append(0x27) }
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(0x22) }
    }

    /// Whether a separator, a quote or a line end is among the bytes: eight at a time.
    @inline(__always) private static func hasSpecial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(text)
        var offset = 0
        var found: UInt64 = 0
        while offset &+ 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            found |= hit(word, 0x2C) | hit(word, 0x22) | hit(word, 0x0A) | hit(word, 0x0D)
            offset &+= 8
        }
        var isFound = found != 0
        while offset < raw.count {
            let byte = raw[offset]
            isFound = isFound || byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D
            offset &+= 1
        }
        return isFound
    }

    /// Not zero where any of eight bytes is the given one.
    @inline(__always) private static func hit(_ word: UInt64, _ byte: UInt64) -> UInt64 {
        let differences = word ^ (byte &* 0x0101_0101_0101_0101)
        return (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080
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
