import PlanModel
import TestSupport
import Testing

@testable import Lists

/// Input that nobody meant well: it is refused or read, with few findings, and nothing breaks.
@Suite struct HostileInputTests {
    private func findings(_ bytes: [UInt8], _ name: String = "enterprises.csv") -> [ListFinding] {
        ListReader.read(files: [TableFile(name: name, bytes: bytes)], plan: plan()).findings
    }

    @Test func randomBytes() {
        var random = SplitMix64(seed: 5)
        for length in [0, 1, 2, 7, 8, 9, 63, 64, 65, 300, 5000] {
            for _ in 0..<20 {
                let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                #expect(!findings(bytes).isEmpty)
                #expect(findings(Array(head.utf8) + bytes).count < 500)
            }
        }
    }

    @Test func piecesOfTables() {
        var random = SplitMix64(seed: 6)
        let pieces = [",", "\"", "\n", "\r\n", "\"\"", "中", code(1), "1.5", "A", " ", "\r", "\u{3000}", "=1+1"]
        for _ in 0..<400 {
            let text = (0..<random.next(60)).map { _ in pieces[random.next(pieces.count)] }.joined()
            let result = enterprises(head + text)
            #expect(result.findings.allSatisfy { ($0.line ?? 1) <= text.utf8.count { $0 == 0x0A } + 2 })
        }
    }

    /// Every beginning of a file is read without harm.
    @Test func truncatedFiles() {
        let text = head + "\(code(1)),\"许昌\"\"宏达\"\"\n厂\",c,i,B-,2024,1.25\r\n\(code(2)),n,c,i,A,2024,3\n"
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count { #expect(findings(Array(bytes.prefix(length))).count < 20) }
    }

    @Test func aMillionCommasAndQuotesAndLines() {
        let commas = [UInt8](repeating: 0x2C, count: 1_000_000)
        #expect(findings(commas).contains { $0.id == "head-large" })
        // Blank rows are no rows.
        #expect(errors(Array(head.utf8) + commas + [0x0A]) == ["table-empty"])
        #expect(findings(Array(head.utf8) + commas + [0x61, 0x0A]).contains { $0.id == "row-long" })
        #expect(findings(Array(head.utf8) + [UInt8](repeating: 0x22, count: 1_000_001)).contains { $0.id == "quote-open" })
        #expect(errors(Array(head.utf8) + [UInt8](repeating: 0x0A, count: 1_000_000)) == ["table-empty"])
    }

    private func errors(_ bytes: [UInt8]) -> [String] { findings(bytes).filter { $0.severity == .error }.map(\.id) }

    /// Short rows below a wide head would take a thousand times the room of the file.
    @Test func shortRowsStopTheTable() {
        let wide = "credit_code,name,county,industry" + (0..<250).map { ",k\($0)" }.joined() + "\n"
        let bytes = Array(wide.utf8) + Array(repeating: Array("a\n".utf8), count: 1_000_000).joined()
        let output = TableReader(kind: .enterprises, levels: []).read(TableFile(name: "e.csv", bytes: bytes))
        #expect(output.table.count <= 2 * RowBlock.rows)
        #expect(output.bag.finish().contains { $0.id == "table-stopped" })
    }

    @Test func columnsThatNoRuleCanNameAreNotRead() {
        let wide = "credit_code,fact,value,from" + (0..<250).map { ",k\($0)" }.joined() + "\n"
        let table = TableReader(kind: .facts, levels: []).read(TableFile(name: "f.csv", bytes: Array(wide.utf8))).table
        #expect(table.columns.map(\.name) == ["credit_code", "fact", "value", "from"])
    }

    @Test func factsAreBoundedWhileTheyAreRead() {
        let row = Array("a,so2,1,2024-11-01\n".utf8)
        let bytes = Array("credit_code,fact,value,from\n".utf8) + Array(repeating: row, count: 1_500_000).joined()
        let output = TableReader(kind: .facts, levels: []).read(TableFile(name: "f.csv", bytes: bytes))
        #expect(output.table.count <= 2 * (FactsReader.maximumFacts + RowBlock.rows))
        let (facts, findings) = FactsReader.read(bytes, name: "f.csv")
        #expect(facts.isEmpty)
        #expect(findings.map(\.id) == ["table-rows"])
    }

    @Test func aWrongColumnMakesFewFindings() throws {
        let rows = (0..<400).map { "\(code($0)),n,c,i,E,2024,x\n" }.joined()
        let result = enterprises(head + rows)
        #expect(result.findings.count { $0.id == "cell-word" } == FindingBag.each + 1)
        let more = try #require(result.findings.last { $0.id == "cell-word" })
        #expect(more.message == "and 380 more findings of this kind (cell-word)")
    }

    @Test func longValuesAreCutInFindings() throws {
        let result = enterprises(head + "\(code(1)),n,c,i,\(String(repeating: "长", count: 3000)),2024,1\n")
        let finding = try #require(result.findings.first { $0.id == "cell-word" })
        #expect(finding.value.map { $0.count <= 60 } == true)
    }
}
