import AirQuality
import Desk
import FileAccess
import Ledger
import PlanModel

/// Folds the records of a ledger into a desk.
struct Recovery {
    private(set) var desk: Desk
    private(set) var plans = PlanShelf()
    /// Versions on record that the checker no longer accepts.
    private(set) var unusable: [String] = []
    /// A step of the wall clock forward that nothing on record has caught up with.
    private(set) var doubtedStep: ClockGuard.Step?
    private let current: CheckedPlan

    init(initial: CheckedPlan, settings: DeskSettings) {
        current = initial
        desk = Desk(plan: initial.plan, settings: settings)
    }

    mutating func take(_ record: LedgerRecord) {
        if let step = doubtedStep, record.knownAt >= step.to { doubtedStep = nil }
        switch record.entry {
        case .plan(let version): takePlan(version)
        case .feed(let feed):
            if !feed.observations.isEmpty { _ = desk.apply(.observations(feed.observations)) }
            if !feed.forecasts.isEmpty { _ = desk.apply(.forecasts(feed.forecasts)) }
        case .sealed(let sealed): _ = desk.apply(.hourRecalled(sealed.outcome))
        case .clockJump(let from, let to):
            doubtedStep = to > from && record.knownAt < to ? ClockGuard.Step(from: from, to: to) : nil
        case .notEvaluated, .published, .refusedPlan: break
        }
    }

    private mutating func takePlan(_ version: PlanVersion) {
        if version.hash == current.version.hash {
            plans.put(current)
            _ = desk.apply(.planSwapped(current.plan))
        } else if case .success(let plan) = CheckedPlan.check(PlanFolder(version)) {
            plans.put(plan)
            _ = desk.apply(.planSwapped(plan.plan))
        } else {
            plans.putUnusable(version.hash)
            unusable.append(version.hash)
        }
    }
}
