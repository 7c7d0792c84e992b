import AirQuality
import Lists
import PlanModel

/// A plan that says no more than reading a list asks for.
func plan(
    counties: [String] = [], industries: [String] = [], lists: [ListName] = [], measures: [MeasureTable] = []
) -> Plan {
    let levels = [("yellow", "黄色"), ("orange", "橙色"), ("red", "红色")].map { id, name in
        Level(
            id: id, name: name, response: nil, issue: [], end: nil, approval: .unstated, responseStart: .immediately, cites: [])
    }
    return Plan(
        name: "p", basis: [], zone: Zone(name: "Asia/Shanghai", offsetSeconds: 8 * 3600), edition: .byDate, levels: levels,
        areas: [Area(id: "x", name: "许昌市", code: nil, stations: [], atLeast: nil, counties: counties)], requires: [],
        horizon: nil, review: [], forecastBound: .upper, days: .rolling, waitMinutes: 50,
        orders: OrderRules(tables: TableNames(), lists: lists, industries: industries, measures: measures))
}

func read(_ files: [String: String], _ plan: Plan = plan()) -> ListResult {
    ListReader.read(files: files.map { TableFile(name: $0.key, bytes: Array($0.value.utf8)) }, plan: plan)
}

/// Reads a table of enterprises alone.
func enterprises(_ text: String, _ plan: Plan = plan()) -> ListResult { read(["enterprises.csv": text], plan) }

/// A valid credit code with a number in it.
func code(_ number: Int) -> String {
    let digits = String(number)
    let beginning = "91411000MA" + String(repeating: "0", count: 7 - digits.count) + digits
    return beginning + String(CreditCode.checkCharacter(of: beginning) ?? "?")
}

extension ListResult {
    /// The ids of findings that are no mere missing grade or year.
    var ids: [String] { findings.map(\.id).filter { !$0.hasPrefix("grade-") } }
}

let head = "credit_code,name,county,industry,grade,grade_year,so2\n"
