/// Drafts to findings: sorted, cut off, with words and places.
enum FindingMaker {
    /// - Parameter tables: names of the tables in which findings lie; a range in one of them, counted on from the files, holds
    ///   lines instead of offsets.
    static func findings(_ drafts: [Draft], files: [SourceFile], tables tableNames: [String] = []) -> [Finding] {
        let ordered = limited(sorted(drafts))
        var tables = Tables(files, tableNames)
        return ordered.map { draft in
            let text = draft.kind.text
            return Finding(
                id: text.id, severity: draft.kind.severity, file: tables.name(draft.range), range: tables.places(draft.range),
                message: text.message, help: text.help,
                // A table's line is known, but not the place on it: nothing there can be replaced.
                fixits: draft.fixits.filter { files.indices.contains($0.range.file) }.map {
                    FixIt(range: tables.places($0.range), replacement: $0.text)
                },
                related: draft.related.map {
                    RelatedPlace(file: tables.name($0.range), range: tables.places($0.range), message: $0.what.text)
                })
        }
    }

    /// Stable: what was found first at a place is said first.
    private static func sorted(_ drafts: [Draft]) -> [Draft] {
        drafts.enumerated().sorted {
            let (left, right) = ($0.element.range, $1.element.range)
            return (left.file, left.start, $0.offset) < (right.file, right.start, $1.offset)
        }.map(\.element)
    }

    /// At most the limit and a word about the rest. Errors come first: the reason why there is no plan must be shown.
    private static func limited(_ drafts: [Draft]) -> [Draft] {
        let limit = PlanChecker.maximumFindings
        guard drafts.count > limit else { return drafts }
        let errors = drafts.filter { $0.kind.severity == .error }.prefix(limit)
        let others = drafts.filter { $0.kind.severity != .error }.prefix(limit - errors.count)
        let shown = sorted(Array(errors) + others)
        guard let last = shown.last else { return shown }
        return shown + [Draft(.tooManyFindings(limit), last.range)]
    }

    /// The line tables of the files that have findings.
    private struct Tables {
        let files: [SourceFile]
        let tableNames: [String]
        var tables: [Int: LineTable] = [:]

        init(_ files: [SourceFile], _ tableNames: [String]) {
            self.files = files
            self.tableNames = tableNames
        }

        func name(_ range: SourceRange) -> String {
            if files.indices.contains(range.file) { return files[range.file].name }
            let index = range.file - files.count
            return tableNames.indices.contains(index) ? tableNames[index] : ""
        }

        mutating func places(_ range: SourceRange) -> PlaceRange {
            guard files.indices.contains(range.file) else {
                let line = max(1, range.start)
                return PlaceRange(start: Place(line: line, column: 1), end: Place(line: line, column: 1))
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
