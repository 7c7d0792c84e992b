public import AirQuality
import Desk
public import FileAccess
import Ledger
import Logging
import PlanLanguage
import PlanModel
import Warnings

/// How reloads went.
public struct ReloadState: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case accepted, refused, unchanged
    }

    public internal(set) var accepted = 0
    public internal(set) var refused = 0
    /// What the last one came to, nil before the first.
    public internal(set) var last: Outcome?
    /// What changed or why it was refused, in one line.
    public internal(set) var summary = ""
    /// Why the last one was refused, in full; nil where it was not.
    public internal(set) var findings: String?
}

extension DeskService {
    /// Reads, checks and swaps the whole plan folder, or changes nothing and says why.
    @discardableResult
    public func reload(_ read: () throws(FileFailure) -> PlanFolder, now: Instant) -> ReloadState.Outcome {
        let folder: PlanFolder
        do throws(FileFailure) { folder = try read() } catch { return refuse(hash: "", error.description, now) }
        let text = folder.checkText()
        let version = folder.version(text.plan)
        guard version.hash != plans.current else {
            return conclude(.unchanged, "the plan is the one in force")
        }
        switch CheckedPlan.check(folder, text) {
        case .failure(let errors): return refuse(hash: version.hash, errors.description, now)
        case .success(let plan):
            if let lost = desk.levelsLost(under: plan.plan).first {
                return refuse(hash: version.hash, PlanRefusal(area: lost.area.name, level: lost.level).description, now)
            }
            let supplement: SupplementRecord?
            do {
                supplement = try self.supplement(.plan, plan: plan, now: now)
                let entries: [LedgerEntry] = [.plan(version)] + (supplement.map { [.supplement($0)] } ?? [])
                try committing { try ledger.append(entries, knownAt: now) }
            } catch {
                return refuse(hash: version.hash, "the ledger refuses the plan: \(error)", now)
            }
            let declared = DeclarationChange(from: desk.plan, to: plan.plan)
            plans.put(plan)
            let effects = desk.apply(.planSwapped(plan.plan))
            if let gone = declared.gone { log.warning("\(gone)", metadata: ["plan": "\(version.hash)"]) }
            logDemandChanges(effects)
            logWarnings(of: plan)
            took(supplement)
            if supplement != nil { publish(now: now) }
            let orders = supplement?.supplements.map { "orders in \($0.area) change" } ?? []
            let changes = effects.compactMap(change) + declared.texts + orders
            return conclude(.accepted, changes.isEmpty ? "what is demanded stays the same" : changes.joined(separator: "; "))
        }
    }

    func logWarnings(of plan: CheckedPlan) {
        for warning in plan.warnings { log.warning("\(warning.text)", metadata: ["finding": "\(warning.id)"]) }
    }

    func logDemandChanges(_ effects: [DeskEffect]) {
        for effect in effects {
            if case .demandChanged(let area, let from, let to) = effect, let text = change(effect) {
                log.warning("\(text)", metadata: ["area": "\(area)", "from": "\(from ?? "none")", "level": "\(to ?? "none")"])
            }
        }
    }

    private func change(_ effect: DeskEffect) -> String? {
        guard case .demandChanged(let area, let from, let to) = effect else { return nil }
        return "demanded level in \(area): \(from ?? Decision.none) → \(to ?? Decision.none)"
    }

    private func conclude(_ outcome: ReloadState.Outcome, _ summary: String) -> ReloadState.Outcome {
        if outcome == .accepted {
            reload.accepted += 1
            lastRefused = nil
        }
        reload.last = outcome
        reload.summary = summary
        reload.findings = nil
        log.notice("reload \(outcome.rawValue): \(summary)", metadata: ["reload": "\(outcome.rawValue)"])
        return outcome
    }

    private func refuse(hash: String, _ reason: String, _ now: Instant) -> ReloadState.Outcome {
        reload.refused += 1
        reload.last = .refused
        reload.summary = reason.split(separator: "\n").first.map(String.init) ?? reason
        reload.findings = reason
        log.error("reload refused, the plan in force stays:\n\(reason)", metadata: ["reload": "refused"])
        // The refusal is worth a record, but not worth failing for, nor worth a second one for the same plan.
        if hash.isEmpty || hash != lastRefused {
            try? committing { try ledger.append([.refusedPlan(hash: hash, findings: String(reason.prefix(4000)))], knownAt: now) }
        }
        lastRefused = hash
        return .refused
    }
}
