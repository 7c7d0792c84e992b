public import AirQuality

/// A call to people at the desk: something has waited for them longer than the plan gives.
public struct Reminder: Hashable, Sendable, Codable {
    public enum Matter: Hashable, Sendable, Codable {
        /// A proposal, by the id of its decision; `to` is whom the plan names to be told.
        case approval(proposal: String, level: String?, approver: String, hours: Int, to: String?)
        /// A notice that has not been acknowledged by some of its addressees.
        case receipts(notice: String, missing: [String])
        /// A stated end of what stands, which comes unless something else does; `hours` ahead of it the plan has the desk told.
        case end(level: String, documents: [String], end: HourSlot, hours: Int)
    }

    /// The area's id.
    public var area: String
    public var at: Instant
    public var matter: Matter

    public init(area: String, at: Instant, matter: Matter) {
        self.area = area
        self.at = at
        self.matter = matter
    }

    /// A name that follows from what it calls for: FNV-1a over `area|at|reminder|matter`.
    public var id: String {
        let subject =
            switch matter {
            case .approval(let proposal, _, _, _, _): "approval|" + proposal
            case .receipts(let notice, _): "receipts|" + notice
            case .end(let level, _, let end, _): "end|" + level + "|" + end.compactText
            }
        return Fingerprint.hexadecimal([area, at.compactText, "reminder", subject].joined(separator: "|"))
    }
}
