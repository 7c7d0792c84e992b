import AirQuality
import Lists

/// Small lists in which every kind of cell, blank ones included, comes up.
struct RandomList {
    private var numbers: SeededNumbers

    static let industries = ["铸造", "水泥", "家具"]
    static let counties = ["禹州市", "长葛市", "魏都区"]
    static let grades = ["A", "B", "B-", "C", "D", "leading", "ordinary", "pending", ""]
    static let classes = ["key", "general", "micro", "guaranteed", ""]

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func make() -> SmallList {
        var list = SmallList()
        for index in 0..<Int.random(in: 3...12, using: &numbers) { addEnterprise("E\(index)", to: &list) }
        for index in 0..<Int.random(in: 0...4, using: &numbers) { addSite("S\(index)", to: &list) }
        for name in ["white", "black", "people"] { list.names[name] = entries(list) }
        for _ in 0..<Int.random(in: 0...4, using: &numbers) { addFact(to: &list) }
        return list
    }

    private mutating func flag() -> String { numbers.pick(["yes", "yes", "no", ""]) }

    /// A share of so many of kg, with up to four decimals.
    private mutating func amount(_ most: Int) -> String {
        if numbers.chance(10) { return "" }
        return "\(Int.random(in: 0...most, using: &numbers)).\(numbers.pick(["", "5", "25", "125", "0625"]))0"
    }

    private mutating func emissions(_ most: Int) -> SmallList.Row {
        ["so2": amount(most), "nox": amount(most), "pm": amount(most), "vocs": amount(most)]
    }

    private mutating func addEnterprise(_ code: String, to list: inout SmallList) {
        var row = emissions(400)
        row["credit_code"] = code
        row["name"] = "厂\(code)"
        row["county"] = numbers.pick(Self.counties)
        row["industry"] = numbers.pick(Self.industries)
        row["grade"] = numbers.pick(Self.grades)
        row["class"] = numbers.pick(Self.classes)
        row["grade_year"] = numbers.pick(["2023", "2024", ""])
        row["low_vocs_substitution"] = numbers.pick(["complete", "partial", "none", ""])
        for name in ["treatment_running", "emissions_compliant", "violation"] { row[name] = flag() }
        row["running"] = numbers.pick(["yes", "", "", "", "no"])
        row["guaranteed_percent"] = numbers.pick(["", "60", "37.5", "100", "0"])
        row["pledge"] = numbers.pick(["", "停1号炉"])
        row["pledge_orange"] = numbers.pick(["", "停2号炉"])
        row["zone_x"] = numbers.pick(["核心", "外围", "7", ""])
        list.enterprises.append(row)
        guard numbers.chance(75) else { return }
        let isFiled = numbers.chance(50)
        for index in 0..<Int.random(in: 1...5, using: &numbers) {
            var line = emissions(90)
            line["credit_code"] = code
            line["line_id"] = "L\(index)"
            line["name"] = numbers.pick(["", "\(index)号线"])
            line["running"] = numbers.pick(["yes", "", "", "no"])
            line["interruptible"] = numbers.pick(["yes", "", "no"])
            line["minimum_load"] = numbers.pick(["", "50", "33.3", "0"])
            line["backup_treatment"] = flag()
            for level in list.levels { line[level] = isFiled ? numbers.pick(["yes", "no", ""]) : "" }
            list.lines.append(line)
        }
        if numbers.chance(40) {
            list.facilities.append([
                "credit_code": code, "facility_id": "F", "upgrade_deadline": numbers.pick(["2024-10-31", "2025-10-31", ""]),
                "completed": numbers.pick(["2024-10-30", "2024-12-11", ""]),
            ])
        }
    }

    private mutating func addSite(_ id: String, to list: inout SmallList) {
        var row = emissions(50)
        row["site_id"] = id
        row["name"] = "工地\(id)"
        row["county"] = numbers.pick(Self.counties)
        row["contractor"] = numbers.pick(["一建", "二建", "厂E1"])
        row["contractor_code"] = numbers.pick(["", "E1", "E2"])
        row["area_m2"] = numbers.pick(["", "4999", "5000", "80000"])
        row["stage"] = numbers.pick(["土石方", "主体", ""])
        for name in ["treatment_running", "emissions_compliant", "online_monitoring"] { row[name] = flag() }
        row["running"] = numbers.pick(["yes", "", "no"])
        list.sites.append(row)
    }

    private mutating func entries(_ list: SmallList) -> [NameList.Entry] {
        (0..<Int.random(in: 0...6, using: &numbers)).map { index in
            let code = numbers.pick(["", "S0", "S1"] + list.enterprises.map { $0["credit_code"] ?? "" })
            return NameList.Entry(
                code: code, name: numbers.pick(["", "一建", "二建", "工地S1", "厂E1", "厂E2"]),
                from: numbers.pick([nil, LocalDate("2024-12-10"), LocalDate("2024-12-11")]),
                until: numbers.pick([nil, LocalDate("2024-12-10"), LocalDate("2024-12-09")]), document: "文\(index)",
                reason: numbers.pick(["", "扬尘管控不力"]), fileLine: index + 2)
        }
    }

    private mutating func addFact(to list: inout SmallList) {
        let facts = [("grade", ["A", "D", "pending"]), ("running", ["yes", "no"]), ("treatment_running", ["yes", "no"])]
        let enterprise = numbers.pick(list.enterprises)["credit_code"] ?? ""
        let isLine = numbers.chance(30)
        let (name, values) = isLine ? ("running", ["yes", "no"]) : numbers.pick(facts)
        list.facts.append(
            Fact(
                subject: isLine ? enterprise + "/L0" : enterprise, fact: name, value: numbers.pick(values),
                from: LocalDate(numbers.pick(["2024-12-01", "2024-12-10", "2024-12-11"])) ?? LocalDate(days: 0),
                until: numbers.pick([nil, LocalDate("2024-12-09"), LocalDate("2024-12-31")]), document: ""))
    }
}
