import AirQuality
import PlanModel
import Testing
import Warnings

/// What a trace says of daily blocks, of primary pollutants, and of what could not be read.
struct TraceTests {
    private func test(_ scene: Scene, at hour: Int) throws -> TestTrace {
        let trace = try scene.trace(at: hour)
        let test = try #require(trace.levels[0].issue[0].condition.tests.first)
        let asked = scene.demanded(at: hour)
        #expect(test.truth == asked.map { Truth($0) } ?? .unknown)
        return test
    }

    @Test func namesTheDayThatIsShort() throws {
        var scene = try Scene("expected daily AQI > 200 for 72h")
        scene.observe(Pollutant.allCases, 1, Array(-72..<0))
        for (day, value) in [231, 318, 187].enumerated() { scene.forecast(day: day, 100, value) }
        let found = try test(scene, at: 0)
        let run = try #require(found.nearest)
        #expect(run.start.hours == scene.midnight)
        #expect(run.satisfied == 2)
        let short = try #require(run.failing.first)
        #expect(run.failing.count == 1 && short.start.hours == scene.midnight + 48)
        #expect(short.need == 201_000 && short.room == -14_000 && short.finding.origin == .dayValue)
        // The named day raised by the named amount.
        scene.forecast(day: 2, 100, 200, issued: -7)
        #expect(try test(scene, at: 0).truth == .false)
        scene.forecast(day: 2, 100, 201, issued: -6)
        let held = try test(scene, at: 0)
        #expect(held.truth == .true && held.margin?.amount == 0)
    }

    @Test func halvesCountWhereTheMiddleIsRead() throws {
        var scene = try Scene("expected daily AQI > 200 for 24h", settings: "forecast bound middle")
        scene.forecast(day: 0, 180, 195)
        let short = try #require(try test(scene, at: 0).nearest?.failing.first)
        #expect(short.finding.value == 187_500 && short.need == 200_500 && short.room == -13_000)
        scene.forecast(day: 0, 193, 208, issued: -7)
        #expect(try test(scene, at: 0).truth == .true)
    }

    @Test func marginsOfARunWithAPart() throws {
        var scene = try Scene("expected daily AQI > 200 for 72h including daily AQI > 300 for 24h")
        for (day, value) in [260, 320, 240].enumerated() { scene.forecast(day: day, 100, value) }
        let margin = try #require(try test(scene, at: 0).margin)
        #expect(margin.isPart && margin.amount == 19_000 && margin.element.need == 301_000)
    }

    @Test func saysWhatLeadsInstead() throws {
        var scene = try Scene("expected daily AQI > 200 led by PM2.5 for 24h")
        scene.forecast(day: 0, 100, 260, [.pm10])
        let found = try test(scene, at: 0)
        let element = try #require(found.nearest?.failing.first)
        #expect(element.isLed == .false && element.room == 59_000 && element.finding.primary == PollutantSet(.pm10))
        scene.forecast(day: 0, 100, 260, [], issued: -7)
        #expect(try test(scene, at: 0).nearest?.unknown.first?.lack == .primaryUnknown)
    }

    @Test func namesRunsOutsideWhatCounts() throws {
        var scene = try Scene("expected daily AQI > 200 for 24h starting within 24h")
        scene.forecast(day: 0, 50, 90)
        scene.forecast(day: 1, 100, 250)
        let late = try test(scene, at: 0)
        let zero = scene.midnight
        #expect(late.outside == [.afterHorizon(start: HourSlot(zero + 24), lastStart: HourSlot(zero + 23))])

        var begun = try Scene("forecast hourly AQI > 200 for 12h")
        begun.observe(Pollutant.allCases, 300, Array(-24..<6))
        begun.forecast(6..<14, aqi: 260)
        begun.forecast(14..<40, aqi: 80)
        #expect(try test(begun, at: 6).outside.first == .begun(start: HourSlot(begun.midnight + 2)))

        var cut = try Scene("expected daily AQI > 200 for 72h")
        for (day, value) in [90, 250, 250].enumerated() { cut.forecast(day: day, 50, value) }
        #expect(
            try test(cut, at: 0).outside == [
                .unfinished(
                    start: HourSlot(cut.midnight + 24), satisfied: 2, needed: 3, forecastsEnd: HourSlot(cut.midnight + 72))
            ])
    }

    @Test func saysWhyNothingCouldBeRead() throws {
        let empty = try Scene("expected daily AQI > 200 for 24h")
        #expect(try test(empty, at: 0).gap == .noForecast)

        var brief = try Scene("forecast daily AQI > 200 for 48h")
        brief.forecast(day: 0, 100, 250)
        let zero = brief.midnight
        #expect(try test(brief, at: 0).gap == .forecastsTooShort(end: HourSlot(zero + 24), needed: HourSlot(zero + 48)))

        var days = try Scene("forecast daily AQI > 200 for 24h starting within 6h")
        for day in 0..<3 { days.forecast(day: day, 100, 250) }
        #expect(try test(days, at: 10).gap == .dayValuesOnly)

        var natural = try Scene("forecast daily AQI > 200 for 24h starting within 6h", settings: "days natural")
        for day in 0..<3 { natural.forecast(day: day, 100, 250) }
        #expect(try test(natural, at: 10).gap == .noNaturalDay)

        var review = try Scene("forecast daily AQI > 200 for 24h", settings: "review at 10:00")
        for day in 0..<3 { review.forecast(day: day, 100, 250) }
        let between = try test(review, at: 11)
        #expect(between.gap == .outsideReviewHours(next: HourSlot(review.midnight + 34)))
        #expect(between.truth == .unknown && between.readTruth == .true && between.margin?.amount == 49_000)
    }

    @Test func namesMissingPollutantsAndStations() throws {
        var scene = try Scene("observed hourly PM2.5 > 100 ug/m3 for 3h", stations: "A, B, C, D")
        for station in ["A", "B", "C", "D"] { scene.observe(.pm25, 150, 0..<2, at: station) }
        for station in ["A", "B"] { scene.observe(.pm25, 150, 2..<3, at: station) }
        let element = try #require(try test(scene, at: 3).nearest?.unknown.first)
        let expected = MissingValues(pollutant: .pm25, hours: 1, first: HourSlot(scene.midnight + 2), stations: 2, quorum: 3)
        #expect(element.lack == .missing([expected]))
    }

    @Test func nearestSatisfyingValues() {
        func need(_ relation: Relation, _ threshold: Int64, _ step: Int64) -> Int64 {
            Comparison(quantity: .aqi, relation: relation, threshold: threshold).nearestSatisfying(step: step)
        }
        for relation in [Relation.greater, .greaterOrEqual, .less, .lessOrEqual] {
            for step: Int64 in [100, 500, 1000] {
                for threshold: Int64 in [0, 100, 200_000, 200_400, 200_500, 199_999] {
                    let found = need(relation, threshold, step)
                    let next = relation.isUpward ? found - step : found + step
                    #expect(found % step == 0 && relation.holds(found, threshold) && !relation.holds(next, threshold))
                }
            }
        }
    }
}
