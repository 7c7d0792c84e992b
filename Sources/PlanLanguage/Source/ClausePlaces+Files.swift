public import PlanModel

extension ClausePlaces {
    /// The places in the files of a plan folder that has been checked.
    public init(files: [SourceFile]) {
        self.init()
        for (index, file) in files.enumerated() where file.firstInvalidByte == nil && file.bytes.count <= SourceFile.limit {
            var lines = LineTable(file)
            func place(_ range: SourceRange) -> RulePlace {
                RulePlace(file: file.name, line: lines.place(of: range.start).line)
            }
            for declaration in Parser.parse(file, index: index).0.declarations {
                switch declaration {
                case .level(let level):
                    for clause in level.clauses {
                        switch clause.value {
                        case .issue: issue[level.id.text, default: []].append(place(clause.range))
                        case .end: end[level.id.text] = place(clause.range)
                        default: break
                        }
                    }
                case .advice(let item):
                    for clause in item.clauses { if case .when = clause.value { advice[item.id.text] = place(clause.range) } }
                case .alert(let item):
                    for clause in item.clauses { if case .when = clause.value { alerts[item.id.text] = place(clause.range) } }
                default: break
                }
            }
        }
    }
}
