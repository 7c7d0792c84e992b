import AirQuality
import Desk
import PlanModel
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Requests that come as files of the inbox, through service, ledger and spool.
@Suite struct RequestFileTests {
    private let desk: DutyService

    init() throws { desk = try DutyService(clause: "serve \"东区\", \"西区\" within 2h") }

    private var inbox: Inbox<MemoryFileSystem> {
        get throws {
            let inbox = Inbox(root: "/inbox", on: desk.files, service: desk.service, log: Make.log, mayAct: { _ in true })
            try inbox.prepare()
            return inbox
        }
    }

    /// Hands a file in; says whether it has left the inbox.
    @discardableResult
    private func hand(_ text: String, as name: String = "a", goesOn: () -> Bool = { true }) throws -> Bool {
        desk.files.deliver(Array(text.utf8), to: "/inbox/\(name)")
        return try inbox.take(name, now: desk.now, goesOn: goesOn)
    }

    private func reason(of name: String = "a") -> String? {
        desk.files.bytes(at: "/inbox/rejected/\(name).reason.txt").map { String(decoding: $0, as: UTF8.self) }
    }

    private func acts() throws -> Int { try kinds("act") }

    private func kinds(_ kind: String) throws -> Int {
        var count = 0
        try desk.service.ledger.forEachRecord { if $0.entry.kind == kind { count += 1 } }
        return count
    }

    private static func request(_ method: String, _ parameters: String) -> String {
        #"{"method":"cn.lantian.Desk1.\#(method)","parameters":{\#(parameters)}}"#
    }

    private static func directive(_ document: String, _ level: String = "yellow") -> String {
        request("Direct", #""document":"\#(document)","office":"省厅","atLeast":"\#(level)""#)
    }

    private static let withdrawal = request("Withdraw", #""document":"1号","reason":"来文撤销""#)

    @Test func aFileOfAnAccountThatMayNotActIsRejectedWhole() throws {
        desk.files.deliver(Array(Self.directive("1号").utf8), to: "/inbox/a")
        let inbox = Inbox(
            root: "/inbox", on: desk.files, service: desk.service, log: Make.log, mayAct: { $0 != MemoryFileSystem.owner })
        try inbox.prepare()
        #expect(inbox.take("a", now: desk.now))
        let why = try #require(reason())
        #expect(why.contains("uid \(MemoryFileSystem.owner), who may not act at the desk") && why.contains("无权值班操作"), "\(why)")
        #expect(try acts() == 0 && desk.level == nil)
        // The same content of one who may act is another matter.
        #expect(try hand(Self.directive("1号"), as: "b"))
        #expect(try acts() == 1)
    }

    @Test func aDirectiveTakesForceInTheNameOfTheFilesOwnerAndOnce() throws {
        #expect(try hand(Self.directive("1号")))
        #expect(desk.level == "yellow" && desk.files.exists("/inbox/done/a"))
        var records: [ActRecord] = []
        try desk.service.ledger.forEachRecord { if case .act(let record) = $0.entry { records.append(record) } }
        let record = try #require(records.first)
        #expect(record.act.recorder.id == MemoryFileSystem.owner)
        #expect(record.act.recorder.user == "uid \(MemoryFileSystem.owner)")
        #expect(record.file?.name == "a" && record.file?.line == 1)
        // The same content after the directive was withdrawn is not the same order anew.
        try hand(Self.withdrawal, as: "b")
        #expect(desk.level == nil)
        try desk.restart()
        #expect(try hand(Self.directive("1号"), as: "c"))
        #expect(desk.level == nil && desk.files.exists("/inbox/done/c"))
        #expect(try acts() == 2)
        #expect(try desk.service.ledger.verify().isIntact)
    }

    @Test func oneRequestMayHaveSeveralLines() throws {
        try hand("\u{FEFF}" + Self.directive("1号").replacing(",", with: ",\r\n  ") + "\n")
        #expect(desk.level == "yellow" && desk.files.exists("/inbox/done/a"), "\(reason() ?? "")")
    }

    @Test func whatIsDoneStandsWhereOthersAreRefused() throws {
        let text = [Self.directive("1号"), "", Self.directive("2号", "purple"), "{", Self.directive("3号", "orange")]
            .joined(separator: "\r\n")
        #expect(try hand(text))
        #expect(desk.level == "orange" && desk.files.exists("/inbox/rejected/a"))
        let said = try #require(reason())
        for part in ["of 4 requests 2 are carried out and stand, 2 are refused", "line 3: ", "purple", "line 4: ", "第 3 行："] {
            #expect(said.contains(part), "\(said)")
        }
        // Handed in again, only what was refused is tried again.
        try hand(text)
        #expect(try acts() == 2)
    }

    @Test(arguments: [
        request("Approve", #""proposal":"x","signedBy":"王","channel":"telephone""#),
        request("Declare", #""level":"red","because":"x","signedBy":"王","channel":"telephone""#),
        request("Reject", #""proposal":"x","reason":"x""#), request("Reload", ""), request("Status", ""),
    ])
    func peopleApproveAtTheDesk(text: String) throws {
        #expect(try hand(text))
        #expect(try acts() == 0 && desk.files.exists("/inbox/rejected/a"))
        #expect(reason()?.contains("at the desk") == true, "\(reason() ?? "")")
    }

    @Test func tooManyRequestsAreRefusedWhole() throws {
        let text = Array(repeating: Self.directive("1号"), count: RequestIntake<MemoryFileSystem>.maximum + 1)
        #expect(try hand(text.joined(separator: "\n")))
        #expect(try acts() == 0)
        #expect(reason()?.contains("more than 1000") == true)
    }

    @Test func whatWasInterruptedGoesOnWhereItStopped() throws {
        let text = ["1号", "2号", "3号"].map { Self.directive($0) }.joined(separator: "\n")
        var left = 2
        #expect(
            try !hand(text) {
                left -= 1
                return left >= 0
            })
        #expect(try acts() == 2 && desk.files.exists("/inbox/a"))
        // As after a crash between the record and the filing.
        try desk.restart()
        #expect(try inbox.take("a", now: desk.now))
        #expect(try acts() == 3 && desk.files.exists("/inbox/done/a"))
        #expect(desk.service.desk.directives(ofArea: "north").map(\.document) == ["1号", "2号", "3号"])
    }

    @Test func receiptsAndConsultationResultsComeSoToo() throws {
        try desk.pass(150)
        let notice = try #require(desk.published.first)
        let day = desk.service.desk.plan.zone.date(of: desk.now.hourFloor) + 1
        func receipt(_ addressee: String) -> String {
            Self.request("Acknowledge", #""notice":"\#(notice)","addressee":"\#(addressee)","signedBy":"赵六""#)
        }
        let opinion = Self.request(
            "Opine",
            #""days":[{"date":"\#(day)","low":160,"high":240,"quantity":"PM2.5","primary":["细颗粒物"]}],"#
                + #""because":"静稳","signedBy":"王","channel":"telephone""#)
        let retraction = Self.request("Retract", #""days":["\#(day)"],"reason":"冷空气""#)
        try hand([receipt("东区"), receipt("西区"), opinion, retraction].joined(separator: "\n"))
        #expect(desk.files.exists("/inbox/done/a"), "\(reason() ?? "")")
        #expect(desk.service.delivery.items.isEmpty)
        #expect(try acts() == 2 && kinds("receipt") == 2)
        try desk.restart()
        // Once more in another file, where no line is the same one: nobody owes it any more.
        try hand("\n" + receipt("东区") + "\n" + receipt("南区"), as: "b")
        #expect(reason(of: "b")?.contains("nobody has still to acknowledge") == true, "\(reason(of: "b") ?? "")")
        #expect(try kinds("receipt") == 2)
        #expect(try desk.service.ledger.verify().isIntact)
    }

    @Test func aFeedIsNoFileOfRequests() {
        for text in ["", "[{\"method\":1}]", "{\"pm2_5\":1}", "slot_start,station\n", "method\n{}"] {
            #expect(!RequestIntake<MemoryFileSystem>.isRequests(Array(text.utf8)), "\(text)")
        }
        #expect(RequestIntake<MemoryFileSystem>.isRequests(Array("\u{FEFF} \n{ \"method\" : 1".utf8)))
    }
}
