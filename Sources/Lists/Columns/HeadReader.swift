import PlanModel
import Presentation

/// Reads the head of a table: which column of the layout each of its names means.
struct HeadReader {
    let kind: TableKind
    let levels: [Level]

    static let maximumColumns = 256

    /// How columns are read, in the order of the head. Errors go to the bag.
    func columns(_ head: [String], line: Int, into bag: inout FindingBag) -> [ColumnPlan] {
        var plans: [ColumnPlan] = []
        var taken: [String: String] = [:]
        for (place, name) in head.enumerated() {
            if name.isEmpty {
                bag.add(
                    "head-blank", .warning, line: line, "column \(place + 1) has no name and is not read",
                    help: "name it in the first row, or take it away")
                continue
            }
            guard let plan = column(name, place: place, line: line, into: &bag) else { continue }
            if let first = taken[plan.name] {
                bag.add(
                    "head-duplicate", .error, line: line, column: name,
                    first == name ? "the column \(name) is there twice" : "\(first) and \(name) are the same column",
                    help: "keep one of them")
                continue
            }
            taken[plan.name] = name
            plans.append(plan)
        }
        let missing = kind.layout.filter { $0.isRequired && taken[$0.name] == nil }
        for layout in missing {
            bag.add(
                "column-missing", .error, line: line,
                "the table of \(kind.rawValue) has no column \(layout.name) (\(layout.chinese[0]))",
                help: missing.count == kind.layout.filter(\.isRequired).count
                    ? "the first row must name the columns: is there a title above it?" : "add it: \(layout.about)")
        }
        return plans
    }

    private func column(_ head: String, place: Int, line: Int, into bag: inout FindingBag) -> ColumnPlan? {
        let (word, unit) = Self.split(head)
        let layout = Self.layout(word, in: kind) ?? Self.layout(Words.fold(head), in: kind)
        if let layout {
            if layout.isDerived {
                bag.add(
                    "head-derived", .warning, line: line, column: head, "\(head) is worked out, and not read from the table",
                    help: "take the column away")
                return nil
            }
            if let unit, let own = layout.unit, unit != Words.fold(own), Self.isUnit(unit) {
                bag.add(
                    "head-unit", .error, line: line, column: head, "\(head) must be in \(own)",
                    help: "convert the column to \(own)")
            }
            return ColumnPlan(layout, head: head, place: place)
        }
        if let plan = levelColumn(head, place: place) { return plan }
        if let near = Suggestion.closest(to: head, among: Self.names(of: kind, levels)) {
            bag.add(
                "head-unknown", .warning, line: line, column: head,
                "\(head) is not a column of the table of \(kind.rawValue); it is "
                    + (keepsOthers ? "kept as one of its own" : "not read"),
                help: "did you mean \(near)?")
        }
        guard keepsOthers else { return nil }
        return ColumnPlan(name: head, head: head, place: place, kind: .text)
    }

    /// Whether columns beyond the layout are kept: no rule can name those of facts and of lists.
    private var keepsOthers: Bool {
        switch kind {
        case .enterprises, .lines, .facilities, .sites: true
        case .facts, .names: false
        }
    }

    private func levelColumn(_ head: String, place: Int) -> ColumnPlan? {
        let word = Words.fold(head)
        for level in levels {
            let names = [Words.fold(level.id), Words.fold(level.name)]
            if kind == .lines, names.contains(word) {
                return ColumnPlan(name: level.id, head: head, place: place, kind: .flag(filed: true))
            }
            if kind == .enterprises, names.contains(where: { word == "pledge_\($0)" || word == "自主减排承诺_\($0)" }) {
                return ColumnPlan(name: "pledge_\(level.id)", head: head, place: place, kind: .text)
            }
        }
        return nil
    }

    /// The column of a layout that a folded name means.
    static func layout(_ word: String, in kind: TableKind) -> ColumnLayout? {
        kind.layout.first { layout in layout.name == word || layout.chinese.contains { Words.fold($0) == word } }
    }

    static func names(of kind: TableKind, _ levels: [Level]) -> [String] {
        let own = kind.layout.filter { !$0.isDerived }.flatMap { [$0.name] + $0.chinese }
        switch kind {
        case .enterprises: return own + levels.flatMap { ["pledge_\($0.id)", "自主减排承诺_\($0.name)"] }
        case .lines: return own + levels.flatMap { [$0.id, $0.name] }
        default: return own
        }
    }

    /// A name without the unit that people put behind it in brackets, and the unit; both folded.
    private static func split(_ head: String) -> (String, String?) {
        let word = Words.fold(head)
        guard word.hasSuffix(")"), let open = word.lastIndex(of: "("), open > word.startIndex else { return (word, nil) }
        return (String(word[..<open]), String(word[word.index(after: open)...].dropLast()))
    }

    private static func isUnit(_ text: String) -> Bool {
        ["t/a", "t/d", "kg/a", "kg/h", "g/d", "g/h", "吨/年", "吨/天", "吨/日", "千克/年", "公斤/年", "km²", "km2", "亩", "公顷", "t", "吨"]
            .contains(text)
    }
}
