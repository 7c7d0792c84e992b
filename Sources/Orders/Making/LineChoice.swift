import PlanModel

/// The lines that stop where no filed plan names them: those whose stop takes away most, ties by list order, so that the lines of
/// a smaller share are among those of a larger one.
struct LineChoice {
    private let first: Int
    /// A bit a line of the plant, for plants of up to 64.
    private var bits: UInt64 = 0
    private var many: Set<Int> = []

    /// - Parameters:
    ///   - count: How many of the running lines.
    ///   - own: Places of the plant's lines.
    @inline(__always) init(_ count: Int32, of own: Range<Int>, in table: LineTable) {
        first = own.lowerBound
        if count <= 0 { return }
        if own.count <= 64 { chooseFew(Int(count), own, table) } else { chooseMany(Int(count), own, table) }
    }

    @inline(__always) func contains(_ place: Int) -> Bool {
        many.isEmpty ? bits >> UInt64(place &- first) & 1 == 1 : many.contains(place)
    }

    private mutating func chooseFew(_ count: Int, _ own: Range<Int>, _ table: LineTable) {
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: own.count) { totals in
            for place in own {
                let line = table.line(place)
                totals[place - first] = table.runs(line) ? table.reduction(line).total : -1
            }
            for _ in 0..<count {
                var best = -1
                for index in 0..<own.count where totals[index] >= 0 && (best < 0 || totals[index] > totals[best]) { best = index }
                guard best >= 0 else { return }
                bits |= 1 << UInt64(best)
                totals[best] = -1
            }
        }
    }

    private mutating func chooseMany(_ count: Int, _ own: Range<Int>, _ table: LineTable) {
        var running = own.filter { table.runs(table.line($0)) }.map { ($0, table.reduction(table.line($0)).total) }
        running.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
        many = Set(running.prefix(count).map(\.0))
    }
}
