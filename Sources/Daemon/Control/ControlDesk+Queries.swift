import AirQuality
import Control
import Desk
import FileAccess
import Ledger
import Notices
import PlanModel
import Presentation
import Warnings

extension ControlDesk {
    var info: Info {
        Info(
            product: "lantian", version: LantianVersion.text, interfaces: [ControlMethod.interface],
            methods: ControlMethod.allCases.map(\.fullName))
    }

    // MARK: Present

    var status: StatusReport {
        let desk = service.desk
        let zone = plan.zone
        return StatusReport(
            now: zone.text(now),
            plan: StatusReport.PlanState(
                name: plan.name, hash: service.plans.current, levels: plan.levels.map { Named(id: $0.id, name: $0.name) },
                areas: plan.areas.map { Named(id: $0.id, name: $0.name) }, zone: zone.name),
            areas: desk.standings.map { area, standing in state(area, standing) },
            proposals: proposals, evaluated: desk.lastSealed.map { zone.text($0) },
            data: desk.lastSealed.flatMap { desk.newestData(until: $0 + 2) }.map { zone.text($0) },
            record: service.ledger.head.seq, unpublished: service.unpublished.count, receipts: owedReceipts,
            troubles: troubles)
    }

    private func state(_ area: Area, _ standing: Standing) -> StatusReport.AreaState {
        let desk = service.desk
        let own = desk.ownStanding(ofArea: area.id).level
        return StatusReport.AreaState(
            area: Named(id: area.id, name: area.name), level: reports.level(standing.level),
            since: standing.since.map { plan.zone.text($0) },
            response: standing.responses.starts.last { $0.level == standing.level }.map { plan.zone.text($0.at) },
            own: own == standing.level ? nil : StatusReport.OwnLevel(level: reports.level(own)),
            end: desk.statedEnds(at: now.hourFloor, lookingAhead: true).first { $0.area.id == area.id }
                .map { plan.zone.text($0.end) },
            directives: desk.directives(ofArea: area.id).map(\.document),
            silent: desk.silences.filter { $0.area.id == area.id }.map(\.feed.rawValue))
    }

    private var troubles: [StatusReport.Trouble] {
        let clock = service.clock.doubt.map { "\(plan.zone.text($0.from)) → \(plan.zone.text($0.to))" }
        let refused = service.reload.last == .refused ? service.reload.summary : nil
        return [
            ("publishing", service.publishingTrouble), ("ledger", service.ledgerTrouble), ("clock", clock), ("plan", refused),
        ].compactMap { kind, detail in detail.map { StatusReport.Trouble(kind: kind, detail: $0) } }
    }

    var proposals: [ProposalReport] {
        service.waiting.inOrder.map { reports.proposal($0, draft: service.noticeName($0.proposal.decision)) }
    }

    var directives: Directives {
        var seen: [Directive] = []
        for directive in plan.areas.flatMap({ service.desk.directives(ofArea: $0.id) })
        where !seen.contains(where: { $0.document == directive.document }) {
            seen.append(directive)
        }
        return Directives(directives: seen.map(reports.directive))
    }

    // MARK: Past

    func decisions(_ history: History) throws -> Decisions {
        let area = try history.area.map { try self.area($0).id }
        let (records, next) = try page(history, seq: \.seq) {
            try service.ledger.decisions(ofArea: area, before: history.before ?? .max, limit: $0)
        }
        let newest = history.before ?? .max
        let changes = try service.ledger.changesOfNotices(ofArea: area, in: min(next ?? 1, newest)..<newest)
            .compactMap(reports.change)
        return Decisions(
            decisions: records.map(reports.decision), notices: changes.isEmpty ? nil : changes, next: next)
    }

    func episodes(_ history: History) throws -> Episodes {
        let area = try history.area.map { try self.area($0).id }
        let (records, next) = try page(history, seq: \.seq) {
            try service.ledger.episodes(ofArea: area, before: history.before ?? .max, limit: $0)
        }
        return Episodes(episodes: records.map(reports.episode), next: next)
    }

    /// Rows newest first, and where the next page begins; what one record holds is not torn between two pages.
    private func page<Row>(
        _ history: History, seq: (Row) -> Int64, fetch: (Int) throws -> [Row]
    ) throws -> (rows: [Row], next: Int64?) {
        var limit = rows(history.limit)
        while true {
            let rows = try fetch(limit + 1)
            guard rows.count > limit, let cut = rows.last.map(seq) else { return (rows, nil) }
            let whole = rows.prefix { seq($0) > cut }
            if !whole.isEmpty { return (Array(whole), cut + 1) }
            limit *= 2
        }
    }

    func rows(_ wanted: Int?) -> Int { min(max(1, wanted ?? ControlLimits.defaultRows), ControlLimits.rows) }

    func export(_ question: ExportQuestion) throws -> ExportPage {
        let last = service.ledger.head.seq
        guard (1...max(1, last)).contains(question.from) else { throw ControlError.noRecord(question.from) }
        let records = try service.ledger.storedRecords(
            from: question.from, limit: rows(question.limit), bytes: ControlLimits.exportBytes)
        if let first = records.first, first.body.utf8.count > ControlLimits.exportBytes {
            throw ControlError.recordTooLong(first.seq, bytes: first.body.utf8.count)
        }
        return ExportPage(
            records: records.map {
                ExportPage.Record(
                    seq: $0.seq, knownAt: $0.knownAt, kind: $0.kind, body: $0.body, previous: $0.previous, hash: $0.hash)
            }, last: last)
    }

    // MARK: Notices

    func notice(_ name: String) throws -> NoticeReport {
        if let entry = service.waiting.inOrder.first(where: { service.noticeName($0.proposal.decision) == name }) {
            return try draft(name, entry)
        }
        guard name.utf8.count <= LedgerLimits.noticeBytes, let record = try service.ledger.notice(name) else {
            throw ControlError.noNotice(String(name.prefix(LedgerLimits.noticeBytes)))
        }
        let subject =
            switch record.matter {
            case .decision: "decision"
            case .silence: "silence"
            case .supplement: "supplement"
            case .reminder: "reminder"
            case .bulletin: "advice"
            case .highValue: "alert"
            case .extend: "extend"
            case .correction: "correction"
            }
        let folder = spool.folder(of: name)
        let bytes = try folder.flatMap(text(in:)) ?? rendered(name)
        return report(
            name, record.matter.area, subject, sent: record.knownAt, isPublished: record.isPublished, record: record.head.seq,
            folder, bytes)
    }

    /// What would be made known if it were approved.
    private func draft(_ name: String, _ entry: WaitingProposals.Entry) throws -> NoticeReport {
        guard let folder = spool.folder(ofDraft: name), let bytes = text(in: folder) else { throw ControlError.noNotice(name) }
        return report(
            name, entry.proposal.decision.area, "draft", sent: entry.since, isPublished: false, record: entry.seq, folder, bytes)
    }

    private func text(in folder: String) -> [UInt8]? { try? files.read("\(folder)/notice.txt", limit: Self.largestText) }

    private func report(
        _ name: String, _ area: String, _ subject: String, sent: Instant, isPublished: Bool, record: Int64, _ folder: String?,
        _ text: [UInt8]
    ) -> NoticeReport {
        // Cut between two characters: a byte that goes on with one is not the first.
        var end = min(text.count, Self.textLimit)
        while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return NoticeReport(
            notice: name, area: reports.area(area), subject: subject, sent: plan.zone.text(sent), isPublished: isPublished,
            record: record, folder: folder, text: String(decoding: text[..<end], as: UTF8.self), isCut: end < text.count)
    }

    /// The text anew, where its folder has been moved on or is not there yet.
    private func rendered(_ name: String) throws -> [UInt8] {
        guard let notice = try service.rendered(name) else { throw ControlError.noNotice(name) }
        return NoticeRenderer.files(notice).first { $0.name == "notice.txt" }?.bytes ?? []
    }

    /// Bytes of a notice's text that are handed over, and that are read at all.
    private static var textLimit: Int { 256 << 10 }
    private static var largestText: Int { 16 << 20 }
}
