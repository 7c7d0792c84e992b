import AirQuality
import Warnings

/// What is explained in the golden files.
enum Situations {
    static let all: [(name: String, made: @Sendable () throws -> (Situation, AreaTrace))] = [
        ("third-day-short", thirdDayShort), ("standing-between-reviews", standingBetweenReviews),
        ("end-awaited", endAwaited), ("stations-missing", stationsMissing), ("led-by-others", ledByOthers),
        ("natural-days", naturalDays), ("no-forecast", noForecast), ("forecasts-end", forecastsEnd), ("lifted", lifted),
        ("several-forecasts", severalForecasts),
    ]

    /// Two days above 200 and a third that is 14 short.
    @Sendable static func thirdDayShort() throws -> (Situation, AreaTrace) {
        var scene = try Situation("D2024")
        scene.observe(Situation.air(80), -48..<10)
        scene.forecastDays([110, 231, 318, 187, 90], from: 0)
        return (scene, try scene.trace(at: 10))
    }

    /// Red stands, and forecasts are not read before the review.
    @Sendable static func standingBetweenReviews() throws -> (Situation, AreaTrace) {
        var scene = try Situation("D2024review")
        scene.observe(Situation.air(120), -48..<15)
        scene.forecastDays([240, 320, 260, 120, 80], from: 1)
        scene.seal(8..<15)
        return (scene, try scene.trace(at: 15))
    }

    /// Red stands, is not demanded any more, and some hours keep its end off.
    @Sendable static func endAwaited() throws -> (Situation, AreaTrace) {
        var scene = try Situation("D2024")
        scene.observe(Situation.air(160), -48..<0)
        scene.observe(Situation.air(300), 0..<72)
        scene.observe(Situation.air(100), 72..<96)
        scene.forecast(Situation.air(300), 0..<72, issued: -1)
        scene.seal(-2..<24)
        scene.forecast(Situation.air(90), 72..<120, issued: 70)
        scene.forecast(Situation.air(130), 104..<107, issued: 71)
        scene.seal(24..<96)
        return (scene, try scene.trace(at: 96))
    }

    /// Too few stations for an area value, and the AQI only bounded below.
    @Sendable static func stationsMissing() throws -> (Situation, AreaTrace) {
        var scene = try Situation("M2018")
        scene.observe([.pm25: 100, .pm10: 120], -48..<12)
        scene.observe([.pm25: 100, .pm10: 120], 12..<20, stations: 7)
        scene.forecast([.pm25: 160, .pm10: 170], 20..<90)
        return (scene, try scene.trace(at: 20))
    }

    /// Dust above 200, not led by PM2.5.
    @Sendable static func ledByOthers() throws -> (Situation, AreaTrace) {
        var scene = try Situation("M2024led")
        scene.observe(Situation.air(60), -48..<6)
        scene.forecastDays([120], from: 0)
        scene.forecastDays([260, 240], from: 1, primary: [.pm10])
        scene.forecastDays([210], from: 3)
        return (scene, try scene.trace(at: 6))
    }

    /// Only natural days are read.
    @Sendable static func naturalDays() throws -> (Situation, AreaTrace) {
        var scene = try Situation("M2024natural")
        scene.observe(Situation.air(130), -48..<30)
        scene.forecast(Situation.air(170), 30..<90)
        return (scene, try scene.trace(at: 30))
    }

    /// Two sources, one of which issued its forecast again.
    @Sendable static func severalForecasts() throws -> (Situation, AreaTrace) {
        var scene = try Situation("D2024")
        scene.observe(Situation.air(80), -48..<10)
        func received(_ minute: Int) -> Instant {
            Instant(seconds: HourSlot(scene.midnight + 6).start.seconds + Int64(minute) * 60)
        }
        scene.forecast(Situation.air(120), 10..<82, issued: 2, source: "市站", received: received(5))
        scene.forecast(Situation.air(160), 34..<58, issued: 2, source: "市站", received: received(72))
        scene.forecast(Situation.air(90), 82..<130, issued: 0, source: "省站")
        return (scene, try scene.trace(at: 10))
    }

    @Sendable static func noForecast() throws -> (Situation, AreaTrace) {
        var scene = try Situation("D2024")
        scene.observe(Situation.air(180), -48..<5)
        return (scene, try scene.trace(at: 5))
    }

    /// What is forecast would do, and the forecasts end before the run.
    @Sendable static func forecastsEnd() throws -> (Situation, AreaTrace) {
        var scene = try Situation("M2018")
        scene.observe(Situation.air(90), -48..<8)
        scene.forecastDays([180, 250, 330], from: 0)
        return (scene, try scene.trace(at: 8))
    }

    /// The hour at which a warning ends.
    @Sendable static func lifted() throws -> (Situation, AreaTrace) {
        var scene = try Situation("D2024")
        scene.observe(Situation.air(80), -48..<0)
        scene.observe(Situation.air(170), 0..<24)
        scene.observe(Situation.air(40), 24..<40)
        scene.forecast(Situation.air(170), 0..<24, issued: -2)
        scene.forecast(Situation.air(40), 24..<120, issued: -2)
        for hour in -1..<48 {
            let trace = try scene.trace(at: hour)
            if let kind = trace.decision?.kind, kind == .lift { return (scene, trace) }
            scene.seal(hour..<hour + 1)
        }
        return (scene, try scene.trace(at: 48))
    }
}
