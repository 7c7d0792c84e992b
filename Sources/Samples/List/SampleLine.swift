/// A production line of the sample list.
struct SampleLine {
    /// From 1, within its enterprise.
    let number: Int
    let name: String
    /// SO2, NOx, PM, VOCs in 10^-2 kg/d.
    let emission: SIMD4<Int>
    let isRunning: Bool
    /// In percent, of a line that cannot be interrupted.
    let minimumLoad: Int?
    let hasBackup: Bool
    /// The lowest level at which the filed plan stops it, 0 being yellow, 3 never; nil: no plan is filed.
    let stopsAt: Int?

    /// The lines of an enterprise; their emissions add up to its own.
    static func lines(of enterprise: SampleEnterprise, count: Int, _ draw: inout SplitMix64) -> [SampleLine] {
        guard count > 0 else { return [] }
        let shares = (0..<count).map { _ in 60 + draw.below(81) }
        let running = (0..<count).map { _ in enterprise.isRunning && draw.below(1000) >= 30 }
        let plan = filedPlan(of: enterprise, running: running, &draw)
        let all = shares.reduce(0, +)
        var before = 0
        return (0..<count).map { index in
            let industry = enterprise.industry
            let after = before + shares[index]
            defer { before = after }
            let isContinuous = draw.below(100) < industry.continuous
            let load = industry.minimumLoad.lowerBound + draw.below(industry.minimumLoad.count)
            return SampleLine(
                number: index + 1, name: "\(index + 1)#\(industry.lines[index % industry.lines.count])",
                emission: part(enterprise.emission, upTo: after, of: all) &- part(enterprise.emission, upTo: before, of: all),
                isRunning: running[index], minimumLoad: isContinuous ? load : nil,
                hasBackup: draw.below(100) < (isContinuous ? 85 : 25),
                stopsAt: plan?[index])
        }
    }

    private static func part(_ emission: SIMD4<Int>, upTo share: Int, of all: Int) -> SIMD4<Int> {
        emission &* SIMD4(repeating: share) / SIMD4(repeating: all)
    }

    /// Of 100 plants those that filed a plan, and the percentages of their running lines that it stops at each level. They meet
    /// what rules/xuchang asks of the grade.
    private static func filing(of enterprise: SampleEnterprise) -> (share: Int, stops: [Int]) {
        // The plants that everyone looks at have all filed one.
        let isLarge = ["钢铁", "水泥", "焦化"].contains(enterprise.industry.name)
        switch (enterprise.category, enterprise.grade) {
        case (.key, .c), (.key, .pending):
            return (isLarge ? 100 : 88, enterprise.industry.usesSolvents ? [0, 50, 100] : [50, 100, 100])
        case (.key, .bMinus): return (isLarge ? 100 : 60, [0, 50, 100])
        case (.key, .b): return (isLarge ? 100 : 45, [0, 0, 50])
        case (.key, .a): return (isLarge ? 100 : 20, [0, 0, 30])
        case (.general, .ordinary): return (30, [0, 50, 100])
        default: return (0, [])
        }
    }

    private static func filedPlan(of enterprise: SampleEnterprise, running: [Bool], _ draw: inout SplitMix64) -> [Int]? {
        let filing = filing(of: enterprise)
        let hasFiled = draw.below(100) < filing.share
        // One in fifty names a line too few: the order says so.
        let missing = draw.below(50) == 0 ? 1 : 0
        let start = draw.below(running.count)
        guard hasFiled else { return nil }
        let count = running.count { $0 }
        let stops = filing.stops.map { max(0, ($0 * count + 99) / 100 - ($0 < 100 ? missing : 0)) }
        var plan = [Int](repeating: 3, count: running.count)
        var rank = 0
        for offset in running.indices {
            let index = (start + offset) % running.count
            guard running[index] else { continue }
            plan[index] = stops.firstIndex { rank < $0 } ?? 3
            rank += 1
        }
        return plan
    }
}
