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
        return 1...max(1, bounds.first ?? 20)
    }()

    @Test func engineDecidesAsTheTextSays() async {
        let seeds = Self.seeds
        let runs = await withTaskGroup(of: DifferentialRun.self) { group in
            for seed in seeds {
                group.addTask {
                    let test = DifferentialCase(seed: seed)
                    var run = DifferentialRun()
                    if let difference = run.difference(in: test) {
                        let small = Shrinker.shrink(test, until: difference.at)
                        Issue.record("seed \(seed), \(small.description)")
                    }
                    return run
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let comparisons = runs.reduce(0) { $0 + $1.comparisons }
        let decisions = runs.reduce(0) { $0 + $1.decisions }
        let truths = runs.reduce(into: [:]) { $0.merge($1.truths, uniquingKeysWith: +) }
        print("\(runs.count) cases, \(comparisons) comparisons, \(decisions) decisions, \(truths)")
        #expect(comparisons > 100 * seeds.count)
        #expect(seeds.count < 20 || decisions > seeds.count)
    }

    /// A perfect forecast reaches 168 h; the record that lies beyond it is no evidence.
    @Test func evidenceHoldsNothingFromBeyondTheForecast() throws {
        let scene = try Scene("forecast hourly PM2.5 <= 100 ug/m3 throughout next 171h missing at most 3h")
        var batch = ObservationBatch()
        batch.stations = ["A"]
        var values = PollutantValues()
        values[.pm25] = 50_000
        let record = scene.midnight..<scene.midnight + 240
        for slot in record { batch.rows.append(ObservationRow(slot: Int32(slot), station: 0, values: values)) }
        let test = DifferentialCase(
            plan: scene.plan, mode: .perfect, record: record, steps: [.observations(batch), .seal(scene.midnight)])
        var run = DifferentialRun()
        #expect(run.difference(in: test)?.text == nil)
        #expect(run.decisions == 1)
    }
}
