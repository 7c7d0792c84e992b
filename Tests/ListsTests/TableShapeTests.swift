import PlanModel
import TestSupport
import Testing

@testable import Lists

/// Heads, quotes, line breaks and rows of the wrong width.
@Suite struct TableShapeTests {
    @Test func quotesAndLineBreaks() throws {
        let text = """
            credit_code,name,county,industry,grade,so2
            \(code(1)),"许昌""宏达"",分公司",c,i,A,1

            \(code(2)),"二
            厂",c,i,A,2
            ,,,,,
            \(code(3)),"",c,i,A,3
            """
        let result = enterprises(text)
        #expect(result.ids == ["cell-blank"])
        let blank = try #require(result.findings.first { $0.id == "cell-blank" })
        #expect((blank.line, blank.row) == (7, 6))
        let list = try #require(enterprises(text.replacing("\"\",c", with: "三厂,c")).list)
        #expect((0..<3).map { list.enterprises.text($0, "name") } == ["许昌\"宏达\",分公司", "二\n厂", "三厂"])
        #expect(list.enterprises.fileLines == [2, 4, 7])
    }

    @Test func breaksAndQuotesInTheHead() throws {
        let text =
            "credit_code,\"企业\n名称\",county,industry,\"a\"\"b,c\",grade\n"
            + "\(code(1)),\"一\n厂\",c,i,x,A\n\(code(2)),n,c,i,y,E\n"
        let result = enterprises(text)
        let bad = try #require(result.findings.first { $0.id == "cell-word" })
        #expect((bad.line, bad.row) == (5, 3))
        let list = try #require(enterprises(text.replacing(",E", with: ",B")).list)
        #expect(list.enterprises.text(1, "a\"b,c") == "y")
    }

    @Test func nothingInAFindingSteersATerminal() {
        let escape = "\u{1B}[2J\u{202E}"
        let result = read(
            [
                "enterprises.csv": "credit_code,name,county,industry,so2,garde\(escape)\n"
                    + "\(code(1)),\(escape),\(escape),\(escape),x,\n",
                "lines.csv": "credit_code,line_id,\(escape),\(escape)\n",
            ], plan(counties: ["c"], industries: ["i"]))
        #expect(result.ids.contains("county-unknown") && result.ids.contains("head-duplicate"))
        for text in result.findings.flatMap({ [$0.file, $0.message, $0.column, $0.value, $0.help].compactMap(\.self) }) {
            #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E }, "\(text.debugDescription)")
        }
    }

    @Test func crlfBlankColumnsAndBlanksAreTolerated() throws {
        let text = " credit_code , name,县区,INDUSTRY,绩效 等级,SO2日排放量（kg/d）,,\r\n\(code(1)), 一厂 ,c,i,A, 1.5 ,,\r\n　,,,\r\n"
        let list = try #require(enterprises(text).list)
        #expect(list.enterprises.count == 1)
        #expect(list.enterprises.text(0, "name") == "一厂")
        #expect(list.enterprises.text(0, "so2") == "1.5")
        #expect(list.enterprises.text(0, "grade") == "A")
    }

    @Test(arguments: [
        ("credit_code;name;county;industry\n", ["delimiter"]), ("credit_code\tname\n", ["delimiter"]),
        ("credit_code,name,name,county,industry\n", ["head-duplicate"]),
        ("credit_code,name,企业名称,county,industry\n", ["head-duplicate"]),
        ("credit_code,name,industry\n", ["column-missing"]), ("credit_code,name,county,industry,so2(t/a)\n", ["head-unit"]),
        ("credit_code,name,county,industry,garde\n", ["head-unknown"]),
        ("credit_code,name,county,industry,filed_plan\n", ["head-derived"]),
        ("", ["table-empty"]), ("\n\r\n", ["table-empty"]), ("credit_code,name,,county,industry\n", ["head-blank"]),
    ])
    func heads(text: String, ids: [String]) {
        let found = enterprises(text).ids
        #expect(Set(found).isSuperset(of: ids), "\(found)")
    }

    @Test(arguments: [
        ("\(code(1)),n,c,i,A\n", "row-short"), ("\(code(1)),n,c,i,A,2024,1,2\n", "row-long"),
        ("\(code(1)),\"n\"x,c,i,A,2024,1\n", "quote-text-after"), ("\(code(1)),\"n,c,i,A,2024,1\n", "quote-open"),
        ("\(code(1)),n\"x,c,i,A,2024,1\n", "quote-stray"),
    ])
    func rows(row: String, id: String) throws {
        let result = enterprises(head + "\(code(2)),m,c,i,A,2024,1\n" + row)
        let finding = try #require(result.findings.first { $0.id == id })
        #expect(finding.line == 3)
    }

    @Test func extraColumnsAreKept() throws {
        let list = try #require(enterprises("credit_code,name,county,industry,园区\n\(code(1)),n,c,i,东区\n").list)
        #expect(list.enterprises.text(0, "园区") == "东区")
    }

    @Test func columnsOfLevels() throws {
        let files = [
            "enterprises.csv": "credit_code,name,county,industry,自主减排承诺_红色,pledge_orange\n\(code(1)),n,c,i,停二号炉,减半\n",
            "lines.csv": "credit_code,line_id,yellow,橙色,red\n\(code(1)),L1,,停,停产\n\(code(1)),L2,运行,-,stop\n",
        ]
        let list = try #require(read(files).list)
        #expect(list.enterprises.text(0, "pledge_red") == "停二号炉")
        #expect(list.enterprises.text(0, "pledge_orange") == "减半")
        #expect(list.lines.flags("orange") == [1, 0])
        #expect(list.lines.flags("yellow") == [2, 0])
        #expect(list.filedColumns.map { list.lines.columns[$0].name } == ["yellow", "orange", "red"])
        #expect(list.linesOfEnterprise[0] == [0, 1])
    }

    /// A large table is read in two halves at once. The result is that of one reading, also where the cut falls into a quoted
    /// cell, be it full of line feeds.
    @Test(arguments: [0, 1, 30_000]) func theHalvesOfALargeTable(feeds: Int) throws {
        let count = 24_000
        let long = "长" + String(repeating: "\n", count: feeds) + "厂\"\""
        let rows = (0..<count).map { row in
            let name = feeds == 1 || (abs(row - count / 2) < 60 && feeds > 1) ? "\"\(long)\"" : "许昌第\(row)铸造厂"
            return
                "\(code(row)),\(name),\(row % 3 == 0 ? "魏都区" : "区\(row % 7)"),铸造\(row / 10_000),\(row == 23_990 ? "E" : "B-"),2024,\(row).25\n"
        }
        let text = head + rows.joined()
        #expect(text.utf8.count > 1 << 20)
        let result = enterprises(text)
        let bad = try #require(result.findings.first { $0.id == "cell-word" })
        let before = rows.prefix(23_990).joined().utf8.count { $0 == 0x0A }
        #expect(bad.line == before + 2)
        #expect(bad.row == 23_992)
        let list = try #require(enterprises(text.replacing(",E,", with: ",C,")).list)
        #expect(list.enterprises.count == count)
        #expect(Set(list.enterprises.fileLines).count == count)
        for row in stride(from: 0, to: count, by: 11) {
            #expect(list.enterprises.text(row, "credit_code") == code(row))
            #expect(list.enterprises.text(row, "county") == (row % 3 == 0 ? "魏都区" : "区\(row % 7)"))
            #expect(list.enterprises.text(row, "industry") == "铸造\(row / 10_000)")
            #expect(list.enterprises.text(row, "so2") == "\(row).25")
            let name = list.enterprises.text(row, "name")
            #expect(name == "许昌第\(row)铸造厂" || name == long.replacing("\"\"", with: "\""))
        }
    }

    /// What is written in the canonical way is read back as it was, whatever stands in the cells.
    @Test func writtenTablesAreReadBack() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<60 {
            let names = (0..<random.next(40)).map { _ in
                String((0...random.next(12)).map { _ in "ab,\"\n;\r 中é😀\t".randomElement(using: &random) ?? "a" })
                    .trimmingBlanks
            }.filter { !$0.isEmpty }
            // A table without rows is an error.
            guard !names.isEmpty else { continue }
            let text =
                "name,credit_code,county,industry\r\n"
                + names.enumerated().map { "\"\($1.replacing("\"", with: "\"\""))\",\(code($0)),c,i\r\n" }.joined()
            let result = enterprises(text)
            let list = try #require(result.list, "\(result.findings)")
            #expect(names.indices.map { list.enterprises.text($0, "name") } == names)
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
