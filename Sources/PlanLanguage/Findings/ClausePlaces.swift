/// Where the levels of a plan and their clauses stand, for findings that are made of the typed plan.
public struct ClausePlaces: Sendable {
    public struct Stretch: Hashable, Sendable {
        public var file: String
        public var range: PlaceRange
    }

    public struct Level: Hashable, Sendable {
        public var head: Stretch
        /// In source order, as in the typed plan.
        public var issue: [Stretch] = []
        public var end: Stretch?
    }

    /// By the level's id.
    public private(set) var levels: [String: Level] = [:]

    /// Reads the files of a plan without errors; what cannot be read has no place.
    public init(files: [SourceFile]) {
        for (index, file) in files.enumerated() where file.bytes.count <= SourceFile.limit && file.firstInvalidByte == nil {
            let tree = Parser.parse(file, index: index).syntax
            var lines = LineTable(file)
            func stretch(_ range: SourceRange) -> Stretch {
                let start = lines.place(of: range.start)
                return Stretch(file: file.name, range: PlaceRange(start: start, end: lines.place(of: range.end)))
            }
            for case .level(let level) in tree.declarations {
                var places = Level(head: stretch(level.id.range))
                for clause in level.clauses {
                    switch clause.value {
                    case .issue: places.issue.append(stretch(clause.range))
                    case .end: places.end = stretch(clause.range)
                    default: break
                    }
                }
                levels[level.id.text] = places
            }
        }
    }
}
