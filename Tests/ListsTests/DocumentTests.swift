import Foundation
import Lists
import PlanModel
import TestSupport
import Testing

/// `docs/list.md` lists the columns that programs read, and no others.
///
/// Set `LANTIAN_GOLDEN=write` to write its tables anew after a change of the columns.
@Suite(.serialized) struct DocumentTests {
    private static let path = "\(RecordedData.package)/docs/list.md"

    @Test(arguments: TableKind.allCases) func columns(of kind: TableKind) throws {
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let expected = Self.table(kind)
        let start = try #require(text.range(of: "<!-- columns of \(kind.rawValue) -->\n"))
        let end = try #require(text.range(of: "\n\n", range: start.upperBound..<text.endIndex))
        if ProcessInfo.processInfo.environment["LANTIAN_GOLDEN"] == "write" {
            try text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: expected)
                .write(toFile: Self.path, atomically: true, encoding: .utf8)
        } else {
            #expect(text[start.upperBound..<end.lowerBound] == expected)
        }
    }

    private static func table(_ kind: TableKind) -> String {
        let rows = kind.layout.map { column in
            let name = column.isRequired ? "**\(column.name)**" : column.name
            return "| \(name) | \(column.chinese.joined(separator: ", ")) | \(type(column)) | \(column.about) |"
        }
        return (["| column | 中文 | holds | meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    private static func type(_ column: ColumnLayout) -> String {
        if column.isDerived { return "worked out" }
        switch column.type {
        case .text: return "text"
        case .name: return "name"
        case .yesNo(let blank): return "yes or no; blank: \(blank ? "yes" : "no")"
        case .number: return "number" + (column.unit.map { ", \($0)" } ?? "")
        case .date: return "date"
        case .choice(let choices):
            return choices.map { ([$0.name] + $0.others).joined(separator: " = ") }.joined(separator: "; ")
        }
    }

    /// The example is a list without a finding.
    @Test func theExampleIsRead() throws {
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        var files: [String: String] = [:]
        for block in text.components(separatedBy: "```csv ").dropFirst() {
            let lines = block.components(separatedBy: "\n")
            files[lines[0]] = lines.dropFirst().prefix { $0 != "```" }.map { $0 + "\n" }.joined()
        }
        #expect(files.count == 6)
        let result = read(
            files,
            plan(
                counties: ["建安区", "禹州市"], industries: ["铸造", "家具"],
                lists: [ListName(id: "whitelist", name: "低VOCs白名单", file: "whitelist.csv")]))
        #expect(result.findings == [])
        #expect(result.list?.lines.count == 3)
        #expect(result.list?.facts.facts.count == 2)
    }

    /// Each kind of finding in the sources is explained.
    @Test func everyFindingIsInTheDocument() throws {
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let folder = "\(RecordedData.package)/Sources/Lists"
        var ids: Set<String> = []
        let paths = try #require(FileManager.default.subpaths(atPath: folder)).filter { $0.hasSuffix(".swift") }
        for path in paths {
            let source = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
            for match in source.matches(of: /"([a-z]+(?:-[a-z0-9]+)*)", \.(?:error|warning|note)/) { ids.insert(String(match.1)) }
        }
        #expect(ids.count > 30)
        for id in ids.sorted() { #expect(text.contains("`\(id)`"), "\(id)") }
    }
}
