public import AirQuality

extension HourSlot {
    /// The slot, held within the years that a calendar of four digits shows.
    public var shown: HourSlot { HourSlot(min(max(hours, 0), 70_380_000)) }

    /// `20161216T120000Z`.
    public var compactText: String { Zone.utc.localText(shown.start).filter { $0 != "-" && $0 != ":" } + "Z" }
}

extension Instant {
    /// `20161216T120503Z`.
    public var compactText: String { Zone.utc.localText(shown).filter { $0 != "-" && $0 != ":" } + "Z" }

    public var shown: Instant { Instant(seconds: min(max(seconds, 0), 70_380_000 * 3600)) }
}
