internal import Logging

/// The metadata of one log event: of the provider, the logger and the call, the nearest to the call winning.
struct LogFields {
    /// Sorted by key, so that the same event gives the same line.
    let pairs: [(key: String, value: String)]

    init(event: LogEvent, own: Logger.Metadata, provider: Logger.MetadataProvider?) {
        var merged = provider?.get() ?? [:]
        merged.merge(own) { $1 }
        merged.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error, merged["error"] == nil {
            merged["error"] = .string(String(describing: error))
        }
        pairs = merged.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
    }
}
