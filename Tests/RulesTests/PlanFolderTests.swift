import FileAccess
import Foundation
import Lists
import Testing

/// Which files of a folder make the plan.
struct PlanFolderTests {
    /// A table is read where the plan may speak of it; what else lies in the folder is nobody's business.
    @Test func leavesUnrelatedTablesAlone() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plan-folder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("list whitelist \"低VOCs白名单\"\nlist dust from \"扬尘.csv\"\n".utf8).write(to: folder.appending(path: "city.plan"))
        for name in ["whitelist.csv", "扬尘.csv", "enterprises.csv"] {
            try Data("name\n".utf8).write(to: folder.appending(path: name))
        }
        // An export of a gigabyte, without a byte on the disk.
        let export = folder.appending(path: "export-2026.csv")
        try Data().write(to: export)
        try FileHandle(forWritingTo: export).truncate(atOffset: 1 << 30)
        let read = try PlanFolder.read(folder.path())
        #expect(Set(read.tables.map(\.name)) == ["whitelist.csv", "扬尘.csv", "enterprises.csv"])
    }
}
