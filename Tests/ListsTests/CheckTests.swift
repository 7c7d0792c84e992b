import AirQuality
import PlanModel
import Testing

@testable import Lists

/// Checks that need more than one table, or the plan's rules.
@Suite struct CheckTests {
    private static func files(lines: String, so2: String = "10") -> [String: String] {
        [
            "enterprises.csv": head + "\(code(1)),n,c,i,A,2024,\(so2)\n\(code(2)),m,c,i,A,2024,7\n",
            "lines.csv": "credit_code,line_id,so2\n" + lines,
        ]
    }

    @Test(
        arguments: [
            ("4,6", "10", []), ("4,6.02", "10", []), ("4,6.0201", "10", ["lines-exceed"]), ("4,5.9", "10", []),
            ("4,5.8999", "10", ["lines-short"]), ("0,0.01", "", []), ("0,1", "", ["lines-exceed"]), (",", "0", []),
        ] as [(String, String, [String])])
    func sumsOfLines(parts: String, whole: String, ids: [String]) {
        let values = parts.split(separator: ",", omittingEmptySubsequences: false)
        let lines = values.enumerated().map { "\(code(1)),L\($0),\($1)\n" }.joined()
        #expect(read(Self.files(lines: lines, so2: whole)).ids == ids)
    }

    @Test func linesAreGroupedInAnyOrder() throws {
        let lines = "\(code(2)),L1,3\n\(code(1)),L1,4\n\(code(2)),L2,4\n\(code(1)),L2,6\n"
        let list = try #require(read(Self.files(lines: lines)).list)
        #expect(list.lineOwners == [1, 0, 1, 0])
        #expect([Array(list.linesOfEnterprise[0]), Array(list.linesOfEnterprise[1])] == [[1, 3], [0, 2]])
    }

    @Test func manyLinesWithOneIDTwice() throws {
        let lines = (0..<60).map { "\(code(2)),L\($0 == 55 ? 3 : $0),0.1167\n" }.joined()
        let finding = try #require(read(Self.files(lines: lines)).findings.first { $0.id == "id-duplicate" })
        #expect(finding.line == 57)
        #expect(finding.message.hasSuffix("row 5"))
    }

    @Test func aTableThatThePlanDoesNotNameIsLeftAlone() {
        var files = Self.files(lines: "")
        files["other.csv"] = "garbage"
        #expect(read(files).ids.isEmpty)
        files["enterprises.csv"] = nil
        #expect(read(files).ids == ["table-missing"])
        var silent = plan()
        silent.orders.tables = nil
        #expect(read(files, silent).findings.isEmpty)
    }

    @Test func industriesOfRules() throws {
        let place = RulePlace(file: "p", line: 1)
        let table = MeasureTable(
            id: "m", name: "m", lead: nil, subject: .enterprise, scope: .always,
            columns: [ColumnReference(name: "industry", type: .name)],
            rows: [
                MeasureRow(patterns: [[.text("烧结砖瓦")]], cells: [], place: place),
                MeasureRow(patterns: [[]], cells: [], place: place),
            ],
            cites: [])
        let text = head + "\(code(1)),n,c,烧结砖,A,2024,1\n\(code(2)),n,c,供热,A,2024,1\n\(code(3)),n,c,烧结砖瓦,A,2024,1\n"
        let result = enterprises(text, plan(measures: [table]))
        #expect(result.ids == ["industry-unnamed", "industry-unknown"])
        #expect(result.findings.first { $0.id == "industry-unknown" }?.help == "did you mean 烧结砖瓦?")
        #expect(!result.hasErrors)
    }

    /// A fact about a county or an industry is held to the plan as a cell is: no rule would know another.
    @Test(arguments: [("county", "月球", 1), ("industry", "炼丹", 1), ("county", "d", 0), ("industry", "j", 0)])
    func factsAboutCountiesAndIndustries(column: String, value: String, errors: Int) {
        let result = read(
            [
                "enterprises.csv": head + "\(code(1)),n,c,i,A,2024,1\n",
                "facts.csv": "credit_code,fact,value,from\n\(code(1)),\(column),\(value),2026-01-01\n",
            ], plan(counties: ["c", "d"], industries: ["i", "j"]))
        #expect(result.ids == Array(repeating: "fact-value", count: errors))
        #expect((result.list == nil) == (errors > 0))
    }

    /// As many unknown names as rows are told in one pass: this took a minute when each looked through the whole column.
    @Test func manyUnknownNames() {
        let rows = (0..<60_000).map { "\(code($0)),n,区\($0),业\($0),A,2024,1\n" }.joined()
        let time = ContinuousClock().measure {
            let result = enterprises(head + rows, plan(counties: ["魏都区"], industries: ["铸造"]))
            #expect(result.findings.count { $0.id == "county-unknown" } == FindingBag.each + 1)
            #expect(result.findings.count { $0.id == "industry-unknown" } == FindingBag.each + 1)
        }
        #expect(time < .seconds(20), "\(time)")
    }

    @Test func missingGradesAreSaidOnce() throws {
        let rows = (0..<300).map { "\(code($0)),n,c,i,\($0 % 3 == 0 ? "A" : ""),,1\n" }.joined()
        let result = enterprises(head + rows)
        #expect(result.findings.map(\.id) == ["grade-year-missing", "grade-missing"])
        #expect(result.findings[1].message.hasPrefix("200 enterprises have no grade and count as D: rows 3, 4, 6, 7,"))
    }

    /// Tables are read on several threads where they are large; the result is the same.
    @Test func largeTables() throws {
        let count = 6000
        let rows = (0..<count).map { "\(code($0)),许昌第\($0)铸造厂,c,i,A,2024,\($0 % 100).25\n" }
        let lines = (0..<count).map { "\(code($0)),L1,\($0 % 100).25\n" }
        let list = try #require(
            read([
                "enterprises.csv": head + rows.joined(), "lines.csv": "credit_code,line_id,so2\n" + lines.joined(),
            ]).list)
        #expect(list.enterprises.count == count)
        #expect(list.lineOwners == (0..<Int32(count)).map { $0 })
        for row in stride(from: 0, to: count, by: 97) {
            #expect(list.enterprises.text(row, "name") == "许昌第\(row)铸造厂")
            #expect(list.row(ofEnterprise: code(row)) == row)
        }
    }
}
