import Ledger
import PlanModel

/// The plan versions that were in force, by the hash of their text.
struct PlanShelf {
    private var plans: [String: Plan] = [:]
    private var order: [String] = []
    /// The version in force.
    private(set) var current: String?

    /// Versions kept at hand; older ones are of no notice that may still have to be rendered.
    private static let limit = 16

    func plan(_ hash: String) -> Plan? { plans[hash] }

    mutating func put(_ plan: CheckedPlan) {
        let hash = plan.version.hash
        current = hash
        plans[hash] = plan.plan
        order.removeAll { $0 == hash }
        order.append(hash)
        if order.count > Self.limit { plans[order.removeFirst()] = nil }
    }

    /// Notes a version in force whose text is no longer understood.
    mutating func putUnusable(_ hash: String) { current = hash }
}
