import Foundation
import PlanLanguage
import Testing

/// `docs/findings.md` is made of the corpus of the language and of `meanings.list` beside it, the list of stable ids.
///
/// A new id needs a line there and a case in the corpus; one that is renamed or goes is a change for whoever reads the JSON.
/// `LANTIAN_UPDATE_CORPUS=1 swift test --filter FindingsCatalogue` writes the page anew; look at the difference.
struct FindingsCatalogueTests {
    private static let root = LanguageReferenceTests.root
    private static let corpus = root.appending(path: "Tests/PlanLanguageTests/Corpus")
    private static let page = root.appending(path: "docs/findings.md")

    struct Entry {
        var id: String
        var severity: String
        var meaning: String
        /// Whether `--prove` alone says it.
        var isProved: Bool
    }

    private static func entries() throws -> [Entry] {
        try String(contentsOf: corpus.appending(path: "meanings.list"), encoding: .utf8).split(separator: "\n").map { line in
            let parts = line.split(separator: "|", maxSplits: 2).map(String.init)
            try #require(parts.count == 3, "\(line)")
            let kinds = parts[1].split(separator: ",").map(String.init)
            return Entry(id: parts[0], severity: kinds[0], meaning: parts[2], isProved: kinds.last == "proved")
        }
    }

    /// Every finding of the corpus as it is shown, by id; of several the shortest that shows a line of the plan.
    private static func shown() throws -> [String: [String]] {
        var shown: [String: [String]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: corpus.path()).sorted() where name.hasSuffix(".txt") {
            let text = try String(contentsOf: corpus.appending(path: name), encoding: .utf8)
            for block in text.components(separatedBy: "\n\n") {
                guard let open = block.firstIndex(of: "["), let close = block.firstIndex(of: "]"), open < close,
                    ["error", "warning", "note"].contains(block[..<open])
                else { continue }
                shown[String(block[block.index(after: open)..<close]), default: []].append(block)
            }
        }
        return shown
    }

    private static func example(_ blocks: [String]) -> String? {
        blocks.filter { $0.contains(" | ") && !$0.contains("\u{FFFD}") }.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            ?? blocks.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// What no small file shows.
    private static let made: [String: String] = {
        func show(_ text: String, name: String = "large.plan") -> String {
            let file = SourceFile(name: name, text: text)
            let result = PlanChecker.check(files: [file]) { _ in nil }
            return FindingRenderer(files: [file]).text(result.findings)
        }
        let large = show(String(repeating: "# a comment\n", count: 90_000))
        let many = show(String(repeating: "alert {}\n", count: 1_100))
        func block(_ text: String, _ id: String) -> String {
            text.components(separatedBy: "\n\n").first { $0.contains("[\(id)]") } ?? ""
        }
        return [
            "file-too-large": block(large, "file-too-large"), "too-many-findings": block(many, "too-many-findings"),
        ]
    }()

    /// Need tables of thousands of rows, or one that cannot be read: tests of their own hold them.
    private static let withoutExample: Set = ["table-not-checked", "table-unreadable", "too-many-rows", "too-many-tests"]

    private static func pageText() throws -> String {
        var text = """
            # Findings

            What `lantian check` can say of a plan, by id, each with an example as it is shown. An *error* refuses the plan; a *warning* is most
            likely not what was meant (`--strict` counts it); a *note* is for information. Ids do not change: scripts may rest on them.
            Each finding says what is wrong and where, in one sentence in lower case, and how to mend it; a fix stands there only
            where it is sure what was meant. What is *proved* so, or found by a proof, is said with `--prove` alone ([prove.md](prove.md)).
            This page is made by a test from the cases in `Tests/PlanLanguageTests/Corpus`.

            """
        let shown = try shown()
        for entry in try entries() {
            text += "\n## `\(entry.id)` (\(entry.severity)\(entry.isProved ? ", proved" : ""))\n\(entry.meaning)\n"
            if let example = example(shown[entry.id] ?? []) ?? made[entry.id] { text += "```\n\(example)\n```\n" }
        }
        return text
    }

    @Test func thePageIsMadeOfTheCorpus() throws {
        let made = try Self.pageText()
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_CORPUS"] == "1" {
            try made.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        // Compared by line: a difference is then short.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = made.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(first == nil && lines.count == wanted.count, "line \((first?.offset ?? 0) + 1) of docs/findings.md is another")
    }

    @Test func idsAreUniqueAndStable() throws {
        let entries = try Self.entries()
        let ids = entries.map(\.id)
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        let shown = try Self.shown()
        for id in shown.keys { #expect(ids.contains(id), "\(id) has no entry in meanings.list") }
        for entry in entries where !Self.withoutExample.contains(entry.id) {
            let blocks = shown[entry.id] ?? Self.made[entry.id].map { [$0] } ?? []
            #expect(!blocks.isEmpty, "\(entry.id) has no case in the corpus")
            #expect(blocks.contains { $0.hasPrefix("\(entry.severity)[") }, "\(entry.id) is no \(entry.severity)")
        }
    }

    /// The ids that the sources speak of, as far as they are written out, all have an entry.
    @Test func everyIdOfTheSourcesHasAnEntry() throws {
        let folder = Self.root.appending(path: "Sources/PlanLanguage/Findings")
        let ids = Set(try Self.entries().map(\.id))
        // Not reachable by any input: they guard against the program's own mistakes.
        let internalIds: Set = ["format-differs", "invalid-number", "order-finding", "plan-test-finding"]
        var found = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for match in text.matches(of: /\.init\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)",/) {
                found += 1
                let id = String(match.output.1)
                #expect(ids.contains(id) || internalIds.contains(id), "\(id) has no entry in meanings.list")
            }
        }
        #expect(found > 100)
    }

    /// What is wrong: lower case, no full stop. How to mend it: a help, a fix, or the place of the other.
    @Test func wordingIsAsTheStyleSays() throws {
        for (id, blocks) in try Self.shown() {
            for block in blocks {
                let lines = block.split(separator: "\n")
                let message = (lines.first ?? "").drop { $0 != ":" }.dropFirst(2)
                #expect(!message.hasSuffix("."), "\(id): \(message)")
                #expect(message.first?.isUppercase == false || Self.beginsWithQuantity(message), "\(id): \(message)")
                // What was expected says it all.
                let saysWhatToDo = block.contains("= help:") || block.contains("= fix:") || id == "unexpected-token"
                #expect(saysWhatToDo, "\(id) does not say what to do: \(message)")
                for line in lines where line.contains("= help: ") {
                    let help = line.drop { $0 != ":" }.dropFirst(2)
                    #expect(!help.hasSuffix("."), "\(id): \(help)")
                }
                #expect(lines.count > 1 && lines[1].contains("--> "), "\(id) has no place")
            }
        }
    }

    private static func beginsWithQuantity(_ message: Substring) -> Bool {
        ["AQI", "IAQI(", "PM2.5", "PM10", "SO2", "NO2", "CO", "O3"].contains { message.hasPrefix($0) }
    }
}
