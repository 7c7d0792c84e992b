import AirQuality
import PlanModel

/// What directives make of an area's own level (semantics §8.5).
enum DirectiveRule {
    /// - Parameter directives: Those of the area, in the order in which they came.
    /// - Returns: The level in force, nil for none, and the documents that make it so; none where the own level stands.
    static func level(
        own: String?, under directives: [Directive], at slot: HourSlot, in plan: Plan
    ) -> (level: String?, documents: [String]) {
        let binding = binding(directives, at: slot)
        func rank(_ level: String?) -> Int { level.flatMap { plan.index(ofLevel: $0) } ?? -1 }
        var level = own
        var documents: [String] = []
        // Of several the highest holds; all of them are shown.
        let unified = binding.compactMap { directive -> (String?, String)? in
            if case .exactly(let level) = directive.demand { (level, directive.document) } else { nil }
        }
        if let highest = unified.max(by: { rank($0.0) < rank($1.0) }) {
            level = highest.0
            documents = unified.map(\.1)
        }
        for directive in binding {
            guard case .atLeast(let floor) = directive.demand, rank(floor) > rank(level) else { continue }
            level = floor
            documents.append(directive.document)
        }
        return (level, documents)
    }

    /// The directives that bind in a slot: a later unified one or `may lift` of an office takes the place of its earlier ones.
    static func binding(_ directives: [Directive], at slot: HourSlot) -> [Directive] {
        var binding: [Directive] = []
        for directive in directives where directive.counts(at: slot) {
            switch directive.demand {
            case .mayLift: binding.removeAll { $0.office == directive.office }
            case .exactly:
                binding.removeAll { $0.office == directive.office }
                binding.append(directive)
            case .atLeast: binding.append(directive)
            }
        }
        return binding
    }
}
