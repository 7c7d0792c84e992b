import AirQuality
import Desk
import FileAccess
import PlanLanguage
import PlanModel
import Testing
import Warnings

struct ShippedRulesTests {
    @Test(arguments: ["xuchang", "beijing", "history/2016", "history/2018"])
    func shippedPlansHaveNoWarnings(name: String) throws {
        let result = try PlanFolder.read("\(Record.root)/rules/\(name)").check()
        #expect(result.plan != nil)
        #expect(result.findings.filter { $0.severity > .note } == [])
    }

    @Test func bothCitiesHaveTheSameCriteriaWordForWord() throws {
        let texts = try ["xuchang", "beijing"].map {
            try LocalFileSystem().read("\(Record.root)/rules/\($0)/levels.plan", limit: 1 << 20)
        }
        #expect(texts[0] == texts[1])
        let (xuchang, beijing) = (try #require(try Record.plan("xuchang")), try #require(try Record.plan("beijing")))
        #expect(xuchang.levels == beijing.levels)
        #expect(xuchang.horizon == beijing.horizon)
        #expect(xuchang.review == beijing.review)
    }

    /// An end must see all that could issue again within 36 h of it: a run that begins before horizon + 36 h.
    @Test func endsLookThirtySixHoursBeyondTheHorizon() throws {
        let plan = try #require(try Record.plan("xuchang"))
        let horizon = try #require(plan.horizon)
        for level in plan.levels {
            let runs = (level.end?.tests ?? []).filter { $0.source == .expected }
            #expect(!runs.isEmpty)
            #expect(runs.allSatisfy { $0.startingWithin == horizon + 36 }, "\(level.id)")
        }
    }

    @Test(
        .enabled(if: Record.isThere, "the record of Beijing is not at hand"),
        arguments: ["beijing", "history/2016", "history/2018"])
    func noWarningComesBackRightAfterItsLift(name: String) throws {
        let plan = try #require(try Record.plan(name))
        let decisions = try Record.decisions(plan)
        #expect(Record.reissues(decisions) == [])
        // Of use: four winters bring dozens of warnings, every level among them, and each comes to an end.
        #expect(Episode.episodes(of: decisions).count >= 40)
        #expect(Set(decisions.compactMap(\.to)) == Set(plan.levels.map(\.id)))
        #expect(decisions.contains { $0.from == "red" && $0.to == "orange" })
        #expect(Episode.episodes(of: decisions).allSatisfy { $0.end != nil })
    }

    @Test(.enabled(if: Record.isThere, "the record of Beijing is not at hand"))
    func dayForecastsAloneIssueLowerAndLift() throws {
        let plan = try #require(try Record.plan("beijing"))
        let decisions = try Record.decisions(plan, forecasts: "expected/forecasts-day.csv")
        let episodes = Episode.episodes(of: decisions)
        #expect(episodes.count >= 60)
        #expect(episodes.allSatisfy { episode in episode.end.map { $0 - episode.start < 40 * 24 } ?? false })
        #expect(Set(decisions.map(\.kind)).isSuperset(of: [.issue, .escalate, .downgrade, .lift]))
        // Forecasts that err take some lifts back, but few.
        #expect(Record.reissues(decisions).count * 10 <= episodes.count)
    }

    /// A station that stands out for two hours is made known; haze that is the same for all is not.
    @Test func aStationThatStandsOutIsAnAlert() throws {
        let plan = try #require(try Record.plan("xuchang"))
        var desk = Desk(plan: plan)
        let stations = plan.areas[0].stations
        let start = 500_000
        func seal(_ slot: Int, _ values: (String) -> Int32) -> [HighValue] {
            var batch = ObservationBatch()
            batch.stations = stations
            for (index, station) in stations.enumerated() {
                var row = PollutantValues()
                for pollutant in [Pollutant.pm25, .pm10] { row[pollutant] = values(station) * 1000 }
                batch.rows.append(ObservationRow(slot: Int32(start + slot), station: Int32(index), values: row))
            }
            _ = desk.apply(.observations(batch))
            return desk.apply(.hourSealed(HourSlot(start + slot + 1))).compactMap {
                if case .highValue(let value) = $0 { value } else { nil }
            }
        }
        #expect((0..<6).allSatisfy { seal($0) { _ in 260 }.isEmpty })
        #expect(seal(6) { _ in 90 }.isEmpty)
        let high = { (station: String) -> Int32 in station == "3134A" ? 400 : 90 }
        #expect(seal(7, high).isEmpty)
        #expect(seal(8, high).map { "\($0.alert) \($0.station ?? "")" } == ["pm25_hotspot 3134A", "pm10_hotspot 3134A"])
        #expect((9..<14).allSatisfy { seal($0, high).isEmpty })
        #expect(seal(14, high).count == 2)
    }
}
