/// “Did you mean”: the closest of some names.
public enum Suggestion {
    /// Above this number of names no guess is made: it would cost more than it helps.
    private static let maximumCandidates = 256

    /// The name with the fewest edits, at most one for every three characters (two at most); of equals the first.
    public static func closest(to word: String, among names: [String]) -> String? {
        let typed = Array(word.lowercased().unicodeScalars.prefix(64))
        guard names.count <= maximumCandidates, !typed.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for name in names where name != word {
            let target = Array(name.lowercased().unicodeScalars.prefix(64))
            let allowed = min(2, max(1, max(typed.count, target.count) / 3))
            guard abs(target.count - typed.count) <= allowed, max(typed.count, target.count) > 1 else { continue }
            let distance = distance(typed, target)
            if distance <= allowed, distance < target.count, distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// Edits between two words: insert, delete, replace, swap neighbours.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var line = [row + 1]
            line.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, line[column] + 1, last[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                line.append(cost)
            }
            beforeLast = last
            last = line
        }
        return last[right.count]
    }
}
