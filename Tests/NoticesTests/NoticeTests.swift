import AirQuality
import Desk
import Foundation
import Notices
import PlanModel
import Presentation
import Testing
import Warnings

@Suite struct NoticeTests {
    @Test func namesFollowFromTheDecision() {
        let decision = SampleNotices.issue
        let early = SampleNotices.notice(.decision(decision), sentAt: decision.at)
        let late = SampleNotices.notice(.decision(decision), sentAt: decision.at + 40, earlier: [early.reference])
        #expect(early.identifier == late.identifier)
        // FNV-1a 64 of `xuchang|20241208T020000Z|issue|none|yellow`.
        #expect(decision.id == "3247df393de03af7")
        #expect(early.identifier == "20241208T020000Z-xuchang-issue-yellow-3247df393de03af7")
    }

    @Test func tellsDecisionsAndSilencesApart() {
        var decisions = [SampleNotices.issue, SampleNotices.escalate, SampleNotices.downgrade, SampleNotices.lift]
        for change in [{ $0.at = $0.at + 1 }, { $0.area = "x" }, { $0.to = "orange" }, { $0.from = "red" }]
            as [(inout Decision) -> Void]
        {
            var changed = SampleNotices.issue
            change(&changed)
            decisions.append(changed)
        }
        #expect(Set(decisions.map(\.id)).count == decisions.count)
        var over = SampleNotices.silent
        over.isOver = true
        #expect(over.id != SampleNotices.silent.id)
    }

    @Test func sortsByTime() {
        let names = SampleNotices.episode([
            SampleNotices.issue, SampleNotices.escalate, SampleNotices.downgrade, SampleNotices.lift,
        ])
        .map(\.identifier)
        #expect(names == names.sorted())
    }

    @Test func fitsOnPaper() throws {
        for (name, notice) in SampleNotices.golden {
            let text = try HostileTests.text(notice, "notice.txt")
            for line in text.split(separator: "\n") { #expect(line.displayWidth <= 78, "\(name): \(line)") }
        }
    }

    @Test func keepsNumbersExact() throws {
        var decision = SampleNotices.station
        guard case .all(let parts) = decision.evidence[0].finding, case .test(var test) = parts[0] else {
            Issue.record("the sample has another form")
            return
        }
        test.elements[0].value = 1_234_567_890_123_405
        decision.evidence[0].finding = .test(test)
        let json = try HostileTests.text(SampleNotices.notice(.decision(decision), sentAt: decision.at), "notice.json")
        #expect(json.contains("\"value\":1234567890123.405,"))
    }

    /// A level that the plan no longer holds is named by its id, its clause by the text in evidence.
    @Test func speaksOfAPlanThatLacksTheLevel() throws {
        var notice = SampleNotices.notice(.decision(SampleNotices.escalate), sentAt: SampleNotices.escalate.at)
        notice.plan.levels.removeLast()
        let text = try HostileTests.text(notice, "notice.txt")
        #expect(text.contains("黄色 → red"))
        #expect(text.contains("expected daily AQI > 200 for 72h"))
    }

    /// However long names are, a high value fits into one short message, and its name into a file's.
    @Test(arguments: [1, 12, 60, 400], [Notice.Status.actual, .exercise])
    func aHighValueFitsIntoAShortMessage(length: Int, status: Notice.Status) throws {
        let long = String(repeating: "长", count: length)
        var value = SampleNotices.highValue(at: SampleNotices.hour(18, 16), station: long)
        value.name = String(repeating: "𠀀", count: length)
        value.alert = String(repeating: "a", count: length)
        value.readings[0].values[1].value = 4_999_999
        var notice = SampleNotices.notice(.highValue(value), sentAt: value.at, status: status)
        notice.area.name = long
        let files = NoticeRenderer.files(notice)
        let message = String(decoding: try #require(files.first { $0.name == "sms.txt" }).bytes, as: UTF8.self)
        #expect(message.hasSuffix("\n") && message.dropLast().utf16.count <= 70, "\(message)")
        #expect(message.contains("12月18日16时"), "\(message)")
        #expect(notice.identifier.utf8.count <= 200)
    }
}
