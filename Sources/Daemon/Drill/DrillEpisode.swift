import AirQuality
import Feeds
import FileAccess
import Glibc
import Ledger
import Samples

/// What is played in a drill: files in the order in which they come in.
struct DrillEpisode {
    struct Arrival {
        var at: Instant
        var name: String
        var bytes: [UInt8]
    }

    var title: String
    var arrivals: [Arrival]
    /// The instants to seal.
    var instants: ClosedRange<HourSlot>

    /// The episode that ships with the program.
    static var sample: DrillEpisode { DrillEpisode(EpisodeFile(.winter)) }

    init(_ file: EpisodeFile) {
        self.init(
            title: file.title, arrivals: file.arrivals.map { Arrival(at: $0.at, name: $0.name, bytes: $0.bytes) },
            instants: file.instants)
    }

    init(title: String, arrivals: [Arrival], instants: ClosedRange<HourSlot>) {
        self.title = title
        self.arrivals = arrivals
        self.instants = instants
    }

    /// What `--drill` names: `sample`, a file that `lantian episode` has made, or a folder of feed files.
    static func named(_ name: String, zone: Zone) throws -> DrillEpisode {
        if name == "sample" { return sample }
        var status = stat()
        guard stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return try recorded(in: name, zone: zone) }
        let bytes = try LocalFileSystem().read(name, limit: EpisodeFile.limit)
        // A single feed file is a record as a folder of one is.
        guard EpisodeFile.isEpisode(bytes) else { return try recorded(in: name, zone: zone) }
        return DrillEpisode(try EpisodeFile(reading: bytes))
    }

    /// Recorded feed files. Observations come in hour by hour, five minutes after the slot; forecasts at their issue time.
    ///
    /// - Throws: ``FileFailure``, or ``FeedFiles/Unreadable`` for the first file that gives nothing.
    static func recorded(in folder: String, zone: Zone) throws -> DrillEpisode {
        var slots: [Int32: ObservationBatch] = [:]
        var forecasts: [Instant: ForecastBatch] = [:]
        for path in try FeedFiles.expand([folder]) {
            let result = try FeedFiles.read(path).get()
            if let rejected = result.rejected { throw FeedFiles.Unreadable(path: path, reason: rejected.description) }
            split(result.observations, into: &slots)
            for day in result.forecasts.days { forecasts[day.received ?? day.issued, default: ForecastBatch()].days.append(day) }
            for hour in result.forecasts.hours {
                forecasts[hour.received ?? hour.issued, default: ForecastBatch()].hours.append(hour)
            }
        }
        guard let first = slots.keys.min(), let last = slots.keys.max() else {
            throw FeedFiles.Unreadable(path: folder, reason: "no file holds observations")
        }
        let writer = PlainLayoutWriter(zone: zone)
        let hourly = slots.map { slot, batch in
            Arrival(
                at: Instant(seconds: (Int64(slot) + 1) * 3600 + 300), name: "hour-\(zone.text(HourSlot(Int(slot)))).csv",
                bytes: Array(writer.text(batch).utf8))
        }
        let issued = forecasts.flatMap { instant, batch in
            [
                batch.days.isEmpty ? nil : writer.text(batch.days),
                batch.hours.isEmpty ? nil : writer.text(batch.hours),
            ].compactMap { $0 }.enumerated().map { index, text in
                Arrival(at: instant, name: "forecast-\(zone.text(instant))-\(index).csv", bytes: Array(text.utf8))
            }
        }
        return DrillEpisode(
            title: lastName(of: folder), arrivals: (hourly + issued).sorted { ($0.at, $0.name) < ($1.at, $1.name) },
            instants: HourSlot(Int(first) + 1)...HourSlot(Int(last) + 1))
    }

    private static func split(_ batch: ObservationBatch, into slots: inout [Int32: ObservationBatch]) {
        for row in batch.rows {
            var own = slots[row.slot] ?? ObservationBatch()
            let name = batch.stations[Int(row.station)]
            let station = own.stations.firstIndex(of: name) ?? own.stations.count
            if station == own.stations.count { own.stations.append(name) }
            own.rows.append(ObservationRow(slot: row.slot, station: Int32(station), values: row.values))
            slots[row.slot] = own
        }
    }
}
