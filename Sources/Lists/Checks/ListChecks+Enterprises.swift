import PlanModel

extension ListChecks {
    /// Credit codes, duplicates, counties, industries and grades; finds the rows of codes.
    func enterprises() -> RowIndex {
        let table = table(.enterprises)
        if table.count == 0, !table.bytes.isEmpty, outputs[.enterprises]?.bag.hasErrors != true {
            add(
                .enterprises, "table-empty", .error, "the table has no enterprises, so that nobody would get an order",
                help: "write the rows below the head; an export that broke off may have left only it")
        }
        let codes = table.slices("credit_code") ?? []
        checkCodes(.enterprises, "credit_code", codes)
        var duplicates: [(row: Int, first: Int)] = []
        let index = RowIndex(table, codes) { row, first in
            if duplicates.count < 100_000 { duplicates.append((row, first)) }
        }
        for (row, first) in duplicates {
            add(
                .enterprises, "credit-code-duplicate", .error, row: row, column: "credit_code", value: table.string(codes[row]),
                "the enterprise is on the list already, in \(places([first], .enterprises))", help: "keep one of the rows")
        }
        counties(.enterprises)
        industries()
        grades()
        return index
    }

    func checkCodes(_ kind: TableKind, _ column: String, _ codes: [TextSlice]) {
        let table = table(kind)
        let checker = CreditCode.Checker()
        var bad: [Int] = []
        table.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for (row, slice) in codes.enumerated()
            where slice.count > 0 && !checker.isValid(base + Int(slice.start), Int(slice.count)) {
                bad.append(row)
            }
        }
        for row in bad {
            let code = table.string(codes[row])
            guard let (message, help) = CreditCode.objection(code) else { continue }
            add(kind, "credit-code", .error, row: row, column: column, value: CellContext.shown(code), message, help: help)
        }
    }

    private static let maximumGuesses = 1000

    /// Industries that the plan declares, or that its rules name.
    private func industries() {
        guard let (ids, names) = table(.enterprises).names("industry") else { return }
        var unnamed: [String] = []
        var unknown: [(number: Int, near: String?)] = []
        for (number, name) in names.enumerated() where !known.has(industry: name) {
            if known.declaresIndustries {
                unknown.append((number, nil))
                continue
            }
            // A guess for each of a million names would take minutes, and few are shown.
            let near = unnamed.count + unknown.count < Self.maximumGuesses ? known.near(industry: name) : nil
            if near == nil { unnamed.append(name) } else { unknown.append((number, near)) }
        }
        for ((number, near), rows) in zip(unknown, Self.rows(ids, of: unknown.map(\.number), names: names.count)) {
            let name = names[number]
            add(
                .enterprises, "industry-unknown", known.declaresIndustries ? .error : .warning, row: rows.first,
                column: "industry", value: CellContext.shown(name), known.message(industry: name) + Self.alike(rows.count),
                help: PlannedNames.help(nearIndustry: near ?? known.near(industry: name)))
        }
        guard !unnamed.isEmpty else { return }
        let shown = unnamed.prefix(10).map { CellContext.shown($0) }.joined(separator: ", ") + (unnamed.count > 10 ? ", …" : "")
        add(
            .enterprises, "industry-unnamed", .note, column: "industry",
            "\(unnamed.count) \(unnamed.count == 1 ? "industry is" : "industries are") named by no rule of the plan: \(shown)",
            help: "only rows with * speak of them")
    }

    /// A missing grade counts as D; a grade rests on a rating year.
    private func grades() {
        let table = table(.enterprises)
        guard table.count > 0 else { return }
        guard let grades = table.choices("grade") else {
            add(
                .enterprises, "grade-missing", .warning, "the table has no column grade (绩效等级): all enterprises count as D",
                help: "add it")
            return
        }
        let blank = grades.indices.filter { grades[$0] < 0 }
        if !blank.isEmpty {
            let count =
                blank.count == 1 ? "1 enterprise has no grade and counts" : "\(blank.count) enterprises have no grade and count"
            add(
                .enterprises, "grade-missing", .warning, row: blank[0], column: "grade",
                "\(count) as D: \(places(blank, .enterprises))",
                help: "write the grade, or pending (申报中) where it is applied for")
        }
        // Pending, the last of the choices, has no year yet.
        let pending = TableLayout.grades.firstIndex { $0.name == "pending" }.map { Int8($0) } ?? -1
        guard let years = table.numbers("grade_year") else {
            add(
                .enterprises, "grade-year-missing", .warning,
                "the table has no column grade_year (评级年度): rules that ask for the rating year match nobody", help: "add it")
            return
        }
        let without = grades.indices.filter { grades[$0] >= 0 && grades[$0] != pending && years[$0] < 0 }
        guard !without.isEmpty else { return }
        let count = without.count == 1 ? "1 grade has" : "\(without.count) grades have"
        add(
            .enterprises, "grade-year-missing", .warning, row: without[0], column: "grade_year",
            "\(count) no rating year: \(places(without, .enterprises))", help: "write the year in which the grade was given")
    }
}

extension OrderRules {
    /// Industries that measures, exemptions, seasons and watches name, in source order.
    var namedIndustries: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        func add(_ values: [PredicateValue]) {
            for case .text(let name) in values where seen.insert(name).inserted { names.append(name) }
        }
        func visit(_ predicate: Predicate) {
            switch predicate {
            case .compare(let column, _, let value) where column.name == "industry": add([value])
            case .isIn(let column, let values) where column.name == "industry": add(values)
            case .and(let parts), .or(let parts): parts.forEach(visit)
            case .not(let part): visit(part)
            case .always, .compare, .isIn, .holds, .onList: break
            }
        }
        for table in measures {
            visit(table.scope)
            guard let place = table.columns.firstIndex(where: { $0.name == "industry" }) else { continue }
            for row in table.rows where place < row.patterns.count { add(row.patterns[place]) }
        }
        for exemption in exemptions { visit(exemption.who) }
        for season in seasons { visit(season.who) }
        for watch in watches { visit(watch.who) }
        return names
    }
}
