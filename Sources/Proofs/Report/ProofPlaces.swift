public import PlanLanguage
import PlanModel

/// Where in a plan's files the subjects of answers stand.
public struct ProofPlaces: Sendable {
    private let clauses: ClausePlaces
    private let files: [SourceFile]

    public init(_ files: [SourceFile]) {
        clauses = ClausePlaces(files: files)
        self.files = files
    }

    public func place(_ subject: ProofAnswer.Subject) -> (file: String, line: Int)? {
        let place: RulePlace?
        switch subject {
        case .level(let id): place = clauses.issue[id]?.first
        case .end(let id): place = clauses.end[id] ?? clauses.issue[id]?.first
        case .advice(let id): place = clauses.advice[id]
        case .alert(let id): place = clauses.alerts[id]
        case .issue(let id, let index):
            let issue = clauses.issue[id] ?? []
            place = issue.indices.contains(index) ? issue[index] : issue.first
        case .rule(let rule):
            let file = files.first { $0.name == rule.file || $0.name.hasSuffix("/\(rule.file)") }
            place = RulePlace(file: file?.name ?? rule.file, line: rule.line)
        }
        return place.map { ($0.file, $0.line) }
    }

    /// The findings of a report as `check` shows them, warnings all; those without a place are said of the first file.
    public func findings(_ report: ProofReport) -> [Finding] {
        report.findings.map { answer in
            let (file, line) = answer.subject.flatMap(place) ?? (files.first?.name ?? "", 1)
            let possible = answer.verdict == .possible ? " (possible, no replay confirmed it)" : ""
            return Finding(
                id: answer.id, severity: .warning, file: file, range: range(ofLine: line, in: file),
                message: answer.message + (answer.area.map { ", in area \($0)" } ?? "") + possible, help: answer.help, fixits: [],
                related: [])
        }
    }

    /// A line without the blanks before it.
    private func range(ofLine line: Int, in file: String) -> PlaceRange {
        let text = files.first { $0.name == file }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let scalars = lines.indices.contains(line - 1) ? Array(lines[line - 1].unicodeScalars) : []
        let blanks = scalars.prefix { $0 == " " || $0 == "\t" }.count
        return PlaceRange(
            start: Place(line: line, column: blanks + 1), end: Place(line: line, column: max(blanks, scalars.count) + 1))
    }
}
