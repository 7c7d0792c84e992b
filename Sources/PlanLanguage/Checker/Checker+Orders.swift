import PlanModel

// What a plan says about orders (language.md “Orders”): checked, typed, and lowered to values.
extension Checker {
    mutating func checkOrders(_ declarations: [Declaration]) -> OrderRules {
        var rules = OrderRules()
        for (index, level) in levelOrder.enumerated() where orders.levels[level.text] == nil { orders.levels[level.text] = index }
        rules.tables = checkTables(declarations.compactMap { if case .table(let table) = $0 { table } else { nil } })
        checkAreasHaveCounties(hasOrders: rules.tables != nil)
        checkIndustries(declarations.compactMap { if case .industries(let names) = $0 { names } else { nil } })
        checkLists(declarations.compactMap { if case .list(let list) = $0 { list } else { nil } })
        readColumns(rules.tables)
        var firstRule: SourceRange?
        for declaration in declarations {
            switch declaration {
            case .reduce(let target): check(target, into: &rules)
            case .emissions(let emissions): check(emissions, into: &rules)
            case .exemption(let syntax):
                firstRule = firstRule ?? syntax.id.range
                if let exemption = check(syntax) { rules.exemptions.append(exemption) }
            case .measures(let syntax):
                firstRule = firstRule ?? syntax.id.range
                if let table = check(syntax) { rules.measures.append(table) }
            case .season(let syntax):
                firstRule = firstRule ?? syntax.id.range
                if let season = check(syntax) { rules.seasons.append(season) }
            case .watch(let syntax):
                firstRule = firstRule ?? syntax.id.range
                if let watch = check(syntax) { rules.watches.append(watch) }
            default: break
            }
        }
        if let firstRule, rules.tables == nil, !hasLostDeclaration {
            say(.ordersWithoutEnterprises(text(firstRule)), firstRule)
        }
        checkTargetsRise(rules.targets, declarations)
        rules.industries = orders.industries
        rules.lists = orders.lists
        return rules
    }

    // MARK: - Findings

    mutating func say(_ kind: OrderFindingKind, _ range: SourceRange) { say(Draft(.orders(kind), range)) }

    /// Reports; of a table's cell with its column and without fix-its, which could not be applied.
    mutating func say(_ draft: Draft) {
        var draft = draft
        if let cell = orders.cell {
            draft.kind = .inColumn(cell, draft.kind)
            draft.fixits = []
        }
        drafts.append(draft)
    }

    func text(_ range: SourceRange) -> String {
        files.indices.contains(range.file) ? files[range.file].text(range.start, min(range.end, range.start + 80)) : ""
    }

    // MARK: - Places

    /// File and line of a rule within the plan folder.
    mutating func place(_ range: SourceRange) -> RulePlace {
        guard files.indices.contains(range.file) else {
            let index = range.file - files.count
            let name = orders.tableFiles.indices.contains(index) ? orders.tableFiles[index] : ""
            return RulePlace(file: Self.lastPart(name), line: range.start)
        }
        let file = files[range.file]
        let line = orders.lineTables[range.file, default: LineTable(file)].place(of: range.start).line
        return RulePlace(file: Self.lastPart(file.name), line: line)
    }

    static func lastPart(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// A range of a table's line, for findings about it.
    mutating func tableRange(_ file: String, beside plan: SourceRange, line: Int) -> SourceRange {
        let path = files.indices.contains(plan.file) ? files[plan.file].name : ""
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let name = folder + file
        let index = orders.tableFiles.firstIndex(of: name) ?? orders.tableFiles.count
        if index == orders.tableFiles.count { orders.tableFiles.append(name) }
        return SourceRange(file: files.count + index, start: line, end: line)
    }

    // MARK: - Names

    /// Registers the id of a rule; all rules share one set of ids, since orders name them by it.
    mutating func checkRuleID(_ id: NameSyntax, name: TextSyntax) {
        checkName(id, of: .exemption)
        checkText(name)
        if let first = orders.rules[id.text] {
            drafts.append(Draft(.defined(.rule, id.text), id.range, related: [(first, .firstHere)]))
        } else {
            orders.rules[id.text] = id.range
        }
    }

    /// The place of a level in the plan, by its id or what people call it.
    mutating func levelIndex(_ name: NameSyntax) -> Int? {
        if let index = knownLevel(name.text) { return index }
        if !levelOrder.isEmpty { reportUnknown(.level, name, among: levelOrder.map(\.text)) }
        return nil
    }

    func knownLevel(_ name: String) -> Int? {
        orders.levels[name] ?? levelOrder.firstIndex { levelSyntax[$0.text]?.name.value == name }
    }

    /// A whole percentage from 1 to 100.
    mutating func percent(_ number: NumberSyntax) -> Int? {
        guard let percent = Int(number.value), (1...100).contains(percent) else {
            say(.percentOutOfRange(number.value), number.range)
            return nil
        }
        return percent
    }
}
