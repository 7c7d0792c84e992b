import Presentation

/// Where two texts begin to differ, line by line: enough to see what a tool would do.
struct LineDifference {
    /// Changed lines that are shown.
    private static let shown = 16
    /// Lines that are compared, from the first difference on.
    private static let compared = 200
    private static let context = 2

    private enum Mark: Character {
        case same = " "
        case removed = "-"
        case added = "+"
    }

    private var lines: [(mark: Mark, text: String)] = []
    private var firstLine: Int
    private var isCut: Bool

    init(_ old: [UInt8], _ new: String) {
        let (old, new) = (Self.lines(old), Self.lines(new.utf8))
        let same = zip(old, new).prefix { $0 == $1 }.count
        let start = max(0, same - Self.context)
        firstLine = start + 1
        let (left, right) = (old[start...].prefix(Self.compared), new[start...].prefix(Self.compared))
        isCut = left.endIndex < old.endIndex || right.endIndex < new.endIndex
        let difference = Array(right).difference(from: Array(left))
        var removed = Set<Int>()
        var added = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if removed.contains(i) {
                lines.append((.removed, left[start + i]))
                i += 1
            } else if added.contains(j) {
                lines.append((.added, right[start + j]))
                j += 1
            } else {
                lines.append((.same, left[start + i]))
                i += 1
                j += 1
            }
        }
    }

    private static func lines(_ bytes: some Sequence<UInt8>) -> [String] {
        Array(bytes).split(separator: 0x0A, omittingEmptySubsequences: false).map { visible(String(decoding: $0, as: UTF8.self)) }
    }

    /// Signs that do not show, or that a terminal would obey, as their pictures.
    private static func visible(_ line: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x09: scalars.append(scalar)
            case 0..<0x20: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
            case 0x7F: scalars.append("␡")
            case 0x80..<0xA0, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The first differences with a little of what stands around them.
    func text(of name: String, style: Style) -> String {
        var shown = lines[...]
        var changes = 0
        if let last = shown.firstIndex(where: { line in
            if line.mark != .same { changes += 1 }
            return changes > Self.shown
        }) {
            shown = shown[..<last]
        }
        while shown.last?.mark == .same, shown.suffix(Self.context + 1).allSatisfy({ $0.mark == .same }) { shown.removeLast() }
        let isWhole = shown.count == lines.count && !isCut
        var text = style.bold(name) + "\n@@ line \(firstLine) @@\n"
        for line in shown {
            let plain = "\(line.mark.rawValue)\(line.text)"
            switch line.mark {
            case .same: text += plain
            case .removed: text += style.red(plain)
            case .added: text += style.green(plain)
            }
            text += "\n"
        }
        let hasMore = !isWhole && (isCut || lines[shown.endIndex...].contains { $0.mark != .same })
        return text + (hasMore ? "… and more\n" : "")
    }
}
