import AirQuality
import PlanModel

/// Rules of every kind, whether they make sense or not.
struct RandomRules {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func make() -> OrderRules {
        var rules = OrderRules(tables: TableNames())
        for index in 0..<Int.random(in: 0...3, using: &numbers) { rules.measures.append(table("m\(index)")) }
        for index in 0..<Int.random(in: 0...3, using: &numbers) { rules.exemptions.append(exemption("x\(index)")) }
        for index in 0..<Int.random(in: 0...2, using: &numbers) { rules.seasons.append(season("s\(index)")) }
        return rules
    }

    private mutating func subject() -> OrderSubject { numbers.chance(80) ? .enterprise : .site }

    private func column(_ name: String, _ subject: OrderSubject) -> ColumnReference {
        ColumnReference(name: name, type: subject.table.column(name)?.type)
    }

    mutating func action() -> OrderAction {
        switch Int.random(in: 0..<7, using: &numbers) {
        case 0: .goOn
        case 1: .autonomous
        case 2: .guaranteed
        case 3, 4: .limit(percent: Int.random(in: 1...100, using: &numbers))
        case 5: .stopLines(percent: Int.random(in: 1...100, using: &numbers))
        default: .stop
        }
    }

    private mutating func duties() -> [String] {
        (0..<Int.random(in: 0...2, using: &numbers)).map { _ in numbers.pick(["重型柴油车停运", "洒水一次", "停止土方"]) }
    }

    private mutating func measure() -> Measure {
        Measure(action: numbers.chance(15) ? nil : action(), duties: duties())
    }

    private mutating func value(of name: String) -> PredicateValue {
        switch name {
        case "grade": .choice(numbers.pick(RandomList.grades.filter { !$0.isEmpty }))
        case "class": .choice(numbers.pick(RandomList.classes.filter { !$0.isEmpty }))
        case "low_vocs_substitution": .choice(numbers.pick(["complete", "partial", "none"]))
        case "industry": .text(numbers.pick(RandomList.industries))
        case "county": .text(numbers.pick(RandomList.counties))
        case "contractor": .text(numbers.pick(["一建", "二建"]))
        case "stage": .text(numbers.pick(["土石方", "主体"]))
        case "zone_x": numbers.chance(70) ? .text(numbers.pick(["核心", "外围"])) : .number(7_000_000)
        case "grade_year": .number(numbers.pick([2023, 2024]) * 1_000_000)
        case "area_m2": .number(5_000_000_000)
        case "so2": .number(Int64.random(in: 0...400, using: &numbers) * 1_000_000)
        default: .choice(numbers.pick(["yes", "no"]))
        }
    }

    private mutating func table(_ id: String) -> MeasureTable {
        let subject = subject()
        let names =
            subject == .site
            ? ["county", "stage", "online_monitoring"]
            : ["industry", "grade", "class", "zone_x", "treatment_running", "grade_year"]
        let columns = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in numbers.pick(names) }
        let rows = (0..<Int.random(in: 1...6, using: &numbers)).map { index in
            MeasureRow(
                patterns: columns.map { name in
                    numbers.chance(30) ? [] : (0..<Int.random(in: 1...2, using: &numbers)).map { _ in value(of: name) }
                }, cells: (0..<3).map { _ in measure() }, place: RulePlace(file: "\(id).plan", line: index + 1))
        }
        return MeasureTable(
            id: id, name: "表\(id)", lead: numbers.pick([nil, "工信局", "住建局"]), subject: subject,
            scope: numbers.chance(70) ? .always : predicate(subject, 2), columns: columns.map { column($0, subject) }, rows: rows,
            cites: [])
    }

    mutating func predicate(_ subject: OrderSubject, _ depth: Int) -> Predicate {
        if depth > 0, numbers.chance(50) {
            let parts = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in predicate(subject, depth - 1) }
            return numbers.pick([.and(parts), .or(parts), .not(parts[0])])
        }
        let isSite = subject == .site
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0:
            let flags =
                isSite
                ? ["running", "online_monitoring", "treatment_running"]
                : ["running", "violation", "upgrade_overdue", "filed_plan", "emissions_compliant"]
            return .holds(column(numbers.pick(flags), subject))
        case 1:
            return .onList(
                isSite && numbers.chance(50) ? column("contractor", .site) : nil, list: numbers.pick(["white", "black"]))
        case 2:
            let name = numbers.pick(
                isSite ? ["contractor", "stage"] : ["grade", "class", "industry", "zone_x", "low_vocs_substitution"])
            return .isIn(column(name, subject), [value(of: name), value(of: name)])
        case 3:
            let name = isSite ? "area_m2" : numbers.pick(["so2", "grade_year"])
            return .compare(
                column(name, subject), numbers.pick([.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual]),
                value(of: name))
        default:
            let name = numbers.pick(isSite ? ["stage", "county"] : ["grade", "class", "industry", "zone_x"])
            return .compare(column(name, subject), numbers.pick([.equal, .notEqual]), value(of: name))
        }
    }

    private mutating func exemption(_ id: String) -> Exemption {
        let subject = subject()
        return Exemption(
            id: id, name: "豁免\(id)", subject: subject, who: predicate(subject, 1),
            bars: (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
                Exemption.Bar(when: predicate(subject, 0), reason: numbers.pick([nil, "扬尘"]))
            }, condition: numbers.chance(50) ? predicate(subject, 1) : nil,
            grants: numbers.pick([.goOn, .autonomous, .guaranteed]),
            upTo: numbers.pick([nil, nil, 0, 1, 2]),
            from: numbers.pick([nil, nil, LocalDate("2024-12-10"), LocalDate("2024-12-11")]),
            until: numbers.pick([nil, nil, LocalDate("2024-12-10"), LocalDate("2024-12-09")]), cites: [],
            place: RulePlace(file: "\(id).plan", line: 1))
    }

    private mutating func season(_ id: String) -> Season {
        let subject = subject()
        let ends = [
            MonthDay(month: 11, day: 15), MonthDay(month: 3, day: 15), MonthDay(month: 12, day: 10), MonthDay(month: 1, day: 1),
        ]
        .compactMap { $0 }
        return Season(
            id: id, name: "错峰\(id)", lead: numbers.pick([nil, "发改委"]), from: numbers.pick(ends), until: numbers.pick(ends),
            subject: subject, who: predicate(subject, 1), measure: measure(), cites: [],
            place: RulePlace(file: "\(id).plan", line: 1))
    }
}
