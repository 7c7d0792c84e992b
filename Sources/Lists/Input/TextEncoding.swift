import Glibc

/// The encodings in which spreadsheets export tables: UTF-8 with or without a byte order mark, and GB18030 (with GBK and
/// GB2312 as parts of it).
enum TextEncoding {
    enum Failure: Error, Hashable {
        /// Two bytes a character, as "Unicode text" is exported.
        case utf16
        /// Neither UTF-8 nor GB18030; the place of the byte that is neither, counted from 0.
        case unknown(Int)
        /// The machine's iconv does not know GB18030.
        case noConverter
    }

    /// The text in UTF-8 and where it begins, behind the byte order mark. UTF-8 comes back as it is, without a copy.
    static func decode(_ bytes: [UInt8]) throws(Failure) -> (bytes: [UInt8], start: Int) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        if isUTF8(bytes) { return (bytes, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) }
        let text = try fromGB18030(bytes)
        return (text, text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    /// Whether a text is UTF-8; the halves of a large one are looked at at once.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        let middle = bytes.count / 2
        guard bytes.count >= 4 << 20, Concurrently.cores > 1,
            let cut = bytes[middle..<min(bytes.count, middle + 1 << 16)].firstIndex(of: 0x0A)
        else { return UTF8Check.isValid(bytes[...]) }
        return Concurrently.run([
            .init(size: cut) { UTF8Check.isValid(bytes[..<cut]) }, .init(size: cut) { UTF8Check.isValid(bytes[cut...]) },
        ]).allSatisfy { $0 }
    }

    private static func fromGB18030(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        let converter = iconv_open("UTF-8", "GB18030")
        guard converter != iconv_t(bitPattern: -1) else { throw .noConverter }
        defer { iconv_close(converter) }
        var input = bytes
        var failure: Int?
        // A character of two bytes becomes one of three, and four become four: half as much again is enough.
        let text = [UInt8](unsafeUninitializedCapacity: bytes.count + bytes.count / 2 + 16) { buffer, count in
            input.withUnsafeMutableBytes { raw in
                var source = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = raw.count
                buffer.withMemoryRebound(to: CChar.self) { output in
                    var target = output.baseAddress
                    var room = output.count
                    if iconv(converter, &source, &left, &target, &room) == -1 { failure = raw.count - left }
                    count = output.count - room
                }
            }
        }
        if let failure { throw .unknown(failure) }
        return text
    }
}
