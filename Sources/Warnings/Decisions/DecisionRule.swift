/// Which level an evaluation leads to (semantics §8.1 to §8.3), levels counted from 0, nil for none.
enum DecisionRule {
    /// - Parameters:
    ///   - current: The level in force.
    ///   - demanded: The truth of each level's `issue when`.
    ///   - released: The truth of a level's `end when`.
    static func next(
        current: Int?, demanded: ContiguousArray<Truth>, released: (Int) -> Truth
    ) -> Int? {
        if let top = demanded.lastIndex(of: .true), top > current ?? -1 { return top }
        guard let current else { return nil }
        var level = current
        // A demand that is unknown holds the level it concerns, and with it every level below.
        while level >= 0, demanded[level...].allSatisfy({ $0 == .false }), released(level) == .true { level -= 1 }
        return level < 0 ? nil : level
    }
}
