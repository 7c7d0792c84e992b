public import AirQuality
import Ledger
public import PlanModel
public import Warnings

/// Reads the observations of a year from a ledger.
public struct IndicatorsReader {
    private let reader: RecordReader

    public init(_ reader: RecordReader) { self.reader = reader }

    /// The plan in force, and the end of the last slot observed.
    ///
    /// - Throws: ``ReportFailure`` where nothing was.
    public func plan() throws -> (plan: Plan, last: HourSlot) {
        let plan = try reader.plan().plan
        guard let slots = try reader.ledger.observedSlots() else {
            throw ReportFailure("nothing was ever observed in \(reader.ledger.path)")
        }
        return (plan, HourSlot(slots.upperBound + 1))
    }

    /// The values that count now of places, over slots.
    public func observations(of places: [Area], _ slots: Range<Int>) throws -> ObservationStore {
        var store = ObservationStore()
        var read: Set<String> = []
        for place in places {
            if place.stations.isEmpty {
                _ = store.merge(try reader.ledger.observations(ofArea: place, slots)) { _ in true }
            } else {
                let stations = place.stations.filter { read.insert($0).inserted }
                _ = store.merge(try reader.ledger.observations(ofStations: stations, slots)) { _ in true }
            }
        }
        return store
    }
}
