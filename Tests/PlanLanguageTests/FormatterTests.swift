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
    @Test(arguments: ["docs/language.md", "docs/language.zh.md"])
    func examplesKeepTheirMeaning(page: String) throws {
        var examples: [String] = []
        var example: String?
        for line in String(decoding: try readSource(page).bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("```") {
                if let example { examples.append(example) }
                example = example == nil ? "" : nil
            } else {
                example?.append(line + "\n")
            }
        }
        let read = examples.filter { FormatLaws.structure($0) != "errors" }
        #expect(read.count >= 3)
        for example in read { try FormatLaws.expect(example) }
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
