public import Desk
import GRDB

extension Ledger {
    /// Directives by their document numbers as they stood after a record, in the order of the numbers; those not on record are left out.
    public func directives(_ documents: [String], through seq: Int64) throws -> [Directive] {
        guard !documents.isEmpty else { return [] }
        return try read { db in
            let coder = RecordCoder()
            var found: [String: Directive] = [:]
            let bodies = try String.fetchCursor(
                db, sql: "SELECT body FROM records WHERE kind = 'act' AND seq <= ? ORDER BY seq DESC", arguments: [seq])
            while found.count < Set(documents).count, let body = try bodies.next() {
                guard case .direct(let directive) = try coder.value(ActRecord.self, body).act.matter,
                    documents.contains(directive.document), found[directive.document] == nil
                else { continue }
                found[directive.document] = directive
            }
            return documents.compactMap { found[$0] }
        }
    }
}
