import PlanLanguage
import Proofs

/// Where in a plan's files the subjects of answers stand.
struct ProofPlaces: Sendable {
    private let clauses: ClausePlaces
    private let files: [SourceFile]

    init(_ files: [SourceFile]) {
        clauses = ClausePlaces(files: files)
        self.files = files
    }

    func place(_ subject: ProofAnswer.Subject) -> (file: String, line: Int)? {
        stretch(subject).map { ($0.file, $0.range.start.line) }
    }

    private func stretch(_ subject: ProofAnswer.Subject) -> ClausePlaces.Stretch? {
        switch subject {
        case .level(let id): return clauses.levels[id]?.head
        case .end(let id): return clauses.levels[id]?.end ?? clauses.levels[id]?.head
        case .issue(let id, let index):
            let issue = clauses.levels[id]?.issue ?? []
            return issue.indices.contains(index) ? issue[index] : clauses.levels[id]?.head
        case .rule(let place):
            let file = files.first { $0.name == place.file || $0.name.hasSuffix("/\(place.file)") }
            let start = Place(line: place.line, column: 1)
            return ClausePlaces.Stretch(file: file?.name ?? place.file, range: PlaceRange(start: start, end: start))
        }
    }

    /// The findings of a report as `check` shows them, warnings all; those without a place are said of the first file.
    func findings(_ report: ProofReport) -> [Finding] {
        report.findings.map { answer in
            let start = Place(line: 1, column: 1)
            let stretch =
                answer.subject.flatMap(stretch)
                ?? ClausePlaces.Stretch(file: files.first?.name ?? "", range: PlaceRange(start: start, end: start))
            let possible = answer.verdict == .possible ? " (possible, no replay confirmed it)" : ""
            return Finding(
                id: answer.id, severity: .warning, file: stretch.file, range: stretch.range, message: answer.message + possible,
                help: answer.help, fixits: [], related: [])
        }
    }
}
