import AirQuality
import PlanLanguage
import PlanModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The package root, found from this file.
let packageRoot: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
}()

/// The zones that tests name, as fixed offsets.
func testZone(_ name: String) -> Zone? {
    switch name {
    case "Asia/Shanghai": Zone(name: name, offsetSeconds: 8 * 3600)
    case "Asia/Kolkata": Zone(name: name, offsetSeconds: 19_800)
    default: nil
    }
}

func check(_ texts: String...) -> CheckResult {
    let files = texts.enumerated().map { SourceFile(name: "file\($0.offset).plan", text: $0.element) }
    return PlanChecker.check(files: files, zone: testZone)
}

/// All plan files of a folder below the package root.
func planFiles(_ folder: String) throws -> [SourceFile] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/\(folder)").sorted()
    return try names.filter { $0.hasSuffix(".plan") }.map { try readSource("\(folder)/\($0)") }
}

func readSource(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: Array(try Data(contentsOf: URL(filePath: "\(packageRoot)/\(path)"))))
}

/// A plan around one level's clauses.
func planText(_ clauses: String, settings: String = "", lets: String = "") -> String {
    """
    plan "test" {
        basis "document"
        zone "Asia/Shanghai"
        levels red
        \(settings)
    }
    area city "City" { stations S1, S2, S3, 1001A }
    \(lets)
    level red "Red" {
        \(clauses)
        cites "document"
    }
    """
}
