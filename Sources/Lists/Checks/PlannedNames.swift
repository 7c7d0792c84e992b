import PlanModel
import Presentation

/// Counties and industries that the plan knows, against which cells and facts are held.
struct PlannedNames: Sendable {
    /// Of all areas; empty where none names any, and then each is known.
    let counties: [String]
    /// Those that the plan declares, else those that its rules name; empty: each is known.
    let industries: [String]
    /// Whether the plan declares its industries: only then is another one an error.
    let declaresIndustries: Bool
    private let countySet: Set<String>
    private let industrySet: Set<String>

    init(_ plan: Plan) {
        counties = plan.areas.flatMap(\.counties)
        declaresIndustries = !plan.orders.industries.isEmpty
        industries = declaresIndustries ? plan.orders.industries : plan.orders.namedIndustries
        countySet = Set(counties)
        industrySet = Set(industries)
    }

    func has(county: String) -> Bool { countySet.isEmpty || countySet.contains(county) }

    func has(industry: String) -> Bool { industrySet.isEmpty || industrySet.contains(industry) }

    func message(county: String) -> String { "no area of the plan has the county \(CellContext.shown(county))" }

    func help(county: String) -> String {
        if let near = Suggestion.closest(to: county, among: counties) { return "did you mean \(near)?" }
        return "name it in the plan: counties \(counties.prefix(20).joined(separator: ", ")), …"
    }

    func message(industry: String) -> String {
        (declaresIndustries ? "the plan does not know the industry " : "no rule of the plan names the industry ")
            + CellContext.shown(industry)
    }

    func near(industry: String) -> String? { Suggestion.closest(to: industry, among: industries) }

    static func help(nearIndustry near: String?) -> String {
        near.map { "did you mean \($0)?" } ?? "add it to the industries of the plan"
    }
}
