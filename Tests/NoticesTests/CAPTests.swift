import AirQuality
import Desk
import Foundation
import FoundationXML
import Notices
import PlanModel
import TestSupport
import Testing
import Warnings

@Suite struct CAPTests {
    static let schema = URL(filePath: RecordedData.folder).appending(path: "cap/CAP-v1.2.xsd")
    static let xmllint = URL(filePath: "/usr/bin/xmllint")
    static let canValidate =
        FileManager.default.fileExists(atPath: schema.path) && FileManager.default.isExecutableFile(atPath: xmllint.path)

    static func alert(_ notice: Notice) throws -> XMLElement {
        let file = try #require(NoticeRenderer.files(notice).first { $0.name == "cap.xml" })
        return try #require(try XMLDocument(data: Data(file.bytes)).rootElement())
    }

    static func texts(_ element: XMLElement, _ name: String) -> [String] {
        element.elements(forName: name).map { $0.stringValue ?? "" }
    }

    @Test(.enabled(if: canValidate, "needs xmllint and the CAP schema"))
    func everyMessageIsValid() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lantian-cap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let notices = SampleNotices.golden.map(\.notice) + HostileTests.notices
        var files: [String] = []
        for (index, notice) in notices.enumerated() {
            let file = try #require(NoticeRenderer.files(notice).first { $0.name == "cap.xml" })
            let url = folder.appending(path: "\(index).xml")
            try Data(file.bytes).write(to: url)
            files.append(url.path)
        }
        let process = Process()
        let errors = Pipe()
        process.executableURL = Self.xmllint
        process.arguments = ["--noout", "--nonet", "--schema", Self.schema.path] + files
        process.standardError = errors
        try process.run()
        let output = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
    }

    @Test func namesEveryEarlierMessage() throws {
        let kinds = [SampleNotices.issue, SampleNotices.escalate, SampleNotices.downgrade, SampleNotices.lift]
        let notices = SampleNotices.episode(kinds)
        for (index, notice) in notices.enumerated() {
            let alert = try Self.alert(notice)
            let references = Self.texts(alert, "references").first.map { $0.split(separator: " ").map(String.init) } ?? []
            let expected = try notices[..<index].map { earlier in
                let head = try Self.alert(earlier)
                return ["sender", "identifier", "sent"].map { Self.texts(head, $0).joined() }.joined(separator: ",")
            }
            #expect(references == expected)
        }
    }

    @Test func saysHowGraveAndHowSoon() throws {
        func scale(_ notice: Notice, _ names: String...) throws -> [String] {
            let alert = try Self.alert(notice)
            let info = try #require(alert.elements(forName: "info").first)
            return names.map { Self.texts(alert, $0).first ?? Self.texts(info, $0).first ?? "-" }
        }
        let episode = SampleNotices.episode([
            SampleNotices.issue, SampleNotices.escalate, SampleNotices.downgrade, SampleNotices.lift,
        ])
        let names = ["msgType", "urgency", "severity", "certainty"]
        #expect(try names.map { try scale(episode[0], $0)[0] } == ["Alert", "Future", "Moderate", "Likely"])
        #expect(try names.map { try scale(episode[1], $0)[0] } == ["Update", "Future", "Extreme", "Likely"])
        #expect(try names.map { try scale(episode[2], $0)[0] } == ["Update", "Immediate", "Severe", "Likely"])
        #expect(try names.map { try scale(episode[3], $0)[0] } == ["Cancel", "Past", "Minor", "Likely"])
        let station = SampleNotices.episode([SampleNotices.station])[0]
        #expect(try names.map { try scale(station, $0)[0] } == ["Alert", "Immediate", "Severe", "Observed"])
    }

    @Test func keepsDrillsApart() throws {
        let actual = try Self.alert(SampleNotices.episode([SampleNotices.issue])[0])
        let drill = try Self.alert(SampleNotices.episode([SampleNotices.issue], status: .exercise)[0])
        #expect(Self.texts(actual, "status") == ["Actual"])
        #expect(Self.texts(drill, "status") == ["Exercise"])
        #expect(Self.texts(actual, "sender") != Self.texts(drill, "sender"))
        #expect(Self.texts(actual, "note").isEmpty)
        #expect(Self.texts(drill, "note").first?.contains("演练 / Exercise") == true)
        let headlines = drill.elements(forName: "info").flatMap { Self.texts($0, "headline") }
        #expect(headlines.first?.hasPrefix("【演练】") == true)
        #expect(headlines.last?.hasPrefix("EXERCISE: ") == true)
    }

    /// What waits for approval is no message to the public, and takes no name from one.
    @Test func keepsDraftsApart() throws {
        let earlier = SampleNotices.episode([SampleNotices.issue])[0]
        let draft = try Self.alert(
            SampleNotices.notice(
                .decision(SampleNotices.escalate), sentAt: SampleNotices.escalate.at, status: .draft,
                earlier: [earlier.reference]))
        #expect(Self.texts(draft, "status") == ["Draft"])
        #expect(Self.texts(draft, "scope") == ["Restricted"])
        #expect(Self.texts(draft, "restriction").first?.isEmpty == false)
        let original = try #require(Self.texts(try Self.alert(earlier), "sender").first)
        #expect(Self.texts(draft, "sender") != [original])
        #expect(Self.texts(draft, "references").first?.hasPrefix("\(original),") == true)
        for info in draft.elements(forName: "info") {
            let headline = Self.texts(info, "headline").joined()
            #expect(headline.hasPrefix("【草稿·待批准】") || headline.hasPrefix("DRAFT: "))
        }
    }

    @Test func givesTimesAndTheOutline() throws {
        let episode = SampleOrders.episode
        let issue = try #require(try Self.alert(episode[0]).elements(forName: "info").first)
        #expect(Self.texts(issue, "onset") == ["2024-12-08T20:00:00+08:00"])
        #expect(Self.texts(issue, "expires").isEmpty)
        let areas = issue.elements(forName: "area")
        #expect(areas.flatMap { Self.texts($0, "polygon") } == ["34.1,113.8 34.2,113.9 34.0,114.0 34.1,113.8"])
        let lift = try #require(try Self.alert(episode[3]).elements(forName: "info").first)
        #expect(Self.texts(lift, "expires") == ["2024-12-14T11:05:01+08:00"])
        let late = SampleNotices.episode([SampleNotices.issue, SampleNotices.approved])[1]
        let approved = try #require(try Self.alert(late).elements(forName: "info").first)
        #expect(Self.texts(approved, "effective") == ["2024-12-09T21:00:00+08:00"])
    }

    /// CAP 1.2 §3.2.1: no Z, no blank, comma, `<` or `&` in what references are made of.
    @Test func wordsIdentifiersAsReferencesNeed() throws {
        for notice in SampleNotices.golden.map(\.notice) + HostileTests.notices { try check(Self.alert(notice)) }
    }

    private func check(_ alert: XMLElement) throws {
        for name in ["identifier", "sender"] {
            let text = try #require(Self.texts(alert, name).first)
            #expect(!text.isEmpty && !text.contains { " ,<&/\u{0}".contains($0) })
        }
        let infos = alert.elements(forName: "info")
        #expect(infos.flatMap { Self.texts($0, "language") } == ["zh-CN", "en-US"])
        let times = Self.texts(alert, "sent") + infos.flatMap { Self.texts($0, "effective") + Self.texts($0, "onset") }
        for time in times { #expect(time.hasSuffix("+08:00"), "\(time)") }
    }
}
