public import AirQuality
public import Assessments
import Desk
import Ledger
import PlanModel
import Warnings

/// Finds episodes on record and gathers what is known of one.
public struct EpisodeReader {
    /// An episode by its notices.
    public struct Found: Hashable, Sendable {
        public var area: String
        /// The hour at which it was issued, by which its notices name it.
        public var episode: HourSlot
        /// Of its decisions, its supplements, its ends that moved and its corrections, in their order.
        public var notices: [String]
        /// The hour from which its warning was in force.
        public var start: HourSlot
        /// nil while it is under way.
        public var end: HourSlot?
        /// Levels that were in force, in their order.
        public var levels: [String]

        /// The id of the notice that issued it, by which it is named.
        public var id: String { notices.first ?? "" }
    }

    private let reader: RecordReader
    private var ledger: Ledger { reader.ledger }

    public init(_ reader: RecordReader) { self.reader = reader }

    /// The episodes on record, of each area in order of time.
    public func episodes() throws -> [Found] { try ledger.decidedAreas().flatMap { try episodes(ofArea: $0) } }

    /// The episodes of an area in order of time.
    public func episodes(ofArea area: String) throws -> [Found] { try episodes(ofArea: area, from: nil) }

    /// The episode of an area that ended last, unless something says that it is not wanted. How long the record is does not matter.
    ///
    /// - Parameter isWanted: Asked by the id of its issue before its notices are read.
    public func lastEnded(ofArea area: String, isWanted: (String) -> Bool) throws -> Found? {
        guard let last = try ledger.lastEndedEpisode(ofArea: area), isWanted(last.issue) else { return nil }
        // Two that were issued in one hour have one name: the one that has ended may be the other.
        return try episodes(ofArea: area, from: last.at).last { $0.end != nil }.flatMap { isWanted($0.id) ? $0 : nil }
    }

    private func episodes(ofArea area: String, from episode: HourSlot?) throws -> [Found] {
        var found: [Found] = []
        var isOpen = false
        for id in try ledger.levelNotices(ofArea: area, from: episode) {
            guard let matter = try ledger.notice(id)?.matter else { continue }
            guard case .decision(let decision) = matter else {
                // A correction may come after the end; it belongs to the episode of what it corrects.
                if let place = found.lastIndex(where: { $0.episode == matter.episode }) {
                    found[place].notices.append(id)
                }
                continue
            }
            if decision.kind == .issue {
                found.append(
                    Found(area: area, episode: decision.episode, notices: [], start: decision.inForce, end: nil, levels: []))
                isOpen = true
            }
            guard isOpen else { continue }
            let last = found.count - 1
            found[last].notices.append(id)
            if let level = decision.to {
                if !found[last].levels.contains(level) { found[last].levels.append(level) }
            } else {
                found[last].end = decision.inForce
                isOpen = false
            }
        }
        return found
    }

    /// All that the record holds of an episode.
    ///
    /// - Parameter withOrders: Whether what its notices ordered is worked out, which takes a moment for a long list.
    /// - Throws: ``ReportFailure``, `LedgerError`.
    public func record(of found: Found, withOrders: Bool = true) throws -> EpisodeRecord {
        let notices = try found.notices.compactMap { try ledger.notice($0) }
        // A correction may come long after the end.
        let own = notices.filter { if case .correction = $0.matter { false } else { true } }
        guard let first = own.first, let last = own.last else {
            throw ReportFailure("no notice \(found.notices.first ?? "") is on record")
        }
        let (plan, hash) = try reader.plan(before: last.head.seq)
        guard let area = plan.areas.first(where: { $0.id == found.area }) else {
            throw ReportFailure("the plan version \(hash.prefix(12)) has no area \(found.area)")
        }
        let sealed = try ledger.lastSealed() ?? found.start
        let until = found.end ?? max(sealed, found.start)
        let slots = EpisodeRecord.slots(from: found.start, until: until, plan.zone)
        let zone = plan.zone
        var store = ObservationStore()
        _ = store.merge(try ledger.observations(ofArea: area, slots)) { _ in true }
        let dates = zone.date(of: HourSlot(slots.lowerBound))...zone.date(of: HourSlot(slots.upperBound))
        return EpisodeRecord(
            plan: plan, planHash: hash, area: area, decisions: try notices.compactMap(decided), until: until,
            isOver: found.end != nil,
            proposals: try proposals(of: found, from: first.head.seq, through: found.end == nil ? .max : last.head.seq),
            directives: try directives(for: area.id, own), said: notices.compactMap(said),
            deliveries: try deliveries(notices), orders: withOrders ? try orders(notices) : [],
            observations: store, forecasts: try ledger.forecasts(about: slots, dates: dates),
            notEvaluated: try ledger.notEvaluated(found.start...max(found.start, until)),
            silences: try ledger.silences(ofArea: area.id, found.start...max(found.start, until)),
            corrections: try ledger.corrections(ofStations: area.stations, found.start.hours..<max(found.start, until).hours),
            head: "\(ledger.head.seq):\(ledger.head.hash)")
    }

    private func deliveries(_ notices: [NoticeRecord]) throws -> [DeliveryLine] {
        try notices.flatMap { notice in
            try ledger.deliveries(ofNotice: notice.id).map {
                DeliveryLine(
                    notice: notice.id, addressee: $0.addressee.name, published: $0.published,
                    withinHours: $0.addressee.withinHours, acknowledged: $0.receipt?.at)
            }
        }
    }

    private func decided(_ notice: NoticeRecord) throws -> EpisodeRecord.Decided? {
        guard case .decision(let decision) = notice.matter else { return nil }
        return EpisodeRecord.Decided(
            notice: notice.id, decision: decision, knownAt: notice.knownAt,
            publishedAt: try notice.reference.publishedBy.flatMap { try ledger.knownAt(record: $0) })
    }

    private func said(_ notice: NoticeRecord) -> EpisodeRecord.Said? {
        switch notice.matter {
        case .extend(let moved): EpisodeRecord.Said(at: notice.knownAt, matter: .extend(moved))
        case .correction(let correction): EpisodeRecord.Said(at: notice.knownAt, matter: .correction(correction))
        case .decision, .silence, .supplement, .reminder, .bulletin, .highValue: nil
        }
    }

    /// Proposals that were made or ended in an episode; the one of its issue was made before it.
    private func proposals(
        of found: Found, from first: Int64, through last: Int64
    ) throws -> [EpisodeRecord.Proposed] {
        let made = try ledger.proposals(ofArea: found.area).filter { record in
            record.seq <= last && (record.ending.map { $0.seq >= first } ?? true)
        }
        guard !made.isEmpty else { return [] }
        var signatures: [String: Signature] = [:]
        for act in try ledger.acts(in: first...max(first, last)) {
            if case .approve(let proposal, let signature) = act.value.matter { signatures[proposal] = signature }
        }
        // A document number may have been entered afterwards.
        for id in found.notices {
            guard case .decision(let decision)? = try ledger.notice(id)?.matter,
                let document = try ledger.correctedDocument(of: id)
            else { continue }
            signatures[decision.id]?.document = document
        }
        return try made.map { record in
            EpisodeRecord.Proposed(
                proposal: record.proposal, madeAt: record.knownAt, ending: record.ending?.ending,
                endedAt: try record.ending.flatMap { try ledger.knownAt(record: $0.seq) }, signature: signatures[record.id])
        }
    }

    /// Directives for an area that came or were withdrawn in an episode, and earlier ones on which its decisions stand.
    private func directives(for area: String, _ notices: [NoticeRecord]) throws -> [EpisodeRecord.Directed] {
        guard let first = notices.first?.head.seq, let last = notices.last?.head.seq else { return [] }
        let named = Set(
            notices.flatMap { notice -> [String] in
                if case .decision(let decision) = notice.matter, case .directive(let documents) = decision.basis {
                    documents
                } else {
                    []
                }
            })
        var known: Set<String> = []
        return try ledger.acts(in: 1...max(1, last)).compactMap { act in
            switch act.value.matter {
            case .direct(let directive):
                guard directive.areas.contains(area) else { return nil }
                known.insert(directive.document)
                guard act.seq >= first || named.contains(directive.document) else { return nil }
                return EpisodeRecord.Directed(
                    at: act.knownAt, directive: directive, document: directive.document, reason: nil)
            case .withdraw(let document, let reason):
                guard known.contains(document), act.seq >= first else { return nil }
                return EpisodeRecord.Directed(at: act.knownAt, directive: nil, document: document, reason: reason)
            case .approve, .reject, .declare, .opine, .retract, .correct: return nil
            }
        }
    }

    private func orders(_ notices: [NoticeRecord]) throws -> [OrderStep] {
        try notices.compactMap { notice in
            try OrderBasis(notice).flatMap { try reader.orders($0) }.map { OrderStep(notice: notice.id, $0) }
        }
    }
}
