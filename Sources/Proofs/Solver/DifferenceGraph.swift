/// The bounds on differences that hold at present, with integers that satisfy all of them.
///
/// A bound x − y ≤ c is an edge from y to x of length c. Integers that satisfy all bounds exist exactly where no cycle of edges has
/// a negative length. A new edge lowers what it must, in the order of Dijkstra's algorithm, until nothing is left to lower or the
/// lowering comes back to where it began (S. Cotton, O. Maler: Fast and flexible difference constraint propagation for DPLL(T), 2006).
struct DifferenceGraph: Sendable {
    struct Edge: Sendable {
        var from: Int32
        var to: Int32
        var length: Int64
        /// The literal that put the edge in.
        var literal: Literal
    }

    /// The edges that hold, in the order in which they came.
    private(set) var edges: ContiguousArray<Edge> = []
    private var outgoing: ContiguousArray<ContiguousArray<Int32>> = []
    /// Integers that satisfy all edges.
    private(set) var values: ContiguousArray<Int64> = []

    // What one insertion needs, kept between them.
    private var change: ContiguousArray<Int64> = []
    private var parent: ContiguousArray<Int32> = []
    private var isSettled: ContiguousArray<Bool> = []
    private var touched: ContiguousArray<Int32> = []
    private var heap = ChangeHeap()

    mutating func addVariable() -> IntegerVariable {
        values.append(0)
        outgoing.append([])
        change.append(0)
        parent.append(-1)
        isSettled.append(false)
        return IntegerVariable(number: Int32(values.count - 1))
    }

    /// Puts an edge in.
    ///
    /// - Returns: Nil, or the literals of a negative cycle, in which case nothing has changed.
    mutating func insert(_ edge: Edge) -> [Literal]? {
        let source = Int(edge.from)
        let target = Int(edge.to)
        let first = values[source] + edge.length - values[target]
        if first < 0 {
            if source == target { return [edge.literal] }
            touched.removeAll(keepingCapacity: true)
            heap.removeAll()
            lower(target, by: first, along: -1)
            while let next = heap.popLowest() {
                let node = Int(next.node)
                if isSettled[node] || next.change != change[node] { continue }
                if node == source {
                    let cycle = cycle(closing: edge)
                    clear(keepingChanges: false)
                    return cycle
                }
                isSettled[node] = true
                let value = values[node] + change[node]
                for number in outgoing[node] {
                    let onward = edges[Int(number)]
                    let neighbour = Int(onward.to)
                    let lowered = value + onward.length - values[neighbour]
                    if lowered < change[neighbour], !isSettled[neighbour] { lower(neighbour, by: lowered, along: number) }
                }
            }
            clear(keepingChanges: true)
        }
        outgoing[source].append(Int32(edges.count))
        edges.append(edge)
        return nil
    }

    private mutating func lower(_ node: Int, by amount: Int64, along edge: Int32) {
        if change[node] == 0 { touched.append(Int32(node)) }
        change[node] = amount
        parent[node] = edge
        heap.push(ChangeHeap.Entry(change: amount, node: Int32(node)))
    }

    /// The literals of the cycle that the lowering of the new edge's source closes.
    private func cycle(closing edge: Edge) -> [Literal] {
        var literals = [edge.literal]
        var node = Int(edge.from)
        while node != Int(edge.to), parent[node] >= 0 {
            let step = edges[Int(parent[node])]
            literals.append(step.literal)
            node = Int(step.from)
        }
        return literals
    }

    private mutating func clear(keepingChanges: Bool) {
        for node in touched {
            let index = Int(node)
            if keepingChanges { values[index] += change[index] }
            change[index] = 0
            parent[index] = -1
            isSettled[index] = false
        }
    }

    /// Takes the last edges out again; what satisfied more satisfies fewer.
    mutating func shrink(to count: Int) {
        while edges.count > count {
            let edge = edges.removeLast()
            outgoing[Int(edge.from)].removeLast()
        }
    }
}

/// Nodes by how much they are to be lowered, the most first.
private struct ChangeHeap: Sendable {
    struct Entry: Sendable {
        var change: Int64
        var node: Int32
    }

    private var entries: ContiguousArray<Entry> = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var index = entries.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard entries[index].change < entries[parent].change else { return }
            entries.swapAt(index, parent)
            index = parent
        }
    }

    mutating func popLowest() -> Entry? {
        guard let lowest = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return lowest }
        entries[0] = last
        var index = 0
        while true {
            var child = 2 * index + 1
            guard child < entries.count else { return lowest }
            if child + 1 < entries.count, entries[child + 1].change < entries[child].change { child += 1 }
            guard entries[child].change < entries[index].change else { return lowest }
            entries.swapAt(index, child)
            index = child
        }
    }
}
