import AirQuality
import Foundation
import Testing

/// The engine against the literal evaluator on random plans and data.
struct DifferentialTests {
    /// `LANTIAN_SEEDS=500` runs 500 seeds, `LANTIAN_SEEDS=117-117` one; more take longer.
    static let seeds: ClosedRange<Int> = {
        let text = ProcessInfo.processInfo.environment["LANTIAN_SEEDS"] ?? ""
        let bounds = text.split(separator: "-").compactMap { Int($0) }
        if bounds.count == 2, bounds[0] <= bounds[1] { return bounds[0]...bounds[1] }
        return 1...max(1, bounds.first ?? 34)
    }()

    @Test func engineDecidesAsTheTextSays() async {
        let seeds = Self.seeds
        let counts = await withTaskGroup(of: DifferentialCounts.self) { group in
            for seed in seeds { group.addTask { Self.run(seed) } }
            return await group.reduce(into: DifferentialCounts()) { $0.add($1) }
        }
        print("\(seeds.count) cases, \(counts.comparisons) comparisons, \(counts.decisions) decisions")
        for feature in DifferentialCounts.Feature.allCases {
            let outcomes = counts.outcomes(of: feature)
            print("  \(feature): true \(outcomes[0]), false \(outcomes[1]), unknown \(outcomes[2])")
            // Each was put to the test with every outcome, many times over.
            #expect(seeds.count < 34 || outcomes.allSatisfy { $0 >= 50 }, "\(feature)")
        }
        #expect(seeds.count < 34 || counts.comparisons >= 1_000_000)
        #expect(counts.decisions >= seeds.count)
    }

    private static func run(_ seed: Int) -> DifferentialCounts {
        let test = DifferentialCase(seed: seed)
        var run = DifferentialRun()
        if let difference = run.difference(in: test) {
            let small = Shrinker(test, difference)
            Issue.record("seed \(seed); to be kept as a file in Tests/WarningsTests/Kept/Cases:\n\(small.text)")
        }
        return run.counts
    }
}
