import AirQuality
import Feeds

/// The seven stations: what they measure, what they miss, and when their files arrive.
struct StationNetwork {
    let weather: WinterWeather
    let origin: HourSlot
    let slots: Int
    private let seed: UInt64

    /// The station whose line is down, and for which slots: the morning and afternoon of the fifth day.
    static let outage = (station: "3337A", slots: 4 * 24 + 7..<4 * 24 + 18)
    /// A slot of the second day in which only four stations report, too few for the city's mean.
    static let scarceSlot = 24 + 13
    static let scarceStations: Set<String> = ["2398A", "3338A", "3597A"]
    /// A slot of the sixth day whose file comes hours late.
    static let lateSlot = 5 * 24 + 3
    static let lateHours = 5
    /// One value in this many is missing: calibration, maintenance, a reading that failed its check.
    static let gapOneIn = 900

    init(weather: WinterWeather, origin: HourSlot, slots: Int, seed: UInt64) {
        self.weather = weather
        self.origin = origin
        self.slots = slots
        self.seed = seed &+ 1
    }

    /// One file a slot, in the order of the slots.
    func files(_ zone: Zone) -> [SampleFile] {
        var noise = SplitMix64(seed: seed)
        let writer = PlainLayoutWriter(zone: zone)
        return (0..<slots).map { offset in
            let slot = origin + offset
            let minutes = 18 + noise.below(10) + (offset == Self.lateSlot ? Self.lateHours * 60 : 0)
            return SampleFile(
                arrival: Instant(seconds: (slot + 1).start.seconds + Int64(minutes * 60)),
                name: "observations-\(StampText.hour(slot, zone)).csv", text: writer.text(batch(offset, &noise)))
        }
    }

    private func batch(_ offset: Int, _ noise: inout SplitMix64) -> ObservationBatch {
        var batch = ObservationBatch()
        for station in SampleStation.xuchang {
            // Drawn for every station, so that one that is silent changes nothing of the others.
            let values = measured(station, offset, &noise)
            if station.code == Self.outage.station, Self.outage.slots.contains(offset) { continue }
            if offset == Self.scarceSlot, Self.scarceStations.contains(station.code) { continue }
            batch.rows.append(
                ObservationRow(slot: Int32((origin + offset).hours), station: Int32(batch.stations.count), values: values))
            batch.stations.append(station.code)
        }
        return batch
    }

    /// What a station reports of an hour, at the precision at which stations report.
    private func measured(_ station: SampleStation, _ offset: Int, _ noise: inout SplitMix64) -> PollutantValues {
        var values = PollutantValues()
        for pollutant in Pollutant.allCases {
            let factor =
                switch pollutant {
                case .pm25, .pm10: station.particles
                case .no2, .co: station.traffic
                // Where traffic is dense it eats the ozone.
                case .o3: 2000 - station.traffic
                case .so2: 1000
                }
            let value = Int(weather.truth[offset][pollutant]) * (factor + noise.deviation(55)) / 1000
            values[pollutant] = Int32(Self.rounded(value, to: pollutant == .co ? 100 : 1000))
        }
        values[.pm10] = max(values[.pm10], values[.pm25] + 3000)
        for pollutant in Pollutant.allCases where noise.below(Self.gapOneIn) == 0 {
            values[pollutant] = PollutantValues.missing
        }
        return values
    }

    private static func rounded(_ value: Int, to step: Int) -> Int { max(step, (value + step / 2) / step * step) }
}
