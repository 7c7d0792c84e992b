import AirQuality
import Desk
import PlanModel
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Consultation results (会商意见) through service, ledger and spool, with restarts in the middle.
@Suite struct OpinionTests {
    private static let plan = """
        plan "duty" { basis "x"
        zone "Asia/Shanghai"
        levels red
        forecast from "市站"
        forecast at most 24h old }
        area north "北市" { stations N1 }
        level red "红色" { issue when forecast daily AQI > 200 for 24h
            end when observed hourly PM2.5 <= 20 ug/m3
            approve automatically }
        """

    private static func opinion(
        _ desk: DutyService, _ range: Opinion.Range, ahead: Int = 1, because: String = "静稳天气提前", area: String = "north"
    ) -> Opinion {
        let today = desk.service.desk.plan.zone.date(of: desk.now.hourFloor)
        return Opinion(
            area: area, days: [Opinion.Day(date: today + ahead, range: range, primary: PollutantSet(.pm25))], because: because,
            signature: DutyService.signature)
    }

    private static func forecast(_ desk: DutyService, _ high: Int, from source: String) throws {
        var feed = Make.feed("forecast \(desk.hour) \(source) \(high)", ObservationBatch())
        let today = desk.service.desk.plan.zone.date(of: desk.now.hourFloor)
        feed.forecasts.days = [
            DayForecast(
                issued: desk.now.hourFloor.start, area: "north", date: today + 1, low: high - 20, high: high,
                primary: PollutantSet(.pm25), source: source)
        ]
        try desk.service.take(feed, now: desk.now)
    }

    @Test func anOpinionDecidesAndIsNamedInTheEvidence() throws {
        let desk = try DutyService(plan: Self.plan)
        try Self.forecast(desk, 150, from: "市站")
        try desk.pass(90)
        #expect(desk.level == nil)
        let receipt = try desk.act(.opine(Self.opinion(desk, .pm25(low: 160, high: 240))))
        #expect(receipt.outcome.isEmpty && receipt.notices.isEmpty)
        try desk.restart()
        try desk.pass(90)
        #expect(desk.level == "red")
        let id = try #require(desk.published.first)
        let record = try #require(try desk.service.ledger.notice(id))
        guard case .decision(let decision) = record.matter else {
            Issue.record("the notice is of no decision")
            return
        }
        let references = decision.evidence.flatMap(\.finding.tests).flatMap(\.forecasts)
        #expect(references.count == 1)
        guard case .opinion(let author, let because, _)? = references.first else {
            Issue.record("the decision rests on \(references)")
            return
        }
        #expect(author == DutyService.signature.name && because == "静稳天气提前")
        #expect(desk.files.exists("/spool/new/\(id)/evidence/opinions.json"))
        #expect(try desk.service.ledger.verify().isIntact)
        let plan = desk.service.desk.plan
        let anew = try desk.service.ledger.recomputation(ofArea: "north", at: decision.at, before: record.head.seq) { _ in plan }
        #expect(anew.opinions.count == 1)
        #expect(anew.trace().decision?.evidence == decision.evidence)
    }

    @Test func whatIsTakenBackStandsNoMoreAlsoAfterARestart() throws {
        let desk = try DutyService(plan: Self.plan)
        try desk.pass(90)
        let opinion = Self.opinion(desk, .aqi(low: 210, high: 240))
        try desk.act(.opine(opinion))
        try desk.act(.retract(area: "north", days: opinion.days.map(\.date), reason: "冷空气提前"))
        let date = try #require(opinion.days.first?.date)
        func retract(_ days: [LocalDate]) throws { try desk.act(.retract(area: "north", days: days, reason: "冷空气提前")) }
        #expect(throws: ActRefusal.badOpinion(.notGiven(date))) { try retract([date]) }
        try desk.restart()
        try desk.pass(90)
        #expect(desk.level == nil)
        #expect(throws: ActRefusal.badOpinion(.notGiven(date))) { try retract([date]) }
        // One that counts already, and with it a day of which nothing was said.
        try desk.act(.opine(Self.opinion(desk, .aqi(low: 10, high: 20))))
        try desk.pass(90)
        try desk.restart()
        #expect(throws: ActRefusal.badOpinion(.notGiven(date + 9))) { try retract([date, date + 9]) }
        try retract([date])
        #expect(throws: ActRefusal.badOpinion(.notGiven(date))) { try retract([date]) }
    }

    @Test func whatMakesNoSenseIsRefused() throws {
        let desk = try DutyService(plan: Self.plan)
        func refuses(_ opinion: Opinion, _ refusal: ActRefusal) {
            #expect(throws: refusal) { try desk.act(.opine(opinion)) }
        }
        let today = desk.service.desk.plan.zone.date(of: desk.now.hourFloor)
        refuses(Self.opinion(desk, .aqi(low: 1, high: 2), area: "south"), .noArea("south"))
        refuses(
            Self.opinion(desk, .aqi(low: 1, high: 2), because: ""), .badText(field: "because", limit: Desk.maximumText))
        refuses(Self.opinion(desk, .aqi(low: 240, high: 501)), .badOpinion(.badRange(today + 1)))
        refuses(Self.opinion(desk, .aqi(low: 240, high: 210)), .badOpinion(.badRange(today + 1)))
        refuses(Self.opinion(desk, .pm25(low: 0, high: 5001)), .badOpinion(.badRange(today + 1)))
        refuses(Self.opinion(desk, .aqi(low: 1, high: 2), ahead: -1), .badOpinion(.dayOver(today + -1)))
        var twice = Self.opinion(desk, .aqi(low: 1, high: 2))
        twice.days += twice.days
        refuses(twice, .badOpinion(.dayTwice(today + 1)))
        twice.days = []
        refuses(twice, .badOpinion(.noDays))
        #expect(throws: ActRefusal.badText(field: "reason", limit: Desk.maximumText)) {
            try desk.act(.retract(area: "north", days: [today], reason: ""))
        }
    }

    @Test func theDeskIsToldWhenNoForecastCountsAnyMore() throws {
        let desk = try DutyService(plan: Self.plan)
        try Self.forecast(desk, 150, from: "市站")
        for _ in 0..<24 { try desk.pass(90) }
        #expect(!desk.service.desk.silences.contains { $0.feed == .forecasts })
        // One that the plan does not read is none.
        try Self.forecast(desk, 150, from: "省站")
        try desk.pass(90)
        #expect(desk.service.desk.silences.contains { $0.feed == .forecasts })
        try Self.forecast(desk, 150, from: "市站")
        try desk.pass(90)
        #expect(!desk.service.desk.silences.contains { $0.feed == .forecasts })
    }
}
