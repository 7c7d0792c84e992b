import PlanModel
import Testing

@testable import PlanLanguage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every file that can be formatted keeps its meaning and its comments.
struct FormatterTests {
    private static let roots = ["rules", "Tests/Plans", "Tests/PlanLanguageTests/Corpus"]

    /// All plan files of the repository.
    static let paths: [String] = roots.flatMap { root -> [String] in
        let found = try? FileManager.default.subpathsOfDirectory(atPath: "\(packageRoot)/\(root)")
        return (found ?? []).filter { $0.hasSuffix(".plan") }.map { "\(root)/\($0)" }
    }.sorted()

    @Test(arguments: paths)
    func filesKeepTheirMeaning(path: String) throws {
        let source = try readSource(path)
        let text = String(decoding: source.bytes, as: UTF8.self)
        if Parser.parse(source, index: 0).drafts.errors > 0 {
            #expect(Formatter.format(source).text == nil)
            #expect(Formatter.format(source).findings.contains { $0.severity == .error })
        } else {
            try FormatLaws.expect(text)
        }
    }

    @Test(arguments: paths.filter { $0.hasPrefix("rules/") })
    func rulesAreInTheLayout(path: String) throws {
        let source = try readSource(path)
        let text = String(decoding: source.bytes, as: UTF8.self)
        #expect(Formatter.format(source).text == text, "`lantian fmt rules` brings them into it")
    }

    @Test func manyFilesCanBeFormatted() throws {
        #expect(Self.paths.count >= 160)
        let formatted = try Self.paths.filter { Formatter.format(try readSource($0)).text != nil }
        #expect(formatted.count >= 110)
    }

    /// The examples of the reference, in either vocabulary.
    @Test func examplesKeepTheirMeaning() throws {
        let text = String(decoding: try readSource("docs/language.md").bytes, as: UTF8.self)
        let blocks = text.split(separator: "```\n", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
        let examples = blocks.filter { Parser.parse(SourceFile(name: "x", text: $0), index: 0).drafts.errors == 0 }
        #expect(examples.count >= 3)
        for example in examples { try FormatLaws.expect(example) }
    }

    /// Made-up files: any spelling, blanks and comments in odd places. `LANTIAN_FORMAT_SAMPLES=100000` tries more of them.
    @Test func madeUpFilesKeepTheirMeaning() throws {
        let wanted = ProcessInfo.processInfo.environment["LANTIAN_FORMAT_SAMPLES"].flatMap { Int($0) } ?? 400
        var read = 0
        var faults = 0
        for number in 0..<wanted {
            let text = FormatterSample(number: number).text
            guard FormatLaws.structure(text) != "errors" else { continue }
            read += 1
            if let fault = try FormatLaws.fault(text) {
                Issue.record("sample \(number): \(fault)\n--- source\n\(text)")
                faults += 1
                if faults == 8 { break }
            }
        }
        #expect(read * 10 > wanted * 4, "only \(read) of \(wanted) could be read")
    }
}
