import AirQuality
import Desk
import PlanModel
import Testing
import Warnings

struct DeskPlanSwapTests {
    @Test("a swap says what it changes in the demand, and changes nothing in force")
    func demandChanges() throws {
        // 140 µg/m³ is an AQI of about 185: above 130 for a day ahead, and above 150 as well; the quiet plan demands more.
        var desk = Desk(plan: try Make.plan(.first))
        _ = desk.apply(.observations(Make.observations(-30..<0, pm25: 108)))
        _ = desk.apply(.forecasts(Make.forecast(issued: 0, pm25: 108)))
        #expect(desk.apply(.hourSealed(Make.start)).isEmpty)
        let effects = desk.apply(.planSwapped(try Make.plan(.stricter)))
        #expect(
            effects == [
                .demandChanged(area: "north", from: nil, to: "yellow"), .demandChanged(area: "south", from: nil, to: "yellow"),
            ])
        #expect(desk.standing(ofArea: "north").level == nil)
        // It counts at the next evaluation.
        #expect(desk.apply(.hourSealed(Make.start + 1)).count == 2)
        #expect(desk.standing(ofArea: "north").level == "yellow")
    }

    @Test("before the first evaluation there is nothing to compare")
    func beforeTheFirst() throws {
        var desk = Desk(plan: try Make.plan())
        #expect(desk.apply(.planSwapped(try Make.plan(.stricter))).isEmpty)
    }

    @Test("what is in force in an area outlives a plan without it")
    func dormant() throws {
        var desk = try Make.deskInWarning()
        let standing = desk.standing(ofArea: "south")
        #expect(standing.level == "red")
        _ = desk.apply(.planSwapped(try Make.plan(.oneArea)))
        #expect(desk.standings.map(\.area.id) == ["north"])
        #expect(desk.standing(ofArea: "south") == standing)
        let effects = desk.apply(.hourSealed(Make.start + 4))
        #expect(effects.allSatisfy { if case .decided(let decision) = $0 { decision.area == "north" } else { true } })
        _ = desk.apply(.planSwapped(try Make.plan(.first)))
        #expect(desk.standing(ofArea: "south") == standing)
        #expect(desk.standings.map(\.area.id) == ["north", "south"])
    }

    @Test("levels in force that a plan lacks are named, also of areas that sleep")
    func levelsLost() throws {
        var desk = try Make.deskInWarning()
        let noRed = try Make.plan(.noRed)
        #expect(desk.levelsLost(under: noRed).map(\.area.id) == ["north", "south"])
        #expect(desk.levelsLost(under: noRed).map(\.level) == ["red", "red"])
        #expect(desk.levelsLost(under: try Make.plan(.stricter)).isEmpty)
        _ = desk.apply(.planSwapped(try Make.plan(.oneArea)))
        #expect(desk.levelsLost(under: noRed).count == 2)
        #expect(Desk(plan: try Make.plan()).levelsLost(under: noRed).isEmpty)
    }

    @Test("an identical plan changes no later decision")
    func identical() throws {
        var plain = try Make.deskInWarning()
        var swapped = plain
        for hour in 4...40 {
            let batch = Make.observations(hour - 1..<hour, pm25: 60)
            _ = plain.apply(.observations(batch))
            _ = swapped.apply(.observations(batch))
            if hour == 6 {
                _ = plain.apply(.forecasts(Make.forecast(issued: 5)))
                _ = swapped.apply(.forecasts(Make.forecast(issued: 5)))
            }
            #expect(swapped.apply(.planSwapped(try Make.plan())).isEmpty)
            #expect(plain.apply(.hourSealed(Make.start + hour)) == swapped.apply(.hourSealed(Make.start + hour)))
        }
        #expect(plain.standing(ofArea: "north").level == nil)
    }

    @Test("a warning without data stays in force")
    func silenceHolds() throws {
        var desk = try Make.deskInWarning()
        let standing = desk.standing(ofArea: "north")
        _ = desk.apply(.forecasts(Make.forecast(issued: 3, hours: 200, pm25: 20)))
        for hour in 4...150 { _ = desk.apply(.hourSealed(Make.start + hour)) }
        #expect(desk.standing(ofArea: "north") == standing)
    }
}
