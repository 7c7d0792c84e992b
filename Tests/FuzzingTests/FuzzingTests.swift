import Foundation
import FuzzEntries
import Testing

/// Every input that is kept goes through the entry that it belongs to: it ends, in time, and nothing stops the process.
struct FuzzingTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzzing")

    static let inputs: [(entry: String, file: String)] = ["Corpus", "Found"].flatMap { kind in
        names(in: folder.appending(path: kind)).flatMap { entry in
            names(in: folder.appending(path: "\(kind)/\(entry)")).map { (entry, "\(kind)/\(entry)/\($0)") }
        }
    }

    private static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test(arguments: FuzzEntry.all.map(\.name))
    func keptInputsAreRead(_ name: String) throws {
        let entry = try #require(FuzzEntry.named(name))
        let files = Self.inputs.filter { $0.entry == name }.map(\.file)
        #expect(!files.isEmpty, "no input is kept for \(name)")
        for file in files {
            let bytes = try Data(contentsOf: Self.folder.appending(path: file))
            // Generous for debug builds on a loaded machine: what is quadratic takes minutes.
            let time = ContinuousClock().measure { entry.run(Array(bytes)) }
            #expect(time < .seconds(20), "\(file) took \(time)")
        }
    }

    @Test func everyFolderHasItsEntry() {
        for input in Self.inputs { #expect(FuzzEntry.named(input.entry) != nil, "\(input.file) belongs to no entry") }
    }

    /// The corpus begins small; what grows of it stays outside of the repository.
    @Test func theCorpusIsSmall() throws {
        let sizes = try Self.inputs.map { input in try Data(contentsOf: Self.folder.appending(path: input.file)).count }
        #expect(sizes.reduce(0, +) < 300_000)
    }
}
