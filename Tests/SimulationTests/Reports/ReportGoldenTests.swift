import AirQuality
import Assessments
import Foundation
import Ledger
import PlanModel
import Presentation
import Reports
import Testing
import Warnings

/// Reports of one scripted record in every form, byte for byte. `LANTIAN_UPDATE_GOLDEN=1 swift test --filter ReportGoldenTests`
/// rewrites the files; the change is then read in the diff.
@Suite struct ReportGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private static let plain = Style(isOn: false)

    private let script: EpisodeScript

    init() throws { script = try EpisodeScript() }

    private func reader() throws -> RecordReader {
        RecordReader(try Ledger(path: script.path, readOnly: true))
    }

    private func area(_ reader: RecordReader) throws -> Area { try #require(try reader.plan().plan.areas.first) }

    @Test func assessment() throws {
        let reader = try reader()
        let episodes = EpisodeReader(reader)
        let found = try episodes.episodes()
        #expect(found.count == 2)
        let record = try episodes.record(of: try #require(found.first))
        let assessment = try #require(Assessment(record))
        #expect(record.isOver)
        #expect(!assessment.html.contains("<b>"))
        #expect(!assessment.html.contains("<script"))
        try expect(assessment.html, is: "assessment.html", reader)
        try expect(assessment.json, is: "assessment.json", reader)
        try expect(assessment.text(Self.plain), is: "assessment.txt", reader)
    }

    @Test func status() throws {
        let reader = try reader()
        let report = StatusReport(
            try MomentReader(reader).record(of: try area(reader), at: EpisodeScript.instant(45)))
        #expect(report.reminders.contains { $0.kind == .directiveEnd })
        try expect(report.text(Self.plain), is: "status.txt", reader)
        try expect(report.json, is: "status.json", reader)
    }

    @Test func consultation() throws {
        let reader = try reader()
        let sheet = try ConsultationReader(reader).sheet(of: try area(reader), at: EpisodeScript.instant(130))
        #expect(sheet.similar.count == 1)
        #expect(sheet.similar.first?.episode.orders != nil)
        try expect(sheet.text(Self.plain), is: "consultation.txt", reader)
        try expect(sheet.json, is: "consultation.json", reader)
    }

    @Test func indicators() throws {
        let reader = try reader()
        let records = IndicatorsReader(reader)
        let (plan, limit) = try records.plan()
        let places = plan.areas + [Area(id: "east", name: "东区", code: nil, stations: ["S2"], atLeast: nil)]
        let slots = Indicators.slots(of: 2026, plan.zone)
        let store = try records.observations(of: places, slots)
        let indicators = Indicators(
            places.map { Indicators.Place(name: $0.name, series: store.areaSeries($0, slots)) }, plan: plan, year: 2026,
            edition: .edition2012,
            targets: [
                IndicatorTarget(quantity: .pm25, relation: .less, threshold: 41_000, year: 2026),
                IndicatorTarget(quantity: .goodDays, relation: .greaterOrEqual, threshold: 73_500, year: 2026),
                IndicatorTarget(quantity: .heavyDays, relation: .less, threshold: 1600, year: 2026),
                IndicatorTarget(quantity: .heavyDays, relation: .less, threshold: 1600, year: 2025),
            ], endedBy: limit)
        try expect(indicators.text(Self.plain), is: "indicators.txt", reader)
        try expect(indicators.json, is: "indicators.json", reader)
    }

    /// Hashes stand for themselves elsewhere; here they would change with every rule of the test's plan.
    private func expect(_ text: String, is name: String, _ reader: RecordReader) throws {
        let text = text.replacing(#/[0-9]+:[0-9a-f]{64}/#, with: "SEQ:HASH").replacing(#/[0-9a-f]{64}/#, with: "HASH")
            .replacing(try reader.plan().hash.prefix(12), with: "PLAN").replacing(#/-[0-9a-f]{16}/#, with: "-ID")
        let url = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil { try Data(text.utf8).write(to: url) }
        #expect(text == (try String(contentsOf: url, encoding: .utf8)), "\(name)")
    }
}
