/// Reads JSON text (RFC 8259) step by step, without building a tree: numbers keep their digits, and every failure has a place.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0
    private(set) var line = 1
    private var lineStart = 0

    enum Failure: Error {
        /// The text ends before the value does.
        case truncated
        case unexpected
        case tooDeep
        case tooLong
    }

    /// A value: scalars with their bytes, arrays and objects only as such.
    enum Value {
        /// Between the quotes, escapes as they are.
        case string(UnsafeBufferPointer<UInt8>)
        case number(UnsafeBufferPointer<UInt8>)
        case null
        case other
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// The byte within the line, from 1.
    var column: Int { offset - lineStart + 1 }

    /// The next byte that is no blank, not stepped over; nil at the end.
    mutating func peek() -> UInt8? {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard Self.isBlank(byte) else { return byte }
            offset += 1
            if byte == 0x0A {
                line += 1
                lineStart = offset
            }
        }
        return nil
    }

    /// Steps over a mark such as `[` where it is next.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: mark) else { return false }
        offset += 1
        return true
    }

    /// Steps over a mark that must be next.
    mutating func expect(_ mark: Unicode.Scalar) throws(Failure) {
        guard !take(mark) else { return }
        throw peek() == nil ? .truncated : .unexpected
    }

    /// Reads a string, which must be next.
    mutating func string() throws(Failure) -> UnsafeBufferPointer<UInt8> {
        try expect("\"")
        let start = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return UnsafeBufferPointer(rebasing: bytes[start..<offset - 1])
            case UInt8(ascii: "\\"): offset += 2
            case 0..<0x20: throw .unexpected
            default: offset += 1
            }
            guard offset - start <= FeedLimits.lineBytes else { throw .tooLong }
        }
        offset = bytes.count
        throw .truncated
    }

    /// Reads any value; arrays and objects are stepped over.
    mutating func value(depth: Int) throws(Failure) -> Value {
        guard depth < FeedLimits.depth else { throw .tooDeep }
        guard let next = peek() else { throw .truncated }
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            offset += 1
            if take("}") { return .other }
            repeat {
                _ = try string()
                try expect(":")
                _ = try value(depth: depth + 1)
            } while take(",")
            try expect("}")
            return .other
        case UInt8(ascii: "["):
            offset += 1
            if take("]") { return .other }
            repeat { _ = try value(depth: depth + 1) } while take(",")
            try expect("]")
            return .other
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        case UInt8(ascii: "t"):
            try word("true")
            return .other
        case UInt8(ascii: "f"):
            try word("false")
            return .other
        default: return .number(try number())
        }
    }

    private mutating func word(_ text: StaticString) throws(Failure) {
        for index in 0..<text.utf8CodeUnitCount {
            guard offset < bytes.count else { throw .truncated }
            guard bytes[offset] == text.utf8Start[index] else { throw .unexpected }
            offset += 1
        }
    }

    private mutating func number() throws(Failure) -> UnsafeBufferPointer<UInt8> {
        let start = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: offset += 1
            default:
                guard offset > start else { throw .unexpected }
                return UnsafeBufferPointer(rebasing: bytes[start..<offset])
            }
            guard offset - start <= FeedLimits.lineBytes else { throw .tooLong }
        }
        throw .truncated
    }
}
