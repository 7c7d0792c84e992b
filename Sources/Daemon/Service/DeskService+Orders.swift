import AirQuality
import Desk
import FileAccess
import Ledger
import Lists
import Logging
import Notices
import Orders
import PlanLanguage
import PlanModel
import Warnings

extension DeskService {
    // MARK: Of notices on record

    /// What a notice orders; nil where its plan gives no orders.
    func orders(of record: NoticeRecord) throws -> OrderReport? {
        guard let basis = OrderBasis(record), let orders = try orders(basis) else { return nil }
        return OrderReport(plan: orders.plan, orders: orders.set, previous: try previous(of: record, basis))
    }

    /// What was ordered before a notice: by the last one before it in the episode that ordered anything, or by seasons alone.
    private func previous(of record: NoticeRecord, _ basis: OrderBasis) throws -> OrderSet? {
        // An end that moved or a correction leaves the orders as they were.
        for earlier in record.earlier.reversed() {
            if let before = try ledger.notice(earlier.id).flatMap({ OrderBasis($0) }) { return try orders(before)?.set }
        }
        var before = basis
        before.level = nil
        return try orders(before)?.set
    }

    func orders(_ basis: OrderBasis) throws -> (plan: Plan, set: OrderSet)? {
        guard let plan = try plan(basis.plan), plan.orders.tables != nil, let list = try list(basis.plan) else { return nil }
        let facts = try ledger.facts(before: basis.factsBefore)
        return orders(plan, list, facts, basis).map { (plan, $0) }
    }

    private func orders(_ plan: Plan, _ list: EmissionList, _ facts: [Fact], _ basis: OrderBasis) -> OrderSet? {
        guard let area = plan.areas.first(where: { $0.id == basis.area }) else { return nil }
        var level: Int?
        if let id = basis.level {
            guard let index = plan.index(ofLevel: id) else { return nil }
            level = index
        }
        var list = list
        list.facts.add(facts)
        return OrderSet(plan: plan, list: list, area: area, level: level, start: basis.start)
    }

    /// A plan version that was in force; nil where its text is no longer understood.
    func plan(_ hash: String) throws -> Plan? {
        if let kept = plans.plan(hash) { return kept }
        return try ledger.planVersion(hash: hash).flatMap { PlanFolder($0).checkText().plan }
    }

    private func list(_ hash: String) throws -> EmissionList? {
        if let kept = plans.list(hash) { return kept }
        guard let version = try ledger.planVersion(hash: hash) else { return nil }
        switch CheckedPlan.check(PlanFolder(version)) {
        case .success(let plan):
            plans.keep(plan.list, of: hash)
            return plan.list
        case .failure:
            log.error(
                "the list of a plan version on record is no longer understood: a notice goes without orders",
                metadata: ["plan": "\(hash)"])
            plans.keep(nil, of: hash)
            return nil
        }
    }

    // MARK: What is in force

    /// What the orders in force in each area come to; worked out anew only where they have changed.
    func orderFigures(now: Instant) -> [OrderFigures] {
        guard desk.plan.orders.tables != nil, let plan = plans.current else { return [] }
        do {
            let counts = try ledger.rowCounts()["facts"] ?? 0
            let today = desk.plan.zone.midnight(of: desk.plan.zone.date(of: now.hourFloor))
            let bases = try desk.standings.map { area, standing in
                let last = try standing.episode.flatMap { try ledger.lastNotice(area: area.id, episode: $0) }
                return last.flatMap { OrderBasis($0) }
                    ?? OrderBasis(plan: plan, area: area.id, level: nil, start: today, factsBefore: .max)
            }
            let key = OrderFiguresKey(bases: bases, facts: counts)
            if let known = figures, known.key == key { return known.figures }
            let new = try bases.compactMap { try orders($0).map { OrderFigures($0.set) } }
            figures = (key, new)
            return new
        } catch {
            log.error("the orders in force cannot be counted", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// What a decision on record orders, in one line; nil where its plan gives no orders.
    func orderLine(_ decision: Decision) throws -> String? {
        try ledger.notice(noticeName(decision)).flatMap { OrderBasis($0) }.flatMap { try orders($0) }
            .map { OrderFigures($0.set).text }
    }

    // MARK: What changes them

    /// What a change that is about to be recorded makes of the orders in force: an entry to record with it, nil where every order
    /// stays as it is.
    ///
    /// - Parameters:
    ///   - cause: What changes.
    ///   - plan: The version that takes force; nil: the one in force stays.
    ///   - facts: Those that come in.
    ///   - record: The sequence number of the record that holds the cause; nil: the next one.
    ///   - settled: Areas whose orders go out with a decision of the same record.
    func supplement(
        _ cause: Supplement.Cause, plan: CheckedPlan? = nil, facts: [Fact] = [], record: Int64? = nil,
        except settled: Set<String> = [], now: Instant
    ) throws -> SupplementRecord? {
        guard let new = try plan.map({ ($0.plan, $0.list, $0.version.hash) }) ?? planInForce() else { return nil }
        guard let list = new.1 else {
            if let before = try planInForce(), before.1 != nil, desk.standings.contains(where: { $0.standing.level != nil }) {
                log.warning("the plan no longer names a list: from now on no orders go out, and those in force are not withdrawn")
            }
            return nil
        }
        let known = try ledger.facts() + facts
        let record = record ?? ledger.head.seq + 1
        var supplements: [Supplement] = []
        for area in new.0.areas where !settled.contains(area.id) {
            let standing = desk.standing(ofArea: area.id)
            guard let level = standing.level, let episode = standing.episode,
                let last = try ledger.lastNotice(area: area.id, episode: episode), let before = OrderBasis(last)
            else { continue }
            var basis = before
            basis.plan = new.2
            basis.start = max(before.start, now.hourFloor)
            guard let orders = orders(new.0, list, known, basis) else { continue }
            let previous = try self.orders(before)?.set
            let isChanged = previous.map { OrderReport(plan: new.0, orders: orders, previous: $0).hasChanges } ?? true
            guard isChanged else { continue }
            supplements.append(
                Supplement(
                    area: area.id, at: now, level: level, episode: episode, start: basis.start,
                    cause: cause, record: record))
        }
        guard !supplements.isEmpty else { return nil }
        return SupplementRecord(supplements: supplements, notices: supplements.map { notice(.supplement($0)).identifier })
    }

    /// What the first hour of a day makes of the orders in force, where no decision of that hour gives them anew.
    ///
    /// Warnings go before orders: where these cannot be worked out, the hour is sealed all the same.
    func daySupplement(_ outcome: HourOutcome, record: Int64, now: Instant) -> SupplementRecord? {
        let zone = desk.plan.zone
        guard desk.plan.orders.tables != nil, let last = desk.lastSealed, zone.date(of: last) < zone.date(of: outcome.at) else {
            return nil
        }
        do {
            return try supplement(.day, record: record, except: Set(outcome.decisions.map(\.area)), now: now)
        } catch {
            log.error("the orders of the new day cannot be worked out", metadata: ["error": "\(error)"])
            return nil
        }
    }

    /// The list of the plan in force; nil where it has none.
    func listInForce() throws -> EmissionList? { try plans.current.flatMap { try list($0) } }

    /// Rows of each table of the list in force.
    var listRows: [(name: String, rows: Int)] {
        guard let list = (try? listInForce()) ?? nil else { return [] }
        return ListSummary(list).tables.map { ($0.name, $0.count) }
    }

    private func planInForce() throws -> (Plan, EmissionList?, String)? {
        guard let hash = plans.current else { return nil }
        return (desk.plan, try list(hash), hash)
    }

    /// Notes that a supplement is on record and to be published.
    func took(_ record: SupplementRecord?) {
        guard let record else { return }
        unpublished += record.notices
        for supplement in record.supplements {
            log.warning(
                "orders in force change: a supplementary notice goes out",
                metadata: ["area": "\(supplement.area)", "level": "\(supplement.level)", "cause": "\(supplement.cause.rawValue)"])
        }
    }
}

/// What figures of orders rest on.
struct OrderFiguresKey: Hashable {
    var bases: [OrderBasis]
    /// Facts of the inbox on record.
    var facts: Int
}
