import AirQuality
import Feeds
import FileAccess
import Foundation
import PlanLanguage
import PlanModel
import TestSupport
import Testing

/// The real data beside the repository, and the plans that are replayed on it.
enum RealRecord {
    static let root = URL(filePath: RecordedData.package)
    static let data = URL(filePath: RecordedData.folder)

    static var isHere: Bool { FileManager.default.fileExists(atPath: data.appending(path: "expected").path()) }

    static let stations = [
        "Aotizhongxin", "Changping", "Dingling", "Dongsi", "Guanyuan", "Gucheng", "Huairou", "Nongzhanguan", "Shunyi",
        "Tiantan", "Wanliu", "Wanshouxigong",
    ]

    /// The twelve stations' files, read once for all tests.
    static let observations: [FeedResult] = {
        let paths = stations.map { data.appending(path: "beijing-prsa/PRSA_Data_\($0)_20130301-20170228.csv.xz").path() }
        var results: [FeedResult] = []
        FeedFiles.readAll(paths) { _, result in if case .success(let result) = result { results.append(result) } }
        return results
    }()

    /// The twelve stations' data as one series each.
    static func seriesByStation() -> [StationSeries] {
        observations.map { result in
            var series = StationSeries()
            for row in result.observations.rows { _ = series.merge(row.values, at: Int(row.slot)) }
            return series
        }
    }

    static func read(_ path: String) throws -> FeedResult { try FeedFiles.read(data.appending(path: path).path()).get() }

    static func plan(_ name: String) throws -> Plan {
        let result = try PlanFolder.read(root.appending(path: "Tests/Plans/\(name)").path()).check()
        return try #require(result.plan)
    }

    static func lines(_ path: String) throws -> [Substring] {
        try String(contentsOf: data.appending(path: path), encoding: .utf8).split(separator: "\n")
    }

    /// The rows of a CSV file by column.
    static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try lines(path).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
