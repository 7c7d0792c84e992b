import AirQuality
import Foundation
import TestSupport

/// The real data beside the checkout; tests that need it are skipped where it is absent.
enum RealData {
    static let folder = URL(fileURLWithPath: RecordedData.folder)

    static let isHere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("hj633/iaqi-vectors.csv").path)

    /// The rows of a plain CSV file by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8).split(
            whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, cells))
        }
    }
}
