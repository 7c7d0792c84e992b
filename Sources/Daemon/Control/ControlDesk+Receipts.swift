import AirQuality
import Control
import Desk
import FileAccess
import Ledger
import PlanModel
import Warnings

extension ControlDesk {
    /// Receipts that are owed; nil: none.
    var owedReceipts: StatusReport.OwedReceipts? {
        let owed = service.delivery.owed(at: now)
        return owed.outstanding == 0 ? nil : StatusReport.OwedReceipts(outstanding: owed.outstanding, overdue: owed.overdue)
    }

    func receipts(_ question: ReceiptsQuestion) -> Receipts {
        let items = service.delivery.items.filter { question.notice == nil || question.notice == $0.notice }
        return Receipts(notices: items.map { owed($0, limit: rows(question.limit)) })
    }

    private func owed(_ item: Delivery.Item, limit: Int) -> OwedNotice {
        OwedNotice(
            notice: item.notice, published: plan.zone.text(item.published), missing: item.outstanding,
            overdue: item.overdue(at: now),
            addressees: item.missing.prefix(limit).map { addressee in
                let deadline = item.deadline(of: addressee)
                return OwedNotice.Owed(
                    addressee: addressee.name, deadline: plan.zone.text(deadline), isOverdue: deadline <= now)
            })
    }

    func acknowledge(_ word: Acknowledgement, _ recorder: Recorder) throws -> ReceiptReport {
        let receipt = Receipt(
            notice: word.notice, addressee: word.addressee, signedBy: word.signedBy, recorder: recorder, at: now, file: file)
        do { try service.acknowledge(receipt, now: now) } catch let refusal as ReceiptRefusal {
            throw try error(refusal, receipt)
        }
        return ReceiptReport(
            record: service.ledger.head.seq, recordedBy: recorder.user, recordedAt: plan.zone.text(now), notice: word.notice,
            addressee: word.addressee,
            missing: service.delivery.items.first { $0.notice == word.notice }?.outstanding ?? 0)
    }

    private func missing(_ notice: String) -> [Addressee] {
        service.delivery.items.first { $0.notice == notice }?.missing ?? []
    }

    private func error(_ refusal: ReceiptRefusal, _ receipt: Receipt) throws -> ControlError {
        switch refusal {
        case .noNotice(let id):
            // One that everybody has acknowledged is no longer waited for, but known.
            guard id.utf8.count <= LedgerLimits.noticeBytes, try service.ledger.notice(id) != nil else {
                return .noNotice(String(id.prefix(LedgerLimits.noticeBytes)))
            }
            return notDue(receipt)
        case .notDue: return notDue(receipt)
        case .badText(let field, let limit): return .badText(name: field == "signed by" ? "signedBy" : field, limit: limit)
        }
    }

    private func notDue(_ receipt: Receipt) -> ControlError {
        .notDue(
            notice: receipt.notice, addressee: String(receipt.addressee.prefix(200)),
            known: missing(receipt.notice).prefix(50).map(\.name))
    }
}
