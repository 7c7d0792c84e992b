import Compression
import Testing

/// One line of text, packed by gzip and by xz.
struct CompressionTests {
    static let text = Array("slot_start,station\n".utf8)
    static let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0xCE, 0xC9, 0x2F, 0x89, 0x2F, 0x2E, 0x49, 0x2C, 0x2A,
        0xD1, 0x01, 0x92, 0x25, 0x99, 0xF9, 0x79, 0x5C, 0x00, 0xD4, 0x9F, 0x12, 0x17, 0x13, 0x00, 0x00, 0x00,
    ]
    static let xz: [UInt8] = [
        0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00, 0x04, 0xE6, 0xD6, 0xB4, 0x46, 0x02, 0x00, 0x21, 0x01, 0x16, 0x00, 0x00, 0x00,
        0x74, 0x2F, 0xE5, 0xA3, 0x01, 0x00, 0x12, 0x73, 0x6C, 0x6F, 0x74, 0x5F, 0x73, 0x74, 0x61, 0x72, 0x74, 0x2C, 0x73, 0x74,
        0x61, 0x74, 0x69, 0x6F, 0x6E, 0x0A, 0x00, 0x00, 0x32, 0x53, 0x10, 0xCA, 0xB5, 0xD2, 0x8B, 0x9A, 0x00, 0x01, 0x2B, 0x13,
        0x9C, 0x09, 0x48, 0xD2, 0x1F, 0xB6, 0xF3, 0x7D, 0x01, 0x00, 0x00, 0x00, 0x00, 0x04, 0x59, 0x5A,
    ]

    private func unpack(_ bytes: [UInt8], limit: Int = 1 << 20) throws(DecompressionError) -> [UInt8]? {
        var outcome: Result<[UInt8]?, DecompressionError> = .success(nil)
        bytes.withUnsafeBytes { bytes in
            do throws(DecompressionError) {
                outcome = .success(try Decompressor.unpack(bytes, limit: limit))
            } catch {
                outcome = .failure(error)
            }
        }
        return try outcome.get()
    }

    @Test(arguments: [gzip, xz]) func unpacks(packed: [UInt8]) throws {
        #expect(try unpack(packed) == Self.text)
        #expect(try unpack(packed + packed) == Self.text + Self.text)
        #expect(try unpack(packed + [0, 0, 0, 0]) == Self.text)
    }

    @Test func leavesOthersAlone() throws {
        #expect(try unpack(Self.text) == nil)
        #expect(try unpack([]) == nil)
    }

    @Test(arguments: [gzip, xz]) func stopsAtTheLimit(packed: [UInt8]) throws {
        #expect(try unpack(packed, limit: Self.text.count) == Self.text)
        #expect(throws: DecompressionError.tooLarge(limit: 18)) { try unpack(packed, limit: 18) }
    }

    @Test(arguments: [gzip, xz]) func noticesTruncation(packed: [UInt8]) {
        for length in 6..<packed.count {
            #expect(throws: DecompressionError.truncated, "\(length) bytes") { try unpack(Array(packed[..<length])) }
        }
    }

    @Test(arguments: [gzip, xz]) func noticesDamage(packed: [UInt8]) {
        var damaged = packed
        damaged[packed.count - 6] ^= 0x55
        #expect(throws: DecompressionError.damaged) { try unpack(damaged) }
        #expect(throws: DecompressionError.damaged) { try unpack(packed + Array("something else that follows".utf8)) }
    }
}
