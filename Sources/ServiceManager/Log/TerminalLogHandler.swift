import Glibc
public import Logging

/// Writes log events to standard error, one readable line each.
public struct TerminalLogHandler: LogHandler {
    public var logLevel: Logger.Level = .info
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let colour: Bool
    private let time: @Sendable () -> String
    private let sink: @Sendable (String) -> Void

    /// Colours only where standard error is a terminal and `NO_COLOR` is unset or empty (https://no-color.org).
    public init() {
        let refused = Environment.value(of: "NO_COLOR").map { !$0.isEmpty } ?? false
        self.init(colour: isatty(STDERR_FILENO) == 1 && !refused, time: Self.localTime, sink: Self.writeToStandardError)
    }

    init(colour: Bool, time: @escaping @Sendable () -> String, sink: @escaping @Sendable (String) -> Void) {
        self.colour = colour
        self.time = time
        self.sink = sink
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let fields = LogFields(event: event, own: metadata, provider: metadataProvider)
        let line = TerminalLine(
            level: event.level, message: event.message.description, time: time(), metadata: fields, colour: colour
        )
        sink(line.text)
    }

    /// The wall clock of the machine's own zone, as the person at the terminal reads it.
    private static func localTime() -> String {
        var seconds = Glibc.time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let length = strftime(&text, text.count, "%F %T", &parts)
        return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// One write per line keeps lines of several writers apart; a pipe that takes only a part gets the rest.
    private static func writeToStandardError(_ line: String) {
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                return
            }
        }
    }
}
