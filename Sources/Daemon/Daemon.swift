import AirQuality
import Desk
import FileAccess
import Glibc
import Ledger
public import Logging
import PlanLanguage
import PlanModel
public import ServiceManager

/// The service: one thread, one loop. It takes files in, seals instants, publishes notices, and reloads the plan.
public final class Daemon {
    public struct Folders: Sendable {
        public var plan: String
        public var state: String
        public var inbox: String
        public var spool: String
        /// The control socket.
        public var control: String

        /// - Parameter control: Nil: `control.sock` in the state folder.
        public init(plan: String, state: String, inbox: String, spool: String, control: String? = nil) {
            self.plan = plan
            self.state = state
            self.inbox = inbox
            self.spool = spool
            self.control = control ?? "\(state)/control.sock"
        }

        var ledger: String { "\(state)/ledger.sqlite" }
        var metrics: String { "\(state)/metrics.prom" }
    }

    private let folders: Folders
    private let files = LocalFileSystem()
    private let clocks: any Clocks
    private let notifier: ServiceNotifier
    private let log: Logger
    private let stateLock: StateLock
    private let service: DeskService<LocalFileSystem>
    private let inbox: Inbox<LocalFileSystem>
    private let wakeups: Wakeups
    private let spool: Spool<LocalFileSystem>
    private let control: ControlServer
    private let sweep: Sweep
    private let reports: ReportWriter
    /// The last instant whose reports were asked for.
    private var reported: HourSlot?
    private var nextScan: Int64 = 0
    private var nextRetry: Int64 = 0
    private var evaluationSeconds = 0.0
    private var lastStatus = ""
    private var metricsDue = true
    private var metricsTrouble: String?

    /// Seconds between scans of the inbox that events do not ask for.
    private static let scanInterval: Int64 = 60
    /// Seconds after which what failed is tried again.
    private static let retryInterval: Int64 = 5

    /// Opens the ledger, folds it, and readies the folders.
    ///
    /// - Throws: ``StartFailure``
    public init(_ folders: Folders, clocks: any Clocks = SystemClocks(), notifier: ServiceNotifier, log: Logger) throws {
        self.folders = folders
        self.clocks = clocks
        self.notifier = notifier
        self.log = log
        Wakeups.holdReloads()
        let plan = try StartFailure.naming(.plan) { try CheckedPlan.check(PlanFolder.read(folders.plan)).get() }
        reports = ReportWriter(ledger: folders.ledger, spool: folders.spool, log: log)
        stateLock = try StartFailure.naming(.state) {
            try LocalFileSystem().makeFolder(folders.state)
            return try StateLock(folders.state)
        }
        let spool = Spool(root: folders.spool, on: LocalFileSystem())
        self.spool = spool
        control = ControlServer(folders.control, log: log)
        try StartFailure.naming(.spool) {
            do throws(FileFailure) { try spool.prepare() } catch {
                guard error.isNoSpace else { throw error }
                log.error("the spool cannot be readied yet", metadata: ["error": "\(error)"])
            }
        }
        service = try StartFailure.naming(.state) {
            try DeskService(
                plan: plan, ledger: Ledger(path: folders.ledger), spool: spool, isDrill: false, log: log, now: clocks.now)
        }
        inbox = Inbox(
            root: folders.inbox, on: LocalFileSystem(), service: service, log: log, mayAct: Accounts.mayAct)
        sweep = Sweep(inbox: folders.inbox, spool: folders.spool, log: log)
        wakeups = try StartFailure.naming(.inbox) { [inbox] in
            try inbox.prepare()
            return try Wakeups(inbox: folders.inbox)
        }
        log.notice(
            "watching \(plan.plan.areas.map(\.name).joined(separator: ", ")) by the plan \(plan.plan.name)",
            metadata: ["plan": "\(plan.version.hash.prefix(12))", "inbox": "\(folders.inbox)", "spool": "\(folders.spool)"])
        service.logWarnings(of: plan)
    }

    /// Runs until a signal ends it.
    public func run() {
        work(files: [], scan: true)
        control.open(steady: clocks.steady)
        notifier.ready(status: status)
        while true {
            let events = wakeups.wait(milliseconds: timeout, others: control.descriptors(steady: clocks.steady))
            if events.signals.contains(where: { $0 == SIGTERM || $0 == SIGINT }) { break }
            if events.signals.contains(SIGHUP) { reload() }
            let steady = clocks.steady
            work(files: events.files, scan: events.needsScan || steady >= nextScan)
            serveClients()
            notifier.watchdog()
        }
        control.close()
        notifier.stopping(status: "stopping")
        log.notice("stopped")
    }

    // MARK: One turn

    private func work(files names: [String], scan: Bool) {
        readClock()
        takeFiles(names, scan: scan)
        guard !wakeups.isStopPending else { return }
        // What came in may say what to think of the clock.
        readClock()
        // A refusal is logged where it happens, and the hour is begun again at the next turn.
        try? service.beginHour(now: now)
        sealIfDue()
        try? service.remind(now: now)
        if clocks.steady >= nextRetry {
            service.publish(now: now)
            nextRetry = clocks.steady + Self.retryInterval
        }
        // By a clock in doubt nothing is too old.
        if service.clock.trustsClock { sweep.turn(service.desk.plan.retention, now: now) }
        if let sealed = service.desk.lastSealed, sealed != reported {
            reported = sealed
            reports.sealed(sealed)
        }
        tellStatus()
        if metricsDue { writeMetrics() }
    }

    /// Answers what clients ask, after all that is due by itself.
    private func serveClients() {
        let before = service.ledger.head
        control.serve(steady: clocks.steady) { line, user in
            ControlDesk(service: service, spool: spool, files: files, now: now, reload: reload)
                .answer(line, of: Accounts.recorder(user))
        }
        guard service.ledger.head != before else { return }
        metricsDue = true
        tellStatus()
    }

    private func readClock() {
        let trusted = service.clock.trustsClock
        service.readClock(wall: clocks.now, steady: clocks.steady)
        if trusted != service.clock.trustsClock { metricsDue = true }
    }

    /// The time to go by.
    private var now: Instant { service.clock.time ?? clocks.now }

    private func takeFiles(_ names: [String], scan: Bool) {
        var stayed = false
        // A backlog may take long: neither the watchdog nor a signal to stop waits for its end.
        let goesOn = { [notifier, wakeups] in
            notifier.watchdog()
            return !wakeups.isStopPending
        }
        for name in names where InboxFolder<LocalFileSystem>.isFeed(name) {
            guard goesOn() else { return }
            if !inbox.take(name, now: now, goesOn: goesOn) { stayed = true }
        }
        if scan {
            let isLeft = NameMender.mend(folders.inbox)
            let result = inbox.takeAll(
                now: now, isComplete: { [folders] in WriterCheck.isComplete("\(folders.inbox)/\($0)") }, goesOn: goesOn)
            stayed = stayed || result.stayed || isLeft
            nextScan = clocks.steady + Self.scanInterval
        }
        if stayed { nextScan = min(nextScan, clocks.steady + Self.retryInterval) }
        if !names.isEmpty || scan { metricsDue = true }
    }

    private func sealIfDue() {
        let now = now
        let desk = service.desk
        guard
            let due = Sealing.due(
                now: now, lastSealed: desk.lastSealed, waitMinutes: desk.plan.waitMinutes,
                isComplete: { desk.isComplete(for: $0) })
        else { return }
        let start = ContinuousClock.now
        // A refusal is logged where it happens; the instant stays due.
        _ = try? service.seal(due, now: now)
        let took = ContinuousClock.now - start
        evaluationSeconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        metricsDue = true
    }

    private func reload() {
        notifier.reloading(status: "reloading the plan")
        let folder = folders.plan
        service.reload({ () throws(FileFailure) in try PlanFolder.read(folder) }, now: now)
        metricsDue = true
        notifier.ready(status: status)
    }

    /// Milliseconds until the loop has something to do by itself.
    private var timeout: Int32 {
        var seconds: Int64 = 10
        if let watchdog = notifier.watchdogInterval { seconds = min(seconds, max(1, watchdog.components.seconds / 3)) }
        seconds = min(seconds, max(0, nextScan - clocks.steady))
        if sweep.isUnderWay { seconds = min(seconds, 1) }
        if !service.isSettled { seconds = min(seconds, Self.retryInterval) }
        if let wait = control.wait(steady: clocks.steady) {
            guard wait > 0 else { return 0 }
            seconds = min(seconds, wait)
        }
        let now = now
        let next = now.hourFloor + 1
        let deadline = Sealing.deadline(of: now.hourFloor, waitMinutes: service.desk.plan.waitMinutes)
        for instant in [next.start, deadline] where instant > now { seconds = min(seconds, instant.seconds - now.seconds) }
        return Int32(max(1, seconds) * 1000)
    }

    // MARK: Telling

    private var status: String {
        let now = now
        return StatusText(
            desk: service.desk, reload: service.reload, unpublished: service.unpublished.count,
            publishingTrouble: service.publishingTrouble, ledgerTrouble: service.ledgerTrouble, clockDoubt: service.clock.doubt,
            waiting: service.waiting,
            orders: service.orderFigures(now: now), receipts: service.delivery.owed(at: now), now: now
        ).text
    }

    private func tellStatus() {
        let text = status
        guard text != lastStatus else { return }
        lastStatus = text
        notifier.status(text)
    }

    private func writeMetrics() {
        metricsDue = false
        let now = now
        let counts = (try? service.ledger.rowCounts()) ?? [:]
        let text = MetricsText(
            desk: service.desk,
            figures: MetricsText.Figures(
                reload: service.reload, unpublished: service.unpublished.count, isLedgerRefusing: service.ledgerTrouble != nil,
                trustsClock: service.clock.trustsClock, evaluationSeconds: evaluationSeconds,
                list: service.listRows, orders: service.orderFigures(now: now), waiting: service.waiting,
                receipts: service.delivery.owed(at: now), hour: now.hourFloor,
                counts: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        ).text
        do throws(FileFailure) {
            try files.write(Array(text.utf8), to: folders.metrics + ".tmp")
            try files.rename(folders.metrics + ".tmp", to: folders.metrics)
            metricsTrouble = nil
        } catch {
            let trouble = "\(error)"
            if metricsTrouble != trouble { log.error("the metrics cannot be written", metadata: ["error": "\(trouble)"]) }
            metricsTrouble = trouble
        }
    }
}
