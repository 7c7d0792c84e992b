import AirQuality
import Desk
import FileAccess
import Glibc
import Ledger
import PlanModel
import Warnings

/// What the ledger says of data, decisions and people.
struct LedgerChecks {
    let ledger: Ledger
    let zone: Zone
    let now: Instant
    let isRunning: Bool
    /// The hash of the plan as it lies in its folder; nil where it cannot be used.
    let planHash: String?

    func run() throws -> [Diagnosis] {
        let health = try ledger.health()
        return [size(), sealed(health), data(health), forecast(health)] + [try plan(health)].compactMap { $0 }
            + (try proposals()) + [notices(health)]
    }

    private func size() -> Diagnosis {
        let bytes = ["", "-wal"].reduce(0) { sum, suffix in
            var status = stat()
            return stat(ledger.path + suffix, &status) == 0 ? sum + Int(status.st_size) : sum
        }
        return .fine(
            "ledger", .init("ledger", "台账"),
            .init("\(ledger.head.seq) records, \(bytes >> 20) MiB", "\(ledger.head.seq) 条记录，\(bytes >> 20) MiB"))
    }

    private func sealed(_ health: LedgerHealth) -> Diagnosis {
        let name = Diagnosis.Words("last hour", "最近时次")
        guard let last = health.lastSealed else {
            return .warning(
                "evaluation", name, .init("no hour was evaluated yet", "尚未评估过任何时次"),
                help: .init("start the daemon and wait for the hour", "启动服务并等到整点"))
        }
        let text = zone.text(last)
        guard now.hourFloor - last > 1 else {
            return .fine("evaluation", name, .init("evaluated \(text)", "已评估 \(text)"))
        }
        return .failure(
            "evaluation", name, .init("the last one evaluated is \(text)", "最近一次评估为 \(text)"),
            help: isRunning
                ? .init("look into the journal: journalctl -u lantiand", "请查看日志：journalctl -u lantiand")
                : .init("start the daemon", "请启动服务"))
    }

    private func data(_ health: LedgerHealth) -> Diagnosis {
        let name = Diagnosis.Words("last data", "最近数据")
        let help = Diagnosis.Words(
            "see whether the feed still writes into the inbox, and whether files were rejected", "请检查数据源是否仍在写入收件目录、是否有文件被拒收")
        guard let newest = health.newestData else {
            return .failure("data", name, .init("none was ever taken in", "从未收到数据"), help: help)
        }
        let text = zone.text(newest)
        // The hour that has just ended may still be on its way.
        let limit = Silence.Feed.observations.defaultLimit
        let hours = now.hourFloor - newest
        if hours > limit {
            return .failure("data", name, .init("up to \(text), \(hours) h ago", "截至 \(text)，已过 \(hours) 小时"), help: help)
        }
        if hours > 1 {
            return .warning("data", name, .init("up to \(text), \(hours) h ago", "截至 \(text)，已过 \(hours) 小时"), help: help)
        }
        return .fine("data", name, .init("up to \(text)", "截至 \(text)"))
    }

    private func forecast(_ health: LedgerHealth) -> Diagnosis {
        let name = Diagnosis.Words("last forecast", "最近预报")
        let help = Diagnosis.Words("ask the forecast office for the file that is missing", "请向预报单位索取缺少的文件")
        guard let issued = health.newestForecast else {
            return .warning("forecast", name, .init("none was ever taken in", "从未收到预报"), help: help)
        }
        let hours = (now.seconds - issued.seconds) / 3600
        let finding = Diagnosis.Words("issued \(zone.text(issued)), \(hours) h ago", "\(zone.text(issued)) 发布，已过 \(hours) 小时")
        let isOld = hours > Int64(Silence.Feed.forecasts.defaultLimit)
        return isOld ? .failure("forecast", name, finding, help: help) : .fine("forecast", name, finding)
    }

    private func plan(_ health: LedgerHealth) throws -> Diagnosis? {
        let name = Diagnosis.Words("plan in force", "现行预案")
        guard let inForce = try ledger.planInForce() else { return nil }
        let since = zone.text(inForce.since)
        if planHash == inForce.version.hash {
            return .fine("reload", name, .init("that of the folder, since \(since)", "与预案目录一致，自 \(since) 起"))
        }
        if let refusal = health.refusedPlan, planHash == nil || refusal.hash == planHash {
            let first = refusal.findings.split(separator: "\n").first.map(String.init) ?? ""
            return .failure(
                "reload", name,
                .init(
                    "a changed plan was refused at \(zone.text(refusal.at)): \(first)",
                    "\(zone.text(refusal.at)) 拒绝了修改后的预案：\(first)"),
                help: .init("mend it (lantian check) and reload", "请修正（lantian check）后重新加载"))
        }
        return .warning(
            "reload", name,
            .init("the folder differs from the plan in force since \(since)", "预案目录与自 \(since) 起生效的预案不同"),
            help: .init(
                "check it (lantian check) and reload: systemctl reload lantiand",
                "检查（lantian check）后重新加载：systemctl reload lantiand"))
    }

    private func proposals() throws -> [Diagnosis] {
        let name = Diagnosis.Words("approval", "待批建议")
        let waiting = try ledger.proposals().filter { $0.ending == nil }
        if waiting.isEmpty { return [.fine("approval", name, .init("nothing waits", "无待批建议"))] }
        return waiting.map { record in
            let hours = max(0, now.seconds - record.knownAt.seconds) / 3600
            let decision = record.proposal.decision
            let what = "\(decision.area) \(decision.kind.rawValue) \(decision.to ?? "none") (\(record.id))"
            let finding = Diagnosis.Words(
                "\(what) waits for \(record.proposal.approver) for \(hours) h",
                "\(what) 等待\(record.proposal.approver)批准已 \(hours) 小时")
            let help = Diagnosis.Words(
                "let \(record.proposal.approver) approve or reject it; the draft lies in pending/ of the spool",
                "请\(record.proposal.approver)批准或驳回；草稿在 spool 的 pending/ 中")
            let isOverdue = record.proposal.within.map { hours >= Int64($0) } ?? false
            return isOverdue
                ? .failure("approval", name, finding, help: help) : .warning("approval", name, finding, help: help)
        }
    }

    private func notices(_ health: LedgerHealth) -> Diagnosis {
        let name = Diagnosis.Words("notices", "通知")
        guard health.unpublished > 0, let since = health.unpublishedSince else {
            return .fine("notices", name, .init("all are published", "均已发布"))
        }
        return .failure(
            "notices", name,
            .init(
                "\(health.unpublished) are not published, the oldest since \(zone.text(since))",
                "\(health.unpublished) 条未发布，最早的自 \(zone.text(since)) 起"),
            help: .init(
                "look to disk and rights of the spool; the daemon tries again every few seconds", "请检查 spool 的磁盘与权限；服务每隔数秒重试"))
    }
}
