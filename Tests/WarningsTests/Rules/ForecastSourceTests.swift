import AirQuality
import PlanModel
import Testing

@testable import Warnings

/// Several sources, their age, and opinions over them (semantics §6).
struct ForecastSourceTests {
    private static let twoSources = "forecast from \"市站\", \"省站\""
    private static let heavy = "forecast hourly AQI > 200"

    @Test func onlyNamedSourcesCount() throws {
        var scene = try Scene(Self.heavy, settings: Self.twoSources)
        scene.forecast(day: 0, 250, 250)
        scene.forecast(day: 0, 250, 250, from: "国家站")
        #expect(scene.demanded(at: 0) == nil)
        scene.forecast(day: 0, 250, 250, from: "省站")
        #expect(scene.demanded(at: 0) == true)
    }

    @Test func withoutNamesTheLatestIssueCountsWhateverItsSource() throws {
        var scene = try Scene(Self.heavy)
        scene.forecast(day: 0, 250, 250, issued: -8, from: "市站")
        scene.forecast(day: 0, 150, 150, issued: -7, from: "省站")
        #expect(scene.demanded(at: 0) == false)
        scene.forecast(day: 0, 250, 250, issued: -6)
        #expect(scene.demanded(at: 0) == true)
    }

    @Test func thePreferredSourceCountsWhereItHasAValue() throws {
        var scene = try Scene(Self.heavy, settings: Self.twoSources)
        scene.forecast(day: 0, 250, 250, issued: -2, from: "省站")
        #expect(scene.demanded(at: 0) == true)
        scene.forecast(day: 0, 150, 150, issued: -30, from: "市站")
        #expect(scene.demanded(at: 0) == false)
        // A later issue of the preferred source says nothing of the day: its earlier one stands.
        scene.forecast(day: 1, 100, 100, issued: -1, from: "市站")
        #expect(scene.demanded(at: 0) == false)
    }

    @Test func theHighestBoundIsThatOfTheBoundThePlanReads() throws {
        var scene = try Scene(Self.heavy, settings: Self.twoSources + " combined by highest")
        scene.forecast(day: 0, 90, 210, from: "市站")
        scene.forecast(day: 0, 190, 195, from: "省站")
        #expect(scene.demanded(at: 0) == true)
        var lower = try Scene(
            "forecast hourly AQI > 180", settings: Self.twoSources + " combined by highest forecast bound lower")
        lower.forecast(day: 0, 90, 210, from: "市站")
        #expect(lower.demanded(at: 0) == false)
        lower.forecast(day: 0, 190, 195, from: "省站")
        #expect(lower.demanded(at: 0) == true)
    }

    @Test func theMeanIsExactAndRoundedHalfToEven() throws {
        for (first, second, isAbove) in [(200, 201, false), (201, 202, true), (199, 204, true)] {
            var scene = try Scene(Self.heavy, settings: Self.twoSources + " combined by mean")
            scene.forecast(day: 0, first, first, from: "市站")
            scene.forecast(day: 0, second, second, from: "省站")
            #expect(scene.demanded(at: 0) == isAbove)
        }
    }

    @Test func aMeanIsLedByWhatEverySourceNames() throws {
        var scene = try Scene(
            "forecast hourly AQI > 200 led by O3", settings: Self.twoSources + " combined by mean")
        scene.forecast(day: 0, 250, 250, [.pm25, .o3], from: "市站")
        #expect(scene.demanded(at: 0) == true)
        scene.forecast(day: 0, 250, 250, [.pm25], from: "省站")
        #expect(scene.demanded(at: 0) == false)
    }

    @Test func hoursAreCombinedQuantityByQuantity() throws {
        var scene = try Scene(
            "forecast hourly PM2.5 > 100 ug/m3 for 6h", settings: Self.twoSources + " combined by mean")
        scene.forecast(0..<24, [.pm25: 90], from: "市站")
        scene.forecast(0..<24, [.pm25: 120, .pm10: 300], from: "省站")
        #expect(scene.demanded(at: 0) == true)
        scene.forecast(0..<24, [.pm25: 80], issued: -7, from: "市站")
        #expect(scene.demanded(at: 0) == false)
    }

    @Test func anOldForecastDoesNotCount() throws {
        var scene = try Scene(Self.heavy, settings: "forecast at most 36h old")
        scene.forecast(day: 1, 250, 250, issued: 0)
        #expect(scene.demanded(at: 36) == true)
        #expect(scene.demanded(at: 37) == nil)
        #expect(scene.decide(at: 36) == "issue none red 36")
    }

    @Test func whereThePreferredSourceIsTooOldTheNextOneCounts() throws {
        var scene = try Scene(Self.heavy, settings: Self.twoSources + " forecast at most 36h old")
        scene.forecast(day: 1, 150, 150, issued: 0, from: "市站")
        scene.forecast(day: 1, 250, 250, issued: 6, from: "省站")
        #expect(scene.demanded(at: 36) == false)
        #expect(scene.demanded(at: 37) == true)
        #expect(scene.demanded(at: 43) == nil)
        for hour in 30...36 { #expect(scene.decide(at: hour) == nil) }
        #expect(scene.decide(at: 37) == "issue none red 37")
    }

    @Test func anOpinionStandsOverEveryForecastOfItsDay() throws {
        var scene = try Scene(Self.heavy, settings: "forecast at most 36h old")
        scene.forecast(0..<48, [.pm25: 30, .pm10: 40, .so2: 5, .no2: 20, .co: 0.5, .o3: 50], aqi: 50)
        #expect(scene.demanded(at: 0) == false)
        scene.opine(day: 0, 210, 240, at: 2)
        #expect(scene.demanded(at: 1) == false)
        #expect(scene.demanded(at: 2) == true)
        // A later one takes its place, a later forecast does not.
        scene.forecast(day: 0, 50, 60, issued: 3)
        #expect(scene.demanded(at: 3) == true)
        scene.opine(day: 0, 150, 160, at: 4)
        #expect(scene.demanded(at: 4) == false)
        scene.opine(day: 0, 250, 260, at: 5)
        scene.opine(day: 0, 0, 0, at: 6, isRetracted: true)
        #expect(scene.demanded(at: 5) == true)
        #expect(scene.demanded(at: 6) == false)
    }

    @Test func anOpinionHasNoAgeAndEndsWithItsDays() throws {
        var scene = try Scene(Self.heavy, settings: "forecast at most 6h old")
        scene.opine(day: 1, 250, 250, at: 0)
        #expect(scene.demanded(at: 23) == true)
        #expect(scene.demanded(at: 48) == nil)
    }

    // MARK: Evidence

    @Test func evidenceNamesTheForecastsUsed() throws {
        var scene = try Scene(
            "expected daily AQI > 200 for 48h", settings: Self.twoSources + " combined by mean days natural")
        scene.forecast(day: 1, 220, 230, issued: -9, from: "市站")
        scene.forecast(day: 1, 240, 250, issued: -8, from: "省站")
        scene.forecast(day: 2, 220, 230, issued: -8, from: "省站")
        scene.forecast(day: 3, 320, 330, issued: -7, from: "省站")
        func issued(_ source: String, _ hour: Int) -> ForecastReference {
            .issued(source: source, at: HourSlot(scene.midnight + hour).start, received: nil)
        }
        let decision = try #require(try scene.trace(at: 0).decision)
        let tests = decision.evidence.flatMap(\.finding.tests)
        #expect(tests.map(\.forecasts) == [[issued("市站", -9), issued("省站", -8)]])
    }

    @Test func evidenceNamesAuthorAndReasonOfAnOpinion() throws {
        var scene = try Scene("forecast daily AQI > 200 for 24h")
        scene.forecast(day: 1, 100, 120)
        scene.opine(day: 1, 210, 240, at: 0)
        let decision = try #require(try scene.trace(at: 1).decision)
        let at = Instant(seconds: HourSlot(scene.midnight).start.seconds + 600)
        #expect(
            decision.evidence.flatMap(\.finding.tests).map(\.forecasts)
                == [[.opinion(author: "首席", because: "会商", at: at)]])
    }
}
