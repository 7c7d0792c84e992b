import AirQuality
import FoundationEssentials
import GRDB

extension DerivedWriter {
    private static let find = "SELECT so2, no2, co, o3, pm10, pm25 FROM observations WHERE station = ? AND slot = ?"
    private static let add = "INSERT INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    private static let replace = """
        UPDATE observations SET so2 = ?, no2 = ?, co = ?, o3 = ?, pm10 = ?, pm25 = ?, seq = ? WHERE station = ? AND slot = ?
        """

    /// What a row has replaces, what it lacks erases nothing (semantics §2).
    func enter(_ batch: ObservationBatch, _ seq: Int64) throws {
        for row in batch.rows {
            let station = batch.stations[Int(row.station)]
            guard let before = try stored(station, Int64(row.slot)) else {
                try db.cachedStatement(sql: Self.add)
                    .execute(arguments: [station, row.slot] + row.values.arguments + [seq])
                count("observations")
                continue
            }
            var merged = before
            for pollutant in Pollutant.allCases where row.values[pollutant] != PollutantValues.missing {
                merged[pollutant] = row.values[pollutant]
            }
            try store(merged, over: before, station, Int64(row.slot), seq)
        }
        for withdrawal in batch.withdrawals {
            let slot = Int64(withdrawal.slot.hours)
            guard let before = try stored(withdrawal.station, slot) else { continue }
            var after = before
            after[withdrawal.pollutant] = PollutantValues.missing
            try store(after, over: before, withdrawal.station, slot, seq)
        }
    }

    private func stored(_ station: String, _ slot: Int64) throws -> PollutantValues? {
        try Row.fetchOne(db.cachedStatement(sql: Self.find), arguments: [station, slot]).map { row in
            var values = PollutantValues()
            for (index, pollutant) in Pollutant.allCases.enumerated() {
                if let value = try row.decode(Int32?.self, atIndex: index) { values[pollutant] = value }
            }
            return values
        }
    }

    private func store(
        _ after: PollutantValues, over before: PollutantValues, _ station: String, _ slot: Int64, _ seq: Int64
    ) throws {
        guard after != before else { return }
        for pollutant in Pollutant.allCases {
            guard let old = present(before[pollutant]), old != after[pollutant] else { continue }
            try insert("observation_history", nil, station, slot, pollutant.name, old, present(after[pollutant]), seq)
        }
        try db.cachedStatement(sql: Self.replace).execute(arguments: after.arguments + [seq, station, slot])
    }

    func enter(_ batch: ForecastBatch, _ seq: Int64) throws {
        for day in batch.days {
            try insert(
                "day_forecasts", nil, day.area, day.issued.seconds, day.received?.seconds, day.date.days, day.low, day.high,
                day.primary.text, seq)
        }
        for hour in batch.hours {
            let values = Pollutant.allCases.map { present(hour.values[$0]) }
            try insert(
                "hour_forecasts", nil, hour.area, hour.issued.seconds, hour.received?.seconds, hour.slot.hours, hour.aqi,
                values[0], values[1], values[2], values[3], values[4], values[5], seq)
        }
    }
}

extension PollutantValues {
    /// In the order of the columns, NULL where missing.
    fileprivate var arguments: StatementArguments { StatementArguments(Pollutant.allCases.map { present(self[$0]) }) }
}

extension [UInt8] {
    /// As the content of a blob column.
    var blob: Data { Data(self) }
}

extension Row {
    func bytes(atIndex index: Int) throws -> [UInt8] { Array(try decode(Data.self, atIndex: index)) }
}
