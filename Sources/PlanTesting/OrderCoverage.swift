import AirQuality
import Lists
import Orders
public import PlanModel
import Warnings

/// Which rules of orders the tests rest on: those of which some `expect enterprise …` or `expect site …` would come out otherwise.
public struct OrderCoverage: Sendable {
    /// A row of a measure table, a season, or one of the two outcomes of an exemption.
    public struct Rule: Sendable {
        public enum Kind: String, Sendable { case measure, season, granted, refused }

        public var kind: Kind
        /// The id of the table, season or exemption.
        public var id: String
        public var place: RulePlace
        /// Ids of the levels at which a test rests on it, `none` where no warning was in force; empty: none does.
        public internal(set) var levels: Set<String> = []
        let key: AppliedRules.Rule

        public var isReached: Bool { !levels.isEmpty }

        /// `a row of by_grade`, `season cement`, `exemption heating granted`.
        public var name: String {
            switch kind {
            case .measure: "a row of \(id)"
            case .season: "season \(id)"
            case .granted, .refused: "exemption \(id) \(kind.rawValue)"
            }
        }
    }

    /// In the order of the plan: measures, seasons, exemptions.
    public private(set) var rules: [Rule]
    /// Expectations of orders that could be looked up.
    public private(set) var expectations = 0
    private let places: [AppliedRules.Rule: Int]
    /// The last area and hour that a test looked at.
    private var moment: (area: Area, at: HourSlot)?

    init(plan: Plan) {
        let orders = plan.orders
        var rules: [Rule] = []
        for (table, measures) in orders.measures.enumerated() {
            for (row, measure) in measures.rows.enumerated() {
                rules.append(
                    Rule(kind: .measure, id: measures.id, place: measure.place, key: .measure(table: table, row: row)))
            }
        }
        for (index, season) in orders.seasons.enumerated() {
            rules.append(Rule(kind: .season, id: season.id, place: season.place, key: .season(index)))
        }
        for (index, exemption) in orders.exemptions.enumerated() {
            rules.append(Rule(kind: .granted, id: exemption.id, place: exemption.place, key: .granted(index)))
            guard exemption.canBeRefused else { continue }
            rules.append(Rule(kind: .refused, id: exemption.id, place: exemption.place, key: .refused(index)))
        }
        self.rules = rules
        places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.key, $0) })
    }

    /// Whether every rule was reached.
    public var isFull: Bool { rules.allSatisfy(\.isReached) }

    /// Notes what the order rests on that a test expects.
    mutating func note(_ applied: AppliedRules, level: String?) {
        expectations += 1
        for rule in applied.rules {
            if let place = places[rule] { rules[place].levels.insert(level ?? Decision.none) }
        }
    }

    /// Notes an hour at which tests look.
    mutating func note(_ area: Area, at slot: HourSlot) { moment = (area, slot) }

    /// For each rule that was not reached one that a test could ask about: the first of the list whose order rests on it at the last hour
    /// of the tests, at the lowest level at which there is one.
    func examples(_ plan: Plan, _ list: EmissionList?) -> [Int: OrderExample] {
        var open = Set(rules.indices.filter { !rules[$0].isReached })
        guard let list, let moment, !open.isEmpty else { return [:] }
        var examples: [Int: OrderExample] = [:]
        for level in [nil] + plan.levels.indices.map(Optional.some) {
            let set = OrderSet(plan: plan, list: list, area: moment.area, level: level, start: moment.at)
            for index in set.orders.indices where !open.isEmpty {
                for rule in set.appliedRules(of: index).rules {
                    guard let place = places[rule], open.remove(place) != nil else { continue }
                    let order = set.orders[index]
                    let table = order.isSite ? list.sites : list.enterprises
                    let name = table.text(Int(order.row), order.isSite ? "site_id" : "name")
                    examples[place] = OrderExample(
                        name: name, isSite: order.isSite, level: level.map { plan.levels[$0].id }, action: order.action)
                }
            }
        }
        return examples
    }
}

/// Whom a test could ask about.
struct OrderExample: Sendable {
    var name: String
    var isSite: Bool
    /// nil: without a warning.
    var level: String?
    var action: OrderAction

    /// Where there is none.
    static let none = "the list names nobody whose order it decides at the last hour of the tests, at any level"

    /// `at yellow enterprise "…" is ordered limit 20%`.
    var text: String {
        "\(level.map { "at \($0)" } ?? "without a warning") \(isSite ? "site" : "enterprise") \"\(name)\" is ordered \(action.text)"
    }
}

extension Exemption {
    /// Whether something beside being another's can stand against it.
    fileprivate var canBeRefused: Bool { !bars.isEmpty || condition != nil || upTo != nil || from != nil || until != nil }
}
