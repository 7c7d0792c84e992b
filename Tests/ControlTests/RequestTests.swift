import Presentation
import Testing

@testable import Control

/// Requests come back as they were sent, and what is no request is refused in words.
@Suite struct RequestTests {
    static let all: [ControlRequest] = [
        .getInfo, .status, .proposals, .directives, .reload,
        .episodes(History()), .decisions(History(area: "许昌", limit: 3, before: 9)),
        .notice(NoticeQuestion(notice: "20261120T020000Z-x")), .export(ExportQuestion(from: 1, limit: 2)),
        .approve(Approval(proposal: "0123", signedBy: "王\"局长\n", post: "总指挥", document: "许环〔2026〕3号", channel: "paper")),
        .reject(Rejection(proposal: "0123", reason: "𠮷 / \\ \u{2028}")),
        .declare(
            Declaration(
                area: nil, level: "none", because: "b", signedBy: "s", post: nil, document: nil, channel: "telephone")),
        .direct(
            DirectiveText(
                document: "d", office: "o", areas: ["a", "b"], exactly: "none", from: "2026-11-20 10:00", until: nil, basis: "x")),
        .withdraw(Withdrawal(document: "d", reason: "r")),
        .opine(
            OpinionText(
                area: "许昌", days: [OpinionText.Day(date: "2024-12-10", low: 1, high: 2, quantity: "PM2.5", primary: ["PM2.5"])],
                because: "b", signedBy: "s", post: nil, document: nil, channel: "telephone")),
        .retract(Retraction(area: nil, days: ["2024-12-10"], reason: "r")),
        .correct(
            CorrectionText(notice: "20261120T020000Z-x", because: "b", text: "t", document: "d", signedBy: "s", post: nil)),
        .acknowledge(Acknowledgement(notice: "20261120T020000Z-x", addressee: "东区", signedBy: "赵六")),
        .receipts(ReceiptsQuestion(notice: "20261120T020000Z-x", limit: 5)),
    ]

    @Test(arguments: all) func comesBack(request: ControlRequest) throws {
        let line = try request.line
        #expect(line.last == 0x0A && !line.dropLast().contains(0x0A))
        #expect(try ControlRequest(line: line.dropLast()) == request)
    }

    @Test func everyMethodIsTried() {
        #expect(Set(Self.all.map(\.method)) == Set(ControlMethod.allCases))
    }

    private func refusal(_ text: String) -> ControlError? {
        do {
            _ = try ControlRequest(line: Array(text.utf8))
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        "", " ", "GET / HTTP/1.1", "[]", "null", "{}", "{\"method\":1}", "{\"method\":\"cn.lantian.Desk1.Status\"",
        "{\"method\":\"cn.lantian.Desk1.Status\",\"method\":\"x\"}", "{\"method\":\"cn.lantian.Desk1.Status\",\"more\":true}",
        "{\"method\":\"cn.lantian.Desk1.Status\"} {}", String(repeating: "[", count: 60_000),
        "{\"method\":\"cn.lantian.Desk1.Status\",\"parameters\":\(String(repeating: "[", count: 9))\(String(repeating: "]", count: 9))}",
        "\u{0}\u{1}\u{2}",
    ])
    func whatIsNoRequestEndsTheConnection(text: String) throws {
        let error = try #require(refusal(text))
        guard case .badRequest = error else {
            Issue.record("\(error)")
            return
        }
        #expect(error.endsConnection)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: ControlError.self) {
            try ControlRequest(line: Array("{\"method\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8))
        }
    }

    @Test func aLongLineIsRefused() {
        let text = "{\"method\":\"" + String(repeating: "x", count: ControlLimits.requestBytes) + "\"}"
        #expect(refusal(text) == .lineTooLong(limit: ControlLimits.requestBytes))
    }

    @Test(arguments: [
        "Status", "cn.lantian.Desk1.status", "cn.lantian.Desk2.Status", "cn.lantian.Desk1.", "cn.lantian.Desk1Status",
    ])
    func anUnknownMethodIsRefused(name: String) {
        let error = refusal("{\"method\":\"\(name)\"}")
        #expect(error == .unknownMethod(name))
        #expect(error?.endsConnection == false)
    }

    @Test(arguments: [
        ("Status", "{\"x\":1}", "x", ControlError.BadParameter.unknown), ("Approve", "{}", "proposal", .missing),
        ("Reject", "{\"proposal\":\"a\",\"reason\":1}", "reason", .wrongType),
        ("Reject", "{\"proposal\":\"a\",\"reason\":null}", "reason", .missing),
        ("Direct", "{\"document\":\"d\",\"office\":\"o\",\"untill\":\"x\"}", "untill", .unknown),
        ("Direct", "{\"document\":\"d\",\"office\":\"o\",\"areas\":\"x\"}", "areas", .wrongType),
        ("Direct", "{\"document\":\"d\",\"office\":\"o\",\"areas\":[1]}", "areas", .wrongType),
        ("Export", "{\"from\":1e400}", "from", .wrongType), ("Export", "{\"from\":1.5}", "from", .wrongType),
        ("Export", "{\"from\":9223372036854775808}", "from", .wrongType), ("Status", "[]", "parameters", .wrongType),
        ("Opine", "{\"days\":[{\"date\":\"2024-12-10\",\"hihg\":1}]}", "days.hihg", .unknown),
        ("Opine", "{\"days\":[{\"date\":\"2024-12-10\",\"high\":1.5}]}", "days", .wrongType),
        ("Opine", "{\"days\":[1]}", "days", .wrongType), ("Retract", "{\"days\":[1]}", "days", .wrongType),
        ("Status", "null", "parameters", .wrongType),
    ])
    func badParametersAreNamed(method: String, parameters: String, name: String, reason: ControlError.BadParameter) {
        let error = refusal("{\"method\":\"cn.lantian.Desk1.\(method)\",\"parameters\":\(parameters)}")
        #expect(error == .badParameter(name: name, reason: reason))
    }
}
