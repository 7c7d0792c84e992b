extension SubIndex {
    /// The smallest concentration at reporting precision with a sub-index.
    ///
    /// - Parameters:
    ///   - index: 0…500.
    ///   - ceiling: The largest concentration there is, at reporting precision.
    /// - Returns: The concentration, or the nearest sub-indices that exist where none has this one: HJ 633 rounds up, so that a
    ///   steep stretch skips numbers.
    public static func concentration(
        of index: Int, item: SubIndexItem, edition: Edition, upTo ceiling: Int
    ) -> Result<Int, UnreachedIndex> {
        var low = 0
        var high = ceiling + 1
        func reached(_ reported: Int) -> Int? {
            reported > ceiling ? nil : value(reported, item: item, edition: edition)
        }
        while low < high {
            let middle = (low + high) / 2
            // Where the edition computes no sub-index the concentration is above all those for which it does.
            if reached(middle) ?? .max < index { low = middle + 1 } else { high = middle }
        }
        let found = reached(low)
        if found == index { return .success(low) }
        return .failure(UnreachedIndex(below: low > 0 ? reached(low - 1) : nil, above: found))
    }
}

/// The sub-indices that exist around one that no concentration gives.
public struct UnreachedIndex: Error, Hashable, Sendable {
    public var below: Int?
    public var above: Int?
}
