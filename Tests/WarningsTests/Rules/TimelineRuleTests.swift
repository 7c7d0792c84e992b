import AirQuality
import Testing

/// Rules of semantics §6 and §7 that are easy to get wrong.
struct TimelineRuleTests {
    /// Today's forecast says 150; from 20 hours on its own hours say 350.
    @Test func theDayThatIsHalfOverIsReadFromItsOwnHoursOnceTwentyAreThere() throws {
        var scene = try Scene("expected daily IAQI(PM2.5) > 200 for 24h")
        scene.observe(.pm25, 300, 0..<24)
        scene.forecast(day: 0, 100, 150)
        #expect(scene.demanded(at: 19) == false)
        #expect(scene.demanded(at: 20) == true)
    }

    @Test func aNaturalDayThatIsOverNeverFallsBackToAForecast() throws {
        var scene = try Scene("expected daily IAQI(PM2.5) > 200 for 48h")
        for day in 0...1 { scene.forecast(day: day, 250, 250) }
        #expect(scene.demanded(at: 23) == true)
        #expect(scene.demanded(at: 24) == nil)
    }

    /// Rolling blocks on days with day values alone are no candidates, so that the natural days decide.
    @Test func dayValuesLeaveNaturalDaysAsTheOnlyCandidates() throws {
        var scene = try Scene("forecast daily AQI > 200 for 24h")
        for day in 0...3 { scene.forecast(day: day, 80, 100) }
        #expect(scene.demanded(at: 5) == false)
        scene.forecast(day: 2, 201, 201, issued: -7)
        #expect(scene.demanded(at: 5) == true)
    }

    @Test func aDayWithoutAForecastStaysACandidateAndIsUnknown() throws {
        var scene = try Scene("forecast daily AQI > 200 for 24h")
        for day in [0, 1, 3] { scene.forecast(day: day, 80, 100) }
        #expect(scene.demanded(at: 5) == nil)
    }

    @Test(
        arguments: [
            ("IAQI(PM2.5) > 200", true), ("IAQI(PM10) > 200", nil), ("IAQI(PM10) > 240", false), ("IAQI(PM10) <= 240", true),
            ("PM2.5 > 0 ug/m3", nil), ("AQI > 200 led by PM2.5", true), ("AQI > 200 led by PM10", false),
        ] as [(String, Bool?)])
    func aPollutantThatADayValueDoesNotNameIsAtMostTheAQI(comparison: String, expected: Bool?) throws {
        var scene = try Scene("forecast daily \(comparison) for 24h")
        scene.forecast(day: 0, 200, 240)
        #expect(scene.demanded(at: 0) == expected)
    }

    @Test(arguments: [("upper", true), ("middle", true), ("lower", false)])
    func aRangeIsReadAtTheBoundOfThePlan(bound: String, expected: Bool) throws {
        var scene = try Scene("forecast daily AQI > 200 for 24h", settings: "forecast bound \(bound)")
        scene.forecast(day: 0, 200, 201)
        #expect(scene.demanded(at: 0) == expected)
    }

    @Test func anHourlyAQIForecastNamesNoPrimaries() throws {
        for (condition, expected) in [("AQI > 200", true), ("AQI > 200 led by PM2.5", nil), ("IAQI(PM2.5) > 200", nil)]
            as [(String, Bool?)]
        {
            var scene = try Scene("forecast hourly \(condition) for 6h")
            scene.forecast(0..<6, aqi: 250)
            #expect(scene.demanded(at: 0) == expected, "\(condition)")
        }
    }

    @Test func theLaterIssueCountsAndABlankCoversNothing() throws {
        var scene = try Scene("forecast hourly PM2.5 > 100 ug/m3 for 1h")
        scene.forecast(0..<1, [.pm25: 120], issued: -8)
        scene.forecast(0..<1, [.pm10: 50], issued: -6)
        #expect(scene.demanded(at: 0) == true)
        scene.forecast(0..<1, [.pm25: 90], issued: -4)
        scene.forecast(0..<1, [.pm25: 150], issued: -5)
        scene.forecast(0..<1, [.pm25: 150], issued: 1)
        #expect(scene.demanded(at: 0) == false)
    }

    @Test func expectedWithoutAForecastIsUnknown() throws {
        var scene = try Scene("expected hourly PM2.5 > 100 ug/m3 for 6h")
        scene.observe(.pm25, 150, 0..<48)
        #expect(scene.demanded(at: 24) == nil)
        scene.forecast(24..<25, [.pm25: 150])
        #expect(scene.demanded(at: 24) == true)
    }

    @Test func expectedKeepsAnEpisodeUnderWayAndForecastForgetsIt() throws {
        for (source, expected) in [("expected", true), ("forecast", false)] {
            var scene = try Scene("\(source) hourly PM2.5 > 100 ug/m3 for 6h")
            scene.observe(.pm25, 150, 0..<5)
            scene.forecast(5..<6, [.pm25: 150])
            scene.forecast(6..<30, [.pm25: 50])
            #expect(scene.demanded(at: 5) == expected)
        }
    }

    @Test func nothingIsReadBeyond240Hours() throws {
        for (hour, expected) in [(239, true), (240, false)] {
            var scene = try Scene("forecast hourly PM2.5 > 100 ug/m3 for 1h")
            scene.forecast(0..<300, [.pm25: 50])
            scene.forecast(hour..<hour + 1, [.pm25: 150], issued: -1)
            #expect(scene.demanded(at: 0) == expected)
        }
    }

    @Test(arguments: [(23, true), (24, false)])
    func aRunStartsBeforeTheHorizon(hour: Int, expected: Bool) throws {
        for condition in ["for 2h starting within 24h", "for 2h"] {
            var scene = try Scene(
                "forecast hourly PM2.5 > 100 ug/m3 \(condition)", settings: condition == "for 2h" ? "horizon 24h" : "")
            scene.forecast(0..<hour, [.pm25: 50])
            scene.forecast(hour..<60, [.pm25: 150])
            #expect(scene.demanded(at: 0) == expected)
        }
    }

    @Test func forecastsAreUnknownOutsideReviewHoursAndObservationsAreNot() throws {
        var scene = try Scene("forecast hourly PM2.5 > 100 ug/m3 for 1h", settings: "review at 10:00")
        scene.forecast(0..<24, [.pm25: 150])
        #expect(scene.demanded(at: 9) == nil)
        #expect(scene.demanded(at: 10) == true)
        var observed = try Scene("observed hourly PM2.5 > 100 ug/m3", settings: "review at 10:00")
        observed.observe(.pm25, 150, 0..<24)
        #expect(observed.demanded(at: 9) == true)
    }

    @Test func throughoutAllowsTheGapsItNames() throws {
        for (end, expected) in [(10, true), (9, nil)] as [(Int, Bool?)] {
            var scene = try Scene("forecast hourly PM2.5 <= 100 ug/m3 throughout next 12h missing at most 2h")
            scene.forecast(0..<end, [.pm25: 50])
            #expect(scene.demanded(at: 0) == expected)
        }
    }

    /// Only the natural day is left, and nothing is known of it.
    @Test func throughoutIsUnknownWhereNothingItReadsIsKnown() throws {
        var scene = try Scene("forecast daily PM2.5 <= 100 ug/m3 throughout next 48h missing at most 2h")
        for day in 0...2 { scene.forecast(day: day, 50, 60) }
        #expect(scene.demanded(at: 3) == nil)
    }

    /// The run is false, but its only block has day values alone: there is no candidate.
    @Test func anIncludedBlockThatCannotBeReadLeavesNoCandidate() throws {
        var scene = try Scene("forecast hourly AQI > 300 for 24h including daily AQI > 200 for 24h starting within 1h")
        for day in 0...2 { scene.forecast(day: day, 240, 250) }
        #expect(scene.demanded(at: 0) == false)
        #expect(scene.demanded(at: 1) == nil)
    }

    @Test func naturalDaysHoldForIncludedBlocksToo() throws {
        var scene = try Scene(
            "forecast hourly PM2.5 > 100 ug/m3 for 30h including daily PM2.5 > 140 ug/m3 for 24h", settings: "days natural")
        scene.forecast(0..<60, [.pm25: 150])
        #expect(scene.demanded(at: 1) == true)
        // The run from the midnight ahead is too short; those from other hours hold no natural day on their grid.
        scene.forecast(50..<60, [.pm25: 50], issued: -1)
        #expect(scene.demanded(at: 1) == false)
        #expect(scene.demanded(at: 0) == true)
    }
}
