/// Drafts to findings: sorted, cut off, with words and places.
enum FindingMaker {
    static func findings(_ drafts: [Draft], files: [SourceFile]) -> [Finding] {
        // Stable: what was found first at a place is said first.
        var ordered = drafts.enumerated().sorted {
            let (left, right) = ($0.element.range, $1.element.range)
            return (left.file, left.start, $0.offset) < (right.file, right.start, $1.offset)
        }.map(\.element)
        if ordered.count > PlanChecker.maximumFindings {
            // Errors first: the reason why there is no plan must be among what is shown.
            let errors = ordered.filter { $0.kind.severity == .error }.prefix(PlanChecker.maximumFindings)
            let last = errors.last ?? ordered[PlanChecker.maximumFindings]
            ordered =
                errors.count == PlanChecker.maximumFindings ? Array(errors) : Array(ordered.prefix(PlanChecker.maximumFindings))
            ordered.append(Draft(.tooManyFindings(PlanChecker.maximumFindings), last.range))
        }
        var tables = Tables(files)
        return ordered.map { draft in
            let text = draft.kind.text
            return Finding(
                id: text.id, severity: draft.kind.severity, file: tables.name(draft.range), range: tables.places(draft.range),
                message: text.message, help: text.help,
                fixits: draft.fixits.map { FixIt(range: tables.places($0.range), replacement: $0.text) },
                related: draft.related.map {
                    RelatedPlace(file: tables.name($0.range), range: tables.places($0.range), message: $0.what.text)
                })
        }
    }

    /// The line tables of the files that have findings.
    private struct Tables {
        let files: [SourceFile]
        var tables: [Int: LineTable] = [:]

        init(_ files: [SourceFile]) { self.files = files }

        func name(_ range: SourceRange) -> String { files.indices.contains(range.file) ? files[range.file].name : "" }

        mutating func places(_ range: SourceRange) -> PlaceRange {
            guard files.indices.contains(range.file) else {
                return PlaceRange(start: Place(line: 1, column: 1), end: Place(line: 1, column: 1))
            }
            var table = tables[range.file] ?? LineTable(files[range.file])
            let start = table.place(of: range.start)
            let end = table.place(of: max(range.start, range.end))
            tables[range.file] = table
            return PlaceRange(start: start, end: end)
        }
    }
}

extension Draft.Related {
    var text: String {
        switch self {
        case .firstHere: "the first is here"
        case .openedHere: "opened here"
        case .listedHere: "the levels are listed here"
        case .declaredHere: "declared here"
        case .contradicts: "it contradicts this test"
        }
    }
}
