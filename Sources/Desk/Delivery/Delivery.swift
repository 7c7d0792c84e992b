public import AirQuality

/// The delivery of published notices: who has acknowledged, who has not, and whose time is over.
///
/// Folded from the record: what was published for whom, the receipts, and the reminders that went out.
public struct Delivery: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var notice: String
        public var published: Instant
        public var addressees: [Addressee]
        /// Names of those who have acknowledged.
        public var acknowledged: Set<String> = []
        /// Names of those of whom the desk has been reminded.
        public var reminded: Set<String> = []

        /// Those who have not acknowledged, in the order of the plan.
        public var missing: [Addressee] { addressees.filter { !acknowledged.contains($0.name) } }

        /// Until when an addressee has its time.
        public func deadline(of addressee: Addressee) -> Instant {
            Instant(seconds: published.seconds + Int64(addressee.withinHours) * 3600)
        }
    }

    /// Days after which an unacknowledged notice is only a matter of the record.
    public static let days = 30

    /// In the order of publication; only those that somebody has still to acknowledge.
    public private(set) var items: [Item] = []

    public init() {}

    public mutating func publish(_ notice: String, at: Instant, to addressees: [Addressee]) {
        items.removeAll { at.seconds - $0.published.seconds > Int64(Self.days) * 86_400 }
        guard !addressees.isEmpty else { return }
        items.append(Item(notice: notice, published: at, addressees: addressees))
    }

    public mutating func take(_ receipt: Receipt) {
        guard let index = items.firstIndex(where: { $0.notice == receipt.notice }) else { return }
        items[index].acknowledged.insert(receipt.addressee)
        if items[index].missing.isEmpty { items.remove(at: index) }
    }

    /// Whether a receipt is owed.
    public func check(_ receipt: Receipt) throws(ReceiptRefusal) {
        guard let item = items.first(where: { $0.notice == receipt.notice }) else { throw .noNotice(id: receipt.notice) }
        guard item.missing.contains(where: { $0.name == receipt.addressee }) else {
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
        items[index].reminded.formUnion(missing)
    }

    /// Of what the desk is to be reminded: each addressee whose time is over, once.
    public func overdue(at now: Instant) -> [(notice: String, missing: [String])] {
        items.compactMap { item in
            let late = item.missing.filter { addressee in
                !item.reminded.contains(addressee.name) && item.deadline(of: addressee) <= now
            }
            return late.isEmpty ? nil : (item.notice, late.map(\.name))
        }
    }
}
