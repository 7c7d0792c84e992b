import AirQuality
import Desk
import Ledger
import PlanModel

/// Which stations and which sources of forecasts have fallen silent: as long as others report, the newest value says nothing of
/// them.
struct SourceChecks {
    let ledger: Ledger
    let plan: Plan
    let now: Instant

    /// Names of one finding that are told one by one.
    private static let named = 10

    func run() throws -> [Diagnosis] { try [stations(), sources()].compactMap { $0 } }

    private func stations() throws -> Diagnosis? {
        var names: [String] = []
        for name in plan.areas.flatMap(\.stations) where !names.contains(name) { names.append(name) }
        guard !names.isEmpty else { return nil }
        let subject = Diagnosis.Words("stations", "各站数据")
        let limit = Silence.Feed.observations.defaultLimit
        let newest = try ledger.newestData(ofStations: names)
        let stale = names.filter { name in newest[name].map { now.hourFloor - $0 > limit } ?? true }
        guard !stale.isEmpty else {
            return .fine(
                "stations", subject,
                .init("each of \(names.count) had data within \(limit) h", "\(names.count) 个站点 \(limit) 小时内均有数据"))
        }
        return .warning(
            "stations", subject,
            .init(
                "\(stale.count) of \(names.count) are silent: "
                    + list(stale) { name in newest[name].map { "data up to \(plan.zone.text($0))" } ?? "never any data" },
                "\(names.count) 个站点中 \(stale.count) 个无数据："
                    + list(stale) { name in newest[name].map { "数据截至 \(plan.zone.text($0))" } ?? "从未有数据" }),
            help: .init(
                "ask who runs the stations; compare the names in the feed with those of the plan", "请询问站点运维单位；并核对数据中的站名与预案是否一致"))
    }

    private func sources() throws -> Diagnosis? {
        let newest = try ledger.newestForecasts()
        let names = plan.forecasts.sources.isEmpty ? newest.keys.sorted() : plan.forecasts.sources
        // One source alone is what the check of the last forecast is about.
        guard names.count > 1 else { return nil }
        let subject = Diagnosis.Words("forecast sources", "各预报来源")
        let limit = Int64(plan.forecasts.maximumAge ?? Silence.Feed.forecasts.defaultLimit)
        let stale = names.filter { name in newest[name].map { now.seconds - $0.seconds > limit * 3600 } ?? true }
        guard !stale.isEmpty else {
            return .fine(
                "sources", subject,
                .init("each of \(names.count) had a forecast within \(limit) h", "\(names.count) 个来源 \(limit) 小时内均有预报"))
        }
        return .warning(
            "sources", subject,
            .init(
                "\(stale.count) of \(names.count) are silent: "
                    + list(stale) { name in newest[name].map { "issued \(plan.zone.text($0))" } ?? "never any" },
                "\(names.count) 个来源中 \(stale.count) 个无预报："
                    + list(stale) { name in newest[name].map { "\(plan.zone.text($0)) 发布" } ?? "从未有过" }),
            help: .init("ask each of them for the file that is missing", "请向相应单位索取缺少的文件"))
    }

    private func list(_ names: [String], _ last: (String) -> String) -> String {
        let told = names.prefix(Self.named).map { "\($0.isEmpty ? "—" : $0) (\(last($0)))" }
        let rest = names.count - told.count
        return (told + (rest > 0 ? ["+\(rest)"] : [])).joined(separator: ", ")
    }
}
