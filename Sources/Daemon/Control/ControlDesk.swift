import AirQuality
import Control
import Desk
import FileAccess
import Ledger
import PlanModel
import Presentation
import Warnings

/// Answers the requests of the control socket from the desk and its ledger.
struct ControlDesk<Files: FileSystem> {
    let service: DeskService<Files>
    let spool: Spool<Files>
    let files: Files
    let now: Instant
    /// Reloads the plan as a signal does.
    let reload: () -> Void
    /// Where the request stands, if it came as a file.
    var file: RequestFile?

    func answer(_ line: [UInt8], of recorder: @autoclosure () -> Recorder) -> ControlAnswer {
        do {
            return try perform(ControlRequest(line: line), recorder)
        } catch let error as ControlError {
            return ControlAnswer(error)
        } catch let error as LedgerError {
            return ControlAnswer(.ledgerRefuses(reason: "\(error)"))
        } catch {
            return ControlAnswer(.other(name: "Failed", message: "\(error)"))
        }
    }

    /// - Throws: ``ControlError``, ``LedgerError``.
    func perform(_ request: ControlRequest, _ recorder: () -> Recorder) throws -> ControlAnswer {
        switch request {
        case .getInfo: ControlAnswer(info)
        case .status: ControlAnswer(status)
        case .proposals: ControlAnswer(Proposals(proposals: proposals))
        case .directives: ControlAnswer(directives)
        case .decisions(let history): ControlAnswer(try decisions(history))
        case .episodes(let history): ControlAnswer(try episodes(history))
        case .receipts(let question): ControlAnswer(receipts(question))
        case .notice(let question): ControlAnswer(try notice(question.notice), isHeavy: true)
        case .export(let question): ControlAnswer(try export(question))
        case .approve(let approval): ControlAnswer(try approve(approval, recorder()), isHeavy: true)
        case .reject(let rejection):
            ControlAnswer(try act(.reject(proposal: rejection.proposal, reason: rejection.reason), recorder()), isHeavy: true)
        case .declare(let declaration): ControlAnswer(try declare(declaration, recorder()), isHeavy: true)
        case .direct(let text): ControlAnswer(try direct(text, recorder()), isHeavy: true)
        case .withdraw(let withdrawal):
            ControlAnswer(try act(.withdraw(document: withdrawal.document, reason: withdrawal.reason), recorder()), isHeavy: true)
        case .acknowledge(let word): ControlAnswer(try acknowledge(word, recorder()), isHeavy: true)
        case .opine(let text): ControlAnswer(try opine(text, recorder()), isHeavy: true)
        case .retract(let retraction): ControlAnswer(try retract(retraction, recorder()), isHeavy: true)
        case .correct(let text): ControlAnswer(try correct(text, recorder()), isHeavy: true)
        case .reload: ControlAnswer(reloaded(), isHeavy: true)
        }
    }

    var plan: Plan { service.desk.plan }
    var reports: ReportMaker { ReportMaker(plan: plan) }

    // MARK: Names

    /// The area that a text names.
    func area(_ text: String) throws(ControlError) -> Area {
        guard let area = plan.areas.first(where: { $0.answers(to: text) }) else {
            throw .noArea(String(text.prefix(60)), known: plan.areas.prefix(50).map(\.id))
        }
        return area
    }

    /// The area that a text names, or the only one of the plan.
    func areaOrOnly(_ text: String?) throws(ControlError) -> Area {
        if let text { return try area(text) }
        guard plan.areas.count == 1 else { throw .areaMissing(known: plan.areas.prefix(50).map(\.id)) }
        return plan.areas[0]
    }

    /// The id of the level that a text names; nil for none.
    func level(_ text: String) throws(ControlError) -> String? {
        if [Decision.none, "无"].contains(text) { return nil }
        guard let level = plan.levels.first(where: { $0.id == text || $0.name == text }) else {
            throw .noLevel(String(text.prefix(60)), known: plan.levels.map(\.id))
        }
        return level.id
    }

    // MARK: Reload

    private func reloaded() -> ReloadReport {
        reload()
        let state = service.reload
        return ReloadReport(
            outcome: state.last?.rawValue ?? "", summary: state.summary,
            findings: state.findings.map { String($0.prefix(Self.findingsLimit)) }, plan: service.plans.current)
    }

    /// Characters of findings.
    private static var findingsLimit: Int { 200_000 }
}
