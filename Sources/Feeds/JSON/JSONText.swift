/// The text of a JSON string, escapes resolved.
enum JSONText {
    /// Nil where the bytes are no UTF-8 or an escape is none.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(validating: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        var plain: [UInt8] = []
        var text = ""
        func flush() -> Bool {
            guard let part = String(validating: plain, as: UTF8.self), let escaped = String(validating: units, as: UTF16.self)
            else { return false }
            text += part + escaped
            plain.removeAll(keepingCapacity: true)
            units.removeAll(keepingCapacity: true)
            return true
        }
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\") else {
                if !units.isEmpty, !flush() { return nil }
                plain.append(bytes[index])
                index += 1
                continue
            }
            if units.isEmpty, !flush() { return nil }
            guard index + 1 < bytes.count else { return nil }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "n"): units.append(0x0A)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "r"): units.append(0x0D)
            case UInt8(ascii: "b"): units.append(0x08)
            case UInt8(ascii: "f"): units.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(UInt16(bytes[index - 1]))
            case UInt8(ascii: "u"):
                guard index + 4 <= bytes.count,
                    let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
                else { return nil }
                units.append(unit)
                index += 4
            default: return nil
            }
        }
        return flush() ? text : nil
    }
}
