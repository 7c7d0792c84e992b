/// Unpacked bytes as they come, up to a limit.
struct OutputBuffer {
    private(set) var bytes: [UInt8] = []
    private let limit: Int
    static let chunk = 128 << 10

    /// - Parameter expected: a guess at the size, which saves copies; memory is taken as it is written.
    init(limit: Int, expected: Int) {
        self.limit = limit
        bytes.reserveCapacity(min(limit, expected))
    }

    mutating func append(_ part: UnsafeBufferPointer<UInt8>) throws(DecompressionError) {
        guard part.count <= limit - bytes.count else { throw .tooLarge(limit: limit) }
        bytes.append(contentsOf: part)
    }
}
