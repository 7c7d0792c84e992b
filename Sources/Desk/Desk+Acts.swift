import AirQuality
import PlanModel
import Warnings

extension Desk {
    /// Characters of a name, a number or a reason.
    public static let maximumText = 2000

    /// Does what a person asks.
    ///
    /// - Parameter corrected: The notice that a correction names, as it is on record; nil: none is.
    /// - Returns: What came of it.
    /// - Throws: why it cannot be done; then nothing has changed.
    public mutating func act(_ act: DeskAct, on corrected: Correction.Subject? = nil) throws(ActRefusal) -> [DeskEffect] {
        let effects = try perform(act, corrected)
        return effects + restated(at: notBeforeLastBegun(act.at.hourFloor), by: act)
    }

    private mutating func perform(_ act: DeskAct, _ corrected: Correction.Subject?) throws(ActRefusal) -> [DeskEffect] {
        switch act.matter {
        case .approve(let id, let signature):
            let index = try indexOfArea(proposing: id)
            try check(signature, act.recorder, level: areas[index].proposal?.decision)
            return areas[index].approve(signature, by: act.recorder, at: act.at)
        case .reject(let id, let reason):
            try checkText(reason, "reason")
            return areas[try indexOfArea(proposing: id)].reject(because: reason)
        case .declare(let area, let level, let because, let signature):
            try checkText(because, "because")
            guard let index = areas.firstIndex(where: { $0.watch.area.id == area }) else { throw .noArea(area) }
            if let level, plan.index(ofLevel: level) == nil { throw .noLevel(level) }
            guard areas[index].own.level != level else { throw .inForceAlready(level: level) }
            try check(signature, act.recorder, level: level ?? areas[index].own.level)
            return areas[index].declare(
                level, because: because, signature, by: act.recorder, at: act.at, sealed: lastSealed, observations)
        case .direct(let directive):
            try check(directive)
            return areas.indices.filter { directive.areas.contains(areas[$0].watch.area.id) }
                .flatMap { areas[$0].direct(directive, at: act.at) }
        case .withdraw(let document, let reason):
            try checkText(reason, "reason")
            let concerned = areas.indices.filter { areas[$0].directives.contains { $0.document == document } }
            guard !concerned.isEmpty else { throw .noDirective(document: document) }
            return concerned.flatMap { areas[$0].withdraw(document, at: act.at) }
        case .opine(let opinion):
            try check(opinion, at: act.at)
            return takeOpinion(act)
        case .retract(let area, let days, let reason):
            try checkText(reason, "reason")
            guard let index = areas.firstIndex(where: { $0.watch.area.id == area }) else { throw .noArea(area) }
            guard !days.isEmpty else { throw .badOpinion(.noDays) }
            guard days.count <= OpinionRule.maximumDays else { throw .badOpinion(.tooManyDays(limit: OpinionRule.maximumDays)) }
            if let day = days.first(where: { !areas[index].watch.hasOpinion(on: $0) }) { throw .badOpinion(.notGiven(day)) }
            return takeOpinion(act)
        case .correct(let request):
            guard let corrected else { throw .noNotice(id: request.notice) }
            return [.corrected(try correct(request, corrected, act))]
        }
    }

    /// What an act of the record did besides its outcome: the directives that it brought or took away.
    mutating func recall(_ act: DeskAct) {
        switch act.matter {
        case .approve, .reject, .declare, .correct: break
        case .direct(let directive):
            for index in areas.indices where directive.areas.contains(areas[index].watch.area.id) {
                areas[index].directives.removeAll { $0.document == directive.document }
                areas[index].directives.append(directive)
            }
        case .withdraw(let document, _):
            for index in areas.indices { areas[index].directives.removeAll { $0.document == document } }
        case .opine, .retract: _ = takeOpinion(act)
        }
    }

    private func indexOfArea(proposing id: String) throws(ActRefusal) -> Int {
        guard let index = areas.firstIndex(where: { $0.proposal?.decision.id == id }) else { throw .noProposal(id: id) }
        return index
    }

    private func check(_ signature: Signature, _ recorder: Recorder, level decision: Decision?) throws(ActRefusal) {
        try check(signature, recorder, level: decision.flatMap { $0.isUp ? $0.to : $0.from })
    }

    private func check(_ signature: Signature, _ recorder: Recorder, level: String?) throws(ActRefusal) {
        try check(signer: signature.name, recorder, level: level)
    }

    /// Above the lowest level nobody records his own signature.
    func check(signer: String, _ recorder: Recorder, level: String?) throws(ActRefusal) {
        try checkText(signer, "signed by")
        guard level.flatMap({ plan.index(ofLevel: $0) }) ?? 0 > 0 else { return }
        let names = [recorder.user, recorder.fullName].compactMap(\.self).map(PersonName.init)
        if names.contains(PersonName(signer)) { throw .signedByRecorder(name: signer) }
    }

    private func check(_ directive: Directive) throws(ActRefusal) {
        try checkText(directive.document, "document")
        try checkText(directive.office, "office")
        if let unknown = directive.areas.first(where: { id in !plan.areas.contains { $0.id == id } }) { throw .noArea(unknown) }
        guard !directive.areas.isEmpty else { throw .noArea("") }
        switch directive.demand {
        case .atLeast(let level), .exactly(let level?): if plan.index(ofLevel: level) == nil { throw .noLevel(level) }
        case .exactly(nil), .mayLift: break
        }
        if let until = directive.until, until <= directive.from { throw .endsBeforeItBegins }
    }

    private func check(_ opinion: Opinion, at instant: Instant) throws(ActRefusal) {
        try checkText(opinion.because, "because")
        try checkText(opinion.signature.name, "signed by")
        guard plan.areas.contains(where: { $0.id == opinion.area }) else { throw .noArea(opinion.area) }
        if let fault = OpinionRule.fault(opinion.days, today: plan.zone.date(of: instant.hourFloor)) { throw .badOpinion(fault) }
    }

    /// It counts from the next evaluation on.
    private mutating func takeOpinion(_ act: DeskAct) -> [DeskEffect] {
        for index in areas.indices { areas[index].watch.take(act) }
        return []
    }

    func checkText(_ text: String, _ field: String) throws(ActRefusal) {
        guard !text.isEmpty, text.utf8.count <= Self.maximumText else { throw .badText(field: field, limit: Self.maximumText) }
    }
}
