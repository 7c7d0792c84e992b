import FileAccess
import Samples
import Testing

struct ListShippedTests {
    /// The tables in rules/xuchang are those that `lantian list sample rules/xuchang --force` writes, so that neither drifts.
    @Test(arguments: SampleList.tableNames)
    func theShippedTableIsWhatTheGeneratorMakes(name: String) throws {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let shipped = try LocalFileSystem().read("/\(folder)/rules/xuchang/\(name)", limit: 1 << 22)
        let table = SampleList.xuchang.tables().first { $0.name == name }
        #expect(table?.bytes == shipped, "lantian list sample rules/xuchang --force writes \(name) anew")
    }
}
