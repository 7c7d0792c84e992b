/// Numbers for pairs in the order in which they are first met, from 0.
struct PairNumbering {
    private let width: Int
    private var dense: [Int32]
    private var sparse: [UInt64: Int32] = [:]
    private(set) var pairs: [(Int32, Int32)] = []

    private static let maximumDense = 1 << 22

    /// - Parameters:
    ///   - height: Bound of the first numbers.
    ///   - width: Bound of the second ones.
    init(height: Int, width: Int) {
        self.width = width
        let (area, isTooLarge) = height.multipliedReportingOverflow(by: width)
        dense = isTooLarge || area > Self.maximumDense ? [] : [Int32](repeating: -1, count: area)
    }

    @inline(__always) mutating func number(_ first: Int32, _ second: Int32) -> Int32 {
        if dense.isEmpty {
            let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
            if let known = sparse[key] { return known }
            sparse[key] = Int32(pairs.count)
        } else {
            let index = Int(first) * width + Int(second)
            if dense[index] >= 0 { return dense[index] }
            dense[index] = Int32(pairs.count)
        }
        pairs.append((first, second))
        return Int32(pairs.count - 1)
    }
}
