import AirQuality
import Desk
import GRDB
import Warnings

extension DerivedWriter {
    /// What a sealed instant, the beginning of an hour or an act led to.
    func enter(_ sealed: SealedRecord, _ seq: Int64, _ knownAt: Instant) throws {
        let outcome = sealed.outcome
        for (position, (decision, id)) in zip(outcome.decisions, sealed.notices).enumerated() {
            try enter(decision, id, isOwn: decision.isOwn, isInForce: true, seq, position)
            try insert("notices", id, "decision", seq, position, knownAt.seconds, nil)
            try advance(decision, seq)
        }
        for (index, (silence, id)) in zip(outcome.silences, sealed.notices.dropFirst(outcome.decisions.count)).enumerated() {
            let position = outcome.decisions.count + index
            try insert(
                "silences", id, silence.at.hours, silence.area, silence.feed.rawValue, silence.last?.hours,
                silence.isOver ? 1 : 0, seq, position)
            try insert("notices", id, "silence", seq, position, knownAt.seconds, nil)
        }
        let told = outcome.decisions.count + outcome.silences.count
        for (index, (bulletin, id)) in zip(outcome.bulletins, sealed.notices.dropFirst(told)).enumerated() {
            let position = told + index
            try insert(
                "bulletins", id, bulletin.at.hours, bulletin.area, bulletin.advice, bulletin.isOver, try coder.text(bulletin),
                seq,
                position)
            try insert("notices", id, "bulletin", seq, position, knownAt.seconds, nil)
        }
        try enterSaid(outcome, sealed.notices, seq, knownAt)
        for (index, decision) in outcome.own.enumerated() {
            let position = sealed.notices.count + index
            try enter(decision, "own-\(seq)-\(decision.id)", isOwn: true, isInForce: false, seq, position)
        }
        for change in outcome.proposals { try enter(change, seq, knownAt) }
        for change in outcome.overruled {
            try insert("overruled", nil, change.area, change.overruled.to, change.overruled.isUp, change.isOver, seq)
        }
    }

    /// What is said beside decisions: high values, and of notices that went out before that an end moved or that one was wrong.
    private func enterSaid(_ outcome: HourOutcome, _ notices: [String], _ seq: Int64, _ knownAt: Instant) throws {
        var position = outcome.decisions.count + outcome.silences.count + outcome.bulletins.count
        for (value, id) in zip(outcome.highValues, notices.dropFirst(position)) {
            try insert(
                "high_values", id, value.at.hours, value.area, value.alert, value.station, try coder.text(value), seq, position)
            try insert("notices", id, "alert", seq, position, knownAt.seconds, nil)
            position += 1
        }
        for (moved, id) in zip(outcome.extensions, notices.dropFirst(position)) {
            try insert(
                "extensions", id, moved.at.hours, moved.area, moved.episode.hours, try coder.text(moved), seq, position)
            try insert("notices", id, "extension", seq, position, knownAt.seconds, nil)
            position += 1
        }
        for (correction, id) in zip(outcome.corrections, notices.dropFirst(position)) {
            try insert(
                "corrections", id, correction.at.seconds, correction.area, correction.subject.episode?.hours,
                correction.request.notice, correction.request.document, try coder.text(correction), seq, position)
            try insert("notices", id, "correction", seq, position, knownAt.seconds, nil)
            position += 1
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
        for (position, (supplement, id)) in zip(record.supplements, record.notices).enumerated() {
            try insert(
                "supplements", id, supplement.at.seconds, supplement.area, supplement.level, supplement.episode.hours,
                supplement.start.hours, supplement.cause.rawValue, supplement.record, seq, position)
            try insert("notices", id, "supplement", seq, position, knownAt.seconds, nil)
        }
    }

    func enter(_ record: ReminderRecord, _ seq: Int64, _ knownAt: Instant) throws {
        for (position, (reminder, id)) in zip(record.reminders, record.notices).enumerated() {
            try insert("reminders", id, reminder.area, reminder.at.seconds, try coder.text(reminder), seq, position)
            try insert("notices", id, "reminder", seq, position, knownAt.seconds, nil)
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
