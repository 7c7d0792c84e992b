import AirQuality
import Testing

@Suite struct AverageTests {
    private func series(_ pollutant: Pollutant, _ values: [Int32?]) -> HourlySeries {
        HourlySeries(
            origin: 100,
            values: ContiguousArray(
                values.map { value in
                    var row = PollutantValues()
                    row[pollutant] = value.map { $0 * 1000 } ?? PollutantValues.missing
                    return row
                }))
    }

    @Test func aDayMeanNeedsTwentyValues() {
        let twenty = Array(repeating: Int32?.some(80), count: 20) + Array(repeating: nil, count: 4)
        #expect(series(.pm25, twenty).dayMean(.pm25, from: 100) == 80)
        #expect(series(.pm25, [nil] + twenty.dropFirst()).dayMean(.pm25, from: 100) == ReportedValue.missing)
        #expect(series(.pm25, twenty).dayMean(.pm25, from: 104) == ReportedValue.missing)
    }

    @Test func tiesOfMeansGoToTheEvenNumber() {
        func mean(_ low: Int32, _ high: Int32) -> Int {
            series(.pm25, (0..<24).map { $0 % 2 == 0 ? low : high }).dayMean(.pm25, from: 100)
        }
        #expect(mean(10, 11) == 10)
        #expect(mean(11, 12) == 12)
        #expect(series(.co, (0..<24).map { $0 % 2 == 0 ? 1 : 0 }).dayMean(.co, from: 100) == 5)
    }

    @Test func theOzoneMaximumIsKnownWithFourteenWindowsOrAboveOneHundredAndSixty() {
        // Eleven hours make windows that hold six values; without the rest only some of the 17 windows are known.
        func maximum(_ value: Int32, hours: Int) -> Int {
            series(.o3, (0..<24).map { $0 < hours ? value : nil }).o3EightHourMaximum(from: 100)
        }
        #expect(maximum(100, hours: 24) == 100)
        #expect(maximum(100, hours: 19) == 100)
        #expect(maximum(100, hours: 18) == ReportedValue.missing)
        #expect(maximum(160, hours: 12) == ReportedValue.missing)
        #expect(maximum(161, hours: 12) == 161)
        #expect(maximum(161, hours: 5) == ReportedValue.missing)
    }

    @Test func anAreaValueNeedsItsQuorumAndRoundsHalfToEven() {
        func stations(_ values: [Int32?]) -> [StationSeries] {
            values.map { value in
                var station = StationSeries()
                var row = PollutantValues()
                row[.pm25] = value ?? PollutantValues.missing
                station.merge(row, at: 5)
                return station
            }
        }
        #expect(AreaMean.values(of: stations([1, 2, nil, nil]), at: 5, quorum: 3)[.pm25] == PollutantValues.missing)
        #expect(AreaMean.values(of: stations([1, 2, 2, nil]), at: 5, quorum: 3)[.pm25] == 2)
        #expect(AreaMean.values(of: stations([1, 2]), at: 5, quorum: 2)[.pm25] == 2)
        #expect(AreaMean.values(of: stations([2, 3]), at: 5, quorum: 2)[.pm25] == 2)
        #expect(AreaMean.values(of: stations([2, 3]), over: 4..<7, quorum: 2).map { $0[.pm25] } == [-1, 2, -1])
    }

    @Test func blanksEraseNothingAndOnlyAWithdrawalDoes() {
        var station = StationSeries()
        var row = PollutantValues()
        row[.pm25] = 90_000
        station.merge(row, at: 7)
        let byBlank = station.merge(PollutantValues(), at: 7)
        #expect(!byBlank)
        #expect(station[7][.pm25] == 90_000)
        row[.pm25] = 91_000
        let byValue = station.merge(row, at: 7)
        #expect(byValue && station[7][.pm25] == 91_000)
        let byWithdrawal = station.withdraw(.pm25, at: 7)
        #expect(byWithdrawal && station[7][.pm25] == PollutantValues.missing)
        let again = station.withdraw(.pm25, at: 7)
        #expect(!again)
    }

    @Test func sumsFollowReplacedValues() {
        var series = series(.no2, (0..<48).map { Int32($0) })
        var row = PollutantValues()
        row[.no2] = 1_000_000
        let first = series.replace(from: 110, with: [row])
        let second = series.replace(from: 110, with: [row])
        #expect(first == 110..<111 && second == nil)
        #expect(series.total(.no2, over: 100..<112).sum == 1_000_000 + Int64((0..<12).reduce(0, +) - 10) * 1000)
    }
}
