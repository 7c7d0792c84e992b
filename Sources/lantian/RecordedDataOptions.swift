import AirQuality
import ArgumentParser

/// The options that name recorded data and the instants that count.
struct RecordedDataOptions: ParsableArguments {
    @Option(
        name: .customLong("observations"), parsing: .upToNextOption,
        help: "Feed files or folders of them: plain, gzip or xz, each in any layout of docs/feeds.md.")
    var observations: [String] = []

    @Option(help: "First instant: 2016-12-16T20:00:00+08:00, or without offset in the plan's zone; a bare date is its midnight.")
    var from: String?

    @Option(help: "Last instant, in the same forms.")
    var to: String?

    /// A bound of time, nil where none is given.
    func bound(_ text: String?, _ name: String, _ zone: Zone) throws -> HourSlot? {
        guard let text else { return nil }
        if let date = LocalDate(text) { return zone.midnight(of: date) }
        guard let instant = Instant(text, zone: zone), instant.seconds % 3600 == 0 else {
            throw ValidationError("--\(name) \(text) is neither a date nor a whole hour such as 2016-12-16T20:00:00+08:00")
        }
        return instant.hourFloor
    }
}
