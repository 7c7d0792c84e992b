import PlanModel

// What makes a decision table doubtful: looser rows, gaps, dead rows, overlaps.
extension Checker {
    mutating func checkDecisions(_ table: MeasureTable, _ places: [RowPlaces], at name: SourceRange) {
        let isSound = checkLooseness(table, places)
        guard isSound, !table.rows.isEmpty else { return }
        let industries = orders.industries
        let counties = areas.flatMap(\.counties)
        let grid = DecisionGrid(table) { column in
            switch column.name {
            case "industry": industries
            case "county": counties
            default: []
            }
        }
        guard let grid else {
            say(.tableNotChecked(table.id, onlyOverlaps: false), name)
            return
        }
        var findings = DecisionFindings(grid)
        findings.gather()
        if !findings.gaps.isEmpty {
            say(.gaps(findings.gaps, more: findings.gapCount - findings.gaps.count), name)
        }
        let dead = findings.deadRows.filter { $0 < places.count }
        let shown = dead.prefix(DecisionFindings.maximumReported)
        for row in shown { say(.deadRow(more: row == shown.last ? dead.count - shown.count : 0), places[row].row) }
        for overlap in findings.overlaps where overlap.later < places.count {
            say(.overlap(line: table.rows[overlap.earlier].place.line, example: overlap.example), places[overlap.later].row)
        }
        if !findings.isComplete { say(.tableNotChecked(table.id, onlyOverlaps: true), name) }
    }

    /// A higher level demands at least what a lower one does. False where a row breaks that.
    private mutating func checkLooseness(_ table: MeasureTable, _ places: [RowPlaces]) -> Bool {
        var isSound = true
        for (row, place) in zip(table.rows, places) {
            for level in row.cells.indices.dropFirst() {
                let (lower, higher) = (row.cells[level - 1], row.cells[level])
                guard Self.strictness(higher) < Self.strictness(lower), level < place.cells.count, level < levelOrder.count else {
                    continue
                }
                isSound = false
                say(
                    .looserAtHigherLevel(
                        Self.text(higher), than: Self.text(lower), higher: levelOrder[level].text,
                        lower: levelOrder[level - 1].text), place.cells[level])
            }
        }
        return isSound
    }

    private static func strictness(_ measure: Measure) -> Int { measure.action?.strictness ?? 0 }

    private static func text(_ measure: Measure) -> String { measure.action?.text ?? "duty" }
}
