import AirQuality
import Desk
import FileAccess
import Notices
import PlanLanguage
import PlanModel
import Templates
import TestSupport
import Testing
import Warnings

@Suite struct TemplateTests {
    static let folder = "\(RecordedData.package)/rules/xuchang"

    private static func findings(_ name: String, _ text: String) throws -> [Finding] {
        let plan = try #require(try PlanFolder.read(folder).checkText().plan)
        return TemplateSet.read([SourceFile(name: name, text: text)], for: plan).findings
    }

    static func notice(_ kind: Decision.Kind, _ from: String?, _ to: String?, status: Notice.Status = .actual) throws -> Notice {
        let plan = try #require(try PlanFolder.read(folder).checkText().plan)
        let at = HourSlot(481_644)
        let decision = Decision(
            at: at, area: "xuchang", kind: kind, from: from, to: to, response: to == nil ? nil : at + 8, evidence: [], episode: at
        )
        return Notice(
            matter: .decision(decision), plan: plan, area: plan.areas[0], sent: at.start, head: "h", planHash: "p",
            status: status, earlier: [])
    }

    private static func texts(_ set: TemplateSet, _ notice: Notice) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: set.files(of: notice).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func shippedTemplatesGiveTheirTexts() throws {
        let folder = try PlanFolder.read(Self.folder)
        let read = TemplateSet.read(folder.templates, for: folder.checkText().plan)
        #expect(read.findings.isEmpty, "\(FindingRenderer(files: folder.templates).text(read.findings))")
        let set = try #require(read.set)
        let texts = Self.texts(set, try Self.notice(.issue, nil, "red"))
        #expect(texts["urgent.txt"]?.contains("无 → 红色") == true)
        #expect(texts["public.txt"]?.contains("启动Ⅰ级应急响应") == true)
        #expect(texts["sms.txt"]?.hasPrefix("许昌市发布重污染天气红色预警，Ⅰ级响应自") == true)
        #expect(texts["county-sheet/禹州市.txt"]?.hasPrefix("禹州市应急响应任务单") == true)
        let lift = Self.texts(set, try Self.notice(.lift, "red", nil))
        #expect(lift["urgent.txt"]?.contains("继续执行的管控") == true)
        #expect(lift["sms.txt"]?.contains("解除") == true)
    }

    @Test func anEndThatMovesHasItsTexts() throws {
        let folder = try PlanFolder.read(Self.folder)
        let plan = try #require(folder.checkText().plan)
        let set = try #require(TemplateSet.read(folder.templates, for: plan).set)
        let at = HourSlot(481_644)
        func basis(_ end: HourSlot) -> EndBasis {
            EndBasis(
                at: at, own: nil,
                directives: [
                    Directive(
                        document: "豫环委办〔2024〕7号", office: "省厅", areas: ["xuchang"], demand: .atLeast("orange"), from: at,
                        until: end, basis: "")
                ])
        }
        let moved = try #require(
            Extension(
                area: "xuchang", level: "orange", episode: at, number: 1, from: basis(at + 40), to: basis(at + 64), entry: nil,
                in: plan))
        let notice = Notice(
            matter: .extend(moved), plan: plan, area: plan.areas[0], sent: at.start, head: "h", planHash: "p",
            status: .exercise, earlier: [], directives: moved.directives)
        let texts = Self.texts(set, notice)
        let message = try #require(texts["sms.txt"])
        #expect(message == "【演练】许昌市重污染天气橙色预警截止时间由2024年12月13日12时改为2024年12月14日12时，措施继续执行。\n")
        #expect(message.utf16.count <= 70)
        #expect(texts["urgent.txt"]?.contains("关于延长重污染天气橙色预警的通知") == true)
        #expect(texts["urgent.txt"]?.contains("豫环委办〔2024〕7号") == true)
        #expect(texts["public.txt"]?.contains("截止时间由2024年12月13日12时改为2024年12月14日12时") == true)
    }

    @Test func contactAndForecastersAreFields() throws {
        let text = "{{联系方式}}{{#预报单位}}/{{.}}{{/预报单位}}"
        let set = try #require(TemplateSet.read([SourceFile(name: "x.mustache", text: "{{区域}}" + text)], for: nil).set)
        var notice = try Self.notice(.issue, nil, "red")
        #expect(Self.texts(set, notice)["x.txt"] == "许昌市\n")
        notice.plan.contact = "值班室"
        notice.plan.forecasters = ["市站", "省站"]
        // Nothing forecast stands behind it.
        #expect(Self.texts(set, notice)["x.txt"] == "许昌市值班室\n")
        guard case .decision(var decision) = notice.matter else { return }
        let ahead = ElementFinding(
            start: decision.at, hours: 24, value: 231_000, certainty: .exact, origin: .forecast, primary: [], missingHours: 0)
        let test = TestFinding(
            text: "forecast daily AQI > 200 for 24h", quantity: "AQI", unit: nil, isRunAhead: true, start: decision.at, hours: 24,
            elements: [ahead], unknownElements: 0)
        decision.evidence = [Evidence(level: "red", clause: .issue, label: nil, cites: [], finding: .test(test))]
        notice.matter = .decision(decision)
        #expect(Self.texts(set, notice)["x.txt"] == "许昌市值班室/市站/省站\n")
    }

    @Test func marksWhatIsNotMeantInEarnest() throws {
        let plan = try #require(try PlanFolder.read(Self.folder).checkText().plan)
        let set = try #require(TemplateSet.read([SourceFile(name: "x.mustache", text: "{{区域}}")], for: plan).set)
        #expect(Self.texts(set, try Self.notice(.issue, nil, "red", status: .draft))["x.txt"] == "【草稿·待批准】许昌市\n")
        #expect(Self.texts(set, try Self.notice(.issue, nil, "red", status: .exercise))["x.txt"] == "【演练】许昌市\n")
    }

    @Test func englishNamesAreTheSameFields() throws {
        let set = try #require(
            TemplateSet.read([SourceFile(name: "x.mustache", text: "{{#isIssue}}{{area}} & {{新级别}}{{/isIssue}}")], for: nil).set)
        #expect(Self.texts(set, try Self.notice(.issue, nil, "red"))["x.txt"] == "许昌市 & 红色\n")
    }

    @Test(
        "what is wrong with a template is told with its place",
        arguments: [
            ("a.mustache", "好\n{{标题}}{{标体}}", "template-unknown-field", 2, 7),
            ("a.mustache", "{{县区}}", "template-unknown-field", 1, 1), ("a.mustache", "{{#是解除}}x", "template-syntax", 1, 1),
            ("a.mustache", "{{标题", "template-syntax", 1, 1), ("a.mustache", "x{{/标题}}", "template-syntax", 1, 2),
            ("a.mustache", "{{#标题}}{{/区域}}", "template-syntax", 1, 8), ("a.mustache", "{{>x}}", "template-unsupported", 1, 1),
            ("a.mustache", "{{=<% %>=}}", "template-unsupported", 1, 1), ("a.mustache", "{{分类措施}}", "template-not-text", 1, 1),
            ("a.mustache", "{{#附件}}{{#附件}}{{.}}{{/附件}}{{/附件}}", "template-nested-list", 1, 8),
            ("a.mustache", "{{#是解除}}只在解除时{{/是解除}}", "template-fails", 1, 1),
            ("sms.mustache", "{{标题}}{{标题}}{{标题}}", "template-fails", 1, 1), ("notice.mustache", "{{标题}}", "template-name", 1, 1),
            ("A b.mustache", "{{标题}}", "template-name", 1, 1),
        ])
    func refuses(name: String, text: String, id: String, line: Int, column: Int) throws {
        let finding = try #require(try Self.findings(name, text).first)
        #expect(finding.id == id)
        #expect(finding.range.start == Place(line: line, column: column))
        #expect(finding.file == name)
    }

    @Test func aMessageEndsWithAWholeClause() throws {
        var notice = try Self.notice(.issue, nil, "red")
        notice.plan.areas[0].name = "城"
        notice.area.name = String(repeating: "长", count: 30)
        let text = "{{区域}}，请各单位按预案落实应急减排措施。公众减少外出，做好防护；请关注后续通告。{{区域}}"
        let set = try #require(TemplateSet.read([SourceFile(name: "sms.mustache", text: text)], for: nil).set)
        let message = try #require(Self.texts(set, notice)["sms.txt"])
        #expect(message.utf16.count <= 71 && message.hasSuffix("请关注后续通告。\n"), "\(message)")
    }
}
