import AirQuality
import Desk
import Foundation
import FoundationXML
import Notices
import PlanModel
import Presentation
import Testing
import Warnings

/// Plans, areas and evidence that no one should write, and that must neither break a file's form nor turn its text around.
@Suite struct HostileTests {
    static let names = [
        "\"A\" & <B> 'C' ]]> --> &amp;", "line\r\nbreak\ttab\u{2028}sep\u{85}next",
        "\u{202E}oop\u{202C} \u{2066}x\u{2069} \u{200F}عربى",
        "nul\u{0}bell\u{7}del\u{7F}csi\u{9B}31m\u{FFFE}\u{FEFF}", "", " \u{1}", String(repeating: "长", count: 20_000),
        "a" + String(repeating: "\u{301}", count: 5000), "../../etc/passwd", "应急预案",
    ]

    static let notices: [Notice] = names.flatMap { name in
        var plan = SamplePlan.plan
        plan.name = name
        plan.basis = [name, name]
        for index in plan.levels.indices {
            plan.levels[index].name = name
            plan.levels[index].response = name
            plan.levels[index].cites = [name]
            plan.levels[index].approval = .by(name, within: .max, remind: name)
        }
        let area = Area(id: name, name: name, code: name, stations: [], atLeast: nil)
        let element = ElementFinding(
            start: HourSlot(.max / 4), hours: .max, value: .max, certainty: .atLeast, origin: .mixed, primary: .all,
            missingHours: .max)
        let test = TestFinding(
            text: name, quantity: name, unit: name, isRunAhead: true, start: HourSlot(.min / 4), hours: .max,
            elements: [element, element], unknownElements: .max)
        let decision = Decision(
            at: HourSlot(480_000), area: name, kind: .escalate, from: name, to: "red", response: HourSlot(.max / 4),
            evidence: [
                Evidence(
                    level: name, clause: .issue, label: name, cites: [name],
                    finding: .named(name, .all([.test(test), .not(name)])))
            ], episode: HourSlot(.min / 4))
        let silence = Silence(area: name, feed: .forecasts, at: HourSlot(480_000), last: HourSlot(.max / 4), isOver: false)
        let supplement = Supplement(
            area: name, at: Instant(seconds: .max), level: name, episode: HourSlot(.min / 4), start: HourSlot(.max / 4),
            cause: .facts, record: .max)
        plan.contact = name
        plan.forecasters = [name, name]
        let bulletin = Bulletin(area: name, advice: name, name: name, text: name, at: HourSlot(480_000), isOver: false)
        let values = (0..<240).map { _ in
            HighValueReading.Value(start: HourSlot(.max / 4), value: .max, area: .min + 1)
        }
        let highValue = HighValue(
            area: name, alert: name, name: name, text: name, station: name, at: HourSlot(480_000), since: HourSlot(.min / 4),
            everyHours: .max, readings: [HighValueReading(test: name, quantity: name, unit: name, hours: .max, values: values)])
        let matters: [NoticeMatter] = [
            .decision(decision), .silence(silence), .supplement(supplement), .bulletin(bulletin), .highValue(highValue),
        ]
        return matters.map {
            Notice(
                matter: $0, plan: plan, area: area, sent: Instant(seconds: .max), head: name, planHash: name, status: .actual,
                earlier: [])
        }
    }

    /// Each notice's files, rendered once.
    static let files = notices.map { NoticeRenderer.files($0) }

    static func text(_ notice: Notice, _ name: String) throws -> String {
        String(decoding: try #require(NoticeRenderer.files(notice).first { $0.name == name }).bytes, as: UTF8.self)
    }

    private static func hostile(_ index: Int, _ name: String) throws -> String {
        String(decoding: try #require(files[index].first { $0.name == name }).bytes, as: UTF8.self)
    }

    // By index: what is printed of an argument is not what is tested.
    @Test(arguments: notices.indices)
    func showsNoControls(index: Int) throws {
        let bidi = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{200E}\u{200F}\u{61C}"
            .unicodeScalars
        for name in ["notice.txt", "notice.html", "cap.xml"] {
            let shown = try Self.hostile(index, name).unicodeScalars.filter { $0 != "\n" }
            let bad = shown.filter { $0.properties.generalCategory == .control || bidi.contains($0) }
            #expect(bad.isEmpty, "\(name): \(bad.map(\.value))")
        }
    }

    @Test(arguments: notices.indices)
    func keepsJSONWhole(index: Int) throws {
        let notice = Self.notices[index]
        let text = try Self.hostile(index, "notice.json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect((object["plan"] as? [String: Any])?["name"] as? String == notice.plan.name)
        #expect((object["area"] as? [String: Any])?["id"] as? String == notice.area.id)
    }

    /// Every text is escaped, and nothing comes from elsewhere or runs.
    @Test(arguments: notices.indices)
    func keepsTheSheetWhole(index: Int) throws {
        let text = try Self.hostile(index, "notice.html")
        let root = try #require(try XMLDocument(data: Data(text.utf8)).rootElement())
        #expect(root.elements(forName: "body").count == 1)
        for name in ["<script", "<img", "<B>", "<link", "href=", "src=", "url("] { #expect(!text.contains(name), "\(name)") }
    }

    @Test(arguments: notices.indices)
    func namesAFolderThatAnyFileSystemTakes(index: Int) {
        let notice = Self.notices[index]
        let identifier = notice.identifier
        #expect(identifier.utf8.count <= 255)
        #expect(!identifier.contains { "/ ,<&\n\u{0}".contains($0) })
        #expect(identifier.wholeMatch(of: /\d{8}T\d{6}Z-.+-[0-9a-f]{16}/) != nil)
    }

    @Test(arguments: notices.indices)
    func staysShort(index: Int) throws {
        #expect(try Self.hostile(index, "notice.txt").utf8.count < 100_000)
        #expect(try Self.hostile(index, "cap.xml").utf8.count < 100_000)
        #expect(try Self.hostile(index, "notice.html").utf8.count < 100_000)
    }
}
