import AirQuality
import PlanModel
import Testing

@testable import Lists

/// The list as it is on a day.
@Suite struct AsOfTests {
    private func list(_ facts: String) throws -> EmissionList {
        let files = [
            "enterprises.csv": head + "\(code(1)),一厂,c,i,B,2024,10\n\(code(2)),二厂,c,i,C,2024,7\n",
            "lines.csv": "credit_code,line_id,so2,red\n\(code(1)),L1,10,\n",
            "facilities.csv": "credit_code,facility_id,upgrade_deadline,completed\n\(code(2)),F1,2024-10-31,2024-12-01\n",
            "sites.csv": "site_id,name,county,contractor\nS1,广场,c,甲\n",
            "facts.csv": "credit_code,fact,value,from,until,document\n" + facts,
        ]
        let result = read(files)
        return try #require(result.list, "\(result.findings)")
    }

    private func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

    @Test func theLatestValidFactCounts() throws {
        let list = try list(
            """
            \(code(1)),grade,C,2024-11-01,,a
            \(code(1)),grade,D,2024-11-10,2024-11-20,b
            \(code(1)),绩效等级,A,2024-11-01,,c
            """)
        let grades = try ["2024-10-31", "2024-11-01", "2024-11-10", "2024-11-20", "2024-11-21"].map {
            list.asOf(try day($0)).enterprises.text(0, "grade")
        }
        #expect(grades == ["B", "A", "D", "D", "A"])
        let later = FactBook(facts: [
            Fact(subject: code(1), fact: "grade", value: "leading", from: try day("2024-11-10"), until: nil, document: "d")
        ])
        #expect(list.asOf(try day("2024-11-12"), moreFacts: later).enterprises.text(0, "grade") == "leading")
        #expect(list.enterprises.text(0, "grade") == "B")
    }

    @Test func everyKindOfCellCanBeAFact() throws {
        let list = try list(
            """
            \(code(1)),running,否,2024-11-01,,
            \(code(1)),so2,9.5,2024-11-01,,
            \(code(1)),name,新厂,2024-11-01,,
            \(code(1)),county,d,2024-11-01,,
            \(code(1)),pledge_red,停炉,2024-11-01,,
            \(code(1))/L1,红色,停,2024-11-01,,
            \(code(2))/F1,completed,2024-11-03,2024-11-03,,
            S1,stage,土石方,2024-11-01,,
            """)
        let now = list.asOf(try day("2024-11-05"))
        #expect(
            ["running", "so2", "name", "county", "pledge_red", "filed_plan"].map { now.enterprises.text(0, $0) } == [
                "no", "9.5", "新厂", "d", "停炉", "yes",
            ])
        #expect(["running", "name", "pledge_red", "filed_plan"].map { now.enterprises.text(1, $0) } == ["", "二厂", "", "no"])
        #expect(now.lines.text(0, "red") == "yes")
        #expect(now.sites.text(0, "stage") == "土石方")
        #expect(now.facilities.text(0, "completed") == "2024-11-03")
    }

    @Test(arguments: [("2024-10-31", "no"), ("2024-11-01", "yes"), ("2024-11-30", "yes"), ("2024-12-01", "no")])
    func anOverdueUpgrade(date: String, overdue: String) throws {
        let now = try list("").asOf(try day(date))
        #expect(now.enterprises.text(1, "upgrade_overdue") == overdue)
        #expect(now.enterprises.text(0, "upgrade_overdue") == "no")
    }

    /// Facts of the inbox were checked against another list perhaps: what cannot stand changes nothing.
    @Test func unusableFactsChangeNothing() throws {
        let list = try list("")
        let from = try day("2024-11-01")
        let facts = [
            ("nobody", "grade", "C"), (code(1), "nothing", "C"), (code(1), "grade", "E"), (code(1), "so2", "-4"),
            (code(1), "so2", "x"),
            (code(1), "filed_plan", "yes"), (code(1), "credit_code", code(3)), (code(1) + "/L1", "purple", "停"),
            (code(1) + "/L9", "red", "停"),
        ].map { Fact(subject: $0.0, fact: $0.1, value: $0.2, from: from, until: nil, document: "") }
        let plain = list.asOf(from)
        let now = list.asOf(from, moreFacts: FactBook(facts: facts))
        #expect(now.enterprises.columns.map(\.name) == plain.enterprises.columns.map(\.name))
        for column in now.enterprises.columns.indices {
            for row in 0..<2 { #expect(now.enterprises.text(row, column) == plain.enterprises.text(row, column)) }
        }
        #expect(now.lines.columns.map(\.name) == ["credit_code", "line_id", "so2", "red"])
    }

    @Test func factsFilesAreKnownByTheirHead() {
        let facts = "\u{FEFF}统一社会信用代码,事项,取值,起始日期,截止日期,文号\n"
        #expect(FactsReader.isFacts(Array(facts.utf8)))
        #expect(FactsReader.isFacts(Array("value,fact,credit_code,from\r\n".utf8)))
        for other in ["", "time,station,pm25\n", head, "credit_code,name,from,until\n", "fact\n", "\u{0}\u{1}"] {
            #expect(!FactsReader.isFacts(Array(other.utf8)), "\(other)")
        }
    }

    @Test func differences() throws {
        let old = try list("")
        var new = old.asOf(try day("2024-11-05"))
        #expect(ListDifference(from: old, to: old).isEmpty)
        #expect(ListDifference(from: old, to: new).isEmpty)
        let fact = Fact(subject: code(1), fact: "grade", value: "D", from: try day("2024-11-01"), until: nil, document: "")
        new = old.asOf(try day("2024-11-05"), moreFacts: FactBook(facts: [fact]))
        let change = ListDifference(from: old, to: new).tables[0].changed
        #expect(change.map(\.key) == [code(1)])
        #expect(change.flatMap(\.cells).map { [$0.column, $0.old, $0.new] } == [["grade", "B", "D"]])
        let other = try #require(enterprises(head + "\(code(2)),二厂,c,i,C,2024,7\n\(code(3)),三厂,c,i,C,2024,7\n").list)
        let moved = ListDifference(from: old, to: other).tables
        #expect(moved[0].added == [1] && moved[0].removed == [0] && moved[0].changed.isEmpty)
        #expect(moved[1].removed == [0] && moved[3].removed == [0])
    }
}
