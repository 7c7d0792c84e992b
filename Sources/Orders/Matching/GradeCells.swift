import Lists
import PlanModel

/// Choices whose blank cells count as something: no grade as D, no class as general.
enum GradeCells {
    static let pending = place("pending")
    static let c = place("C")
    static let d = place("D")

    /// The cells with blanks filled in; nil for columns whose blanks mean nothing. A pending grade stays what it is (``ChoiceSet``).
    static func filled(_ table: Table, _ name: String) -> [Int8]? {
        guard table.kind == .enterprises, let blank = blank(name) else { return nil }
        guard case .choices(let places)? = table.column(name)?.cells else { return [Int8](repeating: blank, count: table.count) }
        return places.map { $0 < 0 ? blank : $0 }
    }

    /// What a blank cell counts as.
    static func blank(_ name: String) -> Int8? {
        switch name {
        case "grade": d
        case "class": Int8(TableKind.enterprises.place(of: "general", in: "class") ?? -1)
        default: nil
        }
    }

    private static func place(_ grade: String) -> Int8 {
        Int8(TableKind.enterprises.place(of: grade, in: "grade") ?? -1)
    }
}

/// Some choices of a column. A pending grade is in it as pending and as C.
struct ChoiceSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    init(_ values: [PredicateValue], of column: String, in kind: TableKind) {
        for value in values {
            guard let name = value.asText, let place = kind.place(of: name, in: column) else { continue }
            bits |= 1 << UInt64(place)
        }
        if column == "grade", kind == .enterprises, bits >> UInt64(GradeCells.c) & 1 == 1 {
            bits |= 1 << UInt64(GradeCells.pending)
        }
    }

    @inline(__always) func contains(_ place: Int8) -> Bool { place >= 0 && bits >> UInt64(place) & 1 == 1 }
}

extension TableKind {
    /// The place of a choice among those of a column, by any of its spellings.
    func place(of name: String, in column: String) -> Int? {
        guard case .choice(let choices)? = self.column(column)?.type else { return nil }
        return choices.firstIndex { $0.name == name } ?? choices.firstIndex { $0.others.contains(name) }
    }
}
