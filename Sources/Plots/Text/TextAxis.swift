import AirQuality
import Presentation

/// The axis of time under a text plot.
struct TextAxis {
    /// `┬` at midnight, `▲` at the first hour that is still to come.
    let ticks: String
    /// Dates such as `12-16` under their midnights; some left out where room is short.
    let days: String

    init(columns: PlotColumns, zone: Zone, now: HourSlot?) {
        var ticks = Array(repeating: "─" as Character, count: columns.count)
        var days = ""
        for cell in 0..<columns.cells {
            let slots = columns.slots(ofCell: cell)
            guard !slots.isEmpty else { continue }
            let column = cell * columns.spread
            // A midnight may lie inside a column of several hours, and a column may hold many.
            let date = zone.date(of: HourSlot(slots.upperBound - 1))
            let midnight = zone.midnight(of: date).hours
            let begins = slots.contains(midnight)
            if begins { ticks[column] = "┬" }
            if begins || cell == 0 {
                let label = String((cell == 0 ? zone.date(of: HourSlot(slots.lowerBound)) : date).description.dropFirst(5))
                let isBehindOthers = days.isEmpty || days.count < column
                let fits = column + label.count <= columns.count + 4
                if isBehindOthers, fits, cell > 0 || Self.hasRoom(columns, zone) { days = days.padded(to: column) + label }
            }
            if let now, slots.contains(now.hours) { ticks[column] = "▲" }
        }
        self.ticks = String(ticks)
        self.days = days
    }

    /// Whether the date of a day already begun finds room before the first midnight.
    private static func hasRoom(_ columns: PlotColumns, _ zone: Zone) -> Bool {
        let next = zone.midnight(of: zone.date(of: HourSlot(columns.slots.lowerBound)) + 1).hours
        return next >= columns.slots.upperBound || columns.cell(of: next) * columns.spread > 5
    }
}
