import AirQuality
import Feeds
import Samples
import Testing

struct EpisodeTests {
    private let episode = SampleEpisode.winter

    private func results(_ prefix: String) -> [FeedResult] {
        episode.files.filter { $0.name.hasPrefix(prefix) }.map { FeedReader.read($0.bytes, name: $0.name) }
    }

    /// All station values of a pollutant, in thousandths, with those of PM2.5 beside it where both are there.
    private func pairs(_ pollutant: Pollutant) -> [(value: Int, pm25: Int)] {
        results("observations").flatMap(\.observations.rows).map { (Int($0.values[pollutant]), Int($0.values[.pm25])) }
            .filter { $0.0 >= 0 && $0.1 >= 0 }
    }

    @Test func everyFileIsReadWithoutAnError() {
        #expect(episode.files.count == 12 * (24 + 3))
        #expect(Set(episode.files.map(\.name)).count == episode.files.count)
        for file in episode.files {
            let result = FeedReader.read(file.bytes, name: file.name)
            #expect(result.isClean && result.reportCount == 0, "\(file.name): \(result.rowErrors)")
        }
    }

    @Test func filesComeInOrderAndOneComesLate() {
        #expect(zip(episode.files, episode.files.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
        let observations = episode.files.filter { $0.name.hasPrefix("observations") }
        // Names sort by the hour they hold: a file that comes after its successor is late.
        let late = zip(observations, observations.dropFirst()).filter { $0.name > $1.name }
        #expect(late.count == 1)
    }

    /// The bytes are part of what is shipped: a drill must give the same notices on every machine and in every release.
    @Test func theBytesAreFixed() {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in episode.files {
            for byte in Array(file.name.utf8) + file.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ UInt64(file.arrival.seconds)) &* 0x100_0000_01B3
        }
        #expect(hash == 7_580_292_963_594_381_765)
    }

    @Test func pollutantsKeepTheirTies() {
        #expect(pairs(.pm10).allSatisfy { $0.value > $0.pm25 })
        for pollutant in [Pollutant.no2, .co] { #expect(correlation(pairs(pollutant)) > 0.5, "\(pollutant)") }
        // Winter: ozone stays far below its limit of 200 µg/m³ and lower still in haze.
        #expect(pairs(.o3).allSatisfy { $0.value < 120_000 })
        #expect(correlation(pairs(.o3)) < -0.3)
    }

    @Test func theDaysRunTheirCourse() {
        let days = dayIndices()
        #expect(days.prefix(2).allSatisfy { $0 <= 100 })
        #expect((101...150).contains(days[2]) && (151...200).contains(days[3]))
        #expect(days[4...5].allSatisfy { (201...300).contains($0) })
        #expect(days[6] > 300)
        #expect(days[7...8].allSatisfy { (151...200).contains($0) })
        #expect(days[9...].allSatisfy { $0 <= 100 })
    }

    @Test func forecastsErrMoreWithEveryDayAhead() {
        let truth = dayIndices()
        var errors: [Int: [Int]] = [:]
        for forecast in results("forecast-days").flatMap(\.forecasts.days) {
            let day = forecast.date.days - 20_462
            let lead = forecast.date.days - episode.zone.date(of: forecast.issued.hourFloor).days
            guard truth.indices.contains(day) else { continue }
            errors[lead, default: []].append(abs((forecast.low + forecast.high) / 2 - truth[day]))
        }
        let means = (1...4).map { lead in (errors[lead] ?? []).reduce(0, +) * 10 / max(1, errors[lead]?.count ?? 0) }
        #expect(means == means.sorted())
        #expect(means[0] > 0 && means[3] > 2 * means[0])
    }

    // MARK: Helpers

    /// The AQI of each day, from the means of all stations.
    private func dayIndices() -> [Int] {
        var sums: [Int: [Pollutant: (sum: Int, count: Int)]] = [:]
        for row in results("observations").flatMap(\.observations.rows) {
            let day = episode.zone.date(of: HourSlot(Int(row.slot))).days
            for pollutant in [Pollutant.pm25, .pm10] where row.values[pollutant] >= 0 {
                let old = sums[day]?[pollutant] ?? (0, 0)
                sums[day, default: [:]][pollutant] = (old.sum + Int(row.values[pollutant]), old.count + 1)
            }
        }
        return sums.sorted { $0.key < $1.key }.map { _, means in
            means.map { pollutant, mean in
                SubIndex.value(
                    (mean.sum / mean.count + 500) / 1000, item: pollutant == .pm25 ? .pm25Day : .pm10Day, edition: .edition2012
                ) ?? 0
            }.max() ?? 0
        }
    }

    private func correlation(_ pairs: [(value: Int, pm25: Int)]) -> Double {
        let (x, y) = (pairs.map { Double($0.value) }, pairs.map { Double($0.pm25) })
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let products = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let squares = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) } * y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
        return products / squares.squareRoot()
    }
}
