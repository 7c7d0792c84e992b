import AirQuality
import Desk
import Notices
import PlanLanguage
import PlanModel
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Advice to the public through desk, service, ledger and spool: on change only, whatever restarts and plans come between.
@Suite struct AdviceTests {
    private static let advice = """

        advice haze "细颗粒物健康提示" { when observed hourly PM2.5 > 75 ug/m3 for 2h
            say "减少户外活动" }
        """

    private func desk() throws -> DutyService { try DutyService(plan: DutyService.plan("") + Self.advice) }

    private func advice(_ desk: DutyService) -> [String] { desk.published.filter { $0.contains("-advice-haze-") } }

    @Test func itBeginsAndEndsOnceEach() throws {
        let desk = try desk()
        var counts: [Int] = []
        for value in [40, 90, 90, 90, 95, 40, 40] {
            try desk.pass(value)
            counts.append(advice(desk).count)
        }
        #expect(counts == [0, 0, 1, 1, 1, 2, 2])
        #expect(desk.level == nil)
        #expect(desk.service.desk.bulletins.isEmpty)
        #expect(try desk.service.ledger.verify() == VerifyReport(head: desk.service.ledger.head))
    }

    @Test func unknownChangesNothing() throws {
        let desk = try desk()
        for value in [90, 90] { try desk.pass(value) }
        #expect(advice(desk).count == 1)
        for _ in 0..<3 { try desk.pass(nil) }
        #expect(advice(desk).count == 1)
        #expect(desk.service.desk.bulletins.map(\.bulletin.advice) == ["haze"])
        // One value beyond the threshold leaves the run of two hours unknown.
        try desk.pass(90)
        #expect(advice(desk).count == 1)
        try desk.pass(40)
        #expect(advice(desk).count == 2)
    }

    @Test func aRestartRemembersIt() throws {
        let desk = try desk()
        for value in [90, 90] { try desk.pass(value) }
        try desk.restart()
        #expect(desk.service.desk.bulletins.map(\.bulletin.at) == [Make.start + 2])
        try desk.pass(90)
        #expect(advice(desk).count == 1)
        try desk.pass(40)
        try desk.restart()
        #expect(desk.service.desk.bulletins.isEmpty)
        try desk.pass(40)
        #expect(advice(desk).count == 2)
    }

    @Test func theEndRefersToTheBeginning() throws {
        let desk = try desk()
        for value in [90, 90, 40] { try desk.pass(value) }
        let names = advice(desk)
        let name = try #require(names.last)
        let end = try #require(try desk.service.rendered(name))
        #expect(end.earlier.map(\.identifier) == [names.first])
        #expect(
            end.matter
                == .bulletin(
                    Bulletin(area: "north", advice: "haze", name: "细颗粒物健康提示", text: "减少户外活动", at: Make.start + 3, isOver: true)))
    }

    @Test func whatThePlanNoLongerSaysIsOver() throws {
        let folder = { (text: String) in PlanFolder(files: [SourceFile(name: "p.plan", text: text)], tables: []) }
        var desk = Desk(plan: try #require(folder(DutyService.plan("") + Self.advice).checkText().plan))
        _ = desk.apply(.observations(Make.observations(0..<2, pm25: 90, stations: ["N1"])))
        #expect(bulletins(&desk, 2).map(\.isOver) == [false])
        _ = desk.apply(.planSwapped(try #require(folder(DutyService.plan("")).checkText().plan)))
        #expect(bulletins(&desk, 3).map(\.isOver) == [true])
        #expect(bulletins(&desk, 4).isEmpty)
    }

    @Test func aReplayTellsNothing() throws {
        let folder = PlanFolder(files: [SourceFile(name: "p.plan", text: DutyService.plan("") + Self.advice)], tables: [])
        var desk = Desk(plan: try #require(folder.checkText().plan), settings: .replay(.issued, window: nil))
        _ = desk.apply(.observations(Make.observations(0..<2, pm25: 90, stations: ["N1"])))
        #expect(bulletins(&desk, 2).isEmpty)
    }

    private func bulletins(_ desk: inout Desk, _ hour: Int) -> [Bulletin] {
        desk.apply(.hourSealed(Make.start + hour)).compactMap { if case .bulletin(let bulletin) = $0 { bulletin } else { nil } }
    }
}
