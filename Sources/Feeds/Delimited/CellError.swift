import AirQuality

/// Why a cell makes its row unusable.
struct CellError: Error {
    /// From 0.
    let column: Int
    let reason: String
    /// Whether the whole file must be refused, since it names more things than there can be.
    let isTooMany: Bool

    /// Whether a quote hides where the columns are.
    let isOpenQuote: Bool

    init(_ column: Int, _ reason: String, isTooMany: Bool = false, isOpenQuote: Bool = false) {
        self.column = column
        self.reason = reason
        self.isTooMany = isTooMany
        self.isOpenQuote = isOpenQuote
    }
}

extension FeedResult {
    /// Counts a row that is left out.
    mutating func error(_ line: Int, _ error: CellError) {
        if error.isTooMany {
            rejectForNames(line: line)
        } else {
            self.error(line, error.column + 1, error.reason)
        }
    }

    /// Whether reading may go on: nothing was rejected, and the rows are not too many.
    mutating func isWithinBounds(_ line: Int) -> Bool {
        if forecasts.days.count + forecasts.hours.count + observations.withdrawals.count > FeedLimits.forecastRows {
            rejectForForecastRows()
        }
        return rejected == nil
    }
}
