/// File names of what people name: safe on any file system, and different where the names are.
public struct FileNames {
    private var taken: Set<String> = []

    public init() {}

    /// The longest name in bytes, so that `.csv` and a number fit into the 255 of Linux.
    private static let limit = 200

    /// - Returns: The name without separators, control characters and what Windows forbids; numbered where it is taken, also by one
    ///   that differs in case only.
    public mutating func name(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            let isSafe: Bool
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": isSafe = false
            default:
                isSafe =
                    scalar.value >= 0x20 && scalar.properties.generalCategory != .control
                    && scalar.properties.generalCategory != .format
            }
            let next = isSafe ? String(Character(scalar)) : "_"
            if safe.utf8.count + next.utf8.count > Self.limit { break }
            safe += next
        }
        while let last = safe.last, last == " " || last == "." { safe.removeLast() }
        while let first = safe.first, first == " " || first == "." { safe.removeFirst() }
        if safe.isEmpty { safe = "_" }
        var candidate = safe
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = "\(safe)-\(number)"
            number += 1
        }
        return candidate
    }
}
