import Foundation
import Testing

/// The programs under test, where the build puts them: beside this test bundle.
enum Built {
    static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    static let lantiand = folder + "/lantiand"
    static let lantian = folder + "/lantian"
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Fails the test where a program was not built, instead of letting it fail in a hundred other ways.
    static func check() throws {
        for program in [lantiand, lantian] {
            try #require(
                FileManager.default.isExecutableFile(atPath: program), "\(program) is missing: run `swift build --build-tests`")
        }
    }
}
