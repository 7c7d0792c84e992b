import AirQuality
import Desk
import Notices
import PlanLanguage
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// A service that is started anew on its ledger.
struct RecoveryTests {
    private func withLedger(_ body: (String, MemoryFileSystem) throws -> Void) throws {
        let path = Run.scratch(0)
        defer { Run.clear(path) }
        try body(path, MemoryFileSystem(Trouble()))
    }

    private func seal(_ service: DeskService<MemoryFileSystem>, _ hour: Int) throws -> HourOutcome {
        try service.seal(Sealing.Due(instant: Make.start + hour), now: (Make.start + hour).start)
    }

    @Test("nothing changed: the same desk, and not one record more")
    func unchanged() throws {
        try withLedger { path, files in
            let first = try Make.service(path, files)
            try first.take(Make.feed("o", Make.observations(-30..<3, pm25: 300)), now: Make.start.start)
            try first.take(Make.feed("f", ObservationBatch(), Make.forecast(issued: 0, pm25: 300)), now: Make.start.start)
            for hour in 0...3 { _ = try seal(first, hour) }
            let head = first.ledger.head
            let second = try Make.service(path, files)
            #expect(second.ledger.head == head)
            #expect(second.desk.lastSealed == Make.start + 3)
            #expect(second.desk.standing(ofArea: "north") == first.desk.standing(ofArea: "north"))
            #expect(second.desk.standing(ofArea: "north").level == "red")
            #expect(second.isSettled)
            // And it goes on as the first would.
            #expect(try seal(second, 4) == HourOutcome(at: Make.start + 4, effects: continued(first.desk, 4)))
        }
    }

    private func continued(_ desk: Desk, _ hour: Int) -> [DeskEffect] {
        var desk = desk
        return desk.apply(.hourSealed(Make.start + hour))
    }

    @Test("a plan that changed meanwhile takes force and is put on record")
    func changedPlan() throws {
        try withLedger { path, files in
            let first = try Make.service(path, files)
            _ = try seal(first, 0)
            let second = try Make.service(path, files, .stricter)
            #expect(second.ledger.head.seq == first.ledger.head.seq + 1)
            #expect(try second.ledger.planInForce()?.version.hash == SimulationPlans.plan(.stricter).version.hash)
        }
    }

    @Test("a plan that lacks a level in force is refused at the start")
    func lostLevel() throws {
        try withLedger { path, files in
            let first = try Make.service(path, files)
            try first.take(Make.feed("o", Make.observations(-30..<1, pm25: 300)), now: Make.start.start)
            for hour in 0...1 { _ = try seal(first, hour) }
            #expect(throws: PlanRefusal.self) { try Make.service(path, files, .noRed) }
        }
    }

    @Test("notices that a full disk held back are published later, under the plan of their decision, whatever came since")
    func lateNotices() throws {
        try withLedger { path, files in
            let service = try Make.service(path, files)
            try service.take(Make.feed("o", Make.observations(-30..<1, pm25: 300)), now: Make.start.start)
            files.trouble.set { $0.spoolIsFull = true }
            let outcome = try seal(service, 0)
            #expect(outcome.decisions.count == 2)
            #expect(!service.isSettled)
            let name = service.noticeName(outcome.decisions[0])
            let expected = NoticeRenderer.files(try #require(try service.rendered(name)))
            // More versions than are kept at hand.
            for version in 0..<40 {
                let text = SimulationPlans.text(.stricter) + "# version \(version)\n"
                let folder = PlanFolder(
                    files: [.init(name: "city.plan", text: text)], tables: SimulationList.tables(.stricter))
                #expect(service.reload({ () in folder }, now: (Make.start + 1).start) == .accepted)
            }
            files.trouble.set { $0.spoolIsFull = false }
            service.publish(now: (Make.start + 1).start)
            #expect(service.isSettled)
            for (file, bytes) in expected { #expect(files.bytes(at: "/spool/new/\(name)/\(file)") == bytes) }
        }
    }

    @Test("a ledger that refuses: the instant stays due, nothing counts, nothing is published")
    func refusingLedger() throws {
        try withLedger { path, files in
            let service = try Make.service(path, files, faults: files.trouble.ledgerFaults)
            try service.take(Make.feed("o", Make.observations(-30..<1, pm25: 300)), now: Make.start.start)
            files.trouble.set { $0.ledgerIsFull = true }
            #expect(throws: LedgerError.self) { try seal(service, 0) }
            #expect(service.desk.lastSealed == nil)
            #expect(service.desk.standing(ofArea: "north").level == nil)
            #expect(service.ledgerTrouble != nil)
            #expect(files.names(in: "/spool/new").isEmpty)
            files.trouble.set { $0.ledgerIsFull = false }
            #expect(try seal(service, 0).decisions.count == 2)
            #expect(service.isSettled)
            #expect(files.names(in: "/spool/new").count == 2)
        }
    }

    @Test("a step of the clock that is in doubt stays so over a restart")
    func doubtedStep() throws {
        try withLedger { path, files in
            let noon = Make.start.start.seconds
            let first = try Make.service(path, files)
            _ = first.readClock(wall: Instant(seconds: noon), steady: 0)
            _ = first.readClock(wall: Instant(seconds: noon + 86_410), steady: 10)
            #expect(!first.clock.trustsClock)
            let second = try Make.service(path, files)
            #expect(second.readClock(wall: Instant(seconds: noon + 86_500), steady: 3).seconds == noon + 100)
            // Put right, and restarted: over.
            _ = second.readClock(wall: Instant(seconds: noon + 110), steady: 13)
            let third = try Make.service(path, files)
            #expect(third.readClock(wall: Instant(seconds: noon + 120), steady: 0).seconds == noon + 120)
            #expect(third.clock.trustsClock)
        }
    }
}
