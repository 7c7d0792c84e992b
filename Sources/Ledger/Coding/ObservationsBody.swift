import AirQuality

/// Observations as a record's body holds them.
struct ObservationsBody: Codable {
    var stations: [String]?
    /// slot, index into `stations`, SO2, NO2, CO, O3, PM10, PM2.5 in thousandths.
    var rows: String?
    var withdrawalStations: [String]?
    /// slot, index into `withdrawalStations`, pollutant in the order of the columns from 0.
    var withdrawals: String?

    /// Nil where there is nothing.
    init?(_ batch: ObservationBatch) {
        guard !batch.isEmpty || !batch.stations.isEmpty else { return nil }
        stations = batch.stations.isEmpty ? nil : batch.stations
        var packed = PackedWriter(rows: batch.rows.count, width: 8)
        for row in batch.rows {
            packed.append(row.slot)
            packed.append(row.station)
            for pollutant in Pollutant.allCases { packed.append(present(row.values[pollutant])) }
            packed.endRow()
        }
        rows = packed.text
        var names = MentionedNames()
        packed = PackedWriter(rows: batch.withdrawals.count, width: 3)
        for withdrawal in batch.withdrawals {
            packed.append(withdrawal.slot.hours)
            packed.append(names.index(of: withdrawal.station))
            packed.append(withdrawal.pollutant.rawValue)
            packed.endRow()
        }
        withdrawals = packed.text
        withdrawalStations = names.names.isEmpty ? nil : names.names
    }

    func batch() throws -> ObservationBatch {
        var batch = ObservationBatch()
        batch.stations = stations ?? []
        try PackedReader.forEachRow(rows, width: 8) { fields in
            let station = try Int32.field(fields[1])
            guard batch.stations.indices.contains(Int(station)) else { throw PackedReader.Malformed() }
            batch.rows.append(
                ObservationRow(slot: try .field(fields[0]), station: station, values: try PollutantValues(fields, from: 2)))
        }
        let names = withdrawalStations ?? []
        try PackedReader.forEachRow(withdrawals, width: 3) { fields in
            let station = try Int.field(fields[1])
            guard names.indices.contains(station), let pollutant = Pollutant(rawValue: try .field(fields[2])) else {
                throw PackedReader.Malformed()
            }
            batch.withdrawals.append(
                Withdrawal(slot: HourSlot(try .field(fields[0])), station: names[station], pollutant: pollutant))
        }
        return batch
    }
}

/// A value, nil where it is missing.
func present(_ value: Int32) -> Int32? { value == PollutantValues.missing ? nil : value }

extension PollutantValues {
    init(_ fields: UnsafeBufferPointer<Int64?>, from start: Int) throws {
        self.init()
        for (index, pollutant) in Pollutant.allCases.enumerated() {
            if let value = fields[start + index] { self[pollutant] = try .field(value) }
        }
    }
}

extension FixedWidthInteger {
    /// A field that must be there and fit.
    static func field(_ value: Int64?) throws -> Self {
        guard let value, let number = Self(exactly: value) else { throw PackedReader.Malformed() }
        return number
    }
}

/// Names in the order of their first mention.
struct MentionedNames {
    private(set) var names: [String] = []
    private var indices: [String: Int] = [:]

    mutating func index(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
