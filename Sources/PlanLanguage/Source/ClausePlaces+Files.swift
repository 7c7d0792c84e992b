public import PlanModel

extension ClausePlaces {
    /// The places in the files of a plan folder that has been checked.
    public init(files: [SourceFile]) {
        self.init()
        for (index, file) in files.enumerated() where file.firstInvalidByte == nil && file.bytes.count <= SourceFile.limit {
            var lines = LineTable(file)
            for case .level(let level) in Parser.parse(file, index: index).0.declarations {
                for clause in level.clauses {
                    let place = RulePlace(file: file.name, line: lines.place(of: clause.range.start).line)
                    switch clause.value {
                    case .issue: issue[level.id.text, default: []].append(place)
                    case .end: end[level.id.text] = place
                    default: break
                    }
                }
            }
        }
    }
}
