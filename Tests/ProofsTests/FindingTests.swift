import AirQuality
import Desk
import PlanModel
import Testing
import Warnings

@testable import Proofs

/// Parts that change nothing and levels beyond reach, each beside a plan of which it is not found.
struct FindingTests {
    static let high = "observed hourly IAQI(PM2.5) > 300"
    static let low = "observed hourly IAQI(PM2.5) > 200"

    /// A level's clauses, what changes nothing in them, and the same without it.
    static let idle: [(clauses: [String], part: String, without: [String])] = [
        (["\(high) or \(low)"], "`\(high)` changes nothing", [low]),
        (["\(high) and \(low)"], "`\(low)` changes nothing", [high]),
        ([high, low], "the issue of yellow changes nothing", [low]),
        (
            ["observed hourly IAQI(PM2.5) > 200 for 2h including hourly IAQI(PM2.5) > 100 for 1h"],
            "`including hourly IAQI(PM2.5) > 100 for 1h` changes nothing", ["observed hourly IAQI(PM2.5) > 200 for 2h"]
        ),
    ]

    @Test(arguments: idle.indices) func aPartThatChangesNothingIsFound(index: Int) throws {
        let (clauses, part, without) = Self.idle[index]
        let plan = try SmallPlans.plan([clauses])
        let found = try SmallPlans.report(plan).answers.filter { $0.id == "part-changes-nothing" }
        #expect(found.map(\.verdict) == [.found])
        #expect(found.first?.message.contains(part) == true, "\(found.map(\.message))")
        // Tried on every word of three values over the hours that such conditions read.
        #expect(try demands(plan) == demands(SmallPlans.plan([without])))
    }

    @Test func aPartThatDecidesSomethingIsNot() throws {
        let plan = try SmallPlans.plan([["\(Self.low) for 2h or \(Self.high)"]])
        #expect(try SmallPlans.report(plan).answers.allSatisfy { $0.id != "part-changes-nothing" })
        #expect(try demands(plan) != demands(SmallPlans.plan([[Self.high]])))
        #expect(try demands(plan) != demands(SmallPlans.plan([["\(Self.low) for 2h"]])))
    }

    @Test func whatLeadsAmongAllPollutantsChangesNothing() throws {
        let every = Pollutant.allCases.map(\.name).joined(separator: ", ")
        let all = try SmallPlans.report(SmallPlans.plan([["observed hourly AQI > 200 led by \(every)"]]))
        #expect(all.findings.contains { $0.id == "part-changes-nothing" && $0.message.hasPrefix("`led by ") })
        let one = try SmallPlans.report(SmallPlans.plan([["observed hourly AQI > 200 led by PM2.5"]]))
        #expect(!one.findings.contains { $0.id == "part-changes-nothing" })
    }

    @Test func aConditionThatIsNeverOrAlwaysTrueIsFound() throws {
        let never = try SmallPlans.report(SmallPlans.plan([["\(Self.high) and observed hourly IAQI(PM2.5) < 200", Self.low]]))
        #expect(never.findings.contains { $0.id == "always-false" && $0.subject == .issue("yellow", 0) })
        let always = try SmallPlans.report(SmallPlans.plan([["observed hourly IAQI(PM2.5) >= 0"]]))
        #expect(always.findings.contains { $0.id == "always-true" && $0.subject == .issue("yellow", 0) })
        let neither = try SmallPlans.report(SmallPlans.plan([[Self.low]]))
        #expect(!neither.answers.contains { $0.id.hasPrefix("always-") })
    }

    @Test func aLevelThatAHigherOneAlwaysOvertakesIsNeverIssued() throws {
        let report = try SmallPlans.report(SmallPlans.plan([[Self.high], [Self.low]]))
        let yellow = report.answers.filter { $0.id == "never-issued" && $0.subject == .level("yellow") }
        #expect(yellow.map(\.verdict) == [.found])
        #expect(yellow.first?.message.contains("a higher level is too") == true)
    }

    // MARK: Reach

    @Test func whatReadsFurtherAheadThanForecastsReachIsFound() throws {
        let plan = try SmallPlans.plan([["expected hourly IAQI(PM2.5) > 200 throughout next 6h"]])
        let short = try SmallPlans.report(plan, reach: 5)
        #expect(short.findings.contains { $0.id == "beyond-reach" && $0.subject == .issue("yellow", 0) })
        #expect(short.findings.contains { $0.id == "never-issued" })
        #expect(try demands(plan, reach: 5).allSatisfy { $0 != .true })
        let enough = try SmallPlans.report(plan, reach: 6)
        #expect(enough.answers.first { $0.id == "beyond-reach" }?.verdict == .proved)
        #expect(enough.answers.first { $0.id == "never-issued" }?.verdict == .proved)
        #expect(try demands(plan, reach: 6).contains(.true))
    }

    // MARK: Trying all

    /// Whether the lowest level is demanded, hour by hour, on a series that holds every word of six hours of three values.
    private func demands(_ plan: Plan, reach: Int = 3) throws -> [Truth] {
        let scene = try #require(WitnessScene(plan: plan, reach: reach))
        let base = Zone.beijing.midnight(of: Edition.start2026 + 320).hours
        let word = DeBruijn.word(letters: 3, order: 6)
        var values = HourlyValues(slots: base..<base + word.count)
        for (hour, letter) in word.enumerated() {
            let value: Int64 = [20_000, 160_000, 300_000][letter]
            values[SeriesKey(pollutant: .pm25, station: nil), base + hour] = value
        }
        let instants = base + 4...base + word.count - 8
        let desk = try #require(scene.desk(values, around: instants))
        return instants.map { desk.trace(ofArea: "city", at: HourSlot($0))?.levels.first?.demanded ?? .unknown }
    }
}
