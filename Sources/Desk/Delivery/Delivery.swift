public import AirQuality

/// The delivery of published notices: who has acknowledged, who has not, and whose time is over.
///
/// Folded from the record: what was published for whom, the receipts, and the reminders that went out.
public struct Delivery: Hashable, Sendable {
    /// Days after which an unacknowledged notice is only a matter of the record.
    public static let days = 30

    /// In the order of publication; only those that somebody has still to acknowledge.
    public private(set) var items: [Item] = []

    public init() {}

    /// How many receipts are owed, and of these how many whose time is over.
    public func owed(at now: Instant) -> (outstanding: Int, overdue: Int) {
        items.reduce((0, 0)) { ($0.0 + $1.outstanding, $0.1 + $1.overdue(at: now)) }
    }

    public mutating func publish(_ notice: String, at: Instant, to addressees: [Addressee]) {
        items.removeAll { at.seconds - $0.published.seconds > Int64(Self.days) * 86_400 }
        guard !addressees.isEmpty else { return }
        items.append(Item(notice: notice, published: at, addressees: addressees))
    }

    public mutating func take(_ receipt: Receipt) {
        guard let index = items.firstIndex(where: { $0.notice == receipt.notice }) else { return }
        items[index].acknowledge(receipt.addressee)
        if items[index].outstanding == 0 { items.remove(at: index) }
    }

    /// Whether a receipt is owed.
    public func check(_ receipt: Receipt) throws(ReceiptRefusal) {
        guard let item = items.first(where: { $0.notice == receipt.notice }) else { throw .noNotice(id: receipt.notice) }
        guard item.isOwed(by: receipt.addressee) else {
            throw .notDue(notice: receipt.notice, addressee: receipt.addressee)
        }
        if let name = receipt.signedBy, name.isEmpty || name.utf8.count > Desk.maximumText {
            throw .badText(field: "signed by", limit: Desk.maximumText)
        }
    }

    public mutating func take(_ reminder: Reminder) {
        guard case .receipts(let notice, let missing) = reminder.matter,
            let index = items.firstIndex(where: { $0.notice == notice })
        else { return }
        items[index].remind(of: missing)
    }

    /// Of what the desk is to be reminded: each addressee whose time is over, once.
    public func overdue(at now: Instant) -> [(notice: String, missing: [String])] {
        items.compactMap { item in
            let late = item.unreminded(at: now)
            return late.isEmpty ? nil : (item.notice, late)
        }
    }
}
