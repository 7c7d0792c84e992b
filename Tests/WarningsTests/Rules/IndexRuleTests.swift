import AirQuality
import Testing

@testable import Warnings

/// Rules of semantics §2 to §4 that are easy to get wrong.
struct IndexRuleTests {
    @Test(
        arguments: [
            ("AQI > 200", true), ("AQI >= 350", true), ("AQI <= 200", false), ("AQI < 350", false), ("AQI > 400", nil),
            ("AQI <= 400", nil), ("IAQI(SO2) <= 500", nil), ("IAQI(PM2.5) <= 400", true),
        ] as [(String, Bool?)])
    func anAQIWithoutARequiredPollutantIsALowerBound(comparison: String, expected: Bool?) throws {
        var scene = try Scene("observed hourly \(comparison)")
        scene.observe(.pm25, 300, 0..<1)
        #expect(scene.demanded(at: 1) == expected)
    }

    @Test func aBoundOf100OrLessIsNotPublishedButCompared() throws {
        var values = PollutantValues()
        values[.pm25] = 60_000
        let calculator = IndexCalculator(rule: .pinned(.edition2026), zone: .beijing, requires: .all)
        #expect(calculator.hourly(HourlySeries(origin: 0, values: [values]), at: 0).published == nil)
        values[.pm25] = 61_000
        #expect(calculator.hourly(HourlySeries(origin: 0, values: [values]), at: 0).published == 101)
        var scene = try Scene("observed hourly AQI > 50")
        scene.observe(.pm25, 60, 0..<1)
        #expect(scene.demanded(at: 1) == true)
    }

    /// Every third hour gives no 8 h mean, but an hourly maximum.
    @Test(
        arguments: [
            ("AQI > 300", true), ("IAQI(O3) > 300", nil), ("IAQI(O3) <= 500", nil), ("AQI > 300 led by O3", nil),
            ("AQI > 300 led by PM2.5", false), ("AQI > 300 led by PM2.5, NO2", nil),
        ] as [(String, Bool?)])
    func halfKnownOzoneEntersTheMaximumAndIsNoSubIndex(comparison: String, expected: Bool?) throws {
        var scene = try Scene("observed daily \(comparison)")
        scene.observe(.pm25, 50, 0..<24)
        scene.observe([.o3], 900, [0, 3, 6, 9, 12, 15, 18, 21])
        #expect(scene.demanded(at: 24) == expected)
    }

    /// As on 2016-09-07 in Beijing, when nothing but some hours of O3 was there.
    @Test func halfKnownOzoneIsNamedAsPrimary() {
        var series = HourlySeries(slots: 0..<24)
        var values = PollutantValues()
        values[.o3] = 191_000
        for hour in stride(from: 0, to: 24, by: 3) { _ = series.replace(from: hour, with: [values]) }
        let index = IndexCalculator(rule: .pinned(.edition2012), zone: .utc, requires: .all).daily(series, from: 0)
        #expect(index.maximum == 89)
        #expect(index.published == nil)
        #expect(index.primary.members == [.o3])
        #expect(index.iaqi(.o3) == nil)
    }

    @Test func fewEightHourMeansDoWhenTheLargestIsAbove160() throws {
        for (value, expected) in [(160.0, nil), (161, true)] as [(Double, Bool?)] {
            var scene = try Scene("observed daily O3 > 150 ug/m3")
            scene.observe(.o3, value, 5..<13)
            #expect(scene.demanded(at: 24) == expected)
        }
    }

    @Test func sulphurDioxideAbove800ReadsTheDayMeanIn2012And200In2026() throws {
        var old = try Scene("observed hourly IAQI(SO2) > 200", settings: "aqi HJ633-2012")
        old.observe(.so2, 900, 0..<19)
        #expect(old.demanded(at: 19) == nil)
        old.observe(.so2, 900, 19..<20)
        #expect(old.demanded(at: 20) == true)
        var new = try Scene("observed hourly IAQI(SO2) >= 200", settings: "aqi HJ633-2026")
        new.observe(.so2, 900, 0..<1)
        #expect(new.demanded(at: 1) == true)
    }

    /// 61 µg/m³ is 83 in 2012 and 101 in 2026; the block's first slot decides.
    @Test func theEditionIsThatOfTheBlocksFirstSlot() throws {
        var scene = try Scene("observed daily IAQI(PM2.5) > 100", on: "2026-03-01")
        scene.observe(.pm25, 61, -24..<48)
        #expect(scene.demanded(at: 23) == false)
        #expect(scene.demanded(at: 24) == true)
        var slots = try Scene("observed hourly IAQI(PM2.5) > 100", on: "2026-03-01")
        slots.observe(.pm25, 61, -24..<48)
        #expect(slots.demanded(at: 0) == false)
        #expect(slots.demanded(at: 1) == true)
    }

    @Test(
        arguments: [("A, B, C, D", 2, nil), ("A, B, C, D", 3, true), ("A, B, C, D at least 2", 2, true), ("A, B, C", 2, nil)]
            as [(String, Int, Bool?)])
    func anAreaValueNeedsThreeQuartersOfTheStationsOrTheNumberStated(stations: String, known: Int, expected: Bool?) throws {
        var scene = try Scene("observed hourly PM2.5 >= 100 ug/m3", stations: stations)
        for station in ["A", "B", "C"].prefix(known) { scene.observe(.pm25, 100, 0..<1, at: station) }
        #expect(scene.demanded(at: 1) == expected)
    }

    @Test func aBlankErasesNothingAndAWithdrawalDoes() throws {
        var scene = try Scene("observed hourly PM2.5 >= 100 ug/m3")
        scene.observe(.pm25, 100, 0..<1)
        scene.observe([], 0, [0])
        #expect(scene.demanded(at: 1) == true)
        scene.withdraw(.pm25, at: 0)
        #expect(scene.demanded(at: 1) == nil)
    }

    /// 115.5 rounds to the even 116, 114.5 to 114.
    @Test func concentrationsAreComparedAtReportingPrecision() throws {
        for (value, expected) in [(115.5, false), (115.499, true), (114.5, true)] {
            var scene = try Scene("observed hourly PM2.5 <= 115 ug/m3")
            scene.observe(.pm25, value, 0..<1)
            #expect(scene.demanded(at: 1) == expected)
        }
    }
}
