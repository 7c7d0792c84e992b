import AirQuality
import Desk
import PlanLanguage
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// A service over a plan whose orange and red levels need approval, with its ledger on disk and its spool in memory.
final class DutyService {
    /// - Parameter clause: A further clause of the plan.
    static func plan(_ clause: String) -> String {
        """
        plan "duty" { basis "x"
        zone "Asia/Shanghai"
        levels yellow < orange < red
        \(clause) }
        area north "北市" { stations N1 }
        level yellow "黄色" { issue when observed hourly PM2.5 > 100 ug/m3
            end when observed hourly PM2.5 <= 100 ug/m3
            approve automatically }
        level orange "橙色" { issue when observed hourly PM2.5 > 200 ug/m3
            end when observed hourly PM2.5 <= 200 ug/m3
            approve by "副总指挥" within 2h otherwise remind "值班室" }
        level red "红色" { issue when observed hourly PM2.5 > 300 ug/m3
            end when observed hourly PM2.5 <= 300 ug/m3
            approve by "总指挥" }
        """
    }

    let path: String
    let files = MemoryFileSystem(Trouble())
    private(set) var service: DeskService<MemoryFileSystem>
    private(set) var hour = 0

    private let plan: String

    /// - Parameter clause: A further clause of the plan.
    convenience init(clause: String) throws { try self.init(plan: Self.plan(clause)) }

    init(plan: String = DutyService.plan("")) throws {
        self.plan = plan
        path = Run.scratch(0)
        service = try Self.open(plan, path, files, now: Make.start.start)
    }

    deinit { Run.clear(path) }

    private static func open(
        _ plan: String, _ path: String, _ files: MemoryFileSystem, now: Instant
    ) throws -> DeskService<MemoryFileSystem> {
        let folder = PlanFolder(files: [SourceFile(name: "duty.plan", text: plan)], tables: [])
        let spool = Spool(root: "/spool", on: files)
        try spool.prepare()
        let service = try DeskService(
            plan: CheckedPlan.check(folder).get(), ledger: Ledger(path: path), spool: spool, isDrill: false, log: Make.log,
            now: now)
        service.publish(now: now)
        return service
    }

    var now: Instant { Instant(seconds: (Make.start + hour).start.seconds + 600) }

    /// Starts again from the ledger, and holds that this changes nothing of the desk.
    func restart() throws {
        let before = service.desk
        let delivery = service.delivery
        try service.ledger.close()
        service = try Self.open(plan, path, files, now: now)
        #expect(service.desk.standing(ofArea: "north") == before.standing(ofArea: "north"))
        #expect(service.desk.ownStanding(ofArea: "north") == before.ownStanding(ofArea: "north"))
        #expect(service.desk.directives(ofArea: "north") == before.directives(ofArea: "north"))
        #expect(service.desk.proposals == before.proposals)
        #expect(service.delivery == delivery)
    }

    /// An hour with a value of the station passes; nil: it is missing.
    func pass(_ value: Int?) throws {
        var batch = ObservationBatch()
        if let value { batch = Make.observations(hour..<hour + 1, pm25: value, stations: ["N1"]) }
        hour += 1
        try service.take(Make.feed("hour \(hour)", batch), now: now)
        try service.beginHour(now: now)
        try service.remind(now: now)
        _ = try service.seal(Sealing.Due(instant: Make.start + hour), now: now)
    }

    /// Hours pass in which nothing runs.
    func sleep(hours: Int) { hour += hours }

    @discardableResult
    func act(_ matter: DeskAct.Matter, by user: String = "duty") throws -> ActReceipt {
        try service.act(matter, by: Recorder(user: user, id: 1000), now: now)
    }

    /// The level in force.
    var level: String? { service.desk.standing(ofArea: "north").level }
    var published: [String] { files.names(in: "/spool/new") }
    var drafts: [String] { files.names(in: "/spool/pending") }

    static let signature = Signature(name: "王市长", post: "总指挥", document: "许环〔2026〕1号", channel: .telephone)
}
