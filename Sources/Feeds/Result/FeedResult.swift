public import AirQuality

/// What one feed file said, and what was wrong with it.
///
/// Rows stand in the order of the file: of two rows for one station and slot the later counts. Rows of blanks are kept,
/// since they say that the station has reported.
public struct FeedResult: Sendable {
    /// The file's name as it was handed in.
    public var name: String
    /// Nil where no layout was recognised.
    public internal(set) var format: FeedFormat?
    public internal(set) var observations = ObservationBatch()
    public internal(set) var forecasts = ForecastBatch()

    /// Set where nothing of the file counts; then there are no rows.
    public internal(set) var rejected: FileError?
    /// Set where the file breaks off or stops making sense; the rows before that count.
    public internal(set) var brokenOff: FileError?

    /// Data rows seen, those with errors included; in the wide layout lines.
    public internal(set) var rowCount = 0
    /// Rows left out because of an error.
    public internal(set) var errorCount = 0
    /// Things to report in rows that count, or that cover nothing.
    public internal(set) var reportCount = 0
    /// The first errors and reports, in the order of the file; ``errorCount`` and ``reportCount`` count all.
    public internal(set) var rowErrors: [RowError] = []

    /// Rows of another hour in a file that holds one hour; they count for their own time.
    public internal(set) var staleRows = 0
    /// Values that are missing in rows that count, for whatever reason.
    public internal(set) var missing = ValueCounts()
    /// Those among ``missing`` that were written but not usable: no number, negative, or above the ceiling.
    public internal(set) var refused = ValueCounts()
    /// The first and the last slot that any row names, rows of blanks included; nil where no row names one.
    public internal(set) var slots: ClosedRange<HourSlot>?

    /// Rows whose number of columns is not the header's.
    var shiftedRows = 0
    /// Those among ``refused`` that are no numbers at all.
    var notNumbers = ValueCounts()

    init(name: String, format: FeedFormat?) {
        self.name = name
        self.format = format
    }

    /// Whether the file was read to its end and gave no row error.
    public var isClean: Bool { rejected == nil && brokenOff == nil && errorCount == 0 }

    /// Row errors that are counted but not kept.
    public var unkeptErrors: Int { errorCount + reportCount - rowErrors.count }

    mutating func error(_ line: Int, _ column: Int, _ reason: @autoclosure () -> String) {
        errorCount += 1
        if rowErrors.count < FeedLimits.keptErrors {
            rowErrors.append(RowError(line: line, column: column, reason: reason(), severity: .error))
        }
    }

    mutating func report(_ line: Int, _ column: Int, _ reason: @autoclosure () -> String) {
        reportCount += 1
        if rowErrors.count < FeedLimits.keptErrors {
            rowErrors.append(RowError(line: line, column: column, reason: reason(), severity: .report))
        }
    }

    mutating func reject(line: Int? = nil, _ reason: String, help: String) {
        reject(FileError(line: line, reason: reason, help: help))
    }

    mutating func reject(_ error: FileError) {
        rejected = error
        brokenOff = nil
        observations = ObservationBatch()
        forecasts = ForecastBatch()
        slots = nil
    }

    mutating func name(slot: Int) {
        let slot = HourSlot(slot)
        if let slots {
            if slot < slots.lowerBound { self.slots = slot...slots.upperBound }
            if slot > slots.upperBound { self.slots = slots.lowerBound...slot }
        } else {
            slots = slot...slot
        }
    }
}
