import AirQuality
import Presentation

/// The bars and marks of a text plot, row by row.
struct TextBars {
    private struct Cell {
        var highest: Int64?
        var hasGap = false
        var isFuture = false
        /// The highest value of each further series.
        var marks: [Int64?]
    }

    private let cells: [Cell]
    private let scale: ValueScale
    private let spread: Int
    private let style: Style
    /// In rising order.
    private let thresholds: [Int64]

    static let caps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    static let marks: [Character] = ["o", "+", "x", "*"]
    static let past: Character = "█"
    static let future: Character = "░"
    static let gap: Character = "?"
    static let line: Character = "┄"

    init(plot: TextPlot, scale: ValueScale, columns: PlotColumns) {
        self.scale = scale
        spread = columns.spread
        style = plot.style
        thresholds = plot.thresholds.map(\.value).sorted()
        let further = plot.series.dropFirst()
        var cells = Array(repeating: Cell(marks: Array(repeating: nil, count: further.count)), count: columns.cells)
        for index in cells.indices {
            if let now = plot.now { cells[index].isFuture = columns.origin + index * columns.hours >= now.hours }
            cells[index].hasGap =
                plot.series.first.map { first in
                    columns.slots(ofCell: index).contains { slot in
                        let place = slot - first.start.hours
                        return !first.values.indices.contains(place) || first.values[place] == nil
                    }
                } ?? true
        }
        for (place, value) in (plot.series.first?.values ?? []).enumerated() {
            guard let value, let start = plot.series.first?.start.hours else { continue }
            let cell = columns.cell(of: start + place)
            cells[cell].highest = max(cells[cell].highest ?? value, value)
        }
        for (index, series) in further.enumerated() {
            for (place, value) in series.values.enumerated() {
                guard let value else { continue }
                let cell = columns.cell(of: series.start.hours + place)
                cells[cell].marks[index] = max(cells[cell].marks[index] ?? value, value)
            }
        }
        self.cells = cells
    }

    /// Whether a column has an hour without value.
    var hasGap: Bool { cells.contains { $0.hasGap } }
    /// Whether a column lies ahead.
    var hasFuture: Bool { cells.contains { $0.isFuture } }

    /// The columns of a row, the lowest is 0.
    func row(_ row: Int) -> String {
        let limits = thresholds.filter { scale.row(of: $0) == row }
        var text = ""
        var run = ""
        var grade = 0
        for cell in cells {
            let character = character(cell, row, limits.first)
            let own = isBar(character) ? self.grade(cell) : 0
            if own != grade {
                text += painted(run, grade)
                run = ""
                grade = own
            }
            run += String(repeating: character, count: spread)
        }
        return text + painted(run, grade)
    }

    private func isBar(_ character: Character) -> Bool { character == Self.future || Self.caps.contains(character) }

    private func character(_ cell: Cell, _ row: Int, _ limit: Int64?) -> Character {
        for (index, mark) in cell.marks.enumerated() {
            if let mark, scale.row(of: mark) == row { return Self.marks[index % Self.marks.count] }
        }
        if row == 0, cell.hasGap { return Self.gap }
        let empty = limit == nil ? " " as Character : Self.line
        guard let value = cell.highest else { return empty }
        if let limit, value <= limit { return empty }
        let filled = scale.eighths(value) - row * 8
        if filled <= 0 { return empty }
        if filled > 8 { return cell.isFuture ? Self.future : Self.past }
        return Self.caps[filled - 1]
    }

    /// How many thresholds a value is above, as a grade of colour: 0 none, 1 some, 2 all.
    private func grade(_ cell: Cell) -> Int {
        guard let value = cell.highest, let low = thresholds.first, let high = thresholds.last else { return 0 }
        return value > high ? 2 : value > low ? 1 : 0
    }

    private func painted(_ text: String, _ grade: Int) -> String {
        if text.isEmpty { return "" }
        return grade == 2 ? style.red(text) : grade == 1 ? style.yellow(text) : text
    }
}
