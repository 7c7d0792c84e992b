/// Why packed bytes could not be unpacked.
public enum DecompressionError: Error, Hashable, Sendable {
    /// The bytes end before the packed stream does.
    case truncated
    /// The bytes are no valid stream, or their checksum does not match.
    case damaged
    /// Unpacked it would be larger than the limit in bytes.
    case tooLarge(limit: Int)
    /// The stream asks for more memory than is granted, or the system has none left.
    case outOfMemory
}

extension DecompressionError: CustomStringConvertible {
    /// What happened and what to do, in lower case.
    public var description: String {
        switch self {
        case .truncated: "the packed file ends too early; send it again once it is complete"
        case .damaged: "the packed file is damaged; send it again"
        case .tooLarge(let limit): "unpacked the file is larger than \(limit >> 20) MiB; split it"
        case .outOfMemory: "unpacking the file takes more memory than is granted; pack it with a lower level, such as xz -6"
        }
    }
}
