import Desk
import Foundation
import Testing
import Warnings

/// Directives of a superior office (semantics §8.5).
struct DirectiveTests {
    @Test func aUnifiedStartTakesForceAtItsHourInEveryArea() throws {
        var desk = try DutyDesk()
        #expect(try desk.act(.direct(desk.directive(.exactly("orange"), from: 2))) == [])
        #expect(desk.hour(50) == [])
        #expect(desk.hour(50) == ["north issue none>orange 2 under 豫1号", "south issue none>orange 2 under 豫1号"])
        #expect(desk.desk.ownStanding(ofArea: "north").level == nil)
        #expect(desk.desk.standing(ofArea: "south").level == "orange")
    }

    /// What the conditions say goes on underneath and is recorded.
    @Test func theOwnLevelGoesOnUnderneath() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0)))
        #expect(desk.hour(150) == ["own north issue none>yellow 1"])
        #expect(desk.desk.standing(ofArea: "north").level == "orange")
        _ = desk.hour(350)
        // Above the floor the own level counts.
        #expect(
            try desk.approve("王五")
                == [
                    "approved", "own north escalate yellow>red 2 by 王五", "north escalate orange>red 2 under 豫1号",
                ].map { $0.replacingOccurrences(of: " under 豫1号", with: " under ") })
    }

    @Test func aFloorThatEndsLeavesTheOwnLevel() throws {
        var desk = try DutyDesk()
        #expect(
            try desk.act(.direct(desk.directive(.atLeast("orange"), from: 0, until: 3)))
                == ["north issue none>orange 0 under 豫1号", "south issue none>orange 0 under 豫1号"])
        _ = desk.hour(150)
        _ = desk.hour(150)
        #expect(desk.hour(150) == ["north downgrade orange>yellow 0 under 豫1号", "south lift orange>none under 豫1号"])
        #expect(desk.desk.directives(ofArea: "north") == [])
    }

    @Test func aLaterUnifiedLiftOfTheSameOfficeLifts() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.exactly("red"), from: 0)))
        _ = desk.hour(150)
        _ = try desk.act(.direct(desk.directive(.exactly(nil), "豫2号", from: 2)))
        #expect(desk.hour(150) == ["north lift red>none under 豫2号", "south lift red>none under 豫2号"])
        #expect(desk.desk.ownStanding(ofArea: "north").level == "yellow")
    }

    @Test func ofTwoOfficesTheHigherLevelHoldsAndBothAreShown() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.exactly("orange"), "豫1号", office: "省", from: 0)))
        #expect(
            try desk.act(.direct(desk.directive(.exactly("red"), "京1号", office: "部", from: 0)))
                == ["north escalate orange>red 0 under 豫1号+京1号", "south escalate orange>red 0 under 豫1号+京1号"])
    }

    @Test func mayLiftTakesTheEarlierOnesAway() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("red"), from: 0)))
        #expect(
            try desk.act(.direct(desk.directive(.mayLift, "豫2号", from: 0)))
                == ["north cancel red>none under ", "south cancel red>none under "]
                .map { $0.replacingOccurrences(of: "cancel", with: "lift") })
    }

    @Test func anAmendedOneTakesThePlaceAndAWithdrawnOneEnds() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("red"), from: 0)))
        #expect(
            try desk.act(.direct(desk.directive(.atLeast("yellow"), from: 0)))
                == ["north downgrade red>yellow 0 under 豫1号", "south downgrade red>yellow 0 under 豫1号"])
        #expect(
            try desk.act(.withdraw(document: "豫1号", reason: "更正"))
                == ["north lift yellow>none under 豫1号", "south lift yellow>none under 豫1号"])
        #expect(throws: ActRefusal.noDirective(document: "豫1号")) {
            try desk.act(.withdraw(document: "豫1号", reason: "更正"))
        }
    }

    @Test func nonsenseIsRefused() throws {
        var desk = try DutyDesk()
        #expect(throws: ActRefusal.noLevel("purple")) { try desk.act(.direct(desk.directive(.atLeast("purple"), from: 0))) }
        #expect(throws: ActRefusal.endsBeforeItBegins) {
            try desk.act(.direct(desk.directive(.mayLift, from: 5, until: 5)))
        }
        #expect(desk.desk.directives(ofArea: "north") == [])
    }

    @Test func neitherALateSealNorAClockThatGoesBackUndoesWhatHasBegun() throws {
        var desk = try DutyDesk()
        _ = try desk.act(.direct(desk.directive(.atLeast("red"), from: 3)))
        _ = desk.hour(40)
        #expect(desk.begin(3).contains { $0.hasPrefix("north issue none>red") })
        // The instants before it are sealed after it has begun.
        #expect(desk.hour(40).isEmpty)
        #expect(desk.begin(2).isEmpty)
        #expect(desk.begin(3).isEmpty)
        #expect(desk.hour(40).isEmpty)
        #expect(desk.desk.standing(ofArea: "north").level == "red")
        #expect(desk.recalled().standing(ofArea: "north").level == "red")
    }
}
