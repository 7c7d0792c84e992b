import AirQuality

/// Why a file is no episode.
public struct EpisodeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes before the line at fault.
    public var offset: Int
    public var reason: String

    public var description: String { "no episode: at byte \(offset): \(reason)" }
}

extension EpisodeFile {
    /// Reads what ``bytes`` writes.
    public init(reading bytes: [UInt8]) throws(EpisodeError) {
        guard bytes.count <= Self.limit else {
            throw EpisodeError(offset: 0, reason: "it has \(bytes.count) bytes, more than the \(Self.limit) allowed")
        }
        var reader = EpisodeReader(bytes: bytes)
        guard try reader.line() == Self.mark else {
            throw EpisodeError(offset: 0, reason: "the first line is not `\(Self.mark)`")
        }
        let title = try reader.fields("title", 1)[0]
        let bounds = try reader.fields("evaluate", 2)
        let (first, last) = (try reader.instant(bounds[0]), try reader.instant(bounds[1]))
        guard first.seconds % 3600 == 0, last.seconds % 3600 == 0, first <= last else {
            throw reader.error("`evaluate` wants two whole hours, the first not after the last")
        }
        guard last.hourFloor - first.hourFloor < Self.maximumHours else {
            throw reader.error("more than \(Self.maximumHours) hours are to be evaluated")
        }
        var arrivals: [Arrival] = []
        while !reader.isAtEnd {
            guard arrivals.count < Self.maximumFiles else { throw reader.error("there are more than \(Self.maximumFiles) files") }
            let fields = try reader.fields("file", 3)
            let at = try reader.instant(fields[0])
            guard let count = Int(fields[1]), count >= 0 else { throw reader.error("`\(fields[1])` is no number of bytes") }
            let name = fields[2]
            guard !name.isEmpty, name.utf8.count <= 200, !name.hasPrefix("."),
                name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") })
            else { throw reader.error("a file may not be named like that") }
            if let last = arrivals.last, at < last.at { throw reader.error("the file comes in before the one above it") }
            arrivals.append(Arrival(at: at, name: name, bytes: try reader.bytes(count)))
        }
        self.init(title: title, instants: first.hourFloor...last.hourFloor, arrivals: arrivals)
    }
}

private struct EpisodeReader {
    let bytes: [UInt8]
    private var position = 0
    private var lineStart = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    func error(_ reason: String) -> EpisodeError { EpisodeError(offset: lineStart, reason: reason) }

    mutating func line() throws(EpisodeError) -> String {
        lineStart = position
        guard let end = bytes[position...].prefix(4096).firstIndex(of: UInt8(ascii: "\n")) else {
            throw error("the line does not end")
        }
        guard let text = String(validating: bytes[position..<end], as: UTF8.self) else { throw error("the line is no UTF-8") }
        position = end + 1
        return text
    }

    /// The fields of a line that begins with a word; the last takes the rest.
    mutating func fields(_ word: String, _ count: Int) throws(EpisodeError) -> [String] {
        let parts = try line().split(separator: " ", maxSplits: count, omittingEmptySubsequences: false).map(String.init)
        guard parts.first == word, parts.count == count + 1 else {
            throw error("a line `\(word)` with \(count) field\(count == 1 ? "" : "s") is wanted here")
        }
        return Array(parts.dropFirst())
    }

    func instant(_ text: String) throws(EpisodeError) -> Instant {
        guard let instant = Instant(text) else { throw error("`\(text)` is no time such as 2026-01-09T01:18:00Z") }
        return instant
    }

    /// A content with the line end behind it.
    mutating func bytes(_ count: Int) throws(EpisodeError) -> [UInt8] {
        guard count < bytes.count - position, bytes[position + count] == UInt8(ascii: "\n") else {
            throw error("the file does not have the \(count) bytes and the line end that are announced")
        }
        defer { position += count + 1 }
        return Array(bytes[position..<position + count])
    }
}
