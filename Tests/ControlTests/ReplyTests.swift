import Presentation
import Testing

@testable import Control

/// Replies and errors come back as they were sent.
@Suite struct ReplyTests {
    static let errors: [ControlError] = [
        .lineTooLong(limit: 7), .badRequest(reason: "r"), .unknownMethod("m"), .notByFile(method: "Approve"),
        .badParameter(name: "n", reason: .wrongType),
        .busy, .noProposal(id: "a", nil), .noProposal(id: "a", ControlError.Ended(how: "approved", by: "li", record: 9)),
        .noProposal(id: "a", ControlError.Ended(how: "withdrawn", by: nil, record: 9)), .signedByRecorder(name: "li"),
        .noArea("x", known: ["a", "b"]), .areaMissing(known: ["a"]), .noLevel("x", known: ["a"]), .inForceAlready(level: "none"),
        .noDirective(document: "d"), .notDue(notice: "n", addressee: "a", known: ["b"]),
        .notDue(notice: "n", addressee: "a", known: []),
        .endsBeforeItBegins, .badOpinion(.dayTwice, text: "2024-12-10"), .notOneDemand, .notAnHour(name: "from", text: "x"),
        .badChannel("fax"),
        .documentMissing, .badText(name: "reason", limit: 2000), .noNotice("n"), .noRecord(7), .recordTooLong(7, bytes: 8),
        .notCorrectable(notice: "n", .draft), .notCorrectable(notice: "n", .drill), .notCorrectable(notice: "n", .deskOnly),
        .notCorrectable(notice: "n", .nothingSaid), .notCorrectable(notice: "n", .notSigned),
        .notCorrectable(notice: "n", .sameDocument),
        .replyTooLong, .ledgerRefuses(reason: "full"), .other(name: "New", message: "of a later version"),
    ]

    @Test(arguments: errors) func anErrorComesBackAndSaysSomething(error: ControlError) throws {
        let line = ControlReply.line(error)
        #expect(line.last == 0x0A)
        #expect(throws: error) { try ControlReply.read(Info.self, line.dropLast()) }
        #expect(!error.text(.english).isEmpty && !error.text(.chinese).isEmpty)
        #expect(error.text(.english).contains { $0.isLetter })
    }

    @Test func aReplyComesBack() throws {
        let report = ActReport(
            record: 3, recordedBy: "li", recordedAt: "2026-11-20T10:00:00+08:00", decisions: [],
            ended: [
                EndedProposal(
                    id: "a", area: Named(id: "x", name: "许昌市"), kind: "issue", from: nil, to: Named(id: "red", name: "红色"),
                    ending: "approved")
            ])
        let line = ControlReply.line(report)
        #expect(try ControlReply.read(ActReport.self, line.dropLast()) == report)
        #expect(try ControlReply.parameters(line.dropLast()).hasPrefix("{\"decisions\":[],\"ended\":[{\"area\":"))
    }

    @Test func whatALaterServerAddsIsPassedOver() throws {
        let line = Array(
            #"{"parameters":{"product":"p","version":"v","interfaces":[],"methods":[],"more":{"a":1}},"more":1}"#.utf8)
        #expect(try ControlReply.read(Info.self, line).product == "p")
    }

    @Test func aReplyThatWouldBeTooLongIsAnError() {
        let page = Directives(
            directives: [
                DirectiveReport(
                    document: String(repeating: "x", count: ControlLimits.replyBytes), office: "", areas: [], demand: "mayLift",
                    level: nil, from: "", until: nil, basis: "")
            ])
        #expect(throws: ControlError.replyTooLong) { try ControlReply.read(Directives.self, ControlReply.line(page).dropLast()) }
    }

    @Test(arguments: ["", "{}", "[]", "{\"parameters\":{}}", "{\"parameters\":{\"product\":1}}", "{\"error\":\"x\"}"])
    func whatIsNoReplyIsUnreadable(text: String) {
        #expect(throws: ControlReply.Unreadable.self) { try ControlReply.read(Info.self, Array(text.utf8)) }
    }
}
