public import AirQuality
public import Assessments
import Desk
import Ledger
import Orders
public import PlanModel
import Warnings

/// Gathers what was known of an area at an instant.
public struct MomentReader {
    private let reader: RecordReader
    private var ledger: Ledger { reader.ledger }

    public init(_ reader: RecordReader) { self.reader = reader }

    /// The last instant sealed.
    ///
    /// - Throws: ``ReportFailure`` where none was.
    public func last() throws -> HourSlot {
        guard let last = try ledger.lastSealed() else { throw ReportFailure("no hour has been evaluated yet in \(ledger.path)") }
        return last
    }

    /// The records before which an instant's data were known, and its decisions were made.
    func limits(_ at: HourSlot) throws -> (data: Int64, decisions: Int64) {
        if let sealed = try ledger.sealing(of: at) { return (sealed.head.seq, sealed.head.seq + 1) }
        let last = try ledger.lastRecord(knownBy: at.start) + 1
        return (last, last)
    }

    /// The plan in force at an instant.
    public func plan(at: HourSlot) throws -> (plan: Plan, hash: String) { try reader.plan(before: limits(at).data) }

    /// The level in force in an area once an instant was evaluated; nil: no warning.
    public func level(ofArea area: String, at: HourSlot) throws -> String? {
        try ledger.levelInForce(ofArea: area, before: limits(at).decisions)
    }

    public func record(of area: Area, at: HourSlot, withOrders: Bool = true) throws -> MomentRecord {
        let limits = try limits(at)
        let (plan, hash) = try reader.plan(before: limits.data)
        let basis = try ledger.recomputation(ofArea: area.id, at: at, before: limits.data) { try reader.plan($0) }
        var store = ObservationStore()
        _ = store.merge(basis.observations) { _ in true }
        var standing = Standing()
        var decisions: [MomentRecord.Recorded] = []
        for recorded in try ledger.decisionsInForce(ofArea: area.id, before: limits.decisions) {
            if recorded.value.kind == .issue { decisions = [] }
            standing.apply(recorded.value)
            decisions.append(
                MomentRecord.Recorded(notice: recorded.id, decision: recorded.value, knownAt: recorded.knownAt))
        }
        if standing.level == nil { decisions = [] }
        let head = try ledger.head(before: limits.decisions)
        return MomentRecord(
            plan: plan, planHash: hash, area: basis.area, at: at, standing: standing, decisions: decisions, observations: store,
            forecasts: basis.forecasts, waiting: try waiting(area.id, limits.decisions),
            directives: try directives(area.id, at, limits.decisions),
            orders: withOrders ? try orders(area.id, standing, limits.decisions, hash, at) : nil,
            silences: try silences(area.id, at), notEvaluated: try ledger.notEvaluated(at - 23...at),
            head: "\(head.seq):\(head.hash)")
    }

    private func waiting(_ area: String, _ limit: Int64) throws -> [MomentRecord.Waiting] {
        try ledger.proposals(ofArea: area).filter { record in
            record.seq < limit && (record.ending.map { $0.seq >= limit } ?? true)
        }.map { MomentRecord.Waiting(proposal: $0.proposal, since: $0.knownAt) }
    }

    private func directives(_ area: String, _ at: HourSlot, _ limit: Int64) throws -> [Directive] {
        guard limit > 1 else { return [] }
        var directives: [Directive] = []
        for act in try ledger.acts(in: 1...limit - 1) {
            switch act.value.matter {
            case .direct(let directive):
                directives.removeAll { $0.document == directive.document }
                if directive.areas.contains(area) { directives.append(directive) }
            case .withdraw(let document, _): directives.removeAll { $0.document == document }
            case .approve, .reject, .declare, .opine, .retract, .correct: break
            }
        }
        return directives.filter { $0.until.map { $0 >= at } ?? true }
    }

    /// What the last notice of the episode ordered; without a warning what seasons do.
    private func orders(_ area: String, _ standing: Standing, _ limit: Int64, _ plan: String, _ at: HourSlot) throws -> OrderStep?
    {
        guard standing.level != nil else {
            let basis = OrderBasis(plan: plan, area: area, level: nil, start: at, factsBefore: limit)
            return try reader.orders(basis).map { OrderStep(notice: "", $0) }
        }
        let last = try ledger.levelNotices(ofArea: area, before: limit).last.flatMap { try ledger.notice($0) }
        guard let last, let basis = OrderBasis(last) else { return nil }
        return try reader.orders(basis).map { OrderStep(notice: last.id, $0) }
    }

    /// Feeds of which the last that was said by then is that they are silent.
    private func silences(_ area: String, _ at: HourSlot) throws -> [Silence] {
        var last: [Silence.Feed: Silence] = [:]
        for silence in try ledger.silences(ofArea: area, HourSlot(0)...at) { last[silence.feed] = silence }
        return Silence.Feed.allCases.compactMap { last[$0] }.filter { !$0.isOver }
    }
}
