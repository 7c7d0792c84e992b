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
        // What orders look like is held to files of its own (OrdersTests).
        for file in NoticeRenderer.files(notice) where !file.name.hasPrefix("orders") {
            let url = folder.appending(path: file.name)
            if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url)
            }
            let expected = try String(contentsOf: url, encoding: .utf8)
            #expect(String(decoding: file.bytes, as: UTF8.self) == expected, "\(name)/\(file.name)")
        }
    }

    @Test func holdsNoFolderWithoutACase() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(SampleNotices.golden.map(\.name)))
    }
}
