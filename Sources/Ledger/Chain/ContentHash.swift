import Crypto

/// SHA-256 of contents, as lower-case hexadecimal text: the names of feed files and plan versions, and the links of the chain.
public enum ContentHash {
    /// 64 digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return text(hash.finalize())
    }

    /// 64 digits of the hash of parts that follow each other without anything between.
    static func hex(of parts: [String]) -> String {
        var hash = SHA256()
        for var part in parts {
            part.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        }
        return text(hash.finalize())
    }

    /// 64 digits of the hash of parts that follow each other without anything between.
    static func hex(of parts: [[UInt8]]) -> String {
        var hash = SHA256()
        for part in parts { part.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return text(hash.finalize())
    }

    private static func text(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
