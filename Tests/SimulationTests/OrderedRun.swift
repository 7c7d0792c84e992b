import AirQuality
import Desk
import Logging
import PlanModel
import Testing

@testable import Daemon
@testable import FileAccess
@testable import Ledger

extension Run {
    /// The outcomes of a winter whose files come in one batch an hour, evaluated at the end of the wait.
    ///
    /// - Parameter shuffles: Whether the files of a batch are taken in random order, the process is started anew now and then, and
    ///   the plan in force is loaded again.
    static func decisions(_ winter: Winter, shuffles: Bool) -> [HourOutcome] {
        let path = scratch(winter.seed)
        defer { clear(path) }
        do { return try outcomes(winter, shuffles, path) } catch {
            Issue.record("seed \(winter.seed): \(error)")
            return []
        }
    }

    private static func outcomes(_ winter: Winter, _ shuffles: Bool, _ path: String) throws -> [HourOutcome] {
        let files = MemoryFileSystem(Trouble())
        try files.makeFolder("/inbox")
        var random = SeededRandom(seed: winter.seed ^ 0x5555)
        let log = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        func start(_ now: Instant) throws -> (DeskService<MemoryFileSystem>, Inbox<MemoryFileSystem>) {
            let spool = Spool(root: "/spool", on: files)
            try spool.prepare()
            let service = try DeskService(
                plan: SimulationPlans.plan(.first), ledger: Ledger(path: path), spool: spool, isDrill: false, log: log, now: now)
            let inbox = Inbox(root: "/inbox", on: files, service: service, log: log, mayAct: { _ in true })
            try inbox.prepare()
            return (service, inbox)
        }
        var (service, inbox) = try start(winter.start.start)
        var outcomes: [HourOutcome] = []
        var next = 0
        for hour in 0...winter.hours {
            let instant = winter.start + hour
            let deadline = Sealing.deadline(of: instant, waitMinutes: service.desk.plan.waitMinutes)
            var batch = 0
            while next < winter.arrivals.count, winter.arrivals[next].at <= deadline.seconds {
                let order = shuffles ? random.below(1_000_000) : batch
                files.deliver(winter.arrivals[next].bytes, to: "/inbox/\(1_000_000 + order)-\(batch)")
                batch += 1
                next += 1
            }
            inbox.takeAll(now: deadline)
            if shuffles, random.once(in: 3) { (service, inbox) = try start(deadline) }
            if shuffles, random.once(in: 3) { service.reload({ () in SimulationPlans.folder(.first) }, now: deadline) }
            outcomes.append(try service.seal(Sealing.Due(instant: instant), now: deadline))
        }
        return outcomes
    }
}
