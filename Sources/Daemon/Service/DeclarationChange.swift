import PlanModel

/// What a new plan declares that the old one did not, and the other way round. A file that was cut short can still be a plan.
struct DeclarationChange {
    /// nil: nothing.
    var gone: String?
    var new: String?

    /// Names shown; of the rest the number.
    private static let shown = 12

    init(from old: Plan, to plan: Plan) {
        let (before, after) = (old.declarations, plan.declarations)
        let (known, kept) = (Set(before), Set(after))
        gone = Self.text("no longer in the plan", before.filter { !kept.contains($0) })
        new = Self.text("new in the plan", after.filter { !known.contains($0) })
    }

    var texts: [String] { [gone, new].compactMap(\.self) }

    private static func text(_ words: String, _ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let rest = names.count - shown
        return "\(words): " + names.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
