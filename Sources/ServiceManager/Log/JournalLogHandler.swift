public import Logging

/// Writes log events to the systemd journal with one field per metadata key (``JournalEntry/prefix``).
public struct JournalLogHandler: LogHandler {
    public var logLevel: Logger.Level = .info
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let identifier: String
    private let sink: @Sendable (JournalEntry) -> Void

    /// - Parameter identifier: what `journalctl -t` and the head of each line show.
    public init(identifier: String) {
        self.init(identifier: identifier, sink: JournalSink.send)
    }

    init(identifier: String, sink: @escaping @Sendable (JournalEntry) -> Void) {
        self.identifier = identifier
        self.sink = sink
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let fields = LogFields(event: event, own: metadata, provider: metadataProvider)
        sink(
            JournalEntry(
                level: event.level, message: event.message.description, identifier: identifier, metadata: fields
            )
        )
    }
}
