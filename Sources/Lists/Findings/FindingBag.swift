/// Findings of one table. Of each kind the first twenty are kept and the rest counted: a column that is wrong as a whole must not
/// make a hundred thousand of them.
struct FindingBag {
    static let each = 20

    let file: String
    private var findings: [ListFinding] = []
    private var counts: [String: (severity: ListFinding.Severity, count: Int)] = [:]
    /// After which line how many lines of the file are no rows of their own.
    var breaks: [(line: Int32, count: Int32)] = []

    init(file: String) { self.file = file }

    var hasErrors: Bool { counts.values.contains { $0.severity == .error } }

    /// The row of a line as a spreadsheet counts it.
    func row(ofLine line: Int) -> Int { line - Int(breaks.last { $0.line <= line }?.count ?? 0) }

    mutating func add(
        _ id: String, _ severity: ListFinding.Severity, line: Int? = nil, column: String? = nil,
        value: @autoclosure () -> String? = nil, _ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil
    ) {
        guard admits(id, severity) else { return }
        append(
            ListFinding(
                id: id, severity: severity, file: file, line: line, column: column, value: value(), message: message(),
                help: help()))
    }

    /// Counts a finding; whether it is to be appended too.
    mutating func admits(_ id: String, _ severity: ListFinding.Severity) -> Bool {
        let count = (counts[id]?.count ?? 0) + 1
        counts[id] = (severity, count)
        return count <= Self.each
    }

    mutating func append(_ finding: ListFinding) { findings.append(finding) }

    /// Takes over what was found in the rows after those of this bag.
    mutating func append(_ later: FindingBag) {
        for finding in later.findings where admits(finding.id, finding.severity) { append(finding) }
        for (id, value) in later.counts where value.count > Self.each {
            // Those that the other one kept have been counted.
            counts[id, default: (value.severity, 0)].count += value.count - Self.each
        }
        let before = breaks.last?.count ?? 0
        breaks += later.breaks.map { ($0.line, $0.count + before) }
    }

    /// What is said of the file as a whole, the rest in the order of lines, then how many were left out.
    func finish() -> [ListFinding] {
        var all = findings.enumerated().map { index, finding in
            var finding = finding
            finding.row = finding.line.map(row)
            return (index, finding)
        }
        all.sort { ($0.1.line ?? 0, $0.0) < ($1.1.line ?? 0, $1.0) }
        let more = counts.sorted { $0.key < $1.key }.filter { $0.value.count > Self.each }.map { id, value in
            ListFinding(
                id: id, severity: value.severity, file: file,
                message: "and \(value.count - Self.each) more findings of this kind (\(id))")
        }
        return all.map(\.1) + more
    }
}
