/// What one feed row says of one station and one slot.
public struct ObservationRow: Hashable, Sendable, Codable {
    /// Start of the slot, hours since 1970-01-01T00:00Z.
    public var slot: Int32
    /// Index into ``ObservationBatch/stations``.
    public var station: Int32
    /// Thousandths; missing where the row has no usable value.
    public var values: PollutantValues

    @inlinable public init(slot: Int32, station: Int32, values: PollutantValues) {
        self.slot = slot
        self.station = station
        self.values = values
    }
}

/// An explicit withdrawal of a value that was received before.
public struct Withdrawal: Hashable, Sendable, Codable {
    public var slot: HourSlot
    public var station: String
    public var pollutant: Pollutant

    public init(slot: HourSlot, station: String, pollutant: Pollutant) {
        self.slot = slot
        self.station = station
        self.pollutant = pollutant
    }
}

/// Observations in the order in which a feed gave them; of two values for one slot the later counts.
public struct ObservationBatch: Hashable, Sendable, Codable {
    /// Station codes, or city names in a feed of cities; ``ObservationRow/station`` points here.
    public var stations: [String] = []
    public var rows: ContiguousArray<ObservationRow> = []
    public var withdrawals: [Withdrawal] = []

    public init() {}

    public var isEmpty: Bool { rows.isEmpty && withdrawals.isEmpty }
}
