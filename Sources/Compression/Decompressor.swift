/// Unpacks gzip and xz, told by their first bytes: bytes in, bytes out.
public enum Decompressor {
    /// A way in which files are packed.
    public enum Format: String, Hashable, Sendable {
        case gzip, xz

        /// The format that the first bytes announce, nil where they announce none.
        public init?(of bytes: UnsafeRawBufferPointer) {
            if bytes.starts(with: [0x1F, 0x8B]) {
                self = .gzip
            } else if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
                self = .xz
            } else {
                return nil
            }
        }
    }

    /// 256 MiB, the largest feed file.
    public static let standardLimit = 256 << 20

    /// The unpacked bytes, or nil where the bytes are not packed.
    ///
    /// Members that follow one another are unpacked one after the other, as gzip and xz do. The output grows as the stream
    /// yields it and never beyond the limit: a bomb is an error, not a full memory.
    public static func unpack(
        _ bytes: UnsafeRawBufferPointer, limit: Int = standardLimit
    ) throws(DecompressionError) -> [UInt8]? {
        switch Format(of: bytes) {
        case .gzip: try GzipStream.unpack(bytes, limit: limit)
        case .xz: try XZStream.unpack(bytes, limit: limit)
        case nil: nil
        }
    }
}
