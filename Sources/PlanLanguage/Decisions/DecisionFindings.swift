import PlanModel

/// What is doubtful about a decision table: combinations that no row matches, rows that nothing reaches, rows that disagree.
struct DecisionFindings {
    struct Overlap {
        var earlier: Int
        var later: Int
        var example: String
    }

    /// Gaps that a finding shows.
    private static let maximumExamples = 3
    /// Dead rows and overlaps that are reported of one table.
    static let maximumReported = 20
    /// Steps that looking for overlaps takes at most.
    private static let maximumSteps = 2_000_000

    let grid: DecisionGrid
    private(set) var gaps: [String] = []
    private(set) var gapCount = 0
    private(set) var deadRows: [Int] = []
    private(set) var overlaps: [Overlap] = []
    /// Whether all overlaps were looked for.
    private(set) var isComplete = true

    init(_ grid: DecisionGrid) { self.grid = grid }

    mutating func gather() {
        var isReached = [Bool](repeating: false, count: grid.rows.count)
        var seenPairs = Set<Int>()
        var steps = 0
        let elements = grid.columns.reduce(0) { $0 + $1.elements.count }
        grid.walk { combination, rows in
            guard let first = rows.firstIndex(where: { $0 != 0 }) else {
                gapCount += 1
                if gaps.count < Self.maximumExamples { gaps.append(grid.text(combination)) }
                return true
            }
            let decides = first * 64 + rows[first].trailingZeroBitCount
            isReached[decides] = true
            guard overlaps.count < Self.maximumReported, isComplete else { return true }
            for later in DecisionGrid.members(of: rows).dropFirst() {
                steps += 1
                guard steps <= Self.maximumSteps else {
                    isComplete = false
                    break
                }
                guard seenPairs.insert(decides * grid.rows.count + later).inserted else { continue }
                steps += elements
                guard disagree(decides, later) else { continue }
                overlaps.append(Overlap(earlier: decides, later: later, example: grid.text(combination)))
            }
            return true
        }
        deadRows = isReached.indices.filter { !isReached[$0] }
        // Of a row that nothing reaches there is no more to say.
        overlaps.removeAll { !isReached[$0.later] }
    }

    /// Whether two rows say different things and neither is a special case of the other.
    private func disagree(_ earlier: Int, _ later: Int) -> Bool {
        grid.rows[earlier].cells != grid.rows[later].cells && !grid.contains(earlier, later) && !grid.contains(later, earlier)
    }
}
