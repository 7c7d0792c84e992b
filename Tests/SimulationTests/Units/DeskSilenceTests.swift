import AirQuality
import Desk
import Testing

struct DeskSilenceTests {
    private func silences(_ desk: inout Desk, _ hour: Int) -> [Silence] {
        desk.apply(.hourSealed(Make.start + hour)).compactMap { effect in
            guard case .silence(let silence) = effect, !silence.feed.isBlindness else { return nil }
            return silence
        }
    }

    @Test("a feed that stops is reported once, and once when it speaks again")
    func beginAndEnd() throws {
        var desk = Desk(plan: try Make.plan(.oneArea))
        _ = desk.apply(.forecasts(Make.forecast(issued: 0)))
        _ = desk.apply(.observations(Make.observations(-5..<1)))
        var found: [Int: [Silence]] = [:]
        for hour in 1...8 {
            if hour == 7 { _ = desk.apply(.observations(Make.observations(6..<7))) }
            found[hour] = silences(&desk, hour)
        }
        // Data ends at 1: more than 3 h later is 5.
        let last = Make.start + 1
        #expect(found[5] == [Silence(area: "north", feed: .observations, at: Make.start + 5, last: last, isOver: false)])
        #expect(found[7] == [Silence(area: "north", feed: .observations, at: Make.start + 7, last: Make.start + 7, isOver: true)])
        #expect(found.filter { ![5, 7].contains($0.key) }.allSatisfy { $0.value.isEmpty })
    }

    @Test("where nothing was ever received, silence counts from the first evaluation")
    func neverReceived() throws {
        var desk = Desk(plan: try Make.plan())
        var found: [(Int, Silence)] = []
        for hour in 0...40 { found += silences(&desk, hour).map { (hour, $0) } }
        #expect(found.map(\.0) == [4, 4, 37, 37])
        #expect(found.map(\.1.area) == ["north", "south", "north", "south"])
        #expect(found.map(\.1.feed) == [.observations, .observations, .forecasts, .forecasts])
        #expect(found.allSatisfy { $0.1.last == nil && !$0.1.isOver })
        #expect(desk.silences.count { !$0.feed.isBlindness } == 4)
    }

    @Test("a recalled silence is not reported again")
    func recalled() throws {
        var desk = Desk(plan: try Make.plan(.oneArea))
        var outcomes: [HourOutcome] = []
        for hour in 0...6 {
            let instant = Make.start + hour
            outcomes.append(HourOutcome(at: instant, decisions: [], silences: silences(&desk, hour)))
        }
        #expect(outcomes.flatMap(\.silences).count == 1)
        var other = Desk(plan: try Make.plan(.oneArea))
        for outcome in outcomes { _ = other.apply(.hourRecalled(outcome)) }
        #expect(silences(&other, 7).isEmpty)
        #expect(other.silences.count == 1)
    }

    @Test("data of hours to come does not make up for missing ones")
    func aheadOfTime() throws {
        var desk = Desk(plan: try Make.plan(.oneArea))
        _ = desk.apply(.observations(Make.observations(-1..<0)))
        _ = desk.apply(.observations(Make.observations(9..<10)))
        for hour in 0...3 { #expect(silences(&desk, hour).isEmpty) }
        #expect(silences(&desk, 4).count == 1)
    }
}
