import Lists
import Orders
import PlanModel
import Presentation
import Testing

/// `orders.csv` against the orders that it holds, cell by cell.
@Suite struct CSVTests {
    private func text(_ report: OrderReport) -> String {
        var bytes: [UInt8] = []
        report.writeCSV { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Rows of cells, as RFC 4180 has them.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                cell.unicodeScalars.append("\"")
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted && scalars.first == "\n":
                scalars.removeFirst()
                rows.append(row + [cell])
                row = []
                cell = ""
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    private func kilograms(_ milligrams: Int64) -> String {
        var text = "\(milligrams / 1_000_000)." + String(String(1_000_000 + milligrams % 1_000_000).dropFirst())
        while text.last == "0" { text.removeLast() }
        return text.last == "." ? String(text.dropLast()) : text
    }

    @Test(arguments: 700..<760) func `every cell says what the order says`(seed: Int) throws {
        var lists = RandomList(seed: UInt64(seed))
        var rules = RandomRules(seed: UInt64(seed) + 30_001)
        let list = lists.make()
        let made = rules.make()
        for level in [nil, 0, 2] {
            let set = SmallPlan.orders(made, list, level: level)
            let rows = Self.rows(text(OrderReport(plan: set.plan, orders: set, previous: nil)))
            let head = try #require(rows.first)
            #expect(head.first == "\u{FEFF}编号")
            try #require(rows.count == set.count + 1)
            for index in set.orders.indices {
                let detail = set.detail(of: index)
                let row = rows[index + 1]
                try #require(row.count == head.count)
                func cell(_ name: String) -> String { head.firstIndex { $0.hasSuffix(name) }.map { row[$0] } ?? "?" }
                func lines(_ fate: LineOrder.Fate) -> String {
                    detail.lines.filter { $0.fate == fate }.map { $0.name.isEmpty ? $0.id : $0.name }.joined(separator: "、")
                }
                let grades = [
                    "A": "A级", "B": "B级", "B-": "B-级", "C": "C级", "D": "D级", "leading": "引领性", "ordinary": "非引领性",
                    "pending": "申报中",
                ]
                #expect(cell("编号") == detail.code)
                #expect(cell("名称") == detail.name)
                #expect(cell("类别") == (detail.order.isSite ? "工地" : "企业"))
                #expect(cell("县区") == detail.county)
                #expect(cell("行业") == detail.industry)
                #expect(cell("绩效等级") == grades[detail.grade, default: ""])
                #expect(cell("措施") == detail.actionText.chinese)
                #expect(cell("停产生产线") == lines(.stops))
                #expect(cell("压至最低负荷生产线") == lines(.banks))
                #expect(cell("保持停产生产线") == lines(.standsStill))
                #expect(cell("其他要求") == detail.duties.joined(separator: "；"))
                #expect(cell("自主减排承诺") == detail.pledge ?? "")
                for pollutant in EmittedPollutant.allCases {
                    #expect(cell("\(pollutant.name)减排量(kg/d)") == kilograms(detail.order.reduction[pollutant]))
                }
                #expect(cell("提示") == detail.flags.map(\.chinese).joined(separator: "；"))
                #expect(cell("决定依据").hasPrefix(detail.deciding.map { detail.sources[$0].name } ?? ""))
                let others = detail.sources.indices.filter { $0 != detail.deciding }
                #expect(cell("其他依据").isEmpty == others.isEmpty)
                for source in others { #expect(cell("其他依据").contains(detail.sources[source].name)) }
                #expect(cell("豁免") == detail.exemptions.map(\.text.chinese).joined(separator: "；"))
                #expect(cell("报告单位") == detail.reportTo)
                #expect(cell("开始时间") == "2024-12-10 08:00")
            }
        }
    }

    @Test func `cells are quoted where they must be, and never taken for formulas`() {
        var list = SmallList()
        let names = ["a,b", "say \"hi\"", "two\r\nlines", "=1+1", "+86", "-5", "@sum", "＝1", " blank", "=a,b", "正常"]
        for (index, name) in names.enumerated() {
            list.enterprises.append(["credit_code": "E\(index)", "name": name, "county": "=x", "industry": "铸造"])
        }
        let set = SmallPlan.orders(OrderRules(), list, level: 0)
        let csv = text(OrderReport(plan: set.plan, orders: set, previous: nil))
        for wanted in [
            "\"a,b\"", "\"say \"\"hi\"\"\"", "\"two\r\nlines\"", ",'=1+1,", ",'+86,", ",'-5,", ",'@sum,", ",'＝1,", ",\" blank\",",
            ",\"'=a,b\",", ",正常,", ",'=x,",
        ] { #expect(csv.contains(wanted), "\(wanted)") }
        #expect(
            Self.rows(csv).dropFirst().map { $0[1] } == [
                "a,b", "say \"hi\"", "two\r\nlines", "'=1+1", "'+86", "'-5", "'@sum", "'＝1", " blank", "'=a,b", "正常",
            ])
    }

    @Test func `a code of digits alone stays a text`() {
        var list = SmallList()
        for code in ["914110000000001155", "91411000000000019U", "123456789012345"] {
            list.enterprises.append(["credit_code": code, "name": "厂", "county": "东区", "industry": "铸造"])
        }
        let set = SmallPlan.orders(OrderRules(), list, level: 0)
        let rows = Self.rows(text(OrderReport(plan: set.plan, orders: set, previous: nil)))
        #expect(rows.dropFirst().map { $0[0] } == ["914110000000001155\t", "91411000000000019U", "123456789012345"])
    }

    @Test func `files are safe and apart`() {
        var list = SmallList()
        for (index, county) in ["A/B", "A:B", "a:b", "..", ""].enumerated() {
            list.enterprises.append(["credit_code": "E\(index)", "name": "厂", "county": county, "industry": "铸造", "grade": "D"])
        }
        let rules = OrderRules(measures: [SmallPlan.byGrade([(nil, ["D"], [.stop, .stop, .stop])], lead: "市局")])
        let set = SmallPlan.orders(rules, list, level: 0)
        let files = OrderReport(plan: set.plan, orders: set, previous: nil).files(changedOnly: false)
        #expect(
            files.map(\.name) == [
                "orders.csv", "orders.json", "orders/A_B.csv", "orders/A_B-2.csv", "orders/a_b-3.csv", "orders/_.csv",
                "orders/未填县区.csv", "orders/市局.csv",
            ])
        #expect(files.last.map { Self.rows(String(decoding: $0.bytes, as: UTF8.self)).count } == 6)
        #expect(Self.rows(String(decoding: files[2].bytes, as: UTF8.self)).count == 2)
    }
}
