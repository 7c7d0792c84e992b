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
    func evaluate(_ truths: ContiguousArray<Truth?>, stack: inout ContiguousArray<Truth>) -> Truth {
        stack.removeAll(keepingCapacity: true)
        for instruction in instructions {
            switch instruction {
            case .test(let index): stack.append(truths[index] ?? .unknown)
            case .not: if let last = stack.popLast() { stack.append(!last) }
            case .and(let count):
                var result = Truth.true
                for _ in 0..<count { if let last = stack.popLast() { result = result && last } }
                stack.append(result)
            case .or(let count):
                var result = Truth.false
                for _ in 0..<count { if let last = stack.popLast() { result = result || last } }
                stack.append(result)
            }
        }
        return stack.last ?? .unknown
    }
}
