import Ledger
import Lists
import PlanModel

/// The plan versions that were in force, by the hash of their text.
struct PlanShelf {
    private var plans: [String: Plan] = [:]
    private var order: [String] = []
    /// A list takes megabytes: that of the version in force is kept, and one that was asked for beside it.
    private var lists: [(hash: String, list: EmissionList?)] = []
    /// The version in force.
    private(set) var current: String?

    /// Versions kept at hand; older ones are of no notice that may still have to be rendered.
    private static let limit = 16

    func plan(_ hash: String) -> Plan? { plans[hash] }

    /// The list of a version; nil where it is not at hand, nil within where the version has none.
    func list(_ hash: String) -> EmissionList?? { lists.first { $0.hash == hash }?.list }

    /// Takes a version into force.
    mutating func put(_ plan: CheckedPlan) {
        put(plan.plan, hash: plan.version.hash)
        keep(plan.list, of: plan.version.hash)
    }

    /// The same without its list, which is read when it is asked for.
    mutating func put(_ plan: Plan, hash: String) {
        current = hash
        plans[hash] = plan
        order.removeAll { $0 == hash }
        order.append(hash)
        if order.count > Self.limit { plans[order.removeFirst()] = nil }
    }

    /// Keeps a list at hand beside that in force.
    mutating func keep(_ list: EmissionList?, of hash: String) {
        lists.removeAll { $0.hash == hash || $0.hash != current }
        lists.append((hash, list))
    }

    /// Notes a version in force whose text is no longer understood.
    mutating func putUnusable(_ hash: String) { current = hash }
}
