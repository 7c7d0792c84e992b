import AirQuality
import Control
import Desk
import FileAccess
import Ledger
import PlanModel
import Warnings

extension ControlDesk {
    func approve(_ approval: Control.Approval, _ recorder: Recorder) throws -> ActReport {
        let signature = try signature(
            approval.signedBy, post: approval.post, document: approval.document, channel: approval.channel)
        return try act(.approve(proposal: approval.proposal, signature), recorder)
    }

    func declare(_ declaration: Declaration, _ recorder: Recorder) throws -> ActReport {
        let signature = try signature(
            declaration.signedBy, post: declaration.post, document: declaration.document, channel: declaration.channel)
        let area = try areaOrOnly(declaration.area)
        return try act(
            .declare(area: area.id, level: try level(declaration.level), because: declaration.because, signature), recorder)
    }

    func direct(_ text: DirectiveText, _ recorder: Recorder) throws -> ActReport {
        var demands: [Directive.Demand] = []
        if let level = text.atLeast {
            guard let level = try self.level(level) else { throw ControlError.noLevel(level, known: plan.levels.map(\.id)) }
            demands.append(.atLeast(level))
        }
        if let level = text.exactly { demands.append(.exactly(try self.level(level))) }
        if text.mayLift == true { demands.append(.mayLift) }
        guard demands.count == 1 else { throw ControlError.notOneDemand }
        var areas: [String] = []
        for area in try text.areas?.map(area) ?? plan.areas where !areas.contains(area.id) { areas.append(area.id) }
        let directive = Directive(
            document: text.document, office: text.office, areas: areas, demand: demands[0],
            from: try text.from.map { try hour($0, "from") } ?? now.hourFloor,
            until: try text.until.map { try hour($0, "until") },
            basis: text.basis ?? "")
        guard directive.basis.utf8.count <= Desk.maximumText else {
            throw ControlError.badText(name: "basis", limit: Desk.maximumText)
        }
        return try act(.direct(directive), recorder)
    }

    func correct(_ text: CorrectionText, _ recorder: Recorder) throws -> ActReport {
        try act(
            .correct(
                Correction.Request(
                    notice: text.notice, because: text.because, text: text.text, document: text.document,
                    signedBy: text.signedBy, post: text.post)), recorder)
    }

    private func hour(_ text: String, _ name: String) throws(ControlError) -> HourSlot {
        guard let instant = Instant(text, zone: plan.zone), instant.seconds % 3600 == 0 else {
            throw .notAnHour(name: name, text: String(text.prefix(60)))
        }
        return instant.hourFloor
    }

    func signature(
        _ name: String, post: String?, document: String?, channel: String
    ) throws(ControlError) -> Signature {
        guard let channel = Signature.Channel(rawValue: channel) else { throw .badChannel(String(channel.prefix(60))) }
        for (field, text) in [("post", post), ("document", document)] {
            if let text, text.isEmpty || text.utf8.count > Desk.maximumText {
                throw .badText(name: field, limit: Desk.maximumText)
            }
        }
        guard document != nil || channel == .telephone else { throw .documentMissing }
        return Signature(name: name, post: post, document: document, channel: channel)
    }

    // MARK: Acting

    func act(_ matter: DeskAct.Matter, _ recorder: Recorder) throws -> ActReport {
        let done: ActReceipt
        do {
            done = try service.act(matter, by: recorder, file: file, now: now)
        } catch let refusal as ActRefusal {
            throw error(refusal)
        }
        return ActReport(
            record: done.seq, recordedBy: recorder.user, recordedAt: plan.zone.text(now),
            decisions: try service.ledger.decisions(ofRecord: done.seq).map(reports.decision),
            ended: done.outcome.proposals.compactMap(reports.ended),
            notices: try reports.changes(ofRecord: done.seq, service.ledger))
    }

    private func error(_ refusal: ActRefusal) -> ControlError {
        switch refusal {
        case .noProposal(let id): .noProposal(id: String(id.prefix(60)), ended(id))
        case .signedByRecorder(let name): .signedByRecorder(name: name)
        case .noArea(let text): .noArea(text, known: plan.areas.prefix(50).map(\.id))
        case .noLevel(let text): .noLevel(text, known: plan.levels.map(\.id))
        case .inForceAlready(let level): .inForceAlready(level: level ?? Decision.none)
        case .noDirective(let document): .noDirective(document: String(document.prefix(200)))
        case .endsBeforeItBegins: .endsBeforeItBegins
        case .noNotice(let id): .noNotice(String(id.prefix(LedgerLimits.noticeBytes)))
        case .notCorrectable(let id, let fault): .notCorrectable(notice: id, fault.reason)
        case .badOpinion(let fault): fault.error
        case .badText(let field, let limit): .badText(name: field == "signed by" ? "signedBy" : field, limit: limit)
        }
    }

    /// How a proposal ended that somebody still takes for open: another may have been first.
    private func ended(_ id: String) -> ControlError.Ended? {
        guard let ending = (try? service.ledger.proposal(id))?.ending else { return nil }
        var by: String?
        if case .act(let record)? = (try? service.ledger.record(ending.seq))?.entry { by = record.act.recorder.user }
        return ControlError.Ended(how: ReportMaker.word(ending.ending), by: by, record: ending.seq)
    }
}
