import AirQuality
import Desk
import PlanLanguage
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Templates of the plan folder through reload, ledger and spool.
@Suite struct TemplateReloadTests {
    private func folder(_ template: String) -> PlanFolder {
        PlanFolder(
            files: [SourceFile(name: "duty.plan", text: DutyService.plan(""))],
            templates: [SourceFile(name: "public.mustache", text: template)])
    }

    private func text(_ path: String, _ desk: DutyService) throws -> String {
        String(decoding: try #require(desk.files.bytes(at: path), "\(path)"), as: UTF8.self)
    }

    @Test func aBadTemplateIsRefusedAndAGoodOneCounts() throws {
        let desk = try DutyService()
        #expect(desk.service.reload({ folder("好\n{{标体}}") }, now: desk.now) == .refused)
        #expect(desk.service.reload.summary.contains("template-unknown-field"), "\(desk.service.reload.summary)")
        try desk.pass(150)
        let first = try #require(desk.published.last)
        #expect(!desk.files.exists("/spool/new/\(first)/public.txt"))

        #expect(desk.service.reload({ folder("{{区域}}{{新级别}}") }, now: desk.now) == .accepted)
        #expect(desk.service.reload({ folder("{{区域}}{{新级别}}") }, now: desk.now) == .unchanged)
        #expect(desk.service.reload({ folder("{{区域}}：{{新级别}}") }, now: desk.now) == .accepted)
        try desk.pass(320)
        let draft = try #require(desk.drafts.first)
        #expect(try text("/spool/pending/\(draft)/public.txt", desk) == "【草稿·待批准】北市：红色\n")
        let id = try #require(desk.service.desk.proposals.first).decision.id
        try desk.act(.approve(proposal: id, DutyService.signature))
        #expect(try text("/spool/new/\(draft)/public.txt", desk) == "北市：红色\n")
        #expect(try text("/spool/new/\(draft)/notice.txt", desk).contains("许环〔2026〕1号"))
        // What was published under a version is made of that version's templates again.
        #expect(desk.service.reload({ folder("{{区域}}") }, now: desk.now) == .accepted)
        let again = try #require(try desk.service.files(ofNotice: draft)?.first { $0.name == "public.txt" })
        #expect(String(decoding: again.bytes, as: UTF8.self) == "北市：红色\n")
    }

    @Test func aNoticeCitesTheDirective() throws {
        let desk = try DutyService()
        let directive = Directive(
            document: "豫环〔2026〕7号", office: "省生态环境厅", areas: ["north"], demand: .atLeast("orange"), from: Make.start,
            until: nil, basis: "省预案")
        let receipt = try desk.act(.direct(directive))
        let name = try #require(receipt.notices.first)
        let text = try text("/spool/new/\(name)/notice.txt", desk)
        #expect(text.contains("省生态环境厅豫环〔2026〕7号"))
        #expect(text.contains("不以本级预案条款成立为依据"))
    }
}
