public import AirQuality
public import Desk
import GRDB

/// An addressee of a notice, and his receipt.
public struct DeliveryRecord: Hashable, Sendable {
    public var addressee: Addressee
    public var published: Instant
    public var receipt: Receipt?
}

extension Ledger {
    /// Who has to acknowledge a notice, by name; empty where its plan names nobody, or where it is not published.
    public func deliveries(ofNotice id: String) throws -> [DeliveryRecord] {
        let coder = RecordCoder()
        return try read { db in
            try Row.fetchAll(
                db, sql: "SELECT addressee, within, published, receipt FROM deliveries WHERE notice = ? ORDER BY addressee",
                arguments: [id]
            ).map { row in
                DeliveryRecord(
                    addressee: Addressee(
                        name: try row.decode(String.self, atIndex: 0), withinHours: try row.decode(Int.self, atIndex: 1)),
                    published: Instant(seconds: try row.decode(Int64.self, atIndex: 2)),
                    receipt: try row.decode(String?.self, atIndex: 3).map { try coder.value(Receipt.self, $0) })
            }
        }
    }
}
