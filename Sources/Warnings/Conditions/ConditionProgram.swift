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

    private(set) var instructions: ContiguousArray<Instruction> = []

    init(_ condition: Condition, index: (Test) -> Int) { append(condition, index) }

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

    /// The truth of the condition, given the truth of its tests.
    func evaluate(_ truth: (Int) -> Truth, stack: inout ContiguousArray<Truth>) -> Truth {
        stack.removeAll(keepingCapacity: true)
        for instruction in instructions {
            switch instruction {
            case .test(let index): stack.append(truth(index))
            case .not: if let last = stack.popLast() { stack.append(!last) }
            case .and(let count): fold(count, .true, &stack) { $0 && $1 }
            case .or(let count): fold(count, .false, &stack) { $0 || $1 }
            }
        }
        return stack.last ?? .unknown
    }

    private func fold(_ count: Int, _ initial: Truth, _ stack: inout ContiguousArray<Truth>, _ join: (Truth, Truth) -> Truth) {
        var result = initial
        for _ in 0..<count { if let last = stack.popLast() { result = join(result, last) } }
        stack.append(result)
    }
}
