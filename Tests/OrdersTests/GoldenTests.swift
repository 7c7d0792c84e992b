import AirQuality
import Foundation
import Lists
import Orders
import PlanLanguage
import PlanModel
import Presentation
import Testing

/// A small list in which each rule comes up once, from its files to every file of its orders, byte for byte.
/// `LANTIAN_UPDATE_GOLDEN=1 swift test --filter OrdersTests.GoldenTests` rewrites them; the change is then read in the diff.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private func read() throws -> (Plan, EmissionList) {
        let plan = Self.folder.appending(path: "plan")
        var tables: [TableFile] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: plan.path).sorted() where name.hasSuffix(".csv") {
            tables.append(TableFile(name: name, bytes: Array(try Data(contentsOf: plan.appending(path: name)))))
        }
        let source = SourceFile(
            name: "rules.plan", bytes: Array(try Data(contentsOf: plan.appending(path: "rules.plan"))))
        let result = PlanChecker.check(
            files: [source], zone: { $0 == "Asia/Shanghai" ? .beijing : nil }, tables: PlanTables(files: tables))
        let checked = try #require(result.plan, "\(result.findings)")
        let read = ListReader.read(files: tables, plan: checked)
        return (checked, try #require(read.list, "\(read.findings)"))
    }

    private func expect(_ bytes: [UInt8], is path: String) throws {
        let url = Self.folder.appending(path: path)
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(path)")
    }

    @Test func `an episode orders as recorded`() throws {
        let (plan, list) = try read()
        let area = try #require(plan.areas.first)
        let start = plan.zone.slot(of: try #require(LocalDate("2024-12-10")), hour: 8)
        var previous: OrderSet?
        for (level, name) in [(0, "1-yellow"), (1, "2-orange"), (2, "3-red"), (nil, "4-lifted")] {
            let set = OrderSet(plan: plan, list: list, area: area, level: level, start: start)
            let report = OrderReport(plan: plan, orders: set, previous: previous)
            for file in report.files(changedOnly: false) { try expect(file.bytes, is: "\(name)/\(file.name)") }
            var text = (report.chineseLines() + report.englishLines()).map { $0 + "\n" }.joined()
            text += "\n" + report.text(Style(isOn: false), listed: 5)
            var json = JSONWriter()
            report.writeSummary(&json)
            text += "\n" + json.text + "\n"
            try expect(Array(text.utf8), is: "\(name)/report.txt")
            previous = set
        }
    }

    @Test func `reasons are given as recorded`() throws {
        let (plan, list) = try read()
        let area = try #require(plan.areas.first)
        let start = plan.zone.slot(of: try #require(LocalDate("2024-12-10")), hour: 8)
        let set = OrderSet(plan: plan, list: list, area: area, level: 1, start: start)
        let names = ["丙级铸造厂（一厂一策停一条）", "焦化厂（炉不可中断）", "供热公司", "治理未运行供热公司", "升级逾期铸造厂", "S3"]
        let text = try names.map { set.explanation(of: try #require(set.index(of: $0))) }.joined(separator: "\n")
        try expect(Array(text.utf8), is: "reasons.txt")
    }

    @Test func `a fact holds from its day on`() throws {
        let (plan, list) = try read()
        let area = try #require(plan.areas.first)
        func action(_ name: String, _ day: String) throws -> OrderAction {
            let start = plan.zone.slot(of: try #require(LocalDate(day)), hour: 8)
            let set = OrderSet(plan: plan, list: list, area: area, level: 0, start: start)
            return set.orders[try #require(set.index(of: name))].action
        }
        #expect(try action("乙级铸造厂", "2024-12-19") == .limit(percent: 20))
        // C from the 20th, and no line is listed.
        #expect(try action("乙级铸造厂", "2024-12-20") == .limit(percent: 50))
        #expect(try action("申报中家具厂", "2024-12-05") == .limit(percent: 20))
        #expect(try action("申报中家具厂", "2024-12-06") == .limit(percent: 50))
        // Out of season.
        #expect(try action("烧结砖厂", "2025-03-15") == .stop)
        #expect(try action("烧结砖厂", "2025-03-16") == .goOn)
    }
}
