import AirQuality
public import Desk
import GRDB
import Warnings

extension Ledger {
    /// A proposal by its id, which is that of its decision; nil where none such was made.
    public func proposal(_ id: String) throws -> ProposalRecord? {
        try read { db in
            try Row.fetchOne(db, sql: Self.proposals + " WHERE id = ?", arguments: [id]).map(Self.proposal)
        }
    }

    /// The proposals that were made, oldest first.
    ///
    /// - Parameter area: Only those of this area.
    public func proposals(ofArea area: String? = nil) throws -> [ProposalRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: Self.proposals + " WHERE area = coalesce(?, area) ORDER BY seq, id", arguments: [area]
            ).map(Self.proposal)
        }
    }

    /// The change of level that waited for approval in an area, or against which a person had decided, before a record: then
    /// nothing was decided although the conditions led there.
    public func held(inArea area: String, before seq: Int64) throws -> (waiting: Proposal?, overruled: Overruled?) {
        try read { db in
            let waiting = try Row.fetchOne(
                db,
                sql: Self.proposals + " WHERE area = ? AND seq < ? AND (ended IS NULL OR ended >= ?) ORDER BY seq DESC LIMIT 1",
                arguments: [area, seq, seq]
            ).map(Self.proposal)
            let overruled = try Row.fetchOne(
                db, sql: "SELECT to_level, is_up, is_over FROM overruled WHERE area = ? AND seq < ? ORDER BY id DESC LIMIT 1",
                arguments: [area, seq])
            var against: Overruled?
            if let overruled, try !overruled.decode(Bool.self, atIndex: 2) {
                against = Overruled(
                    to: try overruled.decode(String?.self, atIndex: 0), isUp: try overruled.decode(Bool.self, atIndex: 1))
            }
            return (waiting?.proposal, against)
        }
    }

    private static let proposals = "SELECT proposal, known_at, seq, ending, ended FROM proposals"

    private static func proposal(_ row: Row) throws -> ProposalRecord {
        let coder = RecordCoder()
        var ending: ProposalRecord.Ending?
        if let text = try row.decode(String?.self, atIndex: 3), let seq = try row.decode(Int64?.self, atIndex: 4) {
            ending = ProposalRecord.Ending(ending: try coder.value(Proposal.Ending.self, text), seq: seq)
        }
        return ProposalRecord(
            proposal: try coder.value(Proposal.self, try row.decode(String.self, atIndex: 0)),
            seq: try row.decode(Int64.self, atIndex: 2), knownAt: Instant(seconds: try row.decode(Int64.self, atIndex: 1)),
            ending: ending)
    }
}
