import AirQuality
import Desk
import Feeds
import Logging
import PlanModel
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Small things that several tests need.
enum Make {
    static let start = Weather.start

    static func observations(_ slots: Range<Int>, pm25: Int = 40, stations: [String] = Weather.stations) -> ObservationBatch {
        var batch = ObservationBatch()
        batch.stations = stations
        for slot in slots {
            for station in stations.indices {
                var values = PollutantValues()
                values[.pm25] = Int32(pm25 * 1000)
                values[.pm10] = Int32(pm25 * 1200)
                batch.rows.append(
                    ObservationRow(slot: Int32((start + slot).hours), station: Int32(station), values: values))
            }
        }
        return batch
    }

    static func forecast(issued: Int, hours: Int = 48, pm25: Int = 40, areas: [String] = ["north", "south"]) -> ForecastBatch {
        var batch = ForecastBatch()
        for area in areas {
            for hour in 0..<hours {
                var values = PollutantValues()
                values[.pm25] = Int32(pm25 * 1000)
                values[.pm10] = Int32(pm25 * 1200)
                batch.hours.append(
                    HourForecast(
                        issued: (start + issued).start, area: area, slot: start + issued + hour, aqi: nil, values: values))
            }
        }
        return batch
    }

    static func plan(_ variant: SimulationPlans.Variant = .first) throws -> Plan { try SimulationPlans.plan(variant).plan }

    /// A desk under a warning: hours of heavy air, sealed up to `hour`.
    static func deskInWarning(_ variant: SimulationPlans.Variant = .first, until hour: Int = 3) throws -> Desk {
        var desk = Desk(plan: try plan(variant))
        _ = desk.apply(.observations(observations(-30..<hour, pm25: 300)))
        for instant in 0...hour { _ = desk.apply(.hourSealed(start + instant)) }
        return desk
    }

    static let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func service(
        _ path: String, _ files: MemoryFileSystem, _ variant: SimulationPlans.Variant = .first, faults: LedgerFaults = .none
    )
        throws -> DeskService<MemoryFileSystem>
    {
        let spool = Spool(root: "/spool", on: files)
        try spool.prepare()
        return try DeskService(
            plan: SimulationPlans.plan(variant), ledger: Ledger(path: path, faults: faults), spool: spool, isDrill: false,
            log: log,
            now: start.start)
    }

    static func feed(
        _ name: String, _ observations: ObservationBatch = ObservationBatch(), _ forecasts: ForecastBatch = ForecastBatch()
    )
        -> FeedRecord
    {
        FeedRecord(
            name: name, digest: ContentHash.hex(Array(name.utf8)), format: "test", observations: observations,
            forecasts: forecasts)
    }
}
