import PlanModel

/// A `let` with its resolved condition and what its expansion costs.
struct LetEntry {
    var name: NameSyntax
    var condition: ResolvedCondition
    /// Lets that it names, in source order, with repeats.
    var uses: [Int]
    /// Nodes and depth of the expansion; nil before it is known, and for cycles for good.
    var size: ExpansionSize?
    var isUsed = false
}

/// What an expansion costs, held at a ceiling far above the limits.
struct ExpansionSize {
    /// Above this, a plan is not evaluated in reasonable time: about a thousand times a real plan.
    static let maximumNodes = 10_000
    /// Evaluation recurses this deep at most.
    static let maximumDepth = 256
    private static let ceiling = 1_000_000_000

    var nodes: Int
    var depth: Int

    static let leaf = ExpansionSize(nodes: 1, depth: 1)

    mutating func include(_ child: ExpansionSize) {
        nodes = min(nodes + child.nodes, Self.ceiling)
        depth = max(depth, min(child.depth + 1, Self.ceiling))
    }

    var isWithinLimits: Bool { nodes <= Self.maximumNodes && depth <= Self.maximumDepth }
}

extension Checker {
    mutating func collectLets(_ syntax: [LetSyntax]) {
        var conditions: [ConditionSyntax] = []
        for item in syntax {
            checkName(item.name, of: .let)
            let name = item.name.text
            if let first = letIndex[name] {
                drafts.append(Draft(.defined(.condition, name), item.name.range, related: [(lets[first].name.range, .firstHere)]))
                continue
            }
            if let level = levelSyntax[name] {
                drafts.append(Draft(.shadows(.level, name), item.name.range, related: [(level.id.range, .declaredHere)]))
            } else if let area = areaIDs[name] {
                drafts.append(Draft(.shadows(.area, name), item.name.range, related: [(area, .declaredHere)]))
            }
            letIndex[name] = lets.count
            lets.append(LetEntry(name: item.name, condition: .invalid, uses: []))
            conditions.append(item.condition)
        }
        for (index, condition) in conditions.enumerated() {
            var uses: [Int] = []
            lets[index].condition = resolve(condition, uses: &uses)
            lets[index].uses = uses
        }
    }

    /// Finds the sizes of all lets, those without open uses first, and the cycles among the rest. Without recursion:
    /// a chain of lets may be as long as a file.
    mutating func orderLets() {
        var open = lets.map { Set($0.uses).count }
        var users: [[Int]] = Array(repeating: [], count: lets.count)
        for (index, entry) in lets.enumerated() {
            for use in Set(entry.uses) { users[use].append(index) }
        }
        var ready = lets.indices.filter { open[$0] == 0 }
        while let index = ready.popLast() {
            lets[index].size = size(of: lets[index].condition)
            for user in users[index] {
                open[user] -= 1
                if open[user] == 0 { ready.append(user) }
            }
        }
        reportCycles()
    }

    private mutating func reportCycles() {
        var seen = Set<Int>()
        for start in lets.indices where lets[start].size == nil && !seen.contains(start) {
            var path: [Int] = []
            var places: [Int: Int] = [:]
            var index = start
            // Every unsized let uses another unsized one, so the walk ends in a cycle.
            while places[index] == nil, !seen.contains(index) {
                places[index] = path.count
                path.append(index)
                seen.insert(index)
                guard let next = lets[index].uses.first(where: { lets[$0].size == nil }) else { break }
                index = next
            }
            guard let first = places[index] else { continue }
            let cycle = path[first...]
            report(.letCycle(cycle.prefix(8).map { lets[$0].name.text }), lets[cycle.first ?? start].name.range)
        }
    }

    func size(of condition: ResolvedCondition) -> ExpansionSize? {
        var size = ExpansionSize.leaf
        switch condition {
        case .or(let terms, _), .and(let terms, _):
            for term in terms {
                guard let child = self.size(of: term) else { return nil }
                size.include(child)
            }
        case .not(let operand, _):
            guard let child = self.size(of: operand) else { return nil }
            size.include(child)
        case .let(let index, _):
            guard let child = lets[index].size else { return nil }
            size.include(child)
        case .test, .invalid: break
        }
        return size
    }

    /// Marks what a level's condition uses, directly or through lets.
    mutating func markUsed(_ uses: [Int]) {
        var pending = uses
        while let index = pending.popLast() {
            guard !lets[index].isUsed else { continue }
            lets[index].isUsed = true
            pending += lets[index].uses
        }
    }

    mutating func checkUsedAndUnusedLets() {
        for entry in lets where entry.isUsed && entry.size?.isWithinLimits == true { checkContradictions(entry.condition) }
        guard isComplete, !hasUnknownNames else { return }
        for entry in lets where !entry.isUsed && entry.size != nil { report(.unusedLet(entry.name.text), entry.name.range) }
    }
}
