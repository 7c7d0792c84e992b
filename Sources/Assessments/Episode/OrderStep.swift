public import AirQuality
public import Orders
import PlanModel

/// What a notice of an episode ordered, in figures.
public struct OrderStep: Sendable {
    /// An exemption that was for an enterprise or a site.
    public struct Exempted: Hashable, Sendable {
        public var code: String
        public var name: String
        public var county: String
        public var exemption: String
        public var isGranted: Bool
        /// The condition on which it is granted, or every reason for which it is refused; empty where there is none.
        public var text: BothTexts
    }

    public struct ActionCount: Hashable, Sendable {
        public var name: BothTexts
        public var count: Int
    }

    /// The id of the notice.
    public var notice: String
    /// nil: no warning; what is ordered then rests on seasons.
    public var level: String?
    public var start: HourSlot
    /// Enterprises and sites.
    public var count: Int
    public var actions: [ActionCount]
    public var balance: [Balance.Line]
    public var granted: Int
    public var refused: Int
    /// Of those granted and refused; up to ``OrderStep/limit`` of each kind.
    public var exemptions: [Exempted]

    /// Exemptions of a kind that a step names.
    public static let limit = 1000

    /// - Parameter notice: The id of the notice that gives these orders.
    public init(notice: String, _ orders: OrderSet) {
        self.notice = notice
        level = orders.level.map { orders.plan.levels[$0].id }
        start = orders.start
        count = orders.count
        let figures = ReportFigures(orders)
        actions = figures.actions.filter { $0.count > 0 }.map { ActionCount(name: $0.name, count: $0.count) }
        balance = Balance(orders).lines
        granted = figures.granted
        refused = figures.refused
        exemptions = Self.exemptions(orders)
    }

    private static func exemptions(_ orders: OrderSet) -> [Exempted] {
        var counts = [true: 0, false: 0]
        var found: [Exempted] = []
        for index in orders.withExemption {
            guard (counts[true] ?? 0) < limit || (counts[false] ?? 0) < limit else { break }
            let detail = orders.detail(of: index)
            for result in detail.exemptions where counts[result.isGranted, default: 0] < limit {
                counts[result.isGranted, default: 0] += 1
                found.append(
                    Exempted(
                        code: detail.code, name: detail.name, county: detail.county, exemption: result.name,
                        isGranted: result.isGranted, text: text(of: result)))
            }
        }
        return found
    }

    private static func text(of result: OrderDetail.ExemptionResult) -> BothTexts {
        if result.isGranted { return result.condition ?? BothTexts("", "") }
        return BothTexts(
            result.refusals.map(\.chinese).joined(separator: "；"), result.refusals.map(\.english).joined(separator: "; "))
    }
}
