import AirQuality
import Desk
import Testing
import Warnings

/// Decisions that wait for a person (semantics §8.6).
struct ApprovalTests {
    @Test func aLevelWithoutApproverTakesForceAtOnce() throws {
        var desk = try DutyDesk()
        #expect(desk.hour(150) == ["north issue none>yellow 1"])
        #expect(desk.desk.proposals == [])
    }

    @Test func aProposalTakesForceWhenApproved() throws {
        var desk = try DutyDesk()
        #expect(desk.hour(250) == ["propose north issue none>orange 12"])
        #expect(desk.desk.standing(ofArea: "north").level == nil)
        // It goes on waiting; the same demand makes no second one.
        #expect(desk.hour(260) == [])
        #expect(try desk.approve() == ["approved", "north issue none>orange 12 by 李四"])
        #expect(desk.desk.standing(ofArea: "north").level == "orange")
        #expect(desk.desk.standing(ofArea: "north").since == desk.now)
        #expect(desk.hour(250) == [])
    }

    /// The response is counted from the hour of the approval, not from that of the proposal.
    @Test func aLateApprovalStartsALaterResponse() throws {
        var desk = try DutyDesk()
        for _ in 0..<12 { _ = desk.hour(250) }
        #expect(try desk.approve() == ["approved", "north issue none>orange 12 by 李四"])
        var late = try DutyDesk()
        for _ in 0..<13 { _ = late.hour(250) }
        #expect(try late.approve() == ["approved", "north issue none>orange 24 by 李四"])
    }

    @Test func whatNoLongerHoldsIsWithdrawnAndWhatIsStrongerSupersedes() throws {
        var desk = try DutyDesk()
        _ = desk.hour(250)
        #expect(desk.hour(350) == ["superseded", "propose north issue none>red 2"])
        #expect(desk.hour(50) == ["withdrawn"])
        _ = desk.hour(350)
        // Red no longer holds, orange does.
        #expect(desk.hour(250) == ["withdrawn", "propose north issue none>orange 12"])
        // Orange no longer holds, and yellow needs nobody.
        #expect(desk.hour(150) == ["withdrawn", "north issue none>yellow 6"])
    }

    @Test func missingDataWithdrawsNothing() throws {
        var desk = try DutyDesk()
        _ = desk.hour(250)
        #expect(desk.hour(nil) == [])
        #expect(desk.desk.proposals.count == 1)
        #expect(try desk.approve() == ["approved", "north issue none>orange 12 by 李四"])
    }

    /// Going down is approved by the approver of the level left.
    @Test func goingDownWaitsForTheApproverOfTheLevelLeft() throws {
        var desk = try DutyDesk()
        _ = desk.hour(350)
        _ = try desk.approve("王五")
        #expect(desk.hour(50) == ["propose north lift red>none"])
        #expect(desk.desk.proposals.first?.approver == "总指挥")
        #expect(desk.hour(350) == ["withdrawn"])
        #expect(desk.hour(50) == ["propose north lift red>none"])
        #expect(try desk.approve("王五") == ["approved", "north lift red>none by 王五"])
        #expect(desk.desk.standing(ofArea: "north") == Standing())
    }

    @Test func whatWasRejectedIsNotProposedAgainUntilTheConditionsLeadElsewhere() throws {
        var desk = try DutyDesk()
        _ = desk.hour(250)
        let id = try #require(desk.desk.proposals.first?.decision.id)
        #expect(
            try desk.act(.reject(proposal: id, reason: "仪器故障")) == ["rejected 仪器故障", "overruled orange"])
        #expect(desk.hour(250) == [])
        #expect(desk.hour(350) == ["no longer overruled", "propose north issue none>red 3"])
        #expect(desk.hour(50) == ["withdrawn"])
        #expect(desk.hour(250) == ["propose north issue none>orange 12"])
    }

    @Test func oneOfTwoWhoApproveAtOnceIsTold() throws {
        var desk = try DutyDesk()
        _ = desk.hour(250)
        let id = try #require(desk.desk.proposals.first?.decision.id)
        _ = try desk.approve()
        #expect(throws: ActRefusal.noProposal(id: id)) {
            try desk.act(.approve(proposal: id, Signature(name: "张三", channel: .telephone)))
        }
    }

    @Test func aboveTheLowestLevelNobodyRecordsHisOwnSignature() throws {
        var desk = try DutyDesk()
        _ = desk.hour(250)
        let recorder = Recorder(user: "lisi", id: 1000, fullName: "Li  Si 李四")
        let own = ["lisi", "Ｌｉ Ｓｉ", " LISI ", "li si李四", "Ｌi　Si\u{200B} 李 四"]
        for name in own {
            #expect(throws: ActRefusal.signedByRecorder(name: name)) { try desk.approve(name, by: recorder) }
        }
        #expect(throws: ActRefusal.signedByRecorder(name: "uid 7")) {
            try desk.approve("uid 7", by: Recorder(user: "uid 7", id: 7))
        }
        #expect(desk.desk.proposals.count == 1)
        _ = try desk.approve("李四", by: recorder)
        #expect(desk.desk.proposals.isEmpty)
    }

    @Test func aDeclarationStandsBesideTheRules() throws {
        var desk = try DutyDesk()
        _ = desk.hour(50)
        let signature = Signature(name: "李四", channel: .telephone)
        #expect(
            try desk.act(.declare(area: "north", level: "orange", because: "会商研判", signature))
                == ["north issue none>orange 12 declared", "overruled none"])
        // The conditions would lift it at once; a person has decided against that.
        #expect(desk.hour(50) == [])
        #expect(desk.hour(250) == ["no longer overruled"])
        #expect(desk.hour(50) == ["propose north cancel orange>none"])
        #expect(throws: ActRefusal.inForceAlready(level: "orange")) {
            try desk.act(.declare(area: "north", level: "orange", because: "x", signature))
        }
    }

    /// Missing data holds a level; a declaration is the way out.
    @Test func aDeclarationLiftsWhatMissingDataHolds() throws {
        var desk = try DutyDesk()
        _ = desk.hour(150)
        #expect(desk.hour(nil) == [])
        #expect(
            try desk.act(.declare(area: "north", level: nil, because: "站点停电", Signature(name: "李四", channel: .telephone)))
                == ["north lift yellow>none declared"])
        #expect(desk.desk.standing(ofArea: "north").level == nil)
    }

    /// A desk that is folded from its record stands where the other one does, and goes on alike.
    @Test func aRecordedDeskGoesOnWhereItStood() throws {
        var desk = try DutyDesk()
        let values = [250, 260, nil, 350, 350, 250, 50, 250, 250, 350, 50, 150, 50]
        for (index, value) in values.enumerated() {
            _ = desk.hour(value)
            if index == 4 { _ = try desk.approve() }
            if index == 8, let id = desk.desk.proposals.first?.decision.id {
                _ = try desk.act(.reject(proposal: id, reason: "x"))
            }
            if index == 9 { _ = try desk.act(.direct(desk.directive(.atLeast("yellow"), from: 12, until: 14))) }
            var other = desk.recalled()
            #expect(other.standings.map(\.standing) == desk.desk.standings.map(\.standing))
            #expect(other.proposals == desk.desk.proposals)
            #expect(other.directives(ofArea: "north") == desk.desk.directives(ofArea: "north"))
            var same = desk.desk
            #expect(
                other.apply(.hourStarted(desk.now + 1)) + other.apply(.hourSealed(desk.now + 1))
                    == same.apply(.hourStarted(desk.now + 1)) + same.apply(.hourSealed(desk.now + 1)))
        }
    }
}
