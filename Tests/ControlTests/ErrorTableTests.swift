import Foundation
import Presentation
import Testing

@testable import Control

/// The table of errors in `docs/control.md` has those that there are, with the parameters that they have.
@Suite struct ErrorTableTests {
    @Test func theTableIsWhole() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/control.md"), encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## Errors\n").last?.components(separatedBy: "\n## ").first)
        var table: [String: Set<String>] = [:]
        for row in section.split(separator: "\n") where row.hasPrefix("| `") {
            let cells = row.split(separator: "|").map { $0.filter { $0.isLetter || $0 == "," } }
            table[cells[0]] = Set(cells[1].split(separator: ",").map(String.init))
        }
        var actual: [String: Set<String>] = [:]
        for error in ReplyTests.errors {
            if case .other = error { continue }
            guard case .object(let members)? = try JSONReader.read(Array(ControlReply.line(error).dropLast()))["parameters"]
            else {
                Issue.record("\(error) has no parameters")
                continue
            }
            actual[error.name, default: []].formUnion(members.map(\.key).filter { $0 != "message" })
        }
        #expect(table == actual)
    }
}
