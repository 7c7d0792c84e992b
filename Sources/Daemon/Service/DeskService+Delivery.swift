public import AirQuality
public import Desk
import FileAccess
import Ledger
import Logging
import Notices
import Orders
import PlanModel
import Warnings

/// Service of notices on their addressees, and what waits for people longer than the plan gives.
extension DeskService {
    /// Records that a notice lies in the spool: from now on its addressees have their time.
    func record(publicationOf name: String, now: Instant) throws {
        let addressees = try addressees(of: name)
        try ledger.append([.published(notice: name, addressees: addressees)], knownAt: now)
        delivery.publish(name, at: now, to: addressees)
    }

    /// Whom the plan of a notice names, enterprises by what is ordered; what belongs to a warning is served.
    private func addressees(of name: String) throws -> [Addressee] {
        guard let record = try ledger.notice(name), let hash = record.planHash, let plan = try plan(hash) else { return [] }
        switch record.matter {
        case .silence, .reminder, .bulletin, .highValue: return []
        case .decision, .supplement, .extend, .correction: break
        }
        return try plan.service.flatMap { rule in
            if let name = rule.addressee { return [Addressee(name: name, withinHours: rule.withinHours)] }
            guard let basis = OrderBasis(record), let orders = try orders(basis) else { return [Addressee]() }
            return orders.set.ordered.map { Addressee(name: $0, withinHours: rule.withinHours) }
        }
    }

    /// Takes the word of an addressee that a notice has reached him.
    ///
    /// - Throws: ``ReceiptRefusal``, or what the ledger says; then nothing has changed.
    public func acknowledge(_ receipt: Receipt, now: Instant) throws {
        try delivery.check(receipt)
        try committing { try ledger.append([.receipt(receipt)], knownAt: now) }
        delivery.take(receipt)
        log.info(
            "acknowledged", metadata: ["notice": "\(receipt.notice)", "addressee": "\(receipt.addressee)"])
    }

    /// Reminds the desk of what has waited longer than the plan gives, and of ends that come: in the journal, and by notices to whom the plan names.
    public func remind(now: Instant) throws {
        var reminders = waiting.overdue(at: now)
        for (notice, missing) in delivery.overdue(at: now) {
            guard let record = try ledger.notice(notice) else { continue }
            reminders.append(Reminder(area: record.matter.area, at: now, matter: .receipts(notice: notice, missing: missing)))
        }
        reminders += endReminders.due(
            desk.statedEnds(at: now.hourFloor, lookingAhead: true), hours: desk.plan.remindEndHours, at: now)
        guard !reminders.isEmpty else { return }
        let names = reminders.map { notice(.reminder($0)).identifier }
        try committing {
            try ledger.append([.reminder(ReminderRecord(reminders: reminders, notices: names))], knownAt: now)
        }
        for reminder in reminders {
            waiting.take(reminder)
            delivery.take(reminder)
            endReminders.take(reminder)
            log.warning("\(reminder.words(in: desk.plan.zone))", metadata: ["area": "\(reminder.area)"])
        }
        unpublished += names
        publish(now: now)
    }
}

extension Reminder {
    /// In a line for the journal.
    func words(in zone: Zone) -> String {
        switch matter {
        case .approval(let proposal, let level, let approver, let hours, let to):
            "the proposal \(proposal) (\(level ?? Decision.none)) has waited \(hours) h for \(approver)"
                + (to.map { ": tell \($0)" } ?? "")
        case .end(let level, let documents, let end, _):
            "\(level) by \(documents.joined(separator: ", ")) ends at \(zone.text(end)) unless it is extended"
        case .receipts(let notice, let missing):
            "\(missing.count) of the addressees have not acknowledged \(notice): \(missing.prefix(5).joined(separator: ", "))"
        }
    }
}
