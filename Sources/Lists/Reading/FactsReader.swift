import AirQuality
public import PlanModel

/// Reads dated facts: of the plan folder, and those that come through the inbox.
public enum FactsReader {
    /// A fact, and the line of the file on which it stands.
    public struct PlacedFact: Hashable, Sendable {
        public var fact: Fact
        public var line: Int

        public init(fact: Fact, line: Int) {
            self.fact = fact
            self.line = line
        }
    }

    /// The largest file of facts, in bytes, and its rows.
    public static let limit = 64 << 20
    public static let maximumFacts = 500_000

    /// Whether bytes are a table of facts, by the names of its columns.
    public static func isFacts(_ bytes: [UInt8]) -> Bool {
        // The head alone is looked at: it stands in the first bytes.
        let beginning = Array(bytes.prefix(4096))
        let line = beginning.prefix { $0 != 0x0A }
        guard let (text, start) = try? TextEncoding.decode(Array(line)) else { return false }
        var bag = FindingBag(file: "")
        let names = text.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { HeadLine(base: $0, start: start, end: buffer.count, into: &bag)?.names } ?? []
        }
        let columns = Set(names.compactMap { HeadName($0).column(of: .facts)?.name })
        return ["credit_code", "fact", "value", "from"].allSatisfy(columns.contains)
    }

    /// Reads a table of facts.
    ///
    /// - Parameter levels: Of the plan: the names of columns of lines.
    /// - Returns: The facts in the order of the file, without rows that cannot be read, and what is wrong with those.
    public static func read(_ bytes: [UInt8], name: String, levels: [Level] = []) -> (
        facts: [PlacedFact], findings: [ListFinding]
    ) {
        guard bytes.count <= limit else {
            let finding = ListFinding(
                id: "table-large", severity: .error, file: name,
                message: "the table has \(bytes.count) bytes, more than the \(limit) allowed")
            return ([], [finding])
        }
        var output = TableReader(kind: .facts, levels: []).read(TableFile(name: name, bytes: bytes))
        let table = output.table
        guard table.count <= maximumFacts else { return ([], output.bag.finish()) }
        guard let subjects = table.slices("credit_code"), let facts = table.slices("fact"), let values = table.slices("value"),
            let starts = table.dates("from")
        else { return ([], output.bag.finish()) }
        let ends = table.dates("until")
        let documents = table.slices("document")
        var result: [PlacedFact] = []
        result.reserveCapacity(table.count)
        for row in 0..<table.count where subjects[row].count > 0 && facts[row].count > 0 && values[row].count > 0 {
            guard starts[row] != TableColumn.blankDate else { continue }
            let from = LocalDate(days: Int(starts[row]))
            let until = ends.flatMap { $0[row] == TableColumn.blankDate ? nil : LocalDate(days: Int($0[row])) }
            let line = Int(table.fileLines[row])
            if let until, until < from {
                output.bag.add(
                    "dates-reversed", .error, line: line, column: output.heads["until"], value: "\(until)",
                    "the fact ends before it begins, on \(from)", help: "swap the dates")
                continue
            }
            let fact = Fact(
                subject: table.string(subjects[row]), fact: column(table.string(facts[row]), levels),
                value: table.string(values[row]), from: from, until: until,
                document: documents.map { table.string($0[row]) } ?? "")
            result.append(PlacedFact(fact: fact, line: line))
        }
        return (result, output.bag.finish())
    }

    /// The English name of the column that a fact speaks of; as written where no table has it.
    private static func column(_ text: String, _ levels: [Level]) -> String {
        let name = HeadName(text)
        for kind in [TableKind.enterprises, .sites, .lines, .facilities] {
            if let layout = name.column(of: kind) { return layout.name }
        }
        let levels = levels.map { (id: $0.id, name: $0.name) }
        for kind in [TableKind.lines, .enterprises] {
            if let column = name.levelColumn(of: kind, levels: levels) { return column }
        }
        return text
    }
}
