import AirQuality
import Desk
import Glibc
import Logging
import PlanModel
import Synchronization
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Drives the service through a winter: one process, its disk and its clocks, all in memory but the ledger's file.
final class Simulation {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    let winter: Winter
    let trouble = Trouble()
    let files: MemoryFileSystem
    let ledgerPath: String
    var random: SeededRandom
    /// What happened, for whoever looks into a failure.
    private(set) var log: [String] = []

    // The process, nil while it is down.
    var service: DeskService<MemoryFileSystem>?
    private var inbox: Inbox<MemoryFileSystem>?
    private var losesPower = false
    private var downUntil: Int64 = 0

    // The world.
    private(set) var now: Int64
    private var steady: Int64 = 1000
    private var offset: Int64 = 0
    private var ends: [(at: Int64, what: Ending)] = []
    private var isLagging = false
    private var awakeSince: Int64 = 0
    private var diskPlan = SimulationPlans.Variant.first
    private(set) var delivered: [Winter.Arrival] = []
    /// True hours in which an evaluation may be missed: the process was down, asleep, or could not write.
    private(set) var excused: Set<Int> = []

    private enum Ending { case clock, spool, ledger }

    static let spool = "/var/spool"
    static let inboxFolder = "/var/inbox"

    init(_ winter: Winter, ledgerPath: String) {
        self.winter = winter
        self.ledgerPath = ledgerPath
        files = MemoryFileSystem(trouble)
        random = SeededRandom(seed: winter.seed ^ 0xABCD)
        now = winter.start.start.seconds
    }

    func note(_ what: @autoclosure () -> String) {
        log.append("\(Zone.beijing.text(Instant(seconds: now)))\(offset == 0 ? "" : " (clock \(offset))"): \(what())")
    }

    /// Runs the winter to its end.
    func run() throws {
        for folder in ["/var", Self.inboxFolder] { try files.makeFolder(folder) }
        try files.syncFolder("/")
        try files.syncFolder("/var")
        start()
        var nextArrival = 0
        var nextIncident = 0
        let end = winter.end.seconds + 3000
        while now < end {
            while nextArrival < winter.arrivals.count, winter.arrivals[nextArrival].at <= now {
                deliver(winter.arrivals[nextArrival])
                nextArrival += 1
            }
            while let index = ends.firstIndex(where: { $0.at <= now }) { finish(ends.remove(at: index).what) }
            if service == nil, now >= downUntil { start() }
            try turn()
            while nextIncident < winter.incidents.count, winter.incidents[nextIncident].at <= now {
                try happen(winter.incidents[nextIncident].kind)
                nextIncident += 1
            }
            consume()
            advance(Int64(random.within(150...590)))
        }
    }

    private func advance(_ seconds: Int64) {
        if service == nil { excuse(now, now + seconds) }
        now += seconds
        steady += seconds
    }

    private func excuse(_ from: Int64, _ to: Int64) {
        for hour in from / 3600 - 1...to / 3600 + 1 { excused.insert(Int(hour)) }
    }

    // MARK: The world

    private func deliver(_ arrival: Winter.Arrival) {
        var arrival = arrival
        while files.exists("\(Self.inboxFolder)/\(arrival.name)") { arrival.name = "x" + arrival.name }
        files.deliver(arrival.bytes, to: "\(Self.inboxFolder)/\(arrival.name)")
        delivered.append(arrival)
    }

    /// A consumer takes some of the notices.
    private func consume() {
        guard random.once(in: 6) else { return }
        for name in files.names(in: Self.spool + "/new") where random.once(in: 2) {
            files.consume("\(Self.spool)/new/\(name)", to: "\(Self.spool)/cur/\(name)")
        }
    }

    private func finish(_ what: Ending) {
        switch what {
        case .clock:
            offset = 0
            // A process that started under a clock far behind knows only the least that the time may be.
            if isLagging { excuse(now - 3 * 3600, now) }
            isLagging = false
            note("the clock is put right")
        case .spool: trouble.set { $0.spoolIsFull = false }
        case .ledger: trouble.set { $0.ledgerIsFull = false }
        }
    }

    private func happen(_ kind: Winter.Incident.Kind) throws {
        note("\(kind)")
        switch kind {
        case .restart:
            stop()
            start()
        case .crash(let steps, let losesPower):
            self.losesPower = losesPower
            trouble.set { if $0.stepsToCrash == nil { $0.stepsToCrash = steps } }
        case .downtime(let minutes):
            stop()
            downUntil = now + Int64(minutes) * 60
        case .sleep(let minutes):
            let seconds = Int64(minutes) * 60
            excuse(now, now + seconds + 2 * 3600)
            now += seconds
            awakeSince = now
        case .clock(let seconds, let minutes):
            // Two errors at a time cannot be told from one.
            guard offset == 0, let service, service.clock.trustsClock, now > awakeSince + 3 * 3600 else { return }
            offset = seconds
            // A small step is believed, and one backward that no data speaks against: hours may pass early or be passed over.
            let newest = service.desk.newestData(until: HourSlot(Int.max))
            let isContradicted = newest.map { $0 - wall.hourFloor > ClockGuard.hoursAhead } ?? false
            if abs(seconds) <= ClockGuard.forwardLimit || seconds < 0 && !isContradicted {
                excuse(now, now + Int64(minutes + 120) * 60)
            }
            ends.append((now + Int64(minutes) * 60, .clock))
        case .reload(let variant): try reload(variant)
        case .spoolFull(let minutes):
            trouble.set { $0.spoolIsFull = true }
            ends.append((now + Int64(minutes) * 60, .spool))
        case .ledgerFull(let minutes):
            trouble.set { $0.ledgerIsFull = true }
            excuse(now, now + Int64(minutes) * 60)
            ends.append((now + Int64(minutes) * 60, .ledger))
        case .failedSync(let steps): trouble.set { $0.stepsToFailedSync = steps }
        }
    }

    // MARK: The process

    private var wall: Instant { Instant(seconds: now + offset) }

    private func stop() {
        inbox = nil
        service = nil
    }

    private func start() {
        for _ in 0..<20 {
            do {
                let opened = try open()
                _ = opened.readClock(wall: wall, steady: steady)
                if opened.clock.trustsClock, abs(offset) > 3600 {
                    // Nothing tells a clock that is wrong from the start; the operator sees to it.
                    offset = 0
                    note("the clock is put right before the start")
                    continue
                }
                if offset < 0 { isLagging = true }
                let inbox = Inbox(root: Self.inboxFolder, on: files, service: opened, log: Self.silent, mayAct: { _ in true })
                try inbox.prepare()
                (service, self.inbox) = (opened, inbox)
                if trouble.isDead { throw Trouble.Crash() }
                return
            } catch let refusal as PlanRefusal {
                note("no start: \(refusal)")
                diskPlan = .first
            } catch {
                note("no start: \(error)")
                guard trouble.isDead else { return }
                die()
            }
        }
    }

    private func open() throws -> DeskService<MemoryFileSystem> {
        let spool = Spool(root: Self.spool, on: files)
        do throws(FileFailure) { try spool.prepare() } catch { guard error.isNoSpace else { throw error } }
        if SimulationPlans.checked[diskPlan] == nil { diskPlan = .first }
        return try DeskService(
            plan: SimulationPlans.plan(diskPlan), ledger: Ledger(path: ledgerPath, faults: trouble.ledgerFaults), spool: spool,
            isDrill: false, log: Self.silent, now: wall)
    }

    private static let silent = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }

    private func die() {
        stop()
        note("died\(losesPower ? " with the power" : "")")
        if losesPower {
            files.losePower(&random)
            steady = Int64(random.below(100))
        }
        trouble.set {
            $0.isDead = false
            $0.stepsToCrash = nil
        }
    }

    /// One turn of the loop, as ``Daemon`` does it.
    private func turn() throws {
        guard let service, let inbox else { return }
        service.readClock(wall: wall, steady: steady)
        inbox.takeAll(now: service.clock.time ?? wall)
        let time = service.readClock(wall: wall, steady: steady)
        // After a sleep, hours go by the steady clock until data of the new time comes in.
        if offset == 0, !service.clock.trustsClock { excuse(now, now) }
        let desk = service.desk
        let due = Sealing.due(
            now: time, lastSealed: desk.lastSealed, waitMinutes: desk.plan.waitMinutes, isComplete: { desk.isComplete(for: $0) })
        if let due, !trouble.isDead {
            if let outcome = try? service.seal(due, now: time) { try sealed(outcome) }
        }
        if !trouble.isDead { service.publish(now: time) }
        if trouble.isDead {
            die()
            start()
            try turn()
        }
    }

    private func sealed(_ outcome: HourOutcome) throws {
        note("sealed \(outcome.at)")
        for decision in outcome.decisions {
            note("\(decision.at): \(decision.area) \(decision.kind) \(decision.from ?? "none") → \(decision.to ?? "none")")
        }
        for silence in outcome.silences {
            note("\(silence.at): \(silence.area) \(silence.feed) \(silence.isOver ? "over" : "silent")")
        }
        // An accepted step may be an hour ahead; no further may the desk be before the truth.
        guard outcome.at.start.seconds <= now + max(0, min(offset, 3600)) else {
            throw Failure(description: "instant \(outcome.at) is sealed before its time")
        }
    }

    private func reload(_ variant: SimulationPlans.Variant) throws {
        guard let service else { return }
        diskPlan = variant
        let before = service.plans.current
        let isLost = SimulationPlans.checked[variant].map { !service.desk.levelsLost(under: $0.plan).isEmpty } ?? true
        let standings = service.desk.plan.areas.map { ($0.id, service.desk.standing(ofArea: $0.id)) }
        let outcome = service.reload({ () in SimulationPlans.folder(variant) }, now: service.clock.time ?? wall)
        note("reload \(variant): \(outcome), \(service.reload.summary)")
        for (area, standing) in standings where service.desk.standing(ofArea: area) != standing {
            throw Failure(description: "a reload changed what is in force in \(area)")
        }
        if outcome == .accepted, isLost { throw Failure(description: "the plan \(variant) was accepted") }
        if outcome != .accepted, service.plans.current != before { throw Failure(description: "a refused reload left a trace") }
        if trouble.isDead {
            die()
            start()
            try turn()
        }
    }
}
