import AirQuality
import Desk
import Notices
import Orders
import PlanModel
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// What must hold at the end of every winter.
struct Invariants {
    let simulation: Simulation
    private let ledger: Ledger
    private let service: DeskService<MemoryFileSystem>

    init(_ simulation: Simulation) throws {
        self.simulation = simulation
        guard let service = simulation.service else { throw Simulation.Failure(description: "the process is down at the end") }
        self.service = service
        ledger = service.ledger
    }

    private func require(_ condition: Bool, _ what: @autoclosure () -> String) throws {
        guard condition else { throw Simulation.Failure(description: what()) }
    }

    /// The decisions on record.
    @discardableResult
    func check() throws -> [Decision] {
        try require(service.isSettled, "something waits to be tried again: \(service.publishingTrouble ?? "")")
        try require(service.clock.trustsClock, "the clock is still in doubt: \(String(describing: service.clock.doubt))")
        let report = try ledger.verify()
        try require(report.isIntact, "the ledger: \(report)")
        let outcomes = try refold()
        try checkInstants()
        var orders = OrderFold(ledger)
        try checkNotices(orders.run())
        try checkFiles()
        let decisions = outcomes.flatMap(\.decisions)
        for decision in decisions { try checkEvidence(decision) }
        return decisions
    }

    /// Evaluates anew what the record says became known, in its order, and compares.
    private func refold() throws -> [HourOutcome] {
        var desk: Desk?
        var outcomes: [HourOutcome] = []
        try ledger.forEachRecord { record in
            switch record.entry {
            case .plan(let version):
                let plan = try SimulationPlans.plan(version).plan
                if desk == nil { desk = Desk(plan: plan) } else { _ = desk?.apply(.planSwapped(plan)) }
            case .feed(let feed):
                _ = desk?.apply(.observations(feed.observations))
                _ = desk?.apply(.forecasts(feed.forecasts))
            case .sealed(let sealed):
                let effects = desk?.apply(.hourSealed(sealed.outcome.at)) ?? []
                let outcome = HourOutcome(at: sealed.outcome.at, effects: effects)
                try require(
                    outcome == sealed.outcome,
                    "evaluated anew, \(sealed.outcome.at) gives \(outcome), on record is \(sealed.outcome)")
                outcomes.append(outcome)
            case .notEvaluated, .published, .refusedPlan, .clockJump, .facts, .supplement, .drill: break
            case .act, .hourBegun, .receipt, .reminder: throw Simulation.Failure(description: "nobody acts in a simulation")
            }
        }
        for station in Weather.stations {
            let live = service.desk.observations.series(of: station)
            let again = desk?.observations.series(of: station) ?? StationSeries()
            for slot in live.slots where live[slot] != again[slot] {
                throw Simulation.Failure(description: "\(station) at \(HourSlot(slot)) is not what the record gives")
            }
        }
        for area in desk?.plan.areas ?? [] {
            try require(
                desk?.standing(ofArea: area.id) == service.desk.standing(ofArea: area.id),
                "\(area.id) stands otherwise than recorded")
        }
        return outcomes
    }

    /// Every instant once, in order, none missing; none passed over without an excuse.
    private func checkInstants() throws {
        var last: HourSlot?
        try ledger.forEachRecord { record in
            let span: ClosedRange<HourSlot>
            switch record.entry {
            case .sealed(let sealed): span = sealed.outcome.at...sealed.outcome.at
            case .notEvaluated(let from, let to):
                span = from...to
                for hour in from.hours...to.hours {
                    try require(simulation.excused.contains(hour), "\(HourSlot(hour)) was passed over")
                }
            default: return
            }
            if let last { try require(span.lowerBound == last + 1, "\(span.lowerBound) follows \(last)") }
            last = span.upperBound
        }
        let end = Instant(seconds: simulation.now).hourFloor
        try require(last.map { end - $0 <= 1 } ?? false, "the last instant is \(String(describing: last)), the end \(end)")
    }

    private func checkNotices(_ orders: [String: OrderReport]) throws {
        try require(simulation.files.violations.isEmpty, simulation.files.violations.joined(separator: "; "))
        let root = Simulation.spool
        var wanted: Set<String> = []
        try ledger.forEachRecord { record in
            let names: [String]
            switch record.entry {
            case .sealed(let sealed):
                names = sealed.notices
                try require(
                    sealed.notices.count == sealed.outcome.decisions.count + sealed.outcome.silences.count
                        + sealed.outcome.bulletins.count + sealed.outcome.highValues.count, "notices are missing")
            case .supplement(let supplement): names = supplement.notices
            default: return
            }
            for name in names {
                wanted.insert(name)
                guard var notice = try fresh(name) else { throw Simulation.Failure(description: "\(name) is not on record") }
                notice.orders = orders[name]
                try require(notice.identifier == name, "\(name) calls itself \(notice.identifier)")
                let places = ["new", "cur"].filter { simulation.files.exists("\(root)/\($0)/\(name)") }
                try require(places.count == 1, "\(name) is in \(places)")
                let folder = "\(root)/\(places[0])/\(name)"
                let files = NoticeRenderer.files(notice) + (try evidence(of: name)?.files(hash: ContentHash.hex) ?? [])
                for (file, bytes) in files {
                    try require(simulation.files.bytes(at: "\(folder)/\(file)") == bytes, "\(name)/\(file) differs")
                }
                try require(
                    simulation.files.exists("\(folder)/orders.csv") == (notice.orders != nil), "\(name) has orders of nothing")
            }
        }
        let found = simulation.files.names(in: root + "/new") + simulation.files.names(in: root + "/cur")
        try require(Set(found) == wanted, "the spool holds notices of nothing: \(Set(found).subtracting(wanted))")
    }

    /// A notice as it follows from the ledger alone.
    private func fresh(_ name: String) throws -> Notice? {
        guard let record = try ledger.notice(name), let hash = record.planHash, let version = try ledger.planVersion(hash: hash)
        else { return nil }
        let plan = try SimulationPlans.plan(version).plan
        guard let area = plan.areas.first(where: { $0.id == record.matter.area }) else { return nil }
        return Notice(
            matter: record.matter, plan: plan, area: area, sent: record.knownAt, head: record.head.hash, planHash: hash,
            status: .actual,
            earlier: record.earlier.map { NoticeReference(identifier: $0.id, sent: $0.knownAt) })
    }

    /// What a decision rests on, asked for at the end of the winter: what came in since changes nothing of it, and the decision
    /// comes out of the ledger alone.
    private func evidence(of name: String) throws -> DecisionEvidence? {
        guard let record = try ledger.notice(name), case .decision(let decision) = record.matter else { return nil }
        let evidence = try DecisionEvidence(decision, notice: name, seq: record.head.seq, ledger) { hash in
            try ledger.planVersion(hash: hash).map { try SimulationPlans.plan($0).plan }
        }
        guard let evidence else { throw Simulation.Failure(description: "\(name) has no evidence") }
        let found = evidence.basis.trace().decision
        try require(
            found == decision, "\(name) made again from the ledger gives \(String(describing: found)), on record is \(decision)")
        return evidence
    }

    private func checkFiles() throws {
        let files = simulation.files
        let root = Simulation.inboxFolder
        func digests(_ folder: String) -> Set<String> {
            Set(
                files.names(in: folder).filter { !$0.hasSuffix(".reason.txt") }
                    .compactMap { files.bytes(at: "\(folder)/\($0)").map(ContentHash.hex) })
        }
        let done = digests(root + "/done")
        let rejected = digests(root + "/rejected")
        for digest in done { try require(ledger.hasSeen(digest: digest), "a file in done is not in the ledger") }
        for name in files.names(in: root + "/rejected") where !name.hasSuffix(".reason.txt") {
            try require(files.bytes(at: "\(root)/rejected/\(name).reason.txt")?.isEmpty == false, "no reason for \(name)")
        }
        for arrival in simulation.delivered {
            let digest = ContentHash.hex(arrival.bytes)
            if files.exists("\(root)/\(arrival.name)") { continue }
            let isDone = arrival.isFacts ? done.contains(digest) || rejected.contains(digest) : done.contains(digest)
            try require(
                arrival.isReadable ? isDone : rejected.contains(digest),
                "\(arrival.name) is lost or in the wrong folder")
        }
    }

    /// Missing data never starts and never ends a warning.
    private func checkEvidence(_ decision: Decision) throws {
        let isUp = decision.kind == .issue || decision.kind == .escalate
        try require(!decision.evidence.isEmpty, "\(decision.id) has no evidence")
        for evidence in decision.evidence {
            try require(evidence.clause == (isUp ? .issue : .end), "\(decision.id) rests on another clause")
            try require(!evidence.finding.tests.isEmpty, "\(decision.id) rests on no test")
            for test in evidence.finding.tests {
                // `missing at most 2h` of the end; nothing may be missing from an issue.
                let allowed = isUp ? 0 : test.text.contains("missing at most") ? 2 : 0
                let missing = test.elements.count { $0.certainty == .missing }
                try require(!test.elements.isEmpty && missing <= allowed, "\(decision.id) rests on \(missing) missing elements")
            }
        }
    }
}
