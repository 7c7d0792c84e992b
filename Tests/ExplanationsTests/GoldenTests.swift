import Explanations
import Foundation
import Presentation
import Testing

/// Explanations of several situations in both languages, byte for byte. `LANTIAN_UPDATE_GOLDEN=1 swift test --filter
/// ExplanationsTests.GoldenTests` rewrites the files; the change is then read in the diff.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test(arguments: Situations.all.map(\.name), Language.allCases)
    func readsAsRecorded(name: String, language: Language) throws {
        let (scene, trace) = try #require(Situations.all.first { $0.name == name }).made()
        try expect(
            ExplanationText(plan: scene.plan, language: language, width: 96).text(trace), is: "\(name).\(language.rawValue).txt")
    }

    @Test func writesJSONAsRecorded() throws {
        let (scene, trace) = try Situations.thirdDayShort()
        try expect(ExplanationJSON(plan: scene.plan).line(trace, levels: ["red"]) + "\n", is: "third-day-short.json")
    }

    @Test func holdsNoFileWithoutACase() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.count == Situations.all.count * Language.allCases.count + 1)
    }

    private func expect(_ text: String, is path: String) throws {
        let url = Self.folder.appending(path: path)
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil { try Data(text.utf8).write(to: url) }
        #expect(text == (try String(contentsOf: url, encoding: .utf8)), "\(path)")
    }
}
