extension Plan {
    /// What is declared under a name, as a plan writes it: `level red`, `alert hotspot`, `measures by_grade`. In order of kind, then of
    /// the plan.
    public var declarations: [String] {
        func named(_ word: String, _ ids: [String]) -> [String] { ids.map { "\(word) \($0)" } }
        return named("area", areas.map(\.id)) + named("level", levels.map(\.id)) + named("advice", advice.map(\.id))
            + named("alert", alerts.map(\.id)) + named("exemption", orders.exemptions.map(\.id))
            + named("measures", orders.measures.map(\.id)) + named("season", orders.seasons.map(\.id))
            + orders.watches.map { "\($0.kind == .finding ? "finding" : "count") \($0.id)" }
            + (orders.tables == nil ? [] : ["enterprises"])
    }
}
