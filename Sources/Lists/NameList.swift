public import AirQuality

/// A list of names, such as a whitelist: who is on it, from when to when, by which document.
public struct NameList: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Credit code or site id; empty where only a name is given.
        public var code: String
        public var name: String
        public var from: LocalDate?
        public var until: LocalDate?
        public var document: String
        public var reason: String
        public var fileLine: Int

        public init(
            code: String, name: String, from: LocalDate?, until: LocalDate?, document: String, reason: String, fileLine: Int
        ) {
            self.code = code
            self.name = name
            self.from = from
            self.until = until
            self.document = document
            self.reason = reason
            self.fileLine = fileLine
        }

        public func isValid(on date: LocalDate) -> Bool {
            (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
        }
    }

    public var file: String
    public var entries: [Entry]

    public init(file: String, entries: [Entry]) {
        self.file = file
        self.entries = entries
    }
}
