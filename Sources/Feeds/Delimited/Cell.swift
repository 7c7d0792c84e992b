/// One cell of a delimited file as it stands there, quotes and blanks included.
struct Cell {
    let raw: UnsafeBufferPointer<UInt8>
    /// Whether a quote in it is not closed by the end of the line.
    let hasOpenQuote: Bool

    init(_ raw: UnsafeBufferPointer<UInt8>, hasOpenQuote: Bool = false) {
        self.raw = raw
        self.hasOpenQuote = hasOpenQuote
    }

    /// The bytes without blanks around them and without the quotes around those.
    var content: UnsafeBufferPointer<UInt8> {
        let outer = Self.trimmed(raw)
        guard outer.count >= 2, outer.first == Byte.quote, outer.last == Byte.quote else { return outer }
        return Self.trimmed(UnsafeBufferPointer(rebasing: outer.dropFirst().dropLast()))
    }

    /// The content as text, doubled quotes as one; nil where it is no UTF-8.
    var text: String? {
        let content = content
        guard let text = String(validating: content, as: UTF8.self) else { return nil }
        guard content.contains(Byte.quote), raw.count != content.count else { return text }
        return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }

    /// The content for a message: short, and readable whatever it holds.
    var shown: String { Self.shown(content) }

    static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var text = ""
        for scalar in String(decoding: bytes.prefix(48), as: UTF8.self).unicodeScalars.prefix(24) {
            text.unicodeScalars.append(scalar.isControl ? "\u{FFFD}" : scalar)
        }
        return bytes.count > 48 || text.unicodeScalars.count == 24 ? text + "…" : text
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }
}

extension Unicode.Scalar {
    /// Whether it is of no use in a name or a message: a control or line-breaking character.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029 }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are those of the text.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return (0..<count).allSatisfy { self[$0] == text.utf8Start[$0] }
    }

    /// Whether the bytes equal another run of the same length.
    @inline(__always) func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
            return count == other.count
        }
        let a = UnsafeRawPointer(left)
        let b = UnsafeRawPointer(right)
        var index = 0
        if count >= 8 {
            while index + 8 <= count {
                if a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    != b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                {
                    return false
                }
                index += 8
            }
            // The last eight bytes, some of them for the second time.
            return a.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
                == b.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        }
        while index < count {
            if left[index] != right[index] { return false }
            index += 1
        }
        return true
    }
}
