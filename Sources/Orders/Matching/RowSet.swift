/// Some rows of a table, a bit a row: what a predicate holds for.
struct RowSet: Hashable, Sendable {
    private(set) var words: [UInt64]
    let count: Int

    /// All rows of a table, or none.
    init(count: Int, all: Bool) {
        self.count = count
        words = [UInt64](repeating: all ? .max : 0, count: (count + 63) / 64)
        trim()
    }

    /// The rows for which the test holds.
    @inline(__always) init(count: Int, where test: (Int) -> Bool) {
        self.count = count
        words = [UInt64](unsafeUninitializedCapacity: (count + 63) / 64) { buffer, size in
            size = buffer.count < (count + 63) / 64 ? buffer.count : (count + 63) / 64
            for word in 0..<size {
                let first = word * 64
                var bits: UInt64 = 0
                for bit in 0..<min(64, count - first) where test(first + bit) { bits |= 1 << UInt64(bit) }
                buffer.initializeElement(at: word, to: bits)
            }
        }
    }

    @inline(__always) subscript(row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

    mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The first row, -1 where there is none.
    var first: Int32 {
        for (index, word) in words.enumerated() where word != 0 { return Int32(index * 64 + word.trailingZeroBitCount) }
        return -1
    }

    /// How many there are.
    var size: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func formIntersection(_ other: RowSet) { for index in words.indices { words[index] &= other.words[index] } }
    mutating func formUnion(_ other: RowSet) { for index in words.indices { words[index] |= other.words[index] } }

    /// The rows that are not in it.
    var complement: RowSet {
        var result = self
        for index in result.words.indices { result.words[index] = ~result.words[index] }
        result.trim()
        return result
    }

    /// Calls with each of its rows, in list order.
    @inline(__always) func visit(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    private mutating func trim() {
        if count & 63 != 0, let last = words.indices.last { words[last] &= (1 << UInt64(count & 63)) - 1 }
    }
}
