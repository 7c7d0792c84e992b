import AirQuality
import PlanModel
import TestSupport
import Testing
import Warnings

/// Nearest misses and margins of random small cases against brute force: every start and element looked at, and every amount
/// tried out on the data.
struct TraceSearchTests {
    /// One hourly test on PM2.5 of one station: 24 h observed, 24 h forecast, the instant between them.
    struct Case {
        var source: Source
        var relation: Relation
        var threshold: Int
        var hours: Int
        /// Hours and threshold of `including`.
        var part: (hours: Int, threshold: Int)?
        var isThroughout = false
        var missingAllowed = 0
        var within: Int?
        /// From 24 h before the instant on; nil: missing.
        var values: [Int?]

        var condition: String {
            let comparison = "hourly PM2.5 \(relation.rawValue) \(threshold) ug/m3"
            if isThroughout {
                let allowed = missingAllowed > 0 ? " missing at most \(missingAllowed)h" : ""
                return "forecast \(comparison) throughout next \(hours)h\(allowed)"
            }
            var text = "\(source.rawValue) \(comparison) for \(hours)h"
            if let part { text += " including hourly PM2.5 \(relation.rawValue) \(part.threshold) ug/m3 for \(part.hours)h" }
            if let within { text += " starting within \(within)h" }
            return text
        }

        init(_ random: inout SplitMix64) {
            source = [.observed, .forecast, .expected].randomElement(using: &random) ?? .expected
            relation = [.greater, .greaterOrEqual, .less, .lessOrEqual].randomElement(using: &random) ?? .greater
            threshold = Int.random(in: 45...55, using: &random)
            hours = Int.random(in: 1...6, using: &random)
            let shape = Int.random(in: 0..<4, using: &random)
            if shape == 0, hours > 1 {
                missingAllowed = Int.random(in: 0..<min(hours, 3), using: &random)
                isThroughout = true
                source = .forecast
            } else if shape == 1 {
                let harder = Int.random(in: 1...6, using: &random)
                part = (Int.random(in: 1...hours, using: &random), relation.isUpward ? threshold + harder : threshold - harder)
            }
            if source != .observed, !isThroughout, Bool.random(using: &random) { within = Int.random(in: 1...24, using: &random) }
            let gaps = Int.random(in: 0..<3, using: &random)
            let spread = Int.random(in: 2...12, using: &random)
            values = (0..<48).map { _ in
                Int.random(in: 0..<12, using: &random) < gaps ? nil : 50 + Int.random(in: -spread...spread, using: &random)
            }
            // The last slot is covered, so that the forecasts reach as far in every case.
            values[47] = values[47] ?? 50
        }

        func scene() throws -> Scene {
            var scene = try Scene(condition)
            for (index, value) in values.enumerated() {
                guard let value else { continue }
                if index < 24 {
                    scene.observe(.pm25, Double(value), index..<index + 1)
                } else {
                    scene.forecast(index..<index + 1, [.pm25: Double(value)])
                }
            }
            return scene
        }

        func with(_ index: Int, _ value: Int) -> Case {
            var changed = self
            changed.values[index] = value
            return changed
        }

        /// Every value moved against what is asked.
        func worsened(by amount: Int) -> Case {
            var changed = self
            changed.values = values.map { $0.map { relation.isUpward ? $0 - amount : $0 + amount } }
            return changed
        }

        // MARK: Brute force

        struct Score: Equatable {
            var start: Int
            var satisfied = 0
            var failing = 0
            var shortfall = 0

            func isBetter(than other: Score) -> Bool {
                if satisfied != other.satisfied { return satisfied > other.satisfied }
                if failing != other.failing { return failing < other.failing }
                if shortfall != other.shortfall { return shortfall < other.shortfall }
                return start < other.start
            }
        }

        var starts: [Int] {
            if isThroughout { return [24] }
            let all =
                switch source {
                case .observed: [24 - hours]
                case .forecast: Array(24...48 - hours)
                case .expected: Array(24 - hours + 1...48 - hours)
                }
            return all.filter { start in within.map { start < 24 + $0 } ?? true }
        }

        private func room(_ index: Int, _ threshold: Int) -> Int? {
            guard let value = values[index] else { return nil }
            switch relation {
            case .greater: return value - threshold - 1
            case .greaterOrEqual: return value - threshold
            case .less: return threshold - 1 - value
            case .lessOrEqual: return threshold - value
            }
        }

        private func add(_ indices: some Sequence<Int>, _ threshold: Int, to score: Score) -> Score {
            var score = score
            for index in indices {
                guard let room = room(index, threshold) else { continue }
                if room >= 0 { score.satisfied += 1 } else { score.failing += 1 }
                score.shortfall += max(0, -room)
            }
            return score
        }

        /// The score of a run: with the part that serves it best.
        func score(_ start: Int) -> Score {
            let own = add(start..<start + hours, threshold, to: Score(start: start))
            guard let part else { return own }
            return (0...hours - part.hours).map { first in
                add(start + first..<start + first + part.hours, part.threshold, to: own)
            }.reduce(nil) { best, next in best.map { next.isBetter(than: $0) ? next : $0 } ?? next } ?? own
        }

        /// Kleene's truth of a run, nil: unknown.
        func truth(_ start: Int) -> Bool? {
            func all(_ indices: Range<Int>, _ threshold: Int) -> Bool? {
                let rooms = indices.map { room($0, threshold) }
                if rooms.contains(where: { ($0 ?? 0) < 0 }) { return false }
                return rooms.contains(nil) ? nil : true
            }
            let own = all(start..<start + hours, threshold)
            guard let part else { return own }
            let parts = (0...hours - part.hours).map { all(start + $0..<start + $0 + part.hours, part.threshold) }
            let included: Bool? = parts.contains(true) ? true : parts.contains(nil) ? nil : false
            if own == false || included == false { return false }
            return own == nil || included == nil ? nil : true
        }

        func nearest(_ truth: Bool?) -> Score? {
            starts.filter { self.truth($0) == truth }.map(score).reduce(nil) { best, next in
                best.map { next.isBetter(than: $0) ? next : $0 } ?? next
            }
        }
    }

    private func bool(_ truth: Truth) -> Bool? { truth == .unknown ? nil : truth == .true }

    private func test(_ made: Case, sourceLocation: SourceLocation = #_sourceLocation) throws -> TestTrace {
        let scene = try made.scene()
        let trace = try scene.trace(at: 24)
        let test = try #require(trace.levels[0].issue[0].condition.tests.first)
        // The literal evaluator of the tests agrees.
        #expect(bool(test.truth) == scene.demanded(at: 24), "\(made)", sourceLocation: sourceLocation)
        #expect(test.truth == trace.levels[0].demanded, sourceLocation: sourceLocation)
        return test
    }

    @Test(arguments: 0..<8) func nearestMissesAndMarginsHold(block: UInt64) throws {
        var random = SplitMix64(seed: 1000 + block)
        var seen: [Truth: Int] = [:]
        for _ in 0..<80 {
            let made = Case(&random)
            let found = try test(made)
            seen[found.truth, default: 0] += 1
            if found.truth == .true { try checkMargin(made, found) } else { try checkMiss(made, found) }
        }
        for truth in [Truth.true, .false, .unknown] { #expect(seen[truth, default: 0] > 2, "\(seen)") }
    }

    private func checkMiss(_ made: Case, _ found: TestTrace) throws {
        guard !made.starts.isEmpty else {
            #expect(found.nearest == nil && found.truth == .unknown)
            return
        }
        let run = try #require(found.nearest)
        let zero = try made.scene().midnight
        if !made.isThroughout {
            let best = try #require(made.nearest(bool(found.truth)), "\(made)")
            let score = Case.Score(
                start: run.start.hours - zero, satisfied: run.satisfied, failing: run.failing.count,
                shortfall: Int(run.failing.reduce(0) { $0 - ($1.room ?? 0) } / 1000))
            #expect(score == best, "\(made)")
        }
        // What an element lacks is exactly what it lacks.
        var all = made
        for element in run.failing {
            let index = element.start.hours - zero
            let lacking = try #require(element.room)
            #expect(lacking < 0)
            let need = Int(element.need / 1000)
            let short = made.relation.isUpward ? need - 1 : need + 1
            all.values[index] =
                made.relation.isUpward ? max(need, all.values[index] ?? need) : min(need, all.values[index] ?? need)
            guard run.failing.count == 1, !made.isThroughout else { continue }
            #expect(try test(made.with(index, short)).truth == found.truth, "one less does not do: \(made)")
        }
        let mended = try test(all)
        if made.isThroughout {
            #expect(
                mended.truth == (run.unknown.count <= made.missingAllowed && run.unknown.count < made.hours ? .true : .unknown))
        } else if run.unknown.isEmpty {
            #expect(mended.truth == .true, "\(made)")
        } else {
            #expect(mended.truth != .false, "\(made)")
        }
    }

    private func checkMargin(_ made: Case, _ found: TestTrace) throws {
        let margin = try #require(found.margin)
        #expect(margin.amount >= 0 && margin.amount == margin.element.room)
        let amount = Int(margin.amount / 1000)
        #expect(try test(made.worsened(by: amount)).truth == .true, "\(made)")
        #expect(try test(made.worsened(by: amount + 1)).truth != .true, "\(made)")
        #expect(found.trueStarts == (made.isThroughout ? 1 : made.starts.count { made.truth($0) == true }))
        #expect(found.run?.start == found.finding?.start)
        #expect(found.run?.elements.map(\.finding) == found.finding?.elements)
    }
}
