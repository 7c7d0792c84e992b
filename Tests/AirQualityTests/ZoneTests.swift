import AirQuality
import Foundation
import Testing

@Suite struct ZoneTests {
    private func zone(_ name: String) throws -> Zone {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
        return try #require(Zone(name: name, tzif: [UInt8](bytes)))
    }

    @Test func shanghaiIsEightHoursAheadSince1991AndHadSummerTimeBefore() throws {
        let shanghai = try zone("Asia/Shanghai")
        let slot = try #require(Instant("2016-12-16T20:00:00+08:00")).hourFloor
        #expect(shanghai.text(slot) == "2016-12-16T20:00:00+08:00")
        #expect(shanghai.clockHour(of: slot) == 20 && shanghai.date(of: slot).description == "2016-12-16")
        #expect(shanghai.offset(at: try #require(Instant("1988-07-01T00:00:00Z")).seconds) == 9 * 3600)
        #expect(shanghai.offset(at: try #require(Instant("2080-07-01T00:00:00Z")).seconds) == 8 * 3600)
    }

    @Test func everyHourOfAYearAgreesWithTheSystem() throws {
        for name in ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata"] {
            let zone = try zone(name)
            for hour in 0..<8784 {
                var time = time_t(1_700_000_000 / 3600 * 3600 + hour * 3600)
                setenv("TZ", name, 1)
                tzset()
                var parts = tm()
                localtime_r(&time, &parts)
                #expect(zone.offset(at: Int64(time)) == parts.tm_gmtoff)
            }
        }
        unsetenv("TZ")
        tzset()
        #expect(try zone("Asia/Kolkata").hasWholeHourOffsets(from: 0) == false)
    }

    @Test func timestampsAreReadWithTheirOffset() throws {
        let expected = Instant(seconds: 1_481_889_600)
        for text in ["2016-12-16T20:00:00+08:00", "2016-12-16T12:00:00Z", "2016-12-16 20:00+0800", "2016-12-16T12:00Z"] {
            #expect(Instant(text) == expected, "\(text)")
        }
        #expect(Instant("2016-12-16T20:00", zone: .beijing) == expected)
        for text in ["2016-12-16T20:00", "2016-12-16", "2016-12-16T25:00Z", "2016-12-16T20:00:00+08:00x", ""] {
            #expect(Instant(text) == nil)
        }
    }

    @Test func damagedZoneFilesAreRefused() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Asia/Shanghai")))
        for length in 0..<bytes.count - 10 { _ = Zone(name: "x", tzif: Array(bytes[..<length])) }
        #expect(Zone(name: "x", tzif: Array(bytes[..<60])) == nil)
        #expect(Zone(name: "x", tzif: []) == nil)
    }
}
