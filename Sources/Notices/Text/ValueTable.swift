import AirQuality
import Desk
import Presentation
import Warnings

/// The values on which a finding rests, as a table.
enum ValueTable {
    /// Up to this many blocks are listed one a row; more stand in a grid.
    private static let listed = 10

    static func write(_ test: TestFinding, _ zone: Zone, on page: inout Page) {
        page.table(rows(test, zone), gap: isList(test) ? 2 : 1)
    }

    /// The cells, the first row being the head.
    static func rows(_ test: TestFinding, _ zone: Zone) -> [[String]] { isList(test) ? list(test, zone) : grid(test, zone) }

    private static func isList(_ test: TestFinding) -> Bool {
        test.elements.count <= listed && test.elements.allSatisfy { $0.hours > 1 }
    }

    // MARK: One block a row

    private static func list(_ test: TestFinding, _ zone: Zone) -> [[String]] {
        let isIndex = test.unit == nil
        let quantity = test.shownQuantity + (test.shownUnit.map { "(\($0))" } ?? "")
        var head = ["24小时起始", quantity]
        if isIndex { head.append("级别") }
        head += ["首要污染物", "来源", "缺测小时"]
        return [head]
            + test.elements.map { element in
                var row = ["\(zone.chineseDay(element.start))\(zone.clockHour(of: element.start.shown))时", element.text]
                if isIndex { row.append(grade(element)) }
                return row + [primary(element.primary), origin(element.origin), gaps(element)]
            }
    }

    private static func grade(_ element: ElementFinding) -> String {
        guard let value = element.value, element.certainty == .exact else { return "—" }
        return PollutionGrade(index: value).chinese
    }

    private static func primary(_ pollutants: PollutantSet) -> String {
        pollutants.members.isEmpty ? "—" : ChineseWords.primary(pollutants)
    }

    static func origin(_ origin: ReadingOrigin) -> String {
        switch origin {
        case .observed: "实测"
        case .mixed: "实测接预报"
        case .forecast: "浓度预报"
        case .hourlyIndex: "小时指数预报"
        case .dayValue: "日预报"
        }
    }

    /// A day's or an hour's index stands for the concentrations, so that their absence is no gap.
    private static func gaps(_ element: ElementFinding) -> String {
        switch element.origin {
        case .dayValue, .hourlyIndex: "—"
        case .observed, .mixed, .forecast: "\(element.missingHours)/\(element.hours)"
        }
    }

    // MARK: Many starts a row

    private static func grid(_ test: TestFinding, _ zone: Zone) -> [[String]] {
        let texts = test.elements.map { element in element.text.filter { $0 != " " } }
        let width = max(4, texts.map(\.displayWidth).max() ?? 0)
        let columns = width > 4 ? 6 : 12
        var rows: [(label: String, cells: [String])] = []
        for (element, text) in zip(test.elements, texts) {
            let hour = zone.clockHour(of: element.start.shown)
            let column = hour % columns
            let label = "\(zone.chineseDay(element.start)) \(hour - column)时"
            if rows.last?.label != label || rows.last?.cells[column] != "" {
                rows.append((label, Array(repeating: "", count: columns)))
            }
            rows[rows.count - 1].cells[column] = text
        }
        let head = test.elements.first?.hours == 1 ? "时段起始" : "24小时起始"
        return [[head] + (0..<columns).map { "+\($0)".leftPadded(to: width) }]
            + rows.map { row in [row.label] + row.cells.map { $0.leftPadded(to: width) } }
    }
}
