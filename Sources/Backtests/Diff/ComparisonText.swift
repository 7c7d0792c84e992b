import AirQuality
import Orders
import PlanModel
public import Presentation
import Warnings

/// A comparison of two plans for people: what changes in each episode, then sums.
public struct ComparisonText {
    private let comparison: PlanComparison
    private let style: Style

    public init(_ comparison: PlanComparison, style: Style) {
        self.comparison = comparison
        self.style = style
    }

    private var pairing: PlanPairing { comparison.pairing }

    public var text: String {
        let differing = comparison.groups.filter(\.differs)
        var text = ""
        for group in differing { text += describe(group) + "\n" }
        if comparison.groups.isEmpty { return "neither plan decides anything over this record\n" }
        return text + summary
    }

    private func time(_ slot: HourSlot) -> String { comparison.new.plan.zone.shortText(slot) }

    // MARK: One episode

    private func describe(_ group: EpisodeGroup) -> String {
        var head = "\(time(group.slots.lowerBound)) to \(time(group.slots.upperBound))"
        head += "  \(pairing.name(ofArea: group.area))  \(kind(group))"
        var text = style.bold(head) + "\n"
        var table = TextTable([.left, .left, .left, .left, .left])
        var kinds: [DecisionChange.Kind] = []
        for change in group.changes where change.kind != .same {
            kinds.append(change.kind)
            table.add([" ", label(change), change.old.map(step) ?? "", change.new.map(step) ?? "", responses(change)])
        }
        let lines = table.text.split(separator: "\n")
        for (line, kind) in zip(lines, kinds) { text += painted(String(line), kind) + "\n" }
        let same = group.changes.count { $0.kind == .same }
        if same > 0, !kinds.isEmpty { text += "  \(same) decision\(same == 1 ? "" : "s") the same\n" }
        let hours = group.hours.filter(\.differ)
        if !hours.isEmpty { text += "  hours: " + hours.map(describe).joined(separator: "; ") + "\n" }
        if let orders = group.orders, orders.areDifferent { text += describe(orders) }
        return text
    }

    private func kind(_ group: EpisodeGroup) -> String {
        switch group.kind {
        case .same: "the same decisions"
        case .changed: "changed"
        case .added: style.green("added")
        case .gone: style.red("gone")
        case .split: "split: 1 episode becomes \(group.new.count)"
        case .merged: "merged: \(group.old.count) episodes become 1"
        case .regrouped: "\(group.old.count) episodes become \(group.new.count)"
        }
    }

    private func label(_ change: DecisionChange) -> String {
        let hours = change.hours ?? 0
        switch change.kind {
        case .same: return "= same"
        case .other:
            if change.old?.from != change.new?.from { return "~ from other level" }
            return change.old?.kind == change.new?.kind ? "~ other response" : "~ other kind"
        case .earlier: return "< \(-hours) h earlier"
        case .later: return "> \(hours) h later"
        case .otherLevel:
            return hours == 0 ? "~ other level" : "~ other level, \(abs(hours)) h \(hours < 0 ? "earlier" : "later")"
        case .added: return "+ added"
        case .gone: return "- gone"
        }
    }

    private func step(_ decision: Decision) -> String {
        let levels = "\(pairing.name(ofLevel: decision.from)) → \(pairing.name(ofLevel: decision.to))"
        return "\(time(decision.at)) \(decision.kind.rawValue) \(levels)"
    }

    /// Both starts of the response, where it follows the decision by other hours.
    private func responses(_ change: DecisionChange) -> String {
        guard let old = change.old, let new = change.new, old.isUpward, let before = old.response, let after = new.response,
            before - old.at != after - new.at
        else { return "" }
        return "response \(time(before)) → \(time(after))"
    }

    private func painted(_ line: String, _ kind: DecisionChange.Kind) -> String {
        switch kind {
        case .added: style.green(line)
        case .gone: style.red(line)
        case .earlier, .later, .other, .otherLevel: style.yellow(line)
        case .same: line
        }
    }

    private func describe(_ hours: LevelHours) -> String {
        var parts: [String] = []
        func add(_ name: String, _ old: Int, _ new: Int) {
            if old != new { parts.append("\(name) \(old) → \(new) (\(signed(new - old)))") }
        }
        add("warning", hours.old.warning, hours.new.warning)
        add("response", hours.old.response, hours.new.response)
        return "\(pairing.name(ofLevel: hours.level)) \(parts.joined(separator: ", "))"
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : String(number) }

    private func describe(_ orders: OrderComparison) -> String {
        func side(_ side: OrderComparison.Side) -> String {
            "\(pairing.name(ofLevel: side.level)) \(Decimals.text(millionths: side.reduction)) kg/d"
        }
        let counts = OrderChanges.Kind.allCases.map { "\(orders.counts[$0] ?? 0) \($0.rawValue)" } + ["\(orders.gone) gone"]
        let text = "  orders: \(side(orders.old)) → \(side(orders.new)): \(counts.joined(separator: ", "))\n"
        var table = TextTable([.left, .left, .left, .left, .left, .right])
        for item in orders.changed.prefix(Self.listedOrders) {
            let change = item.newReduction - item.oldReduction
            table.add([
                "   ", item.code, item.name, item.oldAction ?? "not on the list", "→ \(item.newAction ?? "not on the list")",
                (change > 0 ? "+" : "") + Decimals.text(millionths: change) + " kg/d",
            ])
        }
        let rest = orders.changed.count - Self.listedOrders
        return text + table.text + (rest > 0 ? "    … and \(rest) more; --format json has them all\n" : "")
    }

    /// Orders of an episode that are listed one by one.
    private static let listedOrders = 5

    // MARK: Sums

    private var summary: String {
        var table = TextTable([.left, .right, .right, .right, .right, .right, .right])
        table.add(["hours", "warning old", "new", "change", "response old", "new", "change"])
        for hours in comparison.totals {
            table.add([
                pairing.name(ofLevel: hours.level), String(hours.old.warning), String(hours.new.warning),
                signed(hours.new.warning - hours.old.warning), String(hours.old.response), String(hours.new.response),
                signed(hours.new.response - hours.old.response),
            ])
        }
        let before = comparison.groups.reduce(0) { $0 + $1.old.count }
        let after = comparison.groups.reduce(0) { $0 + $1.new.count }
        let kinds = EpisodeGroup.Kind.allCases.filter { comparison.count($0) > 0 }
            .map { "\(comparison.count($0)) \($0.rawValue)" }
        let names: [DecisionChange.Kind: String] = [.otherLevel: "other level", .other: "other kind, start or response"]
        let changes = DecisionChange.Kind.allCases.filter { comparison.count($0) > 0 }
            .map { "\(comparison.count($0)) \(names[$0] ?? $0.rawValue)" }
        var text = table.text + "\n"
        text += "episodes: \(before) before, \(after) after; \(kinds.joined(separator: ", "))\n"
        text += "decisions: \(changes.joined(separator: ", "))\n"
        let ordered = comparison.groups.count { $0.orders?.areDifferent ?? false }
        if ordered > 0 { text += "orders differ in \(ordered) of \(comparison.groups.count) episodes\n" }
        text += comparison.differs ? style.yellow("the plans differ over this record") : style.green("no difference")
        return text + "\n"
    }
}
