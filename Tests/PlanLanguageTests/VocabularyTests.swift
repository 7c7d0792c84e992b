import PlanLanguage
import PlanModel
import Testing

/// Every construct in Chinese is the construct in English.
struct VocabularyTests {
    /// A plan around one condition, one level clause and one plan clause, in either vocabulary.
    private func english(_ condition: String, clause: String = "approve automatically", setting: String = "") -> String {
        """
        plan "P" { basis "B" zone "Asia/Shanghai" aqi HJ633-2012 levels red \(setting) }
        area city "C" code 411000 polygon "0,1 1,1 1,0 0,1" { stations 2396A, S2 at least 1 }
        let named = observed hourly AQI <= 150
        level red "R" response "I" { issue [L] when \(condition) end when named \(clause) cites "D" }
        """
    }

    private func chinese(_ condition: String, clause: String = "自动批准", setting: String = "") -> String {
        """
        预案 “P” ｛ 制定依据 “B” 时区 “Asia/Shanghai” 指数 HJ633-2012 级别次序 red \(setting) ｝
        区域 city “C” 代码 411000 边界 “0,1 1,1 1,0 0,1” { 站点 2396A、S2 至少1 }
        令 named ＝ 实测小时AQI≤150
        级别 red “R” 响应 “I” { 发布【L】当\(condition) 结束当 named \(clause) 依据 “D” }
        """
    }

    private static let conditions = [
        ("observed hourly AQI > 300 for 6h", "实测小时AQI＞300持续6小时"),
        ("observed hourly AQI >= 300", "实测小时AQI≥300"),
        ("observed hourly AQI >= 300", "实测小时AQI达到300"),
        ("observed hourly AQI > 300", "实测小时AQI超过300"),
        ("observed hourly AQI < 300", "实测小时AQI低于300"),
        ("observed hourly AQI <= 300", "实测小时AQI不超过300"),
        ("observed hourly AQI <= 300", "实测小时AQI＜＝300"),
        ("observed at 2396A hourly PM2.5 > 115 ug/m3", "实测站点2396A小时PM2.5＞115微克/立方米"),
        ("observed at \"S2\" hourly CO > 4 mg/m3", "实测站点“S2”小时CO＞4毫克/立方米"),
        ("forecast daily IAQI(PM2.5) > 150 for 48h", "预报日IAQI（PM2.5）＞150持续48小时及以上"),
        ("expected daily AQI > 200 for 48h", "预测AQI日均值＞200将持续48小时及以上"),
        ("expected hourly PM10 > 500 ug/m3 for 3h", "预测PM10小时均值＞500微克/立方米持续3小时"),
        (
            "expected daily AQI > 200 for 72h including daily AQI > 300 for 24h",
            "预测日AQI＞200持续72小时 其中 日AQI＞300持续24小时及以上"
        ),
        ("expected daily AQI > 200 for 72h including AQI > 300 for 24h", "预测日AQI＞200持续72小时，其中AQI＞300持续24小时"),
        ("expected daily AQI > 200 led by PM2.5, PM10 for 24h", "预测日AQI＞200首要PM2.5、PM10持续24小时"),
        ("expected daily AQI > 200 led by PM2.5 for 24h", "预测日AQI＞200首要污染物为PM2.5持续24小时"),
        (
            "forecast hourly AQI <= 150 throughout next 36h missing at most 2h",
            "预报小时AQI≤150未来36小时均缺测至多2小时"
        ),
        ("expected daily AQI > 200 for 24h starting within 72h", "预测日AQI＞200持续24小时起始于72小时内"),
        ("named and not (named or observed daily AQI > 100)", "named且非（named或实测日AQI＞100）"),
        ("named or observed daily AQI > 100", "named，或实测日AQI＞100"),
    ]

    @Test(arguments: conditions)
    func conditionsAreEqual(twins: (String, String)) throws {
        let first = check(english(twins.0))
        let second = check(chinese(twins.1))
        #expect(first.worst.map { $0 <= .note } ?? true)
        #expect(second.findings.filter { $0.severity > .note } == [])
        #expect(first.plan != nil)
        #expect(first.plan == second.plan)
    }

    private static let clauses = [
        ("approve by \"A\"", "批准 “A”"),
        ("approve by \"A\" within 2h", "批准 “A” 2小时内"),
        ("approve by \"A\" within 2h otherwise remind \"B\"", "批准 “A” 2小时内 逾期提醒 “B”"),
        ("approve automatically", "自动批准"),
        ("respond at next 0:00, 8:00", "响应 下一个 0：00、8：00"),
        ("respond at next 8:00", "响应 下一个整点 8时"),
        ("respond after 6h", "响应 6小时后"),
        ("respond 24h before onset", "响应 提前24小时"),
        ("respond 24h before onset on 0:00, 12:00", "响应 提前24小时 整点 0:00、12:00"),
    ]

    @Test(arguments: clauses)
    func levelClausesAreEqual(twins: (String, String)) throws {
        let first = check(english("named", clause: twins.0)).plan
        let second = check(chinese("named", clause: twins.1)).plan
        #expect(first != nil)
        #expect(first == second)
        // The clause says something.
        #expect(first != check(english("named", clause: "")).plan)
    }

    private static let settings = [
        ("requires PM2.5, O3", "必需 PM2.5、O3"),
        ("horizon 72h", "起始时限 72小时"),
        ("review at 10:00, 16:00", "会商 10:00、16:00"),
        ("forecast bound middle", "预报取 中值"),
        ("forecast bound lower", "预报取下限"),
        ("forecast from \"市站\", \"省站\"", "预报来自“市站”、“省站”"),
        ("forecast from \"市站\", \"省站\" combined by highest", "预报来自“市站”、“省站” 取最高"),
        ("forecast from \"市站\", \"省站\" combined by mean", "预报来自 “市站”，“省站” 取平均"),
        ("forecast at most 36h old", "预报时效36小时"),
        ("days natural", "日 自然日"),
        ("wait 20 min", "等待 20分钟"),
        ("remind 6h before end", "截止提醒 6小时"),
        ("serve \"A\", \"B\" within 2h serve enterprise within 4h", "送达 “A”、“B” 2小时内 送达企业4小时内"),
        ("keep done 30d", "已收文件保留 30天"),
        ("keep rejected 90 days", "拒收文件保留90天"),
        ("keep notices 400d", "通知保留 400 天"),
        ("keep reports 400d", "报告保留 400 天"),
        ("report at 8:00, 20:00", "报送8时、20时"),
        ("contact \"值班室\"", "联系方式 “值班室”"),
        ("forecasts by \"市监测站\", \"省监测中心\"", "预报单位 “市监测站”、“省监测中心”"),
        ("target PM2.5 below 41 ug/m3 in 2025", "目标 2025年 PM2.5低于41微克/立方米"),
        ("target PM2.5 at most 48.25 ug/m3 in 2026", "目标2026年PM2.5不超过48.25µg/m³"),
        (
            "target good days at least 73.5% in 2025 target heavy days < 1.6% in 2025",
            "目标 2025年优良天数比例不低于73.5% 目标 2025年重污染天数低于1.6%"
        ),
    ]

    @Test(arguments: settings)
    func planClausesAreEqual(twins: (String, String)) throws {
        let condition = "expected daily AQI > 200 for 24h"
        let first = check(english(condition, setting: twins.0)).plan
        let second = check(chinese("预测日AQI＞200持续24小时", setting: twins.1)).plan
        #expect(first != nil)
        #expect(first == second)
        #expect(first != check(english(condition)).plan)
    }

    @Test func adviceIsEqual() throws {
        let condition = "expected daily AQI > 200 for 24h"
        let first = check(
            english(condition, setting: "horizon 72h")
                + "\nadvice ozone \"臭氧\" { when forecast daily AQI > 200 led by O3 for 24h say \"午后少出门\" }"
        ).plan
        let second = check(
            chinese("预测日AQI＞200持续24小时", setting: "起始时限 72小时")
                + "\n提示 ozone “臭氧” ｛ 当 预报日AQI＞200首要O3持续24小时 告知 “午后少出门” ｝"
        ).plan
        #expect(first == second)
        let advice = try #require(first?.advice.first)
        #expect(advice.name == "臭氧" && advice.text == "午后少出门")
        #expect(advice.condition.text == "forecast daily AQI > 200 led by O3 for 24h starting within 72h")
    }

    @Test func alertsAreEqual() throws {
        let condition = "expected daily AQI > 200 for 24h"
        let first = check(
            english(condition)
                + """

                alert hotspot "高值" at station {
                    when observed hourly PM2.5 > 150 ug/m3 for 2h and observed hourly PM2.5 > 150.5% of area
                    at most every 6h
                    say "排查"
                }
                alert city "全市" at area { when observed hourly O3 > 200 ug/m3 at most every 24h }
                """
        ).plan
        let second = check(
            chinese("预测日AQI＞200持续24小时")
                + """

                高值预警 hotspot “高值” 按站点 ｛
                    当 实测小时PM2.5＞150微克/立方米持续2小时及以上，且实测小时PM2.5超过区域均值的150.5%
                    每6小时至多一次
                    告知“排查”
                ｝
                高值预警 city “全市” 按区域 ｛ 当 实测小时O3＞200微克/立方米 每24小时最多一次 ｝
                """
        ).plan
        #expect(first == second)
        let alert = try #require(first?.alerts.first)
        #expect(alert.name == "高值" && alert.scope == .station && alert.everyHours == 6 && alert.text == "排查")
        #expect(
            alert.condition.at(station: "1A").text
                == "observed at 1A hourly PM2.5 > 150 ug/m3 for 2h and observed at 1A hourly PM2.5 > 150.5% of area")
        #expect(alert.condition.chinese == "实测小时PM2.5＞150µg/m³持续2小时 且 实测小时PM2.5＞区域均值的150.5%")
        #expect(first?.alerts.map(\.scope) == [.station, .area] && first?.alerts.last?.text == nil)
    }

    @Test func defaultsCanBeWritten() {
        let plain = check(english("named")).plan
        #expect(plain == check(english("named", setting: "forecast bound upper days rolling wait 50 min")).plan)
        #expect(plain == check(chinese("named", setting: "预报取上限 日 滑动 等待 50 分钟")).plan)
        #expect(plain == check(english("named", setting: "report at 17:00, 9:00")).plan)
    }
}
