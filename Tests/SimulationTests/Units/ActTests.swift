import AirQuality
import Desk
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Approvals, declarations and directives through service, ledger and spool, with restarts in the middle.
@Suite struct ActTests {
    @Test func aDraftWaitsAndApprovalPublishesIt() throws {
        let desk = try DutyService()
        try desk.pass(320)
        #expect(desk.level == nil)
        #expect(desk.published.isEmpty)
        let draft = try #require(desk.drafts.first)
        #expect(draft.contains("-issue-red-"))
        #expect(desk.files.exists("/spool/pending/\(draft)/cap.xml"))
        let cap = String(decoding: try #require(desk.files.bytes(at: "/spool/pending/\(draft)/cap.xml")), as: UTF8.self)
        #expect(cap.contains("<status>Draft</status>"))
        #expect(desk.files.exists("/spool/pending/\(draft)/evidence/decision.json"))
        try desk.restart()
        #expect(desk.drafts == [draft])

        let id = try #require(desk.service.desk.proposals.first).decision.id
        let receipt = try desk.act(.approve(proposal: id, DutyService.signature))
        #expect(receipt.notices == [draft])
        #expect(desk.level == "red")
        #expect(desk.drafts.isEmpty)
        #expect(desk.published == [draft])
        #expect(throws: ActRefusal.noProposal(id: id)) { try desk.act(.approve(proposal: id, DutyService.signature)) }
        try desk.restart()
        #expect(desk.level == "red")
        #expect(try desk.service.ledger.verify().isIntact)
        let record = try #require(try desk.service.ledger.notice(draft))
        guard case .decision(let decision) = record.matter, case .approval(let approved) = decision.basis else {
            Issue.record("the notice stands on no approval")
            return
        }
        #expect(approved.signature == DutyService.signature)
        #expect(approved.recorder.user == "duty")
        #expect(desk.files.exists("/spool/new/\(draft)/evidence/decision.json"))
    }

    @Test func whatNobodyAnswersIsNeverIssued() throws {
        let desk = try DutyService()
        for _ in 0..<30 { try desk.pass(320) }
        #expect(desk.level == nil)
        #expect(desk.drafts.count == 1)
        try desk.pass(50)
        #expect(desk.drafts.isEmpty)
        #expect(desk.published.isEmpty)
        let record = try #require(try desk.service.ledger.proposals().first)
        #expect(record.ending?.ending == .withdrawn)
    }

    @Test func aRejectionNeedsItsReasonAndHolds() throws {
        let desk = try DutyService()
        try desk.pass(320)
        let id = try #require(desk.service.desk.proposals.first).decision.id
        #expect(throws: ActRefusal.badText(field: "reason", limit: Desk.maximumText)) {
            try desk.act(.reject(proposal: id, reason: ""))
        }
        try desk.act(.reject(proposal: id, reason: "沙尘将过境"))
        try desk.restart()
        try desk.pass(330)
        #expect(desk.level == nil && desk.drafts.isEmpty)
        try desk.pass(150)
        #expect(desk.level == "yellow")
        try desk.pass(320)
        #expect(desk.drafts.count == 1)
    }

    @Test func aDeclarationIsADecisionOfItsOwn() throws {
        let desk = try DutyService()
        try desk.pass(40)
        let receipt = try desk.act(.declare(area: "north", level: "orange", because: "会商研判", DutyService.signature))
        #expect(desk.level == "orange")
        #expect(desk.published == receipt.notices)
        try desk.restart()
        // Missing data holds it; a declaration is the way out.
        for _ in 0..<5 { try desk.pass(nil) }
        #expect(desk.level == "orange")
        try desk.act(.declare(area: "north", level: nil, because: "会商研判：影响结束", DutyService.signature))
        #expect(desk.level == nil)
        try desk.restart()
        #expect(try desk.service.ledger.verify().isIntact)
        #expect(desk.published.filter { !$0.contains("-silence-") }.count == 2)
    }

    @Test func aDirectiveBeginsAndEndsAtItsHour() throws {
        let desk = try DutyService()
        try desk.pass(40)
        let directive = Directive(
            document: "豫环〔2026〕9号", office: "省指挥部", areas: ["north"], demand: .atLeast("red"), from: Make.start + 3,
            until: Make.start + 5, basis: "区域应急联动")
        try desk.act(.direct(directive))
        #expect(desk.level == nil)
        try desk.restart()
        try desk.pass(40)
        #expect(desk.level == nil)
        try desk.pass(40)
        #expect(desk.level == "red")
        try desk.restart()
        try desk.pass(40)
        #expect(desk.level == "red")
        try desk.pass(40)
        #expect(desk.level == nil)
        try desk.restart()
        let decisions = try desk.published.compactMap { name -> Decision? in
            guard case .decision(let decision)? = try desk.service.ledger.notice(name)?.matter else { return nil }
            return decision
        }
        #expect(decisions.count == 2)
        for decision in decisions { #expect(decision.basis == .directive(["豫环〔2026〕9号"])) }
        #expect(try desk.service.ledger.verify().isIntact)
    }

    @Test func aWithdrawnDirectiveGivesBackTheOwnLevel() throws {
        let desk = try DutyService()
        try desk.pass(150)
        #expect(desk.level == "yellow")
        let directive = Directive(
            document: "9号", office: "省指挥部", areas: ["north"], demand: .exactly("red"), from: Make.start, until: nil, basis: "")
        try desk.act(.direct(directive))
        #expect(desk.level == "red")
        // The own evaluation goes on underneath.
        try desk.pass(50)
        #expect(desk.level == "red")
        #expect(desk.service.desk.ownStanding(ofArea: "north").level == nil)
        try desk.restart()
        try desk.act(.withdraw(document: "9号", reason: "省里撤回"))
        #expect(desk.level == nil)
        #expect(throws: ActRefusal.noDirective(document: "9号")) { try desk.act(.withdraw(document: "9号", reason: "x")) }
        try desk.restart()
        #expect(try desk.service.ledger.verify().isIntact)
    }

    @Test func nobodyRecordsHisOwnSignatureAboveTheLowestLevel() throws {
        let desk = try DutyService()
        try desk.pass(320)
        let id = try #require(desk.service.desk.proposals.first).decision.id
        let own = Signature(name: "duty", channel: .paper)
        #expect(throws: ActRefusal.signedByRecorder(name: "duty")) { try desk.act(.approve(proposal: id, own)) }
        #expect(desk.drafts.count == 1)
        try desk.act(.declare(area: "north", level: "yellow", because: "会商", own))
        #expect(desk.level == "yellow")
    }

    @Test func whatWaitsTooLongIsRemindedOf() throws {
        let desk = try DutyService()
        try desk.pass(250)
        #expect(desk.drafts.count == 1)
        func reminders() -> [String] { desk.published.filter { $0.contains("-reminder-") } }
        try desk.pass(250)
        #expect(reminders().isEmpty)
        try desk.pass(250)
        #expect(reminders().count == 1)
        let reminder = try #require(reminders().first)
        let text = String(decoding: try #require(desk.files.bytes(at: "/spool/new/\(reminder)/notice.txt")), as: UTF8.self)
        #expect(text.contains("副总指挥") && text.contains("值班室"))
        try desk.restart()
        try desk.pass(250)
        #expect(reminders().count == 1)
        try desk.pass(250)
        #expect(reminders().count == 2)
        // What was slept through is reminded of once, not hour by hour.
        desk.sleep(hours: 9)
        try desk.restart()
        try desk.pass(250)
        #expect(reminders().count == 3)
        #expect(desk.level == nil)
        #expect(try desk.service.ledger.verify().isIntact)
    }

    @Test func whoHasNotAcknowledgedIsAnAlarm() throws {
        let desk = try DutyService(clause: "serve \"东区\", \"西区\" within 2h serve \"工信局\" within 4h")
        try desk.pass(150)
        let notice = try #require(desk.published.first)
        func receipt(_ addressee: String) -> Receipt {
            Receipt(
                notice: notice, addressee: addressee, signedBy: "李", recorder: Recorder(user: "duty", id: 1000), at: desk.now)
        }
        try desk.service.acknowledge(receipt("东区"), now: desk.now)
        #expect(throws: ReceiptRefusal.notDue(notice: notice, addressee: "东区")) {
            try desk.service.acknowledge(receipt("东区"), now: desk.now)
        }
        #expect(throws: ReceiptRefusal.notDue(notice: notice, addressee: "南区")) {
            try desk.service.acknowledge(receipt("南区"), now: desk.now)
        }
        try desk.restart()
        try desk.pass(150)
        #expect(!desk.published.contains { $0.contains("-reminder-") })
        try desk.pass(150)
        let reminder = try #require(desk.published.first { $0.contains("-reminder-") })
        let text = String(decoding: try #require(desk.files.bytes(at: "/spool/new/\(reminder)/notice.json")), as: UTF8.self)
        #expect(text.contains("西区") && !text.contains("东区") && !text.contains("工信局"))
        try desk.restart()
        try desk.pass(150)
        #expect(desk.published.filter { $0.contains("-reminder-") }.count == 1)
        try desk.service.acknowledge(receipt("西区"), now: desk.now)
        try desk.service.acknowledge(receipt("工信局"), now: desk.now)
        #expect(desk.service.delivery.items.isEmpty)
        try desk.restart()
        #expect(try desk.service.ledger.verify().isIntact)
    }
}
