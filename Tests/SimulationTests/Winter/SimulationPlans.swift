import Lists

@testable import Daemon
@testable import FileAccess
@testable import Ledger
@testable import PlanLanguage

/// The plans of the simulation: short spans, so that a week holds several episodes.
enum SimulationPlans {
    enum Variant: String, CaseIterable {
        case first
        /// The same areas and levels, other numbers.
        case stricter
        /// Without the second area.
        case oneArea
        /// Without the highest level.
        case noRed
        /// Does not compile.
        case broken
        /// The same rules, another list: one grade differs, one enterprise is gone, one is new.
        case otherList
        /// The same list with other telephone numbers, which no order rests on.
        case otherPhones
        /// A list with an error.
        case badList
        /// Without a list.
        case noOrders
    }

    static func folder(_ variant: Variant) -> PlanFolder {
        PlanFolder(files: [SourceFile(name: "plan/city.plan", text: text(variant))], tables: SimulationList.tables(variant))
    }

    /// Checked once: the simulation starts the service a thousand times.
    static let checked: [Variant: CheckedPlan] = {
        var checked: [Variant: CheckedPlan] = [:]
        for variant in Variant.allCases {
            if case .success(let plan) = CheckedPlan.check(folder(variant)) { checked[variant] = plan }
        }
        return checked
    }()

    static func plan(_ variant: Variant) throws -> CheckedPlan {
        if let plan = checked[variant] { return plan }
        return try CheckedPlan.check(folder(variant)).get()
    }

    /// A version on record.
    static func plan(_ version: PlanVersion) throws -> CheckedPlan {
        if let plan = checked.values.first(where: { $0.version.hash == version.hash }) { return plan }
        return try CheckedPlan.check(PlanFolder(version)).get()
    }

    static func text(_ variant: Variant) -> String {
        let heavy = variant == .stricter ? 130 : 150
        let second = variant == .oneArea ? "" : "area south \"南区\" {\n    stations S3\n    counties \"南区\"\n}\n"
        let red = """
            level red "红色" response "Ⅰ级" {
                issue [severe] when expected hourly AQI > 200 for 24h including hourly AQI > 250 for 6h
                issue [now]    when observed hourly PM2.5 > 250 ug/m3 for 3h
                end when cleared
                respond 6h before onset on 0:00, 8:00, 12:00, 20:00
            }
            """
        return """
            plan "模拟预案" {
                basis "环大气〔2024〕6号"
                zone "Asia/Shanghai"
                aqi HJ633-2012
                levels yellow < orange\(variant == .noRed ? "" : " < red")
                requires PM2.5, PM10
                horizon 24h
                wait 50 min
            }
            area north "北区" {
                stations S1, S2
                counties "东区", "西区"
            }
            \(second)
            let cleared = observed hourly PM2.5 <= 115 ug/m3 for 2h
                      and forecast hourly AQI <= 150 throughout next 6h missing at most 2h

            level yellow "黄色" response "Ⅲ级" {
                issue [ahead] when expected daily AQI > \(heavy) for 24h
                issue [now]   when observed hourly PM2.5 > 150 ug/m3 for 3h
                end when cleared
                respond at next 0:00, 12:00
            }
            level orange "橙色" response "Ⅱ级" {
                issue [ahead] when expected hourly AQI > \(heavy + 50) for 12h
                issue [now]   when observed hourly PM2.5 > 200 ug/m3 for 3h and forecast hourly AQI > 150 for 3h
                end when cleared
            }
            \(variant == .noRed ? "" : red)
            \(variant == .noOrders ? "" : SimulationList.rules(variant))
            \(variant == .broken ? "level violet {" : "")
            """
    }
}
