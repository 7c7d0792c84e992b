import PlanModel

/// Chooses the lines that stop where no filed plan names them: those whose stop takes away most, ties by list order, so that the
/// lines of a smaller share are among those of a larger one.
enum LineChoice {
    /// - Returns: So many of the running lines, in list order.
    static func choose(_ count: Int32, of lines: ArraySlice<Int32>, in table: LineTable) -> [Int32] {
        var running = lines.compactMap { line in table.runs(Int(line)) ? (line, table.reduction(Int(line)).total) : nil }
        guard count < running.count else { return running.map(\.0) }
        running.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
        return running.prefix(Int(count)).map(\.0).sorted()
    }
}
