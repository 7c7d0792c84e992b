import AirQuality
import Foundation
import Ledger
import Testing

private let haveShellTools = ["/usr/bin/sqlite3", "/usr/bin/sha256sum"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// The shell commands of `docs/ledger.md`, run as they stand there.
@Suite(.enabled(if: haveShellTools)) struct RecipeTests {
    private func script(_ number: Int) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/ledger.md"), encoding: .utf8)
        let blocks = text.components(separatedBy: "```sh\n").dropFirst()
        let block = try #require(blocks.dropFirst(number).first)
        return try #require(block.components(separatedBy: "```").first)
    }

    private func run(_ script: String, in folder: TemporaryFolder) throws -> [String] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder.url
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func oneRecordCanBeCheckedByHand() throws {
        let story = try ClosedStory()
        let lines = try run(try script(0), in: story.folder)
        #expect(lines.count == 2)
        #expect(lines.first?.prefix(64) == lines.last?.prefix(64))
    }

    @Test func theWholeChainCanBeFollowedByHand() throws {
        let story = try ClosedStory()
        #expect(try run(try script(1), in: story.folder) == [try #require(story.heads.last).description])
        try Outsider.edit(story.path, "UPDATE records SET known_at = 0 WHERE seq = 6")
        #expect(try run(try script(1), in: story.folder).first == "record 6 breaks the chain")
    }
}
