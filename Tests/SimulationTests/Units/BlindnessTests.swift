import AirQuality
import Desk
import PlanLanguage
import PlanModel
import Testing

@testable import FileAccess

/// Unknown holds, and somebody is told.
struct BlindnessTests {
    private static let plan = """
        plan "p" { basis "x"
        zone "Asia/Shanghai"
        levels yellow }
        area north "北市" { stations N1, N2, N3 at least 2 }
        level yellow "黄色" { issue when expected daily PM2.5 > 200 ug/m3 for 24h starting within 24h
            end when observed hourly PM2.5 <= 100 ug/m3
            approve automatically }
        """

    private func desk(_ text: String = plan) throws -> Desk {
        let folder = PlanFolder(files: [SourceFile(name: "p.plan", text: text)], tables: [])
        return Desk(plan: try #require(folder.checkText().plan))
    }

    /// What is found in hours in which so many stations report.
    private func run(
        _ desk: inout Desk, _ hours: ClosedRange<Int>, stations: (Int) -> Int, forecasts: (Int) -> Bool
    ) -> [(hour: Int, Silence)] {
        hours.flatMap { hour -> [(Int, Silence)] in
            let names = Array(["N1", "N2", "N3"].prefix(stations(hour)))
            if !names.isEmpty { _ = desk.apply(.observations(Make.observations(hour - 1..<hour, stations: names))) }
            if forecasts(hour) { _ = desk.apply(.forecasts(Make.forecast(issued: hour, areas: ["north"]))) }
            return desk.apply(.hourSealed(Make.start + hour)).compactMap { effect in
                if case .silence(let silence) = effect { (hour, silence) } else { nil }
            }
        }
    }

    /// The plan that only reads what is observed.
    private static let observing = plan.split(separator: "expected daily PM2.5 > 200 ug/m3 for 24h starting within 24h")
        .joined(separator: "observed hourly PM2.5 > 200 ug/m3")

    @Test func fewerStationsThanTheQuorumAreTold() throws {
        var desk = try desk(Self.observing)
        let found = run(&desk, 1...12, stations: { $0 == 3 ? 1 : 3 }, forecasts: { _ in true })
        // The first hour below the quorum is told at once, its end when stations have reported six hours in a row.
        #expect(found.map(\.hour) == [3, 9])
        #expect(found.map(\.1.feed) == [.stations, .stations])
        #expect(found.map(\.1.isOver) == [false, true])
    }

    @Test func stationsThatDropInAndOutAreToldOnce() throws {
        var desk = try desk(Self.observing)
        let found = run(&desk, 1...60, stations: { $0 < 48 && $0 % 4 == 3 ? 1 : 3 }, forecasts: { _ in true })
        #expect(found.map(\.hour) == [3, 53])
        #expect(found.map(\.1.isOver) == [false, true])
    }

    @Test func anUnknownDemandIsToldAfterThreeHours() throws {
        var desk = try desk(Self.observing)
        // One station keeps the feed alive, but makes no value of the area.
        let found = run(&desk, 1...12, stations: { (4...10).contains($0) ? 1 : 3 }, forecasts: { _ in true })
        let demand = found.filter { $0.1.feed == .demand }
        #expect(demand.map(\.hour) == [7, 11])
        #expect(demand.map(\.1.isOver) == [false, true])
        #expect(demand.first?.1.last == Make.start + 3)
    }

    @Test func aRecalledDeskTellsTheSame() throws {
        var desk = try desk()
        var other = try self.desk()
        for hour in 1...40 {
            let batch = Make.observations(hour - 1..<hour, stations: ["N1", "N2", "N3"])
            _ = desk.apply(.observations(batch))
            _ = other.apply(.observations(batch))
            if hour == 1 {
                let forecast = Make.forecast(issued: 1, areas: ["north"])
                _ = desk.apply(.forecasts(forecast))
                _ = other.apply(.forecasts(forecast))
            }
            let outcome = HourOutcome(at: Make.start + hour, effects: desk.apply(.hourSealed(Make.start + hour)))
            // One that was started anew in the middle of it goes on as the one that was not.
            if hour < 30 {
                _ = other.apply(.hourRecalled(outcome))
            } else {
                let again = HourOutcome(at: Make.start + hour, effects: other.apply(.hourSealed(Make.start + hour)))
                #expect(again.silences == outcome.silences && again.demandGaps == outcome.demandGaps)
            }
        }
    }

    @Test func theForecastOfTheDayIsDueInTheEvening() throws {
        var desk = try desk()
        let zone = desk.plan.zone
        let found = run(&desk, 1...60, stations: { _ in 3 }, forecasts: { $0 == 2 || $0 == 55 }).filter {
            $0.1.feed == .todaysForecast
        }
        #expect(found.allSatisfy { $0.1.isOver || zone.clockHour(of: $0.1.at) == Silence.Feed.forecastDue })
        #expect(found.map(\.1.isOver) == [false, true])
    }

    @Test func aPlanThatOnlyObservesMissesNoForecast() throws {
        var desk = try desk(Self.observing)
        let found = run(&desk, 1...30, stations: { _ in 3 }, forecasts: { _ in false })
        #expect(!found.contains { $0.1.feed == .todaysForecast })
    }
}
