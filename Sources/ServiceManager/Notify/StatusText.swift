/// The value of one `STATUS=` line.
enum StatusText {
    /// systemd drops a whole message above 4096 bytes (NOTIFY_BUFFER_MAX); this leaves room for the other lines.
    static let byteLimit = 2048

    /// Names from plans and feeds end up here: a line break in one would be read as a further assignment.
    static func clean(_ text: String) -> String {
        var result = ""
        var bytes = 0
        for character in text {
            let shown: Character = character.unicodeScalars.contains { $0.isControl } ? " " : character
            let size = shown.utf8.count
            guard bytes + size <= byteLimit else { break }
            result.append(shown)
            bytes += size
        }
        return result
    }
}
