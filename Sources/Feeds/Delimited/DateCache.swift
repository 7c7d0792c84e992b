import AirQuality

/// The day number of the last date, for rows in time order.
struct DateCache {
    private var year: Int64 = -1
    private var month: Int64 = -1
    private var day: Int64 = -1
    private var known = 0

    /// Days since 1970-01-01, nil where the calendar has no such date.
    @inline(__always) mutating func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int? {
        if day == self.day, month == self.month, year == self.year { return known }
        return look(year, month, day)
    }

    private mutating func look(_ year: Int64, _ month: Int64, _ day: Int64) -> Int? {
        guard let date = LocalDate(year: Int(year), month: Int(month), day: Int(day)) else { return nil }
        self.year = year
        self.month = month
        self.day = day
        known = date.days
        return known
    }
}

extension ByteCursor {
    /// Steps over a cell that holds a part of a date; -1 where it is no number of at most `digits` digits.
    @inline(__always) mutating func part(_ digits: Int) -> Int64 {
        let plain = plainDecimal(places: 0)
        if plain >= 0 { return plain }
        return slowPart(digits)
    }

    private mutating func slowPart(_ digits: Int) -> Int64 {
        let content = cell().content
        guard (1...digits).contains(content.count), content.allSatisfy({ (0x30...0x39).contains($0) }) else { return -1 }
        return content.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }
}
