import AirQuality
import Desk
import FoundationEssentials
import GRDB
import Warnings

extension DerivedWriter {
    private static let find = "SELECT so2, no2, co, o3, pm10, pm25 FROM observations WHERE station = ? AND slot = ?"
    private static let add = "INSERT INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    private static let replace = """
        UPDATE observations SET seq = ?1, so2 = ?3, no2 = ?4, co = ?5, o3 = ?6, pm10 = ?7, pm25 = ?8 WHERE station = ?2 AND slot = ?9
        """
    private static let keep = "INSERT INTO observation_history VALUES (NULL, ?, ?, ?, ?, ?, ?)"

    /// What a row has replaces, what it lacks erases nothing (semantics §2).
    func enter(_ batch: ObservationBatch, _ seq: Int64) throws {
        let stations = batch.stations.map(\.databaseValue)
        let add = try db.cachedStatement(sql: Self.add)
        for row in batch.rows {
            let station = stations[Int(row.station)]
            guard let before = try stored(station, Int64(row.slot)) else {
                try add.execute(arguments: Self.arguments(station, row.slot.databaseValue, row.values, seq.databaseValue))
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
            let station = withdrawal.station.databaseValue
            guard let before = try stored(station, slot) else { continue }
            var after = before
            after[withdrawal.pollutant] = PollutantValues.missing
            try store(after, over: before, station, slot, seq)
        }
    }

    private func stored(_ station: DatabaseValue, _ slot: Int64) throws -> PollutantValues? {
        try Row.fetchOne(db.cachedStatement(sql: Self.find), arguments: [station, slot]).map { row in
            var values = PollutantValues()
            for (index, pollutant) in Pollutant.allCases.enumerated() {
                if let value = try row.decode(Int32?.self, atIndex: index) { values[pollutant] = value }
            }
            return values
        }
    }

    private func store(
        _ after: PollutantValues, over before: PollutantValues, _ station: DatabaseValue, _ slot: Int64, _ seq: Int64
    ) throws {
        guard after != before else { return }
        let history = try db.cachedStatement(sql: Self.keep)
        for pollutant in Pollutant.allCases {
            guard let old = present(before[pollutant]), old != after[pollutant] else { continue }
            try history.execute(arguments: [station, slot, pollutant.name, old, present(after[pollutant]), seq])
            count("observation_history")
        }
        try db.cachedStatement(sql: Self.replace)
            .execute(arguments: Self.arguments(seq.databaseValue, station, after, slot.databaseValue))
    }

    /// Two values, the six pollutants' with NULL where missing, and another.
    private static func arguments(
        _ first: DatabaseValue, _ second: DatabaseValue, _ values: PollutantValues, _ last: DatabaseValue
    ) -> StatementArguments {
        func value(_ pollutant: Pollutant) -> DatabaseValue { present(values[pollutant]).databaseValue }
        return StatementArguments([
            first, second, value(.so2), value(.no2), value(.co), value(.o3), value(.pm10), value(.pm25), last,
        ])
    }

    func enter(_ batch: ForecastBatch, _ seq: Int64) throws {
        for day in batch.days {
            try insert(
                "day_forecasts", nil, day.area, day.issued.seconds, day.received?.seconds, day.date.days, day.low, day.high,
                day.primary.text, day.source, seq)
        }
        for hour in batch.hours {
            let values = Pollutant.allCases.map { present(hour.values[$0]) }
            try insert(
                "hour_forecasts", nil, hour.area, hour.issued.seconds, hour.received?.seconds, hour.slot.hours, hour.aqi,
                values[0], values[1], values[2], values[3], values[4], values[5], hour.source,
                seq)
        }
    }
}

extension DerivedWriter {
    /// What an act says of days to come, or takes back.
    func enterOpinion(_ act: DeskAct, _ seq: Int64) throws {
        let area: String
        let dates: [LocalDate]
        switch act.matter {
        case .opine(let opinion): (area, dates) = (opinion.area, opinion.days.map(\.date))
        case .retract(let id, let days, _): (area, dates) = (id, days)
        case .approve, .reject, .declare, .direct, .withdraw, .correct: return
        }
        guard let last = dates.max() else { return }
        try insert("opinions", nil, area, act.at.seconds, last.days, try coder.text(act), seq)
    }
}

extension [UInt8] {
    /// As the content of a blob column.
    var blob: Data { Data(self) }
}

extension Row {
    func bytes(atIndex index: Int) throws -> [UInt8] { Array(try decode(Data.self, atIndex: index)) }
}
