import AirQuality
import PlanModel
import TestSupport
import Testing
import Warnings

@testable import Proofs

/// The statements that the prover makes of conditions, against the engine on random series.
struct ConditionEncodingTests {
    private static let base = Zone.beijing.midnight(of: Edition.start2026 + 320).hours

    @Test(arguments: 1...24) func agreesWithTheEngine(seed: Int) throws {
        var plans = RandomPlans(seed: UInt64(seed))
        let plan = plans.wide()
        let reach = plans.random.pick([12, 48, 168, 240])
        var encoder = ConditionEncoder(
            plans: [plan], scope: EncodingScope(reach: reach, varying: .all), leadingSteps: Array(0..<500))
        let scene = try #require(WitnessScene(plan: plan, reach: reach))
        for _ in 0..<3 {
            let values = series(&plans.random, hasOwnStation: scene.area.stations.count > 1)
            for _ in 0..<2 {
                let now = Self.base + plans.random.int(0...23)
                let trace = try #require(scene.trace(values, at: now))
                for level in plan.levels.indices {
                    compare(encoder.demanded(level, at: now), trace.levels[level].demanded, encoder.store, values, seed)
                    compare(encoder.released(level, at: now), trace.levels[level].released, encoder.store, values, seed)
                }
            }
        }
    }

    private func compare(_ stated: Kleene, _ truth: Truth, _ store: FormulaStore, _ values: HourlyValues, _ seed: Int) {
        func sum(_ bound: SumBound) -> Int64 { (bound.start..<bound.end).reduce(0) { $0 + values[bound.series, $1] } }
        let holds = store.value(of: stated.holds, sum: sum)
        let fails = store.value(of: stated.fails, sum: sum)
        #expect(!(holds && fails) || !store.isExact([stated.holds, stated.fails]), "seed \(seed)")
        // What the end of the forecasts cuts is left open.
        guard store.isExact([stated.holds, stated.fails]) else { return }
        #expect(holds == (truth == .true), "seed \(seed)")
        #expect(fails == (truth == .false), "seed \(seed)")
    }

    /// Values about which something changes, for stretches of some hours; the station near to the area.
    private func series(_ random: inout SplitMix64, hasOwnStation: Bool) -> HourlyValues {
        var values = HourlyValues(slots: Self.base - 300..<Self.base + 300)
        for pollutant in Pollutant.allCases {
            var slot = values.slots.lowerBound
            let quiet = random.chance(40)
            while slot < values.slots.upperBound {
                let end = min(slot + random.pick([1, 3, 8, 24, 40]), values.slots.upperBound)
                let notable = random.pick(RandomPlans.notable(pollutant))
                let value = Int64(max(0, (quiet ? notable / 8 : notable) + random.pick([0, 0, -500, 500, 501, 1, -1, 7000])))
                values.fill(SeriesKey(pollutant: pollutant, station: nil), slot..<end, value)
                let own = Int64(max(0, Int(value) + (random.chance(50) ? 0 : random.int(0...Int(value) / 2))))
                if hasOwnStation {
                    values.fill(SeriesKey(pollutant: pollutant, station: RandomPlans.station), slot..<end, own)
                }
                slot = end
            }
        }
        return values
    }
}
