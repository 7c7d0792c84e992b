import AirQuality
import Testing

/// Rules of semantics §8 that are easy to get wrong.
struct DecisionRuleTests {
    /// Three levels on the observed PM2.5, each ending below its own start.
    private func scene(_ respond: String = "", end: String = "observed hourly PM2.5 <= 50 ug/m3") throws -> Scene {
        let levels = [("yellow", 100), ("orange", 200), ("red", 300)].map { name, value in
            "level \(name) \"\(name)\" { issue when observed hourly PM2.5 > \(value) ug/m3\n end when \(end)\n \(respond)\n cites \"x\" }"
        }
        return try Scene(levels: levels.joined(separator: "\n"), order: "yellow < orange < red")
    }

    private func run(_ scene: Scene, _ values: [Double?]) -> [String?] {
        var scene = scene
        return values.enumerated().map { hour, value in
            if let value { scene.observe(.pm25, value, hour..<hour + 1) }
            return scene.decide(at: hour + 1)
        }
    }

    @Test func theHighestLevelIsIssuedAtOnceAndLeftAtOnce() throws {
        #expect(run(try scene(), [250, 350, 40]) == ["issue none orange 1", "escalate orange red 2", "lift red none"])
    }

    @Test func unknownHoldsAndSoDoesADemand() throws {
        let scene = try scene(end: "observed hourly PM2.5 <= 150 ug/m3")
        // 120 releases, but yellow is still demanded: down to yellow, not to none.
        #expect(
            run(scene, [350, nil, 160, 120, nil, 80]) == [
                "issue none red 1", nil, nil, "downgrade red yellow 1", nil, "lift yellow none",
            ])
    }

    @Test func aLevelWithoutAnEndStays() throws {
        var scene = try Scene("observed hourly PM2.5 > 100 ug/m3")
        scene.observe(.pm25, 150, 0..<1)
        scene.observe(.pm25, 10, 1..<2)
        #expect(scene.decide(at: 1) == "issue none red 1")
        #expect(scene.decide(at: 2) == nil)
    }

    @Test func aWarningWhoseResponseHasNotBegunIsCancelled() throws {
        let scene = try scene("respond after 2h")
        #expect(run(scene, [150, 40]) == ["issue none yellow 3", "cancel yellow none"])
        // A response that starts at the very hour has begun.
        #expect(run(scene, [150, 150, 40]) == ["issue none yellow 3", nil, "lift yellow none"])
    }

    @Test func anEarlierStartStandsOnEscalation() throws {
        let scene = try scene("respond after 3h")
        #expect(
            run(scene, [150, 250, 80, 40]) == [
                "issue none yellow 4", "escalate yellow orange 5", nil, "lift orange none",
            ])
    }

    @Test func aDowngradeKeepsTheRunningResponse() throws {
        let end = "observed hourly PM2.5 <= 150 ug/m3"
        // Yellow's response of hour 3 runs at hour 3; orange's of hour 4 is dropped.
        #expect(
            run(try scene("respond after 2h", end: end), [180, 250, 120])
                == ["issue none yellow 3", "escalate yellow orange 4", "downgrade orange yellow 3"])
        // Nothing has begun: the first announced stays.
        #expect(
            run(try scene("respond after 9h", end: end), [180, 250, 120])
                == ["issue none yellow 10", "escalate yellow orange 11", "downgrade orange yellow 10"])
    }

    @Test func nextClockHourMayBeTheInstantItself() throws {
        #expect(run(try scene("respond at next 0:00, 2:00"), [nil, 150]) == [nil, "issue none yellow 2"])
        #expect(run(try scene("respond at next 0:00, 2:00"), [nil, nil, 150]) == [nil, nil, "issue none yellow 24"])
    }

    @Test(arguments: [("6h before onset", 14), ("6h before onset on 8:00, 12:00", 12), ("40h before onset on 8:00", 1)])
    func theResponseStartsBeforeTheOnset(rule: String, expected: Int) throws {
        let level = """
            level red "red" { issue when forecast hourly PM2.5 > 100 ug/m3 for 3h
            respond \(rule)
            cites "x" }
            """
        var scene = try Scene(levels: level, order: "red")
        scene.forecast(0..<20, [.pm25: 50])
        scene.forecast(20..<40, [.pm25: 150])
        #expect(scene.decide(at: 1) == "issue none red \(expected)")
    }

    @Test func lateDataCountsFromTheHourAtWhichItIsKnown() throws {
        var scene = try Scene("observed hourly PM2.5 > 100 ug/m3 for 3h")
        scene.observe([.pm25], 150, [0, 2])
        #expect(scene.decide(at: 3) == nil)
        scene.observe(.pm25, 150, 1..<2)
        scene.observe(.pm25, 150, 3..<4)
        #expect(scene.decide(at: 4) == "issue none red 4")
    }
}
