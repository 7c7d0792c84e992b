/// The names that a file gives to stations, cities or areas, numbered in the order of their first appearance.
///
/// Feeds repeat their stations in a fixed order; so a name is first compared with the one before and with the one that
/// followed last time, byte by byte, and only then looked up.
struct NameTable {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]
    /// How each name stood in the file when it was first seen.
    private var raw: ContiguousArray<UnsafeBufferPointer<UInt8>> = []
    private var followers: ContiguousArray<Int32> = []
    private var last = -1

    enum Failure: Error { case noName, badName, tooMany }

    /// Steps over a name that is the same as the last one, or that follows it as it did before, and gives its number; -1, and
    /// stays, for others.
    @inline(__always) mutating func guess(_ cursor: inout ByteCursor) -> Int32 {
        guard last >= 0 else { return -1 }
        if cursor.take(cell: raw[last]) { return Int32(truncatingIfNeeded: last) }
        let follower = followers[last]
        guard follower >= 0, cursor.take(cell: raw[Int(follower)]) else { return -1 }
        last = Int(follower)
        return follower
    }

    /// The number of a name, a new one where it has none yet.
    mutating func number(of cell: Cell) throws(Failure) -> Int32 {
        guard let name = cell.text else { throw .badName }
        let number = try number(of: name, raw: cell.raw)
        if last >= 0 { followers[last] = number }
        last = Int(number)
        return number
    }

    /// The number of a name that has no cell of its own bytes.
    mutating func number(of name: String) throws(Failure) -> Int32 {
        try number(of: name, raw: UnsafeBufferPointer(start: nil, count: 0))
    }

    private mutating func number(of name: String, raw cell: UnsafeBufferPointer<UInt8>) throws(Failure) -> Int32 {
        if let known = numbers[name] { return known }
        guard !name.isEmpty, name != "NA" else { throw .noName }
        guard name.utf8.count <= FeedLimits.nameBytes, !name.unicodeScalars.contains(where: \.isControl) else { throw .badName }
        guard names.count < FeedLimits.names else { throw .tooMany }
        let number = Int32(truncatingIfNeeded: names.count)
        numbers[name] = number
        names.append(name)
        raw.append(cell)
        followers.append(-1)
        return number
    }
}

extension NameTable.Failure {
    func reason(_ column: String) -> String {
        switch self {
        case .noName: "no \(column)"
        case .badName: "the \(column) is no plain text of at most \(FeedLimits.nameBytes) bytes"
        case .tooMany: "more than \(FeedLimits.names) different names"
        }
    }
}
