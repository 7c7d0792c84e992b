import AirQuality

/// Which hours stand in which column of a text plot.
struct PlotColumns {
    let slots: Range<Int>
    /// Hours in a column.
    let hours: Int
    /// Columns of one hour, where there is room for more than one.
    let spread: Int
    /// The slot at which the grid of columns begins: at or before the first slot, on the grid of `now`.
    let origin: Int
    let count: Int

    /// - Parameter count: Columns that there are.
    init(slots: Range<Int>, now: HourSlot?, count available: Int) {
        self.slots = slots
        let steps = [1, 2, 3, 4, 6, 8, 12, 24]
        var hours = steps.first { slots.count <= (available - 1) * $0 || slots.count <= available && $0 == 1 } ?? 24
        while slots.count > (available - 1) * hours && hours >= 24 { hours += 24 }
        self.hours = hours
        let anchor = now?.hours ?? slots.lowerBound
        let offset = (slots.lowerBound - anchor) % hours
        origin = slots.lowerBound - (offset < 0 ? offset + hours : offset)
        let cells = (slots.upperBound - origin + hours - 1) / hours
        spread = hours == 1 ? max(1, min(4, available / max(cells, 1))) : 1
        count = cells * spread
    }

    /// The cells, each of one or more columns.
    var cells: Int { count / spread }

    /// The cell of a slot.
    func cell(of slot: Int) -> Int { (slot - origin) / hours }

    /// The slots of a cell, those beyond the plot left out.
    func slots(ofCell cell: Int) -> Range<Int> {
        let start = origin + cell * hours
        return max(start, slots.lowerBound)..<min(start + hours, slots.upperBound)
    }
}
