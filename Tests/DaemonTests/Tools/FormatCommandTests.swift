import Foundation
import TestSupport
import Testing

/// `lantian fmt` as it is used: files, folders, standard input, exit codes.
@Suite struct FormatCommandTests {
    private static let formatted = """
        plan "P" {
            basis "B"
            zone "Asia/Shanghai"
            levels red
        }

        """
    private static let untidy = "plan \"P\" {basis \"B\"   zone \"Asia/Shanghai\"\nlevels red}\n"
    private static let broken = "plan \"P\" { basis \n"

    /// A folder of its own, gone with the value.
    private final class Folder {
        let path = NSTemporaryDirectory() + "lantian-fmt-\(UUID().uuidString.prefix(8))"

        init(_ files: [String: String]) throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (name, text) in files {
                try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        subscript(name: String) -> String { (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? "" }

        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

        func format(_ arguments: String...) throws -> (status: Int32, output: String) {
            try Command([Built.lantian, "fmt", path] + arguments).run()
        }
    }

    @Test func filesAreFormattedOnceAndNamed() throws {
        try Built.check()
        let folder = try Folder([
            "a.plan": Self.untidy, "b.plan": Self.formatted, "c.plan": Self.untidy, "notes.txt": Self.untidy,
        ])
        let run = try folder.format()
        #expect(run.status == 0)
        #expect(run.output == "\(folder.path)/a.plan\n\(folder.path)/c.plan\n")
        #expect(["a.plan", "b.plan", "c.plan"].map { folder[$0] } == [Self.formatted, Self.formatted, Self.formatted])
        #expect(folder["notes.txt"] == Self.untidy)
        let again = try folder.format()
        #expect(again.status == 0 && again.output.isEmpty)
    }

    @Test func checkChangesNothingAndSaysWhatWould() throws {
        let folder = try Folder(["a.plan": Self.untidy, "b.plan": Self.formatted])
        let run = try folder.format("--check")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("\(folder.path)/a.plan\n@@ line 1 @@\n-plan"), "\(run.output)")
        #expect(!run.output.contains("b.plan"))
        #expect(folder["a.plan"] == Self.untidy)
        try Self.formatted.write(toFile: "\(folder.path)/a.plan", atomically: false, encoding: .utf8)
        let well = try folder.format("--check")
        #expect(well.status == 0 && well.output.isEmpty)
    }

    @Test func aFileWithErrorsStaysAsItIsBesideOthers() throws {
        let folder = try Folder(["a.plan": Self.broken, "b.plan": Self.untidy])
        let run = try folder.format()
        #expect(run.status == 1)
        #expect(run.output.contains("a.plan:1:"), "\(run.output)")
        #expect(folder["a.plan"] == Self.broken)
        #expect(folder["b.plan"] == Self.formatted)
        #expect(try folder.format("--check").status == 1)
    }

    @Test func keywordsAreWrittenInTheVocabularyAskedFor() throws {
        let folder = try Folder(["a.plan": Self.untidy])
        #expect(try folder.format("--keywords", "zh").status == 0)
        let chinese = folder["a.plan"]
        #expect(chinese.contains("预案 “P”") || chinese.contains("预案"), "\(chinese)")
        #expect(!chinese.contains("basis"))
        #expect(try folder.format("--keywords", "keep", "--check").status == 0)
        #expect(try folder.format("--keywords", "en", "--check").status == 1)
        #expect(try folder.format("--keywords", "en").status == 0)
        #expect(folder["a.plan"] == Self.formatted)
        #expect(try folder.format("--keywords", "fr").status == 64)
    }

    @Test func standardInputGoesToStandardOutput() throws {
        func format(_ input: String, _ arguments: String...) throws -> (status: Int32, output: String) {
            try Command([Built.lantian, "fmt", "-"] + arguments).run(input: input)
        }
        let run = try format(Self.untidy)
        #expect(run.status == 0 && run.output == Self.formatted)
        let well = try format(Self.formatted)
        #expect(well.status == 0 && well.output == Self.formatted)
        #expect(try format(Self.untidy, "--check").status == 1)
        let checked = try format(Self.formatted, "--check")
        #expect(checked.status == 0 && checked.output.isEmpty)
        let broken = try format(Self.broken)
        #expect(broken.status == 1 && broken.output.contains("-:1:"), "\(broken.output)")
        #expect(try Command(Built.lantian, "fmt", "-", "more.plan").run(input: "").status == 64)
    }

    @Test func outputOnRequestLeavesFilesAlone() throws {
        let folder = try Folder(["a.plan": Self.untidy, "b.plan": Self.formatted])
        let run = try folder.format("--stdout")
        #expect(run.status == 0 && run.output == Self.formatted + Self.formatted)
        #expect(folder["a.plan"] == Self.untidy)
        #expect(try folder.format("--stdout", "--check").status == 64)
    }

    /// A reader that has the file open goes on with the old text; links and modes stay.
    @Test func aFileIsReplacedInOneStep() throws {
        let folder = try Folder(["a.plan": Self.untidy])
        let file = "\(folder.path)/a.plan"
        let link = folder.path + "-link.plan"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        defer { try? FileManager.default.removeItem(atPath: link) }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let reader = try #require(FileHandle(forReadingAtPath: file))
        #expect(try Command(Built.lantian, "fmt", link).run().status == 0)
        #expect(String(decoding: reader.readDataToEndOfFile(), as: UTF8.self) == Self.untidy)
        #expect(folder["a.plan"] == Self.formatted)
        #expect(folder.names == ["a.plan"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func whatIsNotThereCannotBeFormatted() throws {
        let run = try Command(Built.lantian, "fmt", "/nowhere/at-all.plan").run()
        #expect(run.status == 2 && run.output.contains("/nowhere/at-all.plan"), "\(run.output)")
        let folder = try Folder(["notes.txt": ""])
        let none = try folder.format()
        #expect(none.status == 2 && none.output.contains("no *.plan file"), "\(none.output)")
    }
}
