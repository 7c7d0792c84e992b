/// Variables by how often they lately took part in conflicts, the busiest first; of equals the one with the lowest number.
struct VariableOrder: Sendable {
    private var activity: ContiguousArray<Double> = []
    private var heap: ContiguousArray<Int32> = []
    private var position: ContiguousArray<Int32> = []
    private var increment = 1.0

    mutating func addVariable() {
        activity.append(0)
        position.append(-1)
        insert(activity.count - 1)
    }

    mutating func insert(_ variable: Int) {
        guard position[variable] < 0 else { return }
        position[variable] = Int32(heap.count)
        heap.append(Int32(variable))
        moveUp(heap.count - 1)
    }

    mutating func popFirst() -> Int? {
        guard let first = heap.first else { return nil }
        position[Int(first)] = -1
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            position[Int(last)] = 0
            moveDown(0)
        }
        return Int(first)
    }

    mutating func bump(_ variable: Int) {
        activity[variable] += increment
        if activity[variable] > 1e100 {
            for index in activity.indices { activity[index] *= 1e-100 }
            increment *= 1e-100
        }
        if position[variable] >= 0 { moveUp(Int(position[variable])) }
    }

    mutating func decay() { increment /= 0.95 }

    private func precedes(_ left: Int32, _ right: Int32) -> Bool {
        let (first, second) = (activity[Int(left)], activity[Int(right)])
        return first > second || first == second && left < right
    }

    private mutating func moveUp(_ start: Int) {
        var index = start
        let moved = heap[index]
        while index > 0 {
            let parent = (index - 1) / 2
            guard precedes(moved, heap[parent]) else { break }
            heap[index] = heap[parent]
            position[Int(heap[index])] = Int32(index)
            index = parent
        }
        heap[index] = moved
        position[Int(moved)] = Int32(index)
    }

    private mutating func moveDown(_ start: Int) {
        var index = start
        let moved = heap[index]
        while true {
            var child = 2 * index + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
            guard precedes(heap[child], moved) else { break }
            heap[index] = heap[child]
            position[Int(heap[index])] = Int32(index)
            index = child
        }
        heap[index] = moved
        position[Int(moved)] = Int32(index)
    }
}
