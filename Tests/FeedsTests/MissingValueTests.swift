import AirQuality
import Feeds
import Testing

/// Missing values are told before any unit conversion (`semantics.md` §2).
struct MissingValueTests {
    private let plainSlot = Slots.hour(2026, 11, 20, 7)

    @Test(
        arguments: [
            "", "-9999", "-999", "-9999.0", "-9.99e2", "—", "-;", "NA", " NA ", "\"NA\"", "\"\"", "-", "--", "/", "NaN", "null",
        ],
        [Pollutant.pm25, .co])
    func marksAreMissingAndNotReported(mark: String, pollutant: Pollutant) {
        for result in [plain(mark, pollutant), prsa(mark, pollutant), wide(mark, pollutant)] {
            #expect(result.observations.rows.first?.values[pollutant] == PollutantValues.missing)
            #expect(result.missing[pollutant] == 1 && result.refused.total == 0 && result.reportCount == 0)
        }
    }

    @Test(
        arguments: ["abc", "-1", "-0.001", "1e9", "5000.0001", "12;5", "0x10", "1,", "1.2.3", "\u{0}", "１２"],
        [Pollutant.pm25, .o3])
    func othersAreReported(written: String, pollutant: Pollutant) {
        let quoted = "\"\(written)\""
        for result in [plain(quoted, pollutant), prsa(quoted, pollutant), wide(quoted, pollutant)] {
            #expect(result.observations.rows.first?.values[pollutant] == PollutantValues.missing)
            #expect(result.missing[pollutant] == 1 && result.refused[pollutant] == 1 && result.reportCount == 1)
            #expect(result.errorCount == 0)
            #expect(result.rowErrors.first?.line == 2)
        }
    }

    @Test func ceilingsAreThoseOfEachPollutant() {
        for (pollutant, ceiling, places) in [
            (Pollutant.pm25, 5000, 3), (.pm10, 10_000, 3), (.so2, 5000, 3), (.no2, 5000, 3), (.o3, 5000, 3), (.co, 200, 3),
        ] {
            let atCeiling = plain("\(ceiling)", pollutant).observations.rows.first?.values[pollutant]
            #expect(atCeiling == Int32(ceiling * 1000), "\(pollutant.name) \(places)")
            for above in ["\(ceiling).0001", "\(ceiling).001", "\(ceiling + 1)"] {
                #expect(plain(above, pollutant).observations.rows.first?.values[pollutant] == PollutantValues.missing)
            }
        }
        #expect(prsa("200000", .co).observations.rows.first?.values[.co] == 200_000)
        #expect(prsa("200001", .co).observations.rows.first?.values[.co] == PollutantValues.missing)
        var ceilings = Ceilings.standard
        ceilings.values[.pm25] = 100_000
        #expect(plain("101", .pm25, ceilings).refused[.pm25] == 1)
    }

    @Test func zeroIsAValueInDelimitedFiles() {
        for zero in ["0", "0.0", "0e3", "-0"] { #expect(plain(zero, .pm25).observations.rows.first?.values[.pm25] == 0) }
    }

    private func plain(_ cell: String, _ pollutant: Pollutant, _ ceilings: Ceilings = .standard) -> FeedResult {
        let order: [Pollutant] = [.pm25, .pm10, .so2, .no2, .co, .o3]
        return read(
            Header.plain + "2026-11-20T07:00:00+08:00,2396A," + order.map { $0 == pollutant ? cell : "1" }.joined(separator: ",")
                + "\n", ceilings: ceilings)
    }

    private func prsa(_ cell: String, _ pollutant: Pollutant) -> FeedResult {
        let order: [Pollutant] = [.pm25, .pm10, .so2, .no2, .co, .o3]
        return read(
            Header.prsa + "1,2013,3,1,0," + order.map { $0 == pollutant ? cell : "1" }.joined(separator: ",")
                + ",1,N,\"Dongsi\"\n")
    }

    private func wide(_ cell: String, _ pollutant: Pollutant) -> FeedResult {
        let others = Pollutant.allCases.filter { $0 != pollutant }.map { "20220102,7,\($0.name),1,1\n" }
        return read("date,hour,type,1001A,1002A\n20220102,7,\(pollutant.name),\(cell),1\n" + others.joined())
    }
}
