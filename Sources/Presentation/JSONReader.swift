/// Reads a JSON document (RFC 8259) into a tree. It holds what a document of this program may hold; everything else is an error.
public struct JSONReader {
    public struct Failure: Error, Hashable, Sendable {
        /// Byte from 0.
        public var offset: Int
        public var reason: String
    }

    private let bytes: [UInt8]
    private let depth: Int
    private var offset = 0

    private init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    /// - Parameter depth: How deep arrays and objects may nest.
    public static func read(_ bytes: [UInt8], depth: Int = 64) throws(Failure) -> JSONValue {
        var reader = JSONReader(bytes, depth: depth)
        let value = try reader.value(0)
        reader.skipBlanks()
        guard reader.offset == bytes.count else { throw reader.failure("something follows the value") }
        return value
    }

    private func failure(_ reason: String) -> Failure {
        Failure(offset: offset, reason: offset < bytes.count ? reason : "it breaks off")
    }

    private mutating func skipBlanks() {
        while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: mark) else { return false }
        offset += 1
        return true
    }

    private mutating func value(_ level: Int) throws(Failure) -> JSONValue {
        guard level < depth else { throw failure("it nests too deep") }
        if take("{") { return try object(level) }
        if take("[") { return try array(level) }
        if take("\"") { return .string(try string()) }
        for (word, value) in [("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false))]
        where bytes[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            return value
        }
        let start = offset
        while offset < bytes.count, Self.isNumeric(bytes[offset]) { offset += 1 }
        guard offset > start else { throw failure("a value is expected") }
        return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }

    private mutating func object(_ level: Int) throws(Failure) -> JSONValue {
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        if take("}") { return .object([]) }
        repeat {
            guard take("\"") else { throw failure("a key is expected") }
            let key = try string()
            guard keys.insert(key).inserted else { throw failure("a key stands twice") }
            guard take(":") else { throw failure("a colon is expected") }
            members.append(JSONValue.Member(key: key, value: try value(level + 1)))
        } while take(",")
        guard take("}") else { throw failure("the object does not end") }
        return .object(members)
    }

    private mutating func array(_ level: Int) throws(Failure) -> JSONValue {
        var elements: [JSONValue] = []
        if take("]") { return .array([]) }
        repeat { elements.append(try value(level + 1)) } while take(",")
        guard take("]") else { throw failure("the array does not end") }
        return .array(elements)
    }

    /// The rest of a string, the quote at its end included.
    private mutating func string() throws(Failure) -> String {
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case 0x22:
                guard let string = String(validating: text, as: UTF8.self) else { throw failure("a string is not UTF-8") }
                return string
            case 0x5C: text += Array(String(try escape()).utf8)
            case 0..<0x20: throw failure("a string holds a control character")
            default: text.append(byte)
            }
        }
        throw failure("a string does not end")
    }

    private mutating func escape() throws(Failure) -> Character {
        guard offset < bytes.count else { throw failure("it breaks off") }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "u"): return Character(try scalar())
        default: throw failure("an escape is unknown")
        }
    }

    /// The character of `\u` and what follows; one beyond the basic plane takes two.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), bytes[offset...].starts(with: [0x5C, UInt8(ascii: "u")]) else {
            throw failure("an escape is no character")
        }
        offset += 2
        let second = try unit()
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
        guard UTF16.isTrailSurrogate(second), let scalar = Unicode.Scalar(value) else {
            throw failure("an escape is no character")
        }
        return scalar
    }

    private mutating func unit() throws(Failure) -> UInt16 {
        let digits = bytes[offset..<min(offset + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("an escape is no character") }
        offset += 4
        return unit
    }
}
