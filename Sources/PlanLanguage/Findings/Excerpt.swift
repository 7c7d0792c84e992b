import Presentation

/// A source line as shown, with the carets below it aligned by display width.
struct Excerpt {
    /// Longer lines are shown in part, around the place.
    private static let maximumScalars = 160
    private static let leadingScalars = 60

    var line: String
    var indent: String
    var carets: String

    init(_ bytes: ArraySlice<UInt8>, _ range: PlaceRange) {
        let first = range.start.column - 1
        // Only the part around the place is decoded: a line may be as long as a file.
        let isShort = Excerpt.count(bytes, atMost: Self.maximumScalars + 1) <= Self.maximumScalars
        let skipped = isShort ? 0 : max(0, first - Self.leadingScalars)
        let scalars = Excerpt.scalars(bytes, skipping: skipped, limit: Self.maximumScalars)
        let isCut = skipped + scalars.count < Excerpt.count(bytes, atMost: skipped + Self.maximumScalars + 1)
        let start = min(first - skipped, scalars.count)
        let last = range.end.line == range.start.line ? range.end.column - 1 - skipped : scalars.count
        let end = min(max(last, start), scalars.count)
        let prefix = skipped > 0 ? "…" : ""
        line = prefix + scalars.map(Excerpt.shown).joined() + (isCut ? "…" : "")
        let before = scalars[..<start].reduce(prefix.isEmpty ? 0 : 1) { $0 + Excerpt.width($1) }
        let width = scalars[start..<end].reduce(0) { $0 + Excerpt.width($1) }
        indent = String(repeating: " ", count: before)
        carets = String(repeating: "^", count: max(1, width))
    }

    private static func scalars(_ bytes: ArraySlice<UInt8>, skipping: Int, limit: Int) -> [Unicode.Scalar] {
        var start = bytes.startIndex
        var left = skipping
        while start < bytes.endIndex, left > 0 {
            start += 1
            while start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 { start += 1 }
            left -= 1
        }
        var end = start
        left = limit
        while end < bytes.endIndex, left > 0 {
            end += 1
            while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
            left -= 1
        }
        return Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
    }

    private static func count(_ bytes: ArraySlice<UInt8>, atMost limit: Int) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 {
            count += 1
            if count == limit { break }
        }
        return count
    }

    /// A scalar as a terminal may see it: no control characters, which could change what is shown.
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        if scalar == "\t" { return "    " }
        return isHarmless(scalar) ? String(scalar) : "\u{FFFD}"
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar == "\t" { return 4 }
        return isHarmless(scalar) ? scalar.displayWidth : 1
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    static func visible(_ text: String) -> String { text.unicodeScalars.map(shown).joined() }
}
