/// Cuts a stream of bytes into lines, and holds no more than one line that is not whole.
public struct LineSplitter: Sendable {
    /// A line is longer than allowed: what follows cannot be told apart any more.
    public struct TooLong: Error, Hashable, Sendable {
        public var limit: Int
    }

    private let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0
    /// Bytes from ``start`` that are known to hold no line end.
    private var searched = 0

    /// - Parameter limit: Bytes of a line, its line end not counted.
    public init(limit: Int) { self.limit = limit }

    /// Bytes that are held.
    public var count: Int { bytes.count - start }

    /// Whether a whole line is held.
    public var hasLine: Bool { bytes[(start + searched)...].contains(0x0A) }

    public mutating func append(_ more: some Sequence<UInt8>) {
        if start > 0, start == bytes.count || start > limit {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next line without its line end; nil where it is not whole yet.
    public mutating func next() throws(TooLong) -> [UInt8]? {
        guard let end = bytes[(start + searched)...].firstIndex(of: 0x0A) else {
            searched = bytes.count - start
            guard searched <= limit else { throw TooLong(limit: limit) }
            return nil
        }
        guard end - start <= limit else { throw TooLong(limit: limit) }
        defer {
            start = end + 1
            searched = 0
        }
        return Array(bytes[start..<end])
    }
}
