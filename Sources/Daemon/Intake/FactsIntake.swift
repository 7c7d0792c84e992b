import AirQuality
import Desk
import FileAccess
import Ledger
import Lists
import Logging
import PlanModel

/// Takes a file of dated facts, such as a plant's new grade or a line that stands still, into the ledger.
struct FactsIntake<Files: FileSystem> {
    let service: DeskService<Files>
    let log: Logger

    /// Findings of one file that are logged one by one.
    private static var loggedFindings: Int { 5 }

    /// - Throws: ``LedgerError`` where the ledger refuses for now; the file may be tried again.
    func take(_ bytes: [UInt8], name: String, digest: String, now: Instant) throws -> FeedIntake<Files>.Outcome {
        guard let list = try service.listInForce() else {
            return .rejected("these are facts on an emission-reduction list, but the plan in force names none")
        }
        let (facts, left, findings) = check(bytes, name, list)
        let errors = findings.filter { $0.severity == .error }
        guard !facts.isEmpty else {
            return .rejected((["none of its facts can be used"] + errors.prefix(100).map(\.oneLine)).joined(separator: "\n"))
        }
        let record = FactsRecord(
            name: name, digest: digest, facts: facts,
            counts: FeedRecord.Counts(
                rows: facts.count, errors: left, reports: findings.count { $0.severity != .error }))
        do { try service.take(record, now: now) } catch let error as LedgerError where error.code == .refused {
            return .rejected(error.description)
        }
        log.info("facts are taken in", metadata: ["file": "\(name)", "facts": "\(facts.count)"])
        for finding in findings.prefix(Self.loggedFindings) { log.warning("\(finding.oneLine)", metadata: ["file": "\(name)"]) }
        if findings.count > Self.loggedFindings {
            log.warning("\(findings.count - Self.loggedFindings) more findings", metadata: ["file": "\(name)"])
        }
        return .taken
    }

    /// The facts that count, in the order of the file, how many rows do not, and what is wrong with those.
    private func check(_ bytes: [UInt8], _ name: String, _ list: EmissionList) -> (
        facts: [Fact], left: Int, findings: [ListFinding]
    ) {
        let levels = service.desk.plan.levels
        let (placed, findings) = FactsReader.read(bytes, name: name, levels: levels)
        let checks = FactChecks(list: list, plan: service.desk.plan)
        // One by one: of many findings of a kind only some are kept.
        let good = placed.filter { fact in
            !checks.check([fact], file: name).contains { $0.severity == .error || $0.id == "fact-subject" }
        }
        let left = placed.count - good.count + findings.count { $0.severity == .error }
        return (good.map(\.fact), left, findings + checks.check(placed, file: name))
    }
}
