/// The records of a CSV text: cells between commas, `,` or `，`, quoted where they hold one; blanks around them taken off.
struct EventRecords {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var line = 1

    /// Cells of a row; what stands beyond is not read.
    static let cellLimit = 64

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { place = 1 }
    }

    /// The next record with the line on which it begins; nil at the end.
    mutating func next() -> (line: Int, cells: [String])? {
        guard place < scalars.count else { return nil }
        let first = line
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        func add() { if cells.count < Self.cellLimit { cells.append(Self.trimmed(cell)) } }
        while place < scalars.count {
            let scalar = scalars[place]
            place += 1
            if scalar == "\n" { line += 1 }
            if isQuoted {
                if scalar != "\"" {
                    cell.append(scalar)
                } else if place < scalars.count, scalars[place] == "\"" {
                    cell.append(scalar)
                    place += 1
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"", cell.allSatisfy({ $0.properties.isWhitespace }) {
                isQuoted = true
                cell = String.UnicodeScalarView()
            } else if scalar == "," || scalar == "，" {
                add()
                cell = String.UnicodeScalarView()
            } else if scalar == "\n" || scalar == "\r" {
                if scalar == "\r" {
                    if place < scalars.count, scalars[place] == "\n" { place += 1 }
                    line += 1
                }
                break
            } else {
                cell.append(scalar)
            }
        }
        add()
        return (first, cells)
    }

    private static func trimmed(_ cell: String.UnicodeScalarView) -> String {
        let start = cell.firstIndex { !$0.properties.isWhitespace } ?? cell.endIndex
        let end = cell.lastIndex { !$0.properties.isWhitespace }.map { cell.index(after: $0) } ?? start
        return start < end ? String(cell[start..<end]) : ""
    }
}
