import AirQuality
import FileAccess
public import Ledger
import Lists
public import Orders
import PlanLanguage
public import PlanModel

/// What reports need of a ledger, with the plans and lists that were read for it. Reads only.
public final class RecordReader {
    public let ledger: Ledger
    private var plans: [String: Plan?] = [:]
    /// A list takes megabytes: one is kept.
    private var kept: (hash: String, found: (plan: Plan, list: EmissionList)?)?

    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The plan of a version by its text; nil where this version of lantian no longer understands it.
    public func plan(_ hash: String) throws -> Plan? {
        if let kept = plans[hash] { return kept }
        let files = try ledger.planParts(hash: hash).compactMap { part in
            part.text.map { SourceFile(name: part.name, bytes: $0) }
        }
        let plan = PlanChecker.check(files: files, zone: ZoneFiles().zone).plan
        plans[hash] = .some(plan)
        return plan
    }

    /// The plan in force after the records before one.
    ///
    /// - Throws: ``ReportFailure`` where none was, or its text is no longer understood.
    public func plan(before seq: Int64 = .max) throws -> (plan: Plan, hash: String) {
        guard let hash = try ledger.planHash(before: seq) else {
            throw ReportFailure("no plan is on record in \(ledger.path): start the daemon or a drill once")
        }
        guard let plan = try plan(hash) else {
            throw ReportFailure(
                "the plan version \(hash.prefix(12)) on record is no longer understood by this version of lantian")
        }
        return (plan, hash)
    }

    /// What rests on a basis is ordered; nil where the plan gives no orders, or its list is no longer understood.
    public func orders(_ basis: OrderBasis) throws -> OrderSet? {
        guard let (plan, list) = try planAndList(basis.plan), let area = plan.areas.first(where: { $0.id == basis.area }) else {
            return nil
        }
        var level: Int?
        if let id = basis.level {
            guard let index = plan.index(ofLevel: id) else { return nil }
            level = index
        }
        var known = list
        known.facts.add(try ledger.facts(before: basis.factsBefore))
        return OrderSet(plan: plan, list: known, area: area, level: level, start: basis.start)
    }

    private func planAndList(_ hash: String) throws -> (plan: Plan, list: EmissionList)? {
        if let kept, kept.hash == hash { return kept.found }
        var found: (plan: Plan, list: EmissionList)?
        if let version = try ledger.planVersion(hash: hash) {
            let folder = PlanFolder(version)
            if let plan = folder.checkText().plan, plan.orders.tables != nil {
                found = ListReader.read(files: folder.tables, plan: plan).list.map { (plan, $0) }
            }
        }
        kept = (hash, found)
        return found
    }
}

/// Why a report cannot be made, for people.
public struct ReportFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

extension PlanFolder {
    /// The files of a version on record.
    fileprivate init(_ version: PlanVersion) {
        let isPlan = { (file: PlanFile) in file.name.hasSuffix(".plan") }
        self.init(
            files: version.files.filter(isPlan).map { SourceFile(name: $0.name, bytes: $0.bytes) },
            tables: version.files.filter { !isPlan($0) }.map { TableFile(name: $0.name, bytes: $0.bytes) })
    }
}
