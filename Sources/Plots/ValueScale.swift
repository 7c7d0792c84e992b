/// A scale of values from 0 up in rows of equal height, each a round number of thousandths high.
struct ValueScale {
    /// Thousandths of one row.
    let unit: Int64
    let rows: Int

    /// Beyond this a value is drawn as this: a thousand times what an instrument can show.
    static let ceiling: Int64 = 1_000_000_000_000

    init(highest: Int64, rows: Int) {
        self.rows = rows
        let wanted = min(max(highest, 1), Self.ceiling)
        var unit: Int64 = 1
        var step = 0
        // 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, …
        var steps: [Int64] = [1, 2, 5]
        while unit * Int64(rows) < wanted {
            step += 1
            if step == steps.count {
                let ten = (steps.last ?? 5) * 2
                steps = [ten, ten * 2, ten * 5 / 2, ten * 5]
                step = 0
            }
            unit = steps[step]
        }
        self.unit = unit
    }

    /// The row in which a value lies, the lowest is 0.
    func row(of value: Int64) -> Int { min(max(Int(clamped(value) / unit), 0), rows - 1) }

    /// Eighths of a row that a bar of a value takes, rounded up.
    func eighths(_ value: Int64) -> Int { Int((clamped(value) * 8 + unit - 1) / unit) }

    /// The value at the lower edge of a row.
    func label(_ row: Int) -> String { Self.text(unit * Int64(row)) }

    private func clamped(_ value: Int64) -> Int64 { min(max(value, 0), Self.ceiling) }

    /// A number of thousandths as the shortest decimal.
    static func text(_ thousandths: Int64) -> String {
        let magnitude = thousandths.magnitude
        var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
        var digits = String(magnitude % 1000 + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        if !digits.isEmpty { text += "." + digits }
        return text
    }
}
