import AirQuality
import Desk
import GRDB
import Warnings

extension DerivedWriter {
    /// What a sealed instant, the beginning of an hour or an act led to.
    func enter(_ sealed: SealedRecord, _ seq: Int64, _ knownAt: Instant) throws {
        let outcome = sealed.outcome
        try enter(outcome.matters, sealed.notices, seq, knownAt)
        for (index, decision) in outcome.own.enumerated() {
            let position = sealed.notices.count + index
            try enter(decision, "own-\(seq)-\(decision.id)", isOwn: true, isInForce: false, seq, position)
        }
        for change in outcome.proposals { try enter(change, seq, knownAt) }
        for change in outcome.overruled {
            try insert("overruled", nil, change.area, change.overruled.to, change.overruled.isUp, change.isOver, seq)
        }
    }

    private func enter(
        _ decision: Decision, _ id: String, isOwn: Bool, isInForce: Bool, _ seq: Int64, _ position: Int
    ) throws {
        try insert(
            "decisions", id, decision.at.hours, decision.area, decision.kind.rawValue, decision.from, decision.to,
            decision.response?.hours, decision.episode.hours, try coder.text(decision.evidence),
            try decision.basis.map { try coder.text($0) }, decision.approvedIn?.hours, isOwn, isInForce, seq, position)
    }

    private func enter(_ change: ProposalChange, _ seq: Int64, _ knownAt: Instant) throws {
        let proposal = change.proposal
        if let ending = change.ending {
            try run(
                "UPDATE proposals SET ending = ?, ended = ? WHERE id = ? AND ended IS NULL", try coder.text(ending), seq,
                proposal.decision.id)
        } else {
            try insert(
                "proposals", proposal.decision.id, proposal.decision.area, try coder.text(proposal), knownAt.seconds, seq, nil,
                nil)
        }
    }

    func enter(_ record: SupplementRecord, _ seq: Int64, _ knownAt: Instant) throws {
        try enter(record.supplements.map { .supplement($0) }, record.notices, seq, knownAt)
    }

    func enter(_ record: ReminderRecord, _ seq: Int64, _ knownAt: Instant) throws {
        try enter(record.reminders.map { .reminder($0) }, record.notices, seq, knownAt)
    }

    /// What notices make known, in the order of their names.
    private func enter(_ matters: [NoticeMatter], _ notices: [String], _ seq: Int64, _ knownAt: Instant) throws {
        for (position, (matter, id)) in zip(matters, notices).enumerated() {
            let subject = try enter(matter, id, seq, position)
            try insert("notices", id, subject, seq, position, knownAt.seconds, nil)
        }
    }

    /// - Returns: What the table of notices calls it.
    private func enter(_ matter: NoticeMatter, _ id: String, _ seq: Int64, _ position: Int) throws -> String {
        switch matter {
        case .decision(let decision):
            try enter(decision, id, isOwn: decision.isOwn, isInForce: true, seq, position)
            try advance(decision, seq)
            return "decision"
        case .silence(let silence):
            try insert(
                "silences", id, silence.at.hours, silence.area, silence.feed.rawValue, silence.last?.hours,
                silence.isOver ? 1 : 0, seq, position)
            return "silence"
        case .bulletin(let bulletin):
            try insert(
                "bulletins", id, bulletin.at.hours, bulletin.area, bulletin.advice, bulletin.isOver, try coder.text(bulletin),
                seq, position)
            return "bulletin"
        case .highValue(let value):
            try insert(
                "high_values", id, value.at.hours, value.area, value.alert, value.station, try coder.text(value), seq, position)
            return "alert"
        case .extend(let moved):
            try insert(
                "extensions", id, moved.at.hours, moved.area, moved.episode.hours, try coder.text(moved), seq, position)
            return "extension"
        case .correction(let correction):
            try insert(
                "corrections", id, correction.at.seconds, correction.area, correction.subject.episode?.hours,
                correction.request.notice, correction.request.document, try coder.text(correction), seq, position)
            return "correction"
        case .supplement(let supplement):
            try insert(
                "supplements", id, supplement.at.seconds, supplement.area, supplement.level, supplement.episode.hours,
                supplement.start.hours, supplement.cause.rawValue, supplement.record, seq, position)
            return "supplement"
        case .reminder(let reminder):
            try insert("reminders", id, reminder.area, reminder.at.seconds, try coder.text(reminder), seq, position)
            return "reminder"
        }
    }

    /// Moves the standing of an area on by a decision.
    private func advance(_ decision: Decision, _ seq: Int64) throws {
        let before = try StoredStanding.fetch(decision.area, db, coder)
        var standing = before ?? Standing()
        standing.apply(decision)
        try run(
            """
            INSERT INTO standings VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (area) DO UPDATE SET level = excluded.level,
            episode = excluded.episode, since = excluded.since, responses = excluded.responses, seq = excluded.seq
            """, decision.area, standing.level, standing.episode?.hours, standing.since?.hours,
            try coder.text(standing.responses), seq)
        if before == nil { count("standings") }
    }
}

extension Decision {
    /// Whether it changes the own level: what stands on directives does not.
    fileprivate var isOwn: Bool { if case .directive = basis { false } else { true } }
}

/// A row of `standings`.
enum StoredStanding {
    static func fetch(_ area: String, _ db: Database, _ coder: RecordCoder) throws -> Standing? {
        let statement = try db.cachedStatement(
            sql: "SELECT level, episode, since, responses FROM standings WHERE area = ?")
        guard let row = try Row.fetchOne(statement, arguments: [area]) else { return nil }
        var standing = Standing()
        standing.level = try row.decode(String?.self, atIndex: 0)
        standing.episode = try row.decode(Int?.self, atIndex: 1).map { HourSlot($0) }
        standing.since = try row.decode(Int?.self, atIndex: 2).map { HourSlot($0) }
        standing.responses = try coder.value(ResponseSchedule.self, try row.decode(String.self, atIndex: 3))
        return standing
    }
}
