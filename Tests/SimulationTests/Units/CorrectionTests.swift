import AirQuality
import Desk
import Notices
import PlanModel
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Corrections through desk, service, ledger and spool.
@Suite struct CorrectionTests {
    private static let advice = """

        advice haze "细颗粒物健康提示" { when observed hourly PM2.5 > 75 ug/m3
            say "减少户外活动" }
        """

    private func request(_ notice: String, text: String? = "应为另一日", document: String? = nil) -> DeskAct.Matter {
        .correct(
            Correction.Request(
                notice: notice, because: "误", text: text, document: document, signedBy: "王市长", post: nil))
    }

    private func references(_ name: String, _ desk: DutyService) throws -> [String] {
        try #require(try desk.service.rendered(name)).earlier.map(\.identifier)
    }

    /// What ends names all that went before, corrections of corrections among it.
    @Test func theEndOfAnAdviceNamesItsCorrections() throws {
        let desk = try DutyService(plan: DutyService.plan("") + Self.advice)
        try desk.pass(90)
        let begun = try #require(desk.published.first { $0.contains("-advice-") })
        let first = try #require(try desk.act(request(begun)).notices.first)
        let second = try #require(try desk.act(request(first, text: "又一日")).notices.first)
        #expect(try references(first, desk) == [begun])
        #expect(try references(second, desk) == [begun, first])
        try desk.restart()
        try desk.pass(40)
        let over = try #require(desk.published.last { $0.contains("-advice-") })
        #expect(try references(over, desk) == [begun, first, second])
        #expect(throws: ActRefusal.notCorrectable(begun, .notSigned)) { try desk.act(request(begun, document: "号")) }
    }

    @Test func aSupplementOrAnEndIsCorrectedByTheRuleOfItsLevel() throws {
        let desk = try DutyService()
        try desk.pass(40)
        func direct(until: Int) throws -> [String] {
            try desk.act(
                .direct(
                    Directive(
                        document: "豫1号", office: "省", areas: ["north"], demand: .atLeast("orange"), from: Make.start,
                        until: Make.start + until, basis: ""))
            ).notices
        }
        let issue = try #require(try direct(until: 40).first)
        let moved = try #require(try direct(until: 60).first)
        #expect(moved.contains("-extend-orange-"))
        #expect(throws: ActRefusal.signedByRecorder(name: "王市长")) { try desk.act(request(moved), by: "王市长") }
        let correction = try #require(try desk.act(request(moved)).notices.first)
        #expect(try references(correction, desk) == [issue, moved])
        // Twice within a second is twice on record.
        let again = try #require(try desk.act(request(moved)).notices.first)
        #expect(again != correction)
        try desk.restart()
        let end = try #require(try desk.act(.withdraw(document: "豫1号", reason: "撤销")).notices.first)
        #expect(try references(end, desk) == [issue, moved, correction, again])
        #expect(try desk.service.ledger.verify() == VerifyReport(head: desk.service.ledger.head))
    }

    @Test func whatIsOfADrillIsNotCorrected() throws {
        let path = Run.scratch(7)
        defer { Run.clear(path) }
        let spool = Spool(root: "/spool", on: MemoryFileSystem(Trouble()))
        try spool.prepare()
        let ledger = try Ledger(path: path)
        try ledger.append([.drill(episode: "x")], knownAt: Make.start.start)
        let service = try DeskService(
            plan: SimulationPlans.plan(.first), ledger: ledger, spool: spool, isDrill: true, log: Make.log, now: Make.start.start)
        let recorder = Recorder(user: "duty", id: 1)
        let area = service.desk.plan.areas[0]
        let level = service.desk.plan.levels[0].id
        let issued = try service.act(
            .declare(area: area.id, level: level, because: "演练", DutyService.signature), by: recorder, now: Make.start.start)
        let notice = try #require(issued.notices.first)
        #expect(throws: ActRefusal.notCorrectable(notice, .drill)) {
            try service.act(request(notice), by: recorder, now: Make.start.start)
        }
        #expect(throws: ActRefusal.noNotice(id: "x")) { try service.act(request("x"), by: recorder, now: Make.start.start) }
    }
}
