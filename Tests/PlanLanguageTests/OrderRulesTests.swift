import AirQuality
import PlanLanguage
import PlanModel
import Testing

/// What a plan says about orders becomes values.
struct OrderRulesTests {
    @Test func rulesHaveNoFindings() throws {
        let result = checkOrders(englishRules)
        #expect(result.findings.map(\.id) == [])
        let rules = try #require(result.plan).orders
        #expect(rules.tables?.lines == "lines.csv")
        #expect(rules.lists.map(\.id) == ["whitelist", "livelihood", "dust_blacklist"])
        #expect(
            rules.exemptions.map(\.who.text) == ["low_vocs_substitution == complete and on list whitelist", "on list livelihood"])
    }

    @Test func bothVocabulariesGiveTheSameRules() throws {
        let english = checkOrders(englishRules)
        let chinese = checkOrders(chineseRules)
        #expect(chinese.findings.map(\.id) == [])
        #expect(chinese.findings.map(\.message) == [])
        #expect(english.plan != nil)
        #expect(english.plan?.orders.measures == chinese.plan?.orders.measures)
        #expect(english.plan?.orders.exemptions == chinese.plan?.orders.exemptions)
        #expect(english.plan == chinese.plan)
    }

    /// The examples of both reference pages compile without a finding, to the same plan.
    @Test func theDocumentsTellTheTruth() throws {
        func example(_ page: String) throws -> String {
            let text = String(decoding: try readSource("docs/\(page)").bytes, as: UTF8.self)
            let behind = try #require(text.split(separator: "\n```orders\n", maxSplits: 1).dropFirst().first)
            return String(try #require(behind.split(separator: "\n```", maxSplits: 1).first))
        }
        let english = checkOrders(try example("language.md"))
        let chinese = checkOrders(try example("language.zh.md"))
        #expect(english.findings == [] && chinese.findings == [])
        #expect(english.plan != nil)
        #expect(english.plan == chinese.plan)
        #expect(english.plan?.orders.measures.first?.rows.count == 5)
    }

    @Test func valuesAreThoseOfTheText() throws {
        let rules = try #require(checkOrders(englishRules).plan).orders
        #expect(rules.areaEmissions == [.so2: 18_000_000_000, .nox: 52_000_500_000, .pm: 30_000_000_000])
        #expect(rules.targets.map(\.level) == [0, 2] && rules.targets.map(\.percent) == [10, 30])
        let exemption = try #require(rules.exemptions.last)
        #expect(exemption.subject == .site && exemption.grants == .goOn && exemption.upTo == 1)
        #expect(exemption.bars.map(\.reason) == ["扬尘管控不到位", nil])
        #expect(exemption.bars.last?.when.text == "not (emissions_compliant or area_m2 >= 5000)")
        #expect(exemption.from == LocalDate("2024-11-01") && exemption.until == LocalDate("2025-03-31"))
        #expect(exemption.place == RulePlace(file: "rules.plan", line: 19))
        let table = try #require(rules.measures.first)
        #expect(table.lead == "市工业和信息化局" && table.scope.text == "class != guaranteed")
        #expect(table.columns.map(\.name) == ["industry", "grade"])
        #expect(table.rows[1].patterns == [[.text("铸造")], [.choice("B"), .choice("B-")]])
        #expect(table.rows[1].cells[1] == Measure(action: .limit(percent: 50), duties: ["洒水"]))
        #expect(table.rows[3].cells.map(\.action) == [nil, .goOn, .guaranteed])
        #expect(rules.seasons.map(\.from) == [MonthDay(month: 11, day: 15)])
        #expect(rules.watches.map(\.kind) == [.finding, .count(atLeast: 200, atMost: 3000), .finding])
        #expect(rules.watches.last?.who.text == "not interruptible and not backup_treatment and (nox > 0.5 or yellow)")
    }

    /// The short texts that orders quote read back as what they were made of.
    @Test(arguments: [
        "grade in (A, B-, pending) or not (running and industry != \"铸造\")", "name on list whitelist and grade_year >= 2024",
        "not on list whitelist", "so2 < 0.5 and class == key", "low_vocs_substitution == none",
        "(running or violation) and (treatment_running or filed_plan)",
    ])
    func predicatesReadBack(text: String) throws {
        func read(_ predicate: String, _ whom: String) throws -> Predicate {
            let rule = whom == "适用于" ? "排查 f “f” ｛适用于企业 \(predicate)｝" : "finding f \"f\" { for enterprise \(predicate) }"
            return try #require(checkOrders(rule).plan?.orders.watches.first?.who, "\(rule)")
        }
        let predicate = try read(text, "for")
        #expect(predicate.text == text)
        #expect(try read(predicate.chinese, "适用于") == predicate)
    }

    @Test(arguments: [
        OrderAction.goOn, .autonomous, .guaranteed, .limit(percent: 20), .stopLines(percent: 50), .stop,
    ])
    func actionsReadBack(action: OrderAction) throws {
        let english = "season s \"s\" from 11-15 to 03-15 { for enterprise \(action.text) }"
        let chinese = "错峰 s “s” 自11-15至03-15 ｛ 适用于企业 \(action.chinese) ｝"
        #expect(checkOrders(english).plan?.orders.seasons.map(\.measure.action) == [action])
        #expect(checkOrders(chinese).plan?.orders.seasons.map(\.measure.action) == [action])
    }

    @Test func aTableInAFileIsTheTableInThePlan() throws {
        let rows: [[String]] = [
            ["铸造", "B；B-", "limit 20%", "限产50%，另须“洒水”", "stop"], [" * ", "*", "停产 50% 的生产线", "stop", "stop and duty \"x\""],
        ]
        let tables = PlanTables(
            head: { _ in ["行业", "绩效等级", "黄色", "orange", "red"] },
            rows: { _ in rows.enumerated().map { PlanTables.Row(line: $0.offset * 2 + 2, cells: $0.element) } })
        let fromFile = checkOrders(
            "enterprises from \"e.csv\"\nmeasures m \"m\" lead \"局\" cites \"d\" from \"m.csv\"", tables: tables)
        let written = checkOrders(
            """
            enterprises from "e.csv"
            measures m "m" lead "局" cites "d" {
                industry grade | yellow orange red
                "铸造" B, B-   | limit 20% limit 50% and duty "洒水" stop
                * *            | stop 50% of lines stop stop and duty "x"
            }
            """)
        #expect(fromFile.findings == [])
        var table = try #require(fromFile.plan?.orders.measures.first)
        #expect(table.rows.map(\.place) == [RulePlace(file: "m.csv", line: 2), RulePlace(file: "m.csv", line: 4)])
        let other = try #require(written.plan?.orders.measures.first)
        for index in table.rows.indices { table.rows[index].place = other.rows[index].place }
        #expect(table == other)
    }

    /// The stored version of a plan keeps the files that its rows name: one without rows would be lost from it.
    @Test func aTableInAFileNeedsRows() {
        let tables = PlanTables(head: { _ in ["industry", "yellow", "orange", "red"] }, rows: { _ in [] })
        let result = checkOrders("enterprises from \"e.csv\"\nmeasures m \"m\" from \"m.csv\"", tables: tables)
        #expect(result.plan == nil)
        #expect(result.findings.first { $0.id == "no-rows" }?.severity == .error)
    }

    /// A column of the layout is that column however the head of the table spells it, and not one of its own that no row has.
    @Test(arguments: [("SO2（kg/d）", "so2"), ("ＳＯ2", "so2"), ("绩效 等级", "grade"), ("Pledge_红色", "pledge_red"), ("园区", "园区")])
    func columnsAsTheHeadSpellsThem(head: String, name: String) throws {
        let tables = PlanTables(head: { _ in ["credit_code", head] }, rows: { _ in nil })
        let value = name == "so2" ? "5" : name == "grade" ? "B" : "\"东区\""
        let result = checkOrders(
            "enterprises from \"e.csv\"\nseason s \"s\" from 11-15 to 03-15 { for enterprise \"\(head)\" == \(value) stop }",
            tables: tables)
        let season = try #require(result.plan?.orders.seasons.first, "\(result.findings)")
        guard case .compare(let column, _, _) = season.who else {
            Issue.record("\(season.who)")
            return
        }
        #expect(column.name == name)
        #expect((column.type == nil) == (name == "园区"))
    }

    /// Tables as large as may be, and one that is larger, in bounded time.
    @Test(arguments: [(10_000, 7), (10_000, 700), (10_001, 7)])
    func hugeTablesAreBounded(count: Int, industries: Int) {
        let tables = PlanTables(
            head: { _ in ["industry", "so2", "grade", "yellow", "orange", "red"] },
            rows: { _ in
                (0..<count).map { index in
                    let industry = index % 3 == 0 ? "*" : "i\(index % industries)"
                    let emission = index % 5 == 0 ? "*" : "\(index % 300)"
                    let cells = [industry, emission, "B", "limit \(index % 50 + 1)%", "stop", "stop"]
                    return PlanTables.Row(line: index + 2, cells: cells)
                }
            })
        let time = ContinuousClock().measure {
            let result = checkOrders("enterprises from \"e.csv\"\nmeasures m \"m\" from \"m.csv\"", tables: tables)
            #expect(result.hasErrors == (count > PlanTables.maximumRows))
            #expect(result.findings.contains { $0.id == "dead-row" } == (count == 10_000 && industries == 7))
            #expect(result.findings.contains { $0.id == "table-not-checked" } == (count == 10_000))
            #expect(result.findings.count <= 50)
        }
        #expect(time < .seconds(40), "\(count) rows took \(time)")
    }
}

/// Checks rules beside the plan, area and levels that they need. The rules begin on line 1 of their file.
func checkOrders(_ rules: String, tables: PlanTables = .none) -> CheckResult {
    let base = """
        plan "test" { basis "document" zone "Asia/Shanghai" levels yellow < orange < red }
        area city "City" { stations S1 counties "魏都区", "建安区" }
        let heavy = observed hourly AQI > 200
        level yellow "黄色" { issue when heavy end when not heavy approve automatically cites "document" }
        level orange "橙色" { issue when heavy end when not heavy approve automatically cites "document" }
        level red "红色" { issue when heavy end when not heavy approve automatically cites "document" }
        """
    return PlanChecker.check(
        files: [SourceFile(name: "rules.plan", text: rules), SourceFile(name: "~base.plan", text: base)], zone: testZone,
        tables: tables)
}

let englishRules = """
    enterprises from "enterprises.csv"
    lines from "lines.csv"
    facilities from "facilities.csv"
    sites from "sites.csv"
    facts from "facts.csv"
    list whitelist "低VOCs白名单" from "white.csv"
    list livelihood
    industries "铸造", "烧结砖瓦"
    emissions SO2 18000 kg/d, NOx 52000.5 kg/d, PM 30000kg/d
    reduce at yellow at least 10% of SO2, NOx, PM, VOCs
    reduce at red at least 30% of SO2, NOx

    exemption low_vocs "低VOCs白名单" {
        for enterprise low_vocs_substitution == complete and on list whitelist
        grants autonomous
        cites "方案 六(一)"
        cites "方案 六(二)"
    }
    exemption livelihood "民生保障" {
        for site on list livelihood
        barred when contractor on list dust_blacklist because "扬尘管控不到位"
        barred when not (emissions_compliant or area_m2 >= 5000)
        while treatment_running and emissions_compliant
        grants continue up to orange
        from 2024-11-01
        until 2025-03-31
        cites "方案 五(一)"
    }
    measures by_grade "分行业绩效分级减排措施" for enterprise class != guaranteed lead "市工业和信息化局" cites "方案" {
        industry    grade                | yellow              orange                         red
        "铸造"      A, leading           | autonomous          autonomous                     autonomous
        "铸造"      B, B-                | limit 20%           limit 50% and duty "洒水"      stop
        "铸造"      C                    | stop 50% of lines   stop and duty "洒水", "停运"   stop
        *           *                    | duty "洒水"         continue                       guaranteed
    }
    season brick_kilns "烧结砖瓦 错峰生产" from 11-15 to 03-15 lead "市工信局" {
        for enterprise industry == "烧结砖瓦" and grade in (C, D)
        stop and duty "封存"
        cites "通告"
    }
    finding old_kilns "D级砖瓦窑" after 2025-10-31 {
        for enterprise industry == "烧结砖瓦" and grade == D and grade_year == 2024
        cites "方案 七(三)"
    }
    count good "B级及以上" at least 200 at most 3000 after 2025-12-31 {
        for enterprise grade in (A, B, leading)
    }
    finding bare "无备用治理设施" {
        for line not interruptible and not backup_treatment and (nox > 0.5 or yellow)
    }
    """

let chineseRules = """
    企业清单 取自 “enterprises.csv”
    生产线清单 取自 “lines.csv”
    治理设施清单 取自 “facilities.csv”
    工地清单 取自 “sites.csv”
    动态清单 取自 “facts.csv”
    名单 whitelist “低VOCs白名单” 取自 “white.csv”
    名单 livelihood
    行业目录 “铸造”、“烧结砖瓦”
    排放总量 SO2 18000千克/日、NOx 52000.5公斤/日、PM 30000kg/d
    减排比例 yellow 至少10%：SO2、NOx、PM、VOCs
    减排比例 红色 不低于 30％ 的 SO2、NOx

    豁免 low_vocs “低VOCs白名单” ｛
        适用于企业低VOCs替代为全部且列入“低VOCs白名单”名单
        准予自主减排
        依据 “方案 六(一)”
        依据 “方案 六(二)”
    ｝
    豁免 livelihood “民生保障” ｛
        适用于工地列入名单 livelihood
        不得豁免当施工单位列入名单 dust_blacklist，理由“扬尘管控不到位”
        不得豁免当非（达标排放或占地面积≥5000平方米）
        前提 治理设施运行，且达标排放
        准予正常生产最高至橙色
        自2024年11月1日起
        至2025年3月31日止
        依据 “方案 五(一)”
    ｝
    措施 by_grade “分行业绩效分级减排措施” 适用于企业 管控类别不为保障类 牵头“市工业和信息化局” 依据“方案” ｛
        行业      绩效等级            ｜ 黄色            橙色                        红色
        “铸造”    A级、引领性          ｜ 自主减排        自主减排                    自主减排
        “铸造”    B、B-                ｜ 限产20%         限产 50%，另须“洒水”       停产
        “铸造”    C级                  ｜ 停产50%的生产线   停产 另须“洒水”、“停运”   停产
        ＊        ＊                   ｜ 须“洒水”        正常生产                    以热定产（以量定产）
    ｝
    错峰 brick_kilns “烧结砖瓦 错峰生产” 自11月15日起至次年3月15日止 牵头“市工信局” ｛
        适用于企业行业为“烧结砖瓦”且绩效等级属于（C级、D级）
        停产，另须“封存”
        依据 “通告”
    ｝
    排查 old_kilns “D级砖瓦窑” 2025年10月31日后 ｛
        适用于企业行业＝＝“烧结砖瓦”且绩效等级等于D且评级年度为2024
        依据 “方案 七(三)”
    ｝
    统计 good “B级及以上” 至少200 至多3000 2025-12-31后 ｛
        适用于企业绩效等级属于（A、B、引领性）
    ｝
    排查 bare “无备用治理设施” ｛
        适用于生产线非可中断且非备用治理设施且（NOx日排放量大于0.5或黄色）
    ｝
    """
