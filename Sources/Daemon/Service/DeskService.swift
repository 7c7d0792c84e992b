public import AirQuality
public import Desk
public import FileAccess
public import Ledger
public import Logging
import Notices
import PlanModel
import Templates
import Warnings

/// The duty desk with its ledger, its plan and its spool: events are committed before they count, decisions before they are
/// published.
///
/// It reads no clock: every call says what time it is, so that the daemon, a drill and a simulation run the same code.
public final class DeskService<Files: FileSystem> {
    public let ledger: Ledger
    public internal(set) var desk: Desk
    let spool: Spool<Files>
    let log: Logger
    let status: Notice.Status
    var plans: PlanShelf
    /// What went wrong last with publishing, until it works again.
    public internal(set) var publishingTrouble: String?
    /// What went wrong last with the ledger, until it works again.
    public internal(set) var ledgerTrouble: String?
    public internal(set) var reload = ReloadState()
    /// The plan that was refused last, until one is accepted.
    var lastRefused: String?
    /// Notices that are on record but not yet in the spool.
    var unpublished: [String] = []
    /// What waits for approval.
    public internal(set) var waiting = WaitingProposals()
    /// Who has still to acknowledge what.
    public internal(set) var delivery = Delivery()
    /// Of which stated ends the desk has been told.
    var endReminders = EndReminders()
    /// Drafts in the spool that answer to what waits.
    var drafts: Set<String>?
    /// What went wrong last with the drafts, until it works again.
    var draftTrouble: String?
    /// The templates that were asked for last, by the plan version that holds them.
    var templates: (hash: String, set: TemplateSet)?
    /// What was last told of the orders in force.
    var figures: (key: OrderFiguresKey, figures: [OrderFigures])?
    /// Which time to go by; a service that is never told of clocks, as in a drill, goes by what each call says.
    var clock: ClockGuard

    /// Starts from the record: every event of the ledger is folded into a desk, what an earlier run left unpublished is noted,
    /// and a plan that changed meanwhile takes force.
    ///
    /// - Parameter isDrill: Whether notices are marked as an exercise.
    public init(
        plan: CheckedPlan, ledger: Ledger, spool: Spool<Files>, isDrill: Bool, settings: DeskSettings = .live, log: Logger,
        now: Instant
    )
        throws
    {
        if let mismatch = try DrillMismatch(ledger, isDrill: isDrill) { throw mismatch }
        self.ledger = ledger
        self.spool = spool
        self.log = log
        status = isDrill ? .exercise : .actual
        var recovery = Recovery(initial: plan, settings: settings)
        try ledger.forEachRecord { recovery.take($0) }
        desk = recovery.desk
        plans = recovery.plans
        waiting = recovery.waiting
        delivery = recovery.delivery
        endReminders = recovery.endReminders
        clock = ClockGuard(recovery.clock)
        for version in recovery.unusable {
            log.warning(
                "a plan version on record is no longer understood: the decisions made under it stand",
                metadata: ["plan": "\(version)"])
        }
        if plans.current != plan.version.hash {
            try bringIn(plan, now)
        } else {
            plans.put(plan)
        }
        unpublished = try ledger.unpublishedNotices()
    }

    private func bringIn(_ plan: CheckedPlan, _ now: Instant) throws {
        if let lost = desk.levelsLost(under: plan.plan).first {
            throw PlanRefusal(area: lost.area.name, level: lost.level)
        }
        let supplement = try supplement(.plan, plan: plan, now: now)
        try ledger.append([.plan(plan.version)] + (supplement.map { [.supplement($0)] } ?? []), knownAt: now)
        plans.put(plan)
        took(supplement)
        logDemandChanges(desk.apply(.planSwapped(plan.plan)))
    }

    // MARK: Data

    /// Takes the rows of a feed; the ledger holds them when this returns.
    func take(_ feed: FeedRecord, now: Instant) throws {
        try committing { try ledger.append([.feed(feed)], knownAt: now) }
        if !feed.observations.isEmpty { _ = desk.apply(.observations(feed.observations)) }
        if !feed.forecasts.isEmpty { _ = desk.apply(.forecasts(feed.forecasts)) }
        for issued in Set(feed.forecasts.days.map(\.issued)).union(feed.forecasts.hours.map(\.issued)) {
            clock.heard(issued: issued)
        }
    }

    /// Takes dated facts, and with them what they change of the orders in force.
    func take(_ facts: FactsRecord, now: Instant) throws {
        let supplement = try supplement(.facts, facts: facts.facts, now: now)
        let entries: [LedgerEntry] = [.facts(facts)] + (supplement.map { [.supplement($0)] } ?? [])
        try committing { try ledger.append(entries, knownAt: now) }
        took(supplement)
        if supplement != nil { publish(now: now) }
    }

    // MARK: Sealing

    /// Seals an instant: evaluates it, commits what is decided, and publishes it.
    ///
    /// - Returns: What took force. Nothing counts, and the instant stays due, where the ledger refuses.
    @discardableResult
    public func seal(_ due: Sealing.Due, now: Instant) throws -> HourOutcome {
        var next = desk
        let outcome = HourOutcome(at: due.instant, effects: next.apply(.hourSealed(due.instant)))
        var entries: [LedgerEntry] = []
        if let gap = due.notEvaluated { entries.append(.notEvaluated(from: gap.lowerBound, to: gap.upperBound)) }
        let names = noticeNames(outcome)
        entries.append(.sealed(SealedRecord(outcome: outcome, notices: names)))
        let sealing = ledger.head.seq + Int64(entries.count)
        let supplement = daySupplement(outcome, record: sealing, now: now)
        if let supplement { entries.append(.supplement(supplement)) }
        try committing { try ledger.append(entries, knownAt: now) }
        desk = next
        unpublished += names
        waiting.take(outcome, knownAt: now, seq: sealing)
        took(supplement)
        report(outcome, notEvaluated: due.notEvaluated)
        publish(now: now)
        return outcome
    }

    /// The name of a decision's notice.
    func noticeName(_ decision: Decision) -> String { notice(.decision(decision)).identifier }

    /// A notice with only what its name needs.
    func notice(_ matter: NoticeMatter) -> Notice {
        Notice(
            matter: matter, plan: desk.plan, area: Area(id: "", name: "", code: nil, stations: [], atLeast: nil),
            sent: Instant(seconds: 0), head: "", planHash: "", status: status, earlier: [])
    }

    func committing(_ body: () throws -> Void) throws {
        do {
            try body()
            if ledgerTrouble != nil { log.notice("the ledger takes records again") }
            ledgerTrouble = nil
        } catch {
            let trouble = "\(error)"
            if ledgerTrouble != trouble {
                log.critical(
                    "the ledger refuses a record; nothing of it counts until it is taken", metadata: ["error": "\(trouble)"])
            }
            ledgerTrouble = trouble
            throw error
        }
    }

    /// Whether nothing waits to be tried again.
    public var isSettled: Bool { unpublished.isEmpty && ledgerTrouble == nil }

    // MARK: Publishing

    /// Publishes what is on record and not yet in the spool, oldest first; what fails is tried again at the next call.
    public func publish(now: Instant) {
        defer { keepDrafts() }
        while let name = unpublished.first {
            do {
                if let files = try files(ofNotice: name) { try spool.publish(name, files) }
                try committing { try record(publicationOf: name, now: now) }
                unpublished.removeFirst()
                log.info("published", metadata: ["notice": "\(name)"])
                if publishingTrouble != nil { log.notice("notices can be published again") }
                publishingTrouble = nil
            } catch {
                let trouble = "\(error)"
                if publishingTrouble != trouble {
                    log.error(
                        "a notice cannot be published; it will be tried again",
                        metadata: ["notice": "\(name)", "error": "\(trouble)"])
                }
                publishingTrouble = trouble
                return
            }
        }
    }

    /// The directives on which a notice stands.
    private func directives(of record: NoticeRecord) throws -> [Directive] {
        if case .extend(let moved) = record.matter { return moved.directives }
        guard case .decision(let decision) = record.matter, case .directive(let documents) = decision.basis else { return [] }
        return try ledger.directives(documents, through: record.head.seq)
    }

    /// A notice as it follows from the ledger; nil where none of that name is on record.
    func rendered(_ name: String) throws -> Notice? {
        guard let record = try ledger.notice(name) else { return nil }
        let areaID = record.matter.area
        let plan = try record.planHash.flatMap { try self.plan($0) } ?? desk.plan
        let area =
            plan.areas.first { $0.id == areaID } ?? Area(id: areaID, name: areaID, code: nil, stations: [], atLeast: nil)
        return Notice(
            matter: record.matter, plan: plan, area: area, sent: record.knownAt, head: record.head.hash,
            planHash: record.planHash ?? "",
            status: status, earlier: record.earlier.map { NoticeReference(identifier: $0.id, sent: $0.knownAt) },
            orders: try orders(of: record), directives: try directives(of: record))
    }
}
