public import AirQuality
public import Desk
import FileAccess
import Ledger
import Logging
import Notices
import PlanModel
public import Warnings

/// What an act led to; the ledger holds it.
public struct ActReceipt: Sendable {
    /// The record.
    public var seq: Int64
    public var outcome: HourOutcome
    /// Ids of the notices of what took force.
    public var notices: [String]
}

extension DeskService {
    /// Does what a person asks; what it changes is on record when this returns.
    ///
    /// - Parameter file: Where it is asked for, if that came as a file.
    /// - Throws: ``ActRefusal``, or what the ledger says; then nothing has changed.
    public func act(
        _ matter: DeskAct.Matter, by recorder: Recorder, file: RequestFile? = nil, now: Instant
    ) throws -> ActReceipt {
        let act = DeskAct(matter: matter, recorder: recorder, at: now)
        let corrected = try corrected(by: matter)
        var next = desk
        let outcome = HourOutcome(at: now.hourFloor, effects: try next.act(act, on: corrected))
        let names = noticeNames(outcome)
        try committing {
            try ledger.append([.act(ActRecord(act: act, outcome: outcome, notices: names, file: file))], knownAt: now)
        }
        desk = next
        unpublished += names
        // Publishing puts further records after it.
        let seq = ledger.head.seq
        waiting.take(outcome, knownAt: now, seq: seq)
        log.notice("\(act.words)", metadata: ["user": "\(recorder.user)", "uid": "\(recorder.id)"])
        report(outcome, notEvaluated: nil)
        publish(now: now)
        return ActReceipt(seq: seq, outcome: outcome, notices: names)
    }

    /// Lets directives begin and end at their hour; nothing is recorded where nothing changes.
    public func beginHour(now: Instant) throws {
        let hour = now.hourFloor
        var next = desk
        let outcome = HourOutcome(at: hour, effects: next.apply(.hourStarted(hour)))
        guard !outcome.isEmpty else {
            desk = next
            return
        }
        let names = noticeNames(outcome)
        try committing {
            try ledger.append([.hourBegun(SealedRecord(outcome: outcome, notices: names))], knownAt: now)
        }
        desk = next
        unpublished += names
        report(outcome, notEvaluated: nil)
        publish(now: now)
    }

    /// The names of the notices that an outcome asks for, in their order.
    func noticeNames(_ outcome: HourOutcome) -> [String] { outcome.matters.map { notice($0).identifier } }
}

extension DeskAct {
    /// What was done, in a line for the journal.
    var words: String {
        switch matter {
        case .approve(let id, let signature):
            "\(recorder.user) recorded the approval of \(id) by \(signature.name)"
        case .reject(let id, let reason): "\(recorder.user) recorded the rejection of \(id): \(reason)"
        case .declare(let area, let level, let because, let signature):
            "\(recorder.user) recorded that \(signature.name) declared \(level ?? Decision.none) in \(area): \(because)"
        case .direct(let directive):
            "\(recorder.user) recorded the directive \(directive.document) of \(directive.office)"
        case .withdraw(let document, let reason):
            "\(recorder.user) recorded that the directive \(document) no longer counts: \(reason)"
        case .opine(let opinion):
            """
            \(recorder.user) recorded the consultation result of \(opinion.signature.name) on \(opinion.days.count) days \
            of \(opinion.area): \(opinion.because)
            """
        case .retract(let area, let days, let reason):
            "\(recorder.user) recorded that consultation results on \(days.count) days of \(area) no longer stand: \(reason)"
        case .correct(let request):
            "\(recorder.user) recorded that \(request.signedBy) corrects \(request.notice): \(request.because)"
        }
    }
}
