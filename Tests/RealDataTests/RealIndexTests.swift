import AirQuality
import Compression
import Feeds
import Foundation
import Testing

/// Indices of real hours and days, computed and as published.
@Suite(.enabled(if: RealRecord.isHere, "the shared data is not there"))
struct RealIndexTests {
    /// Beijing's area values over the whole record.
    private static let beijing: HourlySeries = {
        let stations = RealRecord.seriesByStation()
        let slots = stations.first?.slots ?? 0..<0
        return HourlySeries(origin: slots.lowerBound, values: AreaMean.values(of: stations, over: slots, quorum: 9))
    }()

    private func check(_ index: AirQualityIndex, _ row: [String: String], _ edition: String) -> Bool {
        let bound = index.maximum < 0 ? "" : "\(index.maximum)"
        return row["aqi_\(edition)"] == index.published.map { "\($0)" } ?? "NA" && row["bound_\(edition)"] == bound
            && (bound.isEmpty || row["exact_\(edition)"] == (index.isExact ? "yes" : "no"))
            && row["primary_\(edition)"] == index.primary.text
    }

    private func calculators() -> [(String, IndexCalculator)] {
        [("2012", Edition.edition2012), ("2026", .edition2026)].map {
            ($0.0, IndexCalculator(rule: .pinned($0.1), zone: .beijing, requires: .all))
        }
    }

    @Test func everyNaturalDayOfBeijing() throws {
        let rows = try RealRecord.rows("expected/aqi-daily-prsa.csv")
        #expect(rows.count == 1461)
        let series = Self.beijing
        for row in rows {
            let date = try #require(LocalDate(row["date"] ?? ""))
            let start = Zone.beijing.midnight(of: date).hours
            for (edition, calculator) in calculators() {
                #expect(check(calculator.daily(series, from: start), row, edition), "\(edition): \(row)")
            }
            for (column, pollutant) in [
                ("SO2_24h", Pollutant.so2), ("NO2_24h", .no2), ("CO_24h", .co), ("PM10_24h", .pm10), ("PM2.5_24h", .pm25),
            ] {
                let mean = series.dayMean(pollutant, from: start)
                #expect(row[column] == ReportedValue.text(mean, of: pollutant) ?? "", "\(row)")
            }
            #expect(row["O3_8h_max"] == ReportedValue.text(series.o3EightHourMaximum(from: start), of: .o3) ?? "", "\(row)")
            #expect(row["O3_1h_max"] == ReportedValue.text(series.o3HourMaximum(from: start), of: .o3) ?? "", "\(row)")
        }
    }

    @Test func everyHourOfDecember2016() throws {
        let rows = try RealRecord.rows("expected/aqi-hourly-prsa-2016-12.csv")
        #expect(rows.count == 744)
        let series = Self.beijing
        let first = Zone.beijing.midnight(of: try #require(LocalDate("2016-12-01"))).hours
        for (offset, row) in rows.enumerated() {
            let slot = first + offset
            #expect(row["slot_start"] == Zone.beijing.text(HourSlot(slot)))
            for (edition, calculator) in calculators() {
                #expect(check(calculator.hourly(series, at: slot), row, edition), "\(edition): \(row)")
            }
            for pollutant in Pollutant.allCases {
                let value = ReportedValue.hourly(series.value(pollutant, at: slot), of: pollutant)
                #expect(row["\(pollutant.name)_1h"] == ReportedValue.text(value, of: pollutant) ?? "", "\(row)")
            }
            let raw = series.value(.pm25, at: slot)
            #expect(row["PM2.5_thousandths"] == (raw == PollutantValues.missing ? "" : "\(raw)"), "\(row)")
        }
    }

    /// The national centre's own hourly AQI of a severe hour, station by station.
    @Test func theNationalHourAsPublished() throws {
        let path = "feeds/national-2016-01-09T07.json.xz"
        let batch = try RealRecord.read(path).observations
        let slot = Zone.beijing.midnight(of: try #require(LocalDate("2016-01-09"))).hours + 6
        let published = try publishedIndices(path)
        #expect(published.count == 1446)
        let calculator = IndexCalculator(rule: .pinned(.edition2012), zone: .beijing, requires: .all)
        var differing: Set<String> = []
        var compared = 0
        for row in batch.rows where Int(row.slot) == slot {
            let station = batch.stations[Int(row.station)]
            guard let expected = published[station] else { continue }
            compared += 1
            let index = calculator.hourly(HourlySeries(origin: slot, values: [row.values]), at: slot)
            if Int(index.maximum) != expected { differing.insert(station) }
        }
        #expect(compared == 1446)
        // Published from a CO value that was not rounded.
        #expect(differing == ["2578A"])
    }

    /// The AQI above 0 of each station of 07:00, read from the file itself.
    private func publishedIndices(_ path: String) throws -> [String: Int] {
        let packed = [UInt8](try Data(contentsOf: RealRecord.data.appending(path: path)))
        let unpacked = try packed.withUnsafeBytes { try Decompressor.unpack($0) }
        let bytes = Data(try #require(unpacked))
        let rows = try #require(try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]])
        var found: [String: Int] = [:]
        for row in rows where row["time_point"] as? String == "2016-01-09T07:00:00Z" {
            if let code = row["station_code"] as? String, let aqi = row["aqi"] as? Int, aqi > 0 { found[code] = aqi }
        }
        return found
    }
}
