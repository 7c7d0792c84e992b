import PlanModel

/// A condition as a flat program over test indices: an hour's evaluation walks no tree.
struct ConditionProgram: Sendable {
    enum Instruction: Sendable {
        case test(Int)
        case not
        /// Joins the last n values.
        case and(Int)
        case or(Int)
    }

    private var instructions: ContiguousArray<Instruction> = []
    /// The tests of the condition.
    let tests: [Int]

    init(_ condition: Condition, index: (Test) -> Int) {
        tests = condition.tests.map(index)
        append(condition, index)
    }

    private mutating func append(_ condition: Condition, _ index: (Test) -> Int) {
        switch condition {
        case .test(let test): instructions.append(.test(index(test)))
        case .named(_, let inner): append(inner, index)
        case .not(let inner):
            append(inner, index)
            instructions.append(.not)
        case .and(let parts):
            for part in parts { append(part, index) }
            instructions.append(.and(parts.count))
        case .or(let parts):
            for part in parts { append(part, index) }
            instructions.append(.or(parts.count))
        }
    }

    /// The truth of the condition, given the truth of its tests; one that is not given counts as unknown.
    func evaluate(_ truths: ContiguousArray<Truth?>) -> Truth {
        withUnsafeTemporaryAllocation(of: Truth.self, capacity: instructions.count) { stack in
            var depth = 0
            for instruction in instructions {
                switch instruction {
                case .test(let index):
                    stack[depth] = truths[index] ?? .unknown
                    depth += 1
                case .not: stack[depth - 1] = !stack[depth - 1]
                case .and(let count):
                    depth -= count
                    stack[depth] = stack[depth..<depth + count].reduce(.true) { $0 && $1 }
                    depth += 1
                case .or(let count):
                    depth -= count
                    stack[depth] = stack[depth..<depth + count].reduce(.false) { $0 || $1 }
                    depth += 1
                }
            }
            return depth == 1 ? stack[0] : .unknown
        }
    }
}
