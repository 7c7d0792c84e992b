import AirQuality
import Assessments
import Foundation
import PlanModel
import Presentation
import Reports
import Testing

@testable import Daemon
@testable import Ledger

/// Nothing that is reported can influence a decision (七(一), 环大气〔2024〕6号: no response may serve an annual target).
@Suite struct IndependenceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// Only these may know of reports: reports themselves, and the two shells that write them out.
    private static let readers: Set = ["Assessments", "Reports", "lantian", "Daemon"]

    @Test func nothingThatDecidesDependsOnReports() throws {
        let package = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let sources = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        var checked: Set<String> = []
        for part in package.components(separatedBy: "arget(").dropFirst() {
            guard let name = part.firstMatch(of: #/name: "(\w+)"/#)?.1, sources.contains(String(name)) else { continue }
            checked.insert(String(name))
            guard !Self.readers.contains(String(name)) else { continue }
            #expect(!part.dropFirst(name.count).contains("\"Assessments\""), "\(name)")
            #expect(!part.contains("\"Reports\""), "\(name)")
        }
        #expect(checked.isSuperset(of: ["Desk", "Warnings", "Orders", "Ledger", "Notices", "PlanModel", "Lists", "Feeds"]))
    }

    @Test func noSourceThatDecidesImportsThem() throws {
        for module in [
            "AirQuality", "Desk", "Feeds", "Ledger", "Lists", "Notices", "Orders", "PlanLanguage", "PlanModel", "Warnings",
        ] {
            let folder = Self.root.appending(path: "Sources/\(module)")
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                #expect(!text.contains("import Assessments") && !text.contains("import Reports"), "\(module)/\(name)")
            }
        }
    }

    @Test func theRecordIsTheSameWhateverIsReportedMeanwhile() throws {
        let silent = try EpisodeScript()
        var written = 0
        let reported = try EpisodeScript { script, hour in
            guard hour % 40 == 0 else { return }
            let reader = RecordReader(try Ledger(path: script.path, readOnly: true))
            guard let area = try reader.plan().plan.areas.first else { return }
            written += StatusReport(try MomentReader(reader).record(of: area, at: EpisodeScript.instant(hour))).json.count
            written += try ConsultationReader(reader).sheet(of: area, at: EpisodeScript.instant(hour)).json.count
            for found in try EpisodeReader(reader).episodes() {
                written += Assessment(try EpisodeReader(reader).record(of: found))?.json.count ?? 0
            }
        }
        #expect(written > 0)
        #expect(silent.service.ledger.head == reported.service.ledger.head)
    }

    @Test func anHourIsReportedAsItWasKnownThen() throws {
        var then: [Int: (status: String, sheet: String)] = [:]
        let script = try EpisodeScript { script, hour in
            if [30, 45, 130].contains(hour) { then[hour] = try Self.documents(script, hour) }
        }
        for (hour, documents) in then {
            let now = try Self.documents(script, hour)
            #expect(now.status == documents.status, "hour \(hour)")
            #expect(now.sheet == documents.sheet, "hour \(hour)")
        }
        #expect(then.count == 3)
    }

    private static func documents(_ script: EpisodeScript, _ hour: Int) throws -> (status: String, sheet: String) {
        let reader = RecordReader(try Ledger(path: script.path, readOnly: true))
        let area = try #require(try reader.plan().plan.areas.first)
        let at = EpisodeScript.instant(hour)
        return (
            StatusReport(try MomentReader(reader).record(of: area, at: at)).json,
            try ConsultationReader(reader).sheet(of: area, at: at).json
        )
    }
}
