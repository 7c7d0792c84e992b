import Foundation
import Notices
import Testing

/// Every rendering of every kind of notice, byte for byte. `LANTIAN_UPDATE_GOLDEN=1 swift test --filter GoldenTests` rewrites the
/// files; the change is then read in the diff.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test(arguments: SampleNotices.golden.map(\.name))
    func rendersAsRecorded(name: String) throws {
        let notice = try #require(SampleNotices.golden.first { $0.name == name }).notice
        let folder = Self.folder.appending(path: name)
        for file in NoticeRenderer.files(notice) {
            let url = folder.appending(path: file.name)
            if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url)
            }
            // Bytes: a spreadsheet needs the byte order mark that a text would swallow.
            let expected = try Data(contentsOf: url)
            #expect(
                Data(file.bytes) == expected, "\(name)/\(file.name):\n\(String(decoding: file.bytes, as: UTF8.self))")
        }
        let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
        #expect(Set(found) == Set(NoticeRenderer.files(notice).map(\.name)))
    }

    @Test func holdsNoFolderWithoutACase() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(SampleNotices.golden.map(\.name)))
    }
}
