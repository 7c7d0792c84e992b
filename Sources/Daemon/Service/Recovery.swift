import AirQuality
import Desk
import FileAccess
import Ledger
import PlanLanguage
import PlanModel

/// Folds the records of a ledger into a desk.
struct Recovery {
    private(set) var desk: Desk
    private(set) var plans = PlanShelf()
    private(set) var waiting = WaitingProposals()
    private(set) var delivery = Delivery()
    private(set) var endReminders = EndReminders()
    /// Versions on record that the checker no longer accepts.
    private(set) var unusable: [String] = []
    /// What the record says of the clock: its last time, and a step forward that nothing has caught up with.
    private(set) var clock = ClockGuard.Memory()
    private let current: CheckedPlan

    init(initial: CheckedPlan, settings: DeskSettings) {
        current = initial
        desk = Desk(plan: initial.plan, settings: settings)
    }

    mutating func take(_ record: LedgerRecord) {
        clock.lastKnown = record.knownAt
        if let step = clock.doubted, record.knownAt >= step.to { clock.doubted = nil }
        switch record.entry {
        case .plan(let version): takePlan(version)
        case .feed(let feed):
            if !feed.observations.isEmpty { _ = desk.apply(.observations(feed.observations)) }
            if !feed.forecasts.isEmpty { _ = desk.apply(.forecasts(feed.forecasts)) }
        case .sealed(let sealed):
            _ = desk.apply(.hourRecalled(sealed.outcome))
            waiting.take(sealed.outcome, knownAt: record.knownAt, seq: record.seq)
        case .hourBegun(let begun): _ = desk.apply(.actRecalled(nil, begun.outcome))
        case .act(let act):
            _ = desk.apply(.actRecalled(act.act, act.outcome))
            waiting.take(act.outcome, knownAt: record.knownAt, seq: record.seq)
        case .clockJump(let from, let to):
            clock.doubted = to > from && record.knownAt < to ? ClockGuard.Step(from: from, to: to) : nil
        case .published(let notice, let addressees):
            delivery.publish(notice, at: record.knownAt, to: addressees)
        case .receipt(let receipt): delivery.take(receipt)
        case .reminder(let reminders):
            for reminder in reminders.reminders {
                waiting.take(reminder)
                delivery.take(reminder)
                endReminders.take(reminder)
            }
        case .notEvaluated, .refusedPlan, .facts, .supplement, .drill: break
        }
    }

    private mutating func takePlan(_ version: PlanVersion) {
        if version.hash == current.version.hash {
            plans.put(current)
            _ = desk.apply(.planSwapped(current.plan))
        } else if let plan = PlanFolder(version).checkText().plan {
            // What the desk decides rests on no list: that of an old version is read when a notice needs it.
            plans.put(plan, hash: version.hash)
            _ = desk.apply(.planSwapped(plan))
        } else {
            plans.putUnusable(version.hash)
            unusable.append(version.hash)
        }
    }
}
