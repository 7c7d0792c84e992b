import AirQuality
import Desk
import Lists
import Notices
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Orders that change while a level is in force.
struct SupplementTests {
    private func withLedger(_ body: (String, MemoryFileSystem) throws -> Void) throws {
        let path = Run.scratch(0)
        defer { Run.clear(path) }
        try body(path, MemoryFileSystem(Trouble()))
    }

    /// Both areas at red, their notices published.
    private func inWarning(
        _ path: String, _ files: MemoryFileSystem, _ variant: SimulationPlans.Variant = .first, faults: LedgerFaults = .none
    ) throws -> DeskService<MemoryFileSystem> {
        let service = try Make.service(path, files, variant, faults: faults)
        try service.take(Make.feed("o", Make.observations(-30..<3, pm25: 300)), now: Make.start.start)
        for hour in 0...3 {
            _ = try service.seal(Sealing.Due(instant: Make.start + hour), now: (Make.start + hour).start)
        }
        #expect(service.desk.standing(ofArea: "north").level == "red")
        return service
    }

    private var now: Instant { Instant(seconds: (Make.start + 3).start.seconds + 1800) }

    private func reload(_ service: DeskService<MemoryFileSystem>, _ variant: SimulationPlans.Variant) -> ReloadState.Outcome {
        service.reload({ () in SimulationPlans.folder(variant) }, now: now)
    }

    @discardableResult
    private func send(
        _ rows: [String], to service: DeskService<MemoryFileSystem>
    ) throws -> FeedIntake<MemoryFileSystem>.Outcome {
        let text = "credit_code,fact,value,from\n" + rows.map { $0 + ",2026-09-01\n" }.joined()
        let bytes = Array(text.utf8)
        return try FeedIntake(service: service, log: Make.log)
            .take(bytes, name: "facts.csv", digest: ContentHash.hex(bytes), now: now)
    }

    private func supplements(_ files: MemoryFileSystem) -> [String] {
        files.names(in: "/spool/new").filter { $0.contains("-supplement-") }
    }

    private func csv(_ files: MemoryFileSystem, _ notice: String) throws -> [Substring] {
        let bytes = try #require(files.bytes(at: "/spool/new/\(notice)/orders.csv"))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    }

    @Test("a change of list tells of the changed orders alone, one that changes none tells nothing")
    func list() throws {
        try withLedger { path, files in
            let service = try inWarning(path, files)
            #expect(reload(service, .otherPhones) == .accepted)
            #expect(supplements(files).isEmpty)
            #expect(reload(service, .badList) == .refused)
            #expect(service.reload.summary.contains("E"))
            #expect(supplements(files).isEmpty)
            #expect(reload(service, .otherList) == .accepted)
            let notice = try #require(supplements(files).first)
            #expect(supplements(files).count == 1)
            #expect(notice.contains("-north-"))
            // One grade, one that is new, one that is gone.
            #expect(try csv(files, notice).count == 4)
            #expect(try csv(files, notice).last?.hasSuffix(",退出清单") == true)
            let text = String(decoding: try #require(files.bytes(at: "/spool/new/\(notice)/notice.txt")), as: UTF8.self)
            #expect(text.contains("退出清单1：企业5"))
            #expect(try service.ledger.verify().isIntact)
        }
    }

    @Test("a fact tells of whom it concerns; what it says of nobody is left out")
    func facts() throws {
        try withLedger { path, files in
            let service = try inWarning(path, files)
            let unknown = "91411000MA50000099,grade,A"
            guard case .rejected = try send([unknown], to: service) else {
                Issue.record("facts of nobody were taken")
                return
            }
            guard case .taken = try send(["\(SimulationList.codes[0]),grade,A", unknown], to: service) else {
                Issue.record("a fact was not taken")
                return
            }
            #expect(try service.ledger.facts().map(\.value) == ["A"])
            let notice = try #require(supplements(files).first)
            #expect(try csv(files, notice).count == 2)
            guard case .seen = try send(["\(SimulationList.codes[0]),grade,A", unknown], to: service) else {
                Issue.record("the same was taken twice")
                return
            }
            // Something that is so already changes nothing.
            try send(["\(SimulationList.codes[0]),grade,A级"], to: service)
            #expect(supplements(files).count == 1)
        }
    }

    @Test("a plan without a list takes no facts; when it gets one, all orders are told")
    func firstList() throws {
        try withLedger { path, files in
            let service = try inWarning(path, files, .noOrders)
            guard case .rejected(let reason) = try send(["\(SimulationList.codes[0]),grade,A"], to: service) else {
                Issue.record("facts without a list were taken")
                return
            }
            #expect(reason.contains("names none"))
            for notice in files.names(in: "/spool/new") { #expect(!files.exists("/spool/new/\(notice)/orders.csv")) }
            #expect(reload(service, .first) == .accepted)
            #expect(supplements(files).count == 2)
            #expect(try supplements(files).map { try csv(files, $0).count } == [4, 3])
            // Without a list again nothing is ordered, so nothing can be told.
            #expect(reload(service, .noOrders) == .accepted)
            #expect(supplements(files).count == 2)
        }
    }

    @Test("a list that changed while the process was down is told of at the start, once")
    func whileDown() throws {
        try withLedger { path, files in
            _ = try inWarning(path, files)
            let second = try Make.service(path, files, .otherList)
            #expect(second.unpublished.count == 1)
            second.publish(now: now)
            #expect(supplements(files).count == 1)
            #expect(try Make.service(path, files, .otherList).isSettled)
        }
    }

    @Test("a notice orders what was known when it was made, whatever came since")
    func again() throws {
        try withLedger { path, files in
            let service = try inWarning(path, files)
            try send(["\(SimulationList.codes[0]),grade,A"], to: service)
            #expect(reload(service, .otherList) == .accepted)
            try send(["\(SimulationList.codes[1]),grade,A"], to: service)
            #expect(supplements(files).count == 3)
            let restarted = try Make.service(path, files, .otherList)
            for name in files.names(in: "/spool/new") {
                let notice = try #require(try restarted.rendered(name))
                for (file, bytes) in NoticeRenderer.files(notice) {
                    #expect(files.bytes(at: "/spool/new/\(name)/\(file)") == bytes, "\(name)/\(file)")
                }
            }
        }
    }

    @Test("killed at each step from the fact to the notice, it is told once", arguments: [false, true])
    func crashes(losesPower: Bool) throws {
        var published = 0
        for step in 1...60 {
            try withLedger { path, files in
                let trouble = files.trouble
                let service = try inWarning(path, files, faults: trouble.ledgerFaults)
                trouble.set { $0.stepsToCrash = step }
                _ = try? send(["\(SimulationList.codes[0]),grade,A"], to: service)
                if !supplements(files).isEmpty { published += 1 }
                trouble.set {
                    $0.stepsToCrash = nil
                    $0.isDead = false
                }
                if losesPower {
                    var random = SeededRandom(seed: UInt64(step))
                    files.losePower(&random)
                }
                let restarted = try Make.service(path, files)
                // The file is still in the inbox.
                try send(["\(SimulationList.codes[0]),grade,A"], to: restarted)
                restarted.publish(now: now)
                #expect(restarted.isSettled)
                #expect(supplements(files).count == 1, "step \(step)")
                #expect(try csv(files, try #require(supplements(files).first)).count == 2)
                #expect(files.violations.isEmpty)
                #expect(try restarted.ledger.verify().isIntact)
            }
        }
        #expect(published > 3 && published < 57)
    }
}
