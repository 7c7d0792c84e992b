import AirQuality
import Desk
import Testing
import Warnings

/// The stated end of a standing warning that moves (docs/notices.md).
struct ExtensionTests {
    @Test func anAmendmentMovesTheEndWhereTheLevelStays() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 10)))
        #expect(
            try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 20)))
                == ["north orange ends 10>20 under 豫1号", "south orange ends 10>20 under 豫1号"])
        #expect(try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 20))) == [])
        #expect(
            try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 8))).first
                == "north orange ends 20>8 under 豫1号")
        #expect(
            try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0))).first == "north orange ends 8>open under 豫1号")
        #expect(
            try desk.act(.direct(desk.directive(.exactly("orange"), from: 0, until: 9))).first
                == "north orange ends open>9 under 豫1号")
    }

    @Test func aSecondDirectiveMovesItFromItsOwnHourOn() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 4)))
        #expect(try desk.act(.direct(desk.directive(.atLeast("orange"), "豫2号", from: 2, until: 6))) == [])
        #expect(desk.desk.statedEnds(at: desk.now).map(\.end) == [desk.now + 4, desk.now + 4])
        // What a directive on record will take away is no end to be reminded of.
        #expect(desk.desk.statedEnds(at: desk.now, lookingAhead: true) == [])
        _ = desk.hour(50)
        #expect(
            desk.hour(50) == ["north orange ends 4>6 under 豫1号", "south orange ends 4>6 under 豫1号"])
        // Nothing of it comes twice, and the first one that ends changes nothing.
        #expect(desk.hour(50) == [])
        #expect(desk.hour(50) == [])
        #expect(
            try desk.act(.withdraw(document: "豫2号", reason: "r"))
                == ["north lift orange>none under 豫2号", "south lift orange>none under 豫2号"])
    }

    /// An end is none where the city's own level holds the warning beyond it.
    @Test func theOwnLevelTakesTheEndAwayAndGivesItBack() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("yellow"), from: 0, until: 10)))
        #expect(desk.hour(150) == ["own north issue none>yellow 1", "north yellow ends 10>open under "])
        #expect(desk.hour(50) == ["own north lift yellow>none", "north yellow ends open>10 under 豫1号"])
    }

    /// After the clock went back nothing that has begun is undone.
    @Test func aClockThatGoesBackMovesNoEnd() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 4)))
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), "豫2号", from: 1, until: 6)))
        #expect(desk.hour(50).count == 2)
        #expect(try desk.act(.direct(desk.directive(.mayLift, "部1号", office: "部", from: 0)), minutes: -50) == [])
    }

    @Test func aRestartNeitherLosesNorDoublesIt() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 10)))
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), "豫2号", from: 2, until: 20)))
        _ = desk.hour(50)
        var restarted = desk.recalled()
        let live = desk.hour(50)
        #expect(live.count == 2)
        #expect(restarted.apply(.hourStarted(desk.now)).count == 2)
        restarted = desk.recalled()
        #expect(restarted.apply(.hourStarted(desk.now)) == [])
        // The next one counts on from it.
        let act = DeskAct(
            matter: .direct(desk.directive(.atLeast("orange"), "豫2号", from: 2, until: 30)),
            recorder: Recorder(user: "duty", id: 1000), at: desk.now.start)
        guard case .extended(let moved) = try restarted.act(act).first else {
            Issue.record("nothing moved")
            return
        }
        #expect(moved.number == 2)
        #expect(moved.entry?.recorder.user == "duty")
        #expect(moved.recomputed(in: restarted.plan) == moved)
    }
}
