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
}
