import Testing

@testable import PlanLanguage

/// The layout itself, word for word.
struct FormatterLayoutTests {
    private static let source = #"""
        # Criteria



        plan "许昌市重污染天气应急预案"{basis "环大气〔2024〕6号" zone "Asia/Shanghai"; # whole hours from UTC
        levels yellow<orange
         # where forecasts are conferred on
         review at 10:00,16：00 # 会商

         horizon 44 h # how far ahead
         wait 50min
        }
        area xuchang "许昌市" code 411000 { stations 2396A,2397A , "“3337A”" at least 2 }
        let clear = observed hourly PM2.5 <= 115 µg/m³ # now
           and (forecast hourly IAQI(PM2.5)<=150 throughout next 37h missing at most 2h or not expected daily AQI>200 for 72h, including daily AQI>300 for 24h starting within 80h)
        let short = clear and not expected daily AQI > 200 led by PM2.5,O3 for 24h
        level yellow "黄色" response "Ⅲ级" {
          issue [heavy day] when clear issue[two] when short # both
          end when clear
          approve by "主任" within 2h otherwise remind "值班室"
          respond 24h before onset on 0:00, 8:00 } # done
        enterprises from "enterprises.csv"
        list livelihood "民生保障" # 五(一)
        reduce at yellow at least 10% of SO2,NOx
        reduce at red at least 30% of SO2
        measures m "分级" for enterprise class != guaranteed and running lead "局" {
          industry grade | yellow red
          # the best
          "铸造",“烧结砖瓦” A | continue   and duty "洒水", "停车" stop 50% of lines # 六(一)
          * * | limit 20% stop # rest
        }
        exemption e "民生" { for site on list livelihood and 违规 == 否 barred when contractor on list "黑名单" because "扬尘"
          grants continue up to 橙色 from 2024-11-01 }
        season s "错峰" from 11-15 to 03-15 { for enterprise stop }

        """#

    private static let english = #"""
        # Criteria

        plan "许昌市重污染天气应急预案" {
            basis "环大气〔2024〕6号"
            zone "Asia/Shanghai"  # whole hours from UTC
            levels yellow < orange
            # where forecasts are conferred on
            review at 10:00, 16:00  # 会商

            horizon 44h  # how far ahead
            wait 50 min
        }

        area xuchang "许昌市" code 411000 {
            stations 2396A, 2397A, "“3337A”" at least 2
        }

        let clear = observed hourly PM2.5 <= 115 ug/m3  # now
                and (forecast hourly IAQI(PM2.5) <= 150 throughout next 37h missing at most 2h
                     or not expected daily AQI > 200 for 72h including daily AQI > 300 for 24h starting within 80h)
        let short = clear and not expected daily AQI > 200 led by PM2.5, O3 for 24h

        level yellow "黄色" response "Ⅲ级" {
            issue [heavy day] when clear
            issue [two]       when short  # both
            end when clear
            approve by "主任" within 2h otherwise remind "值班室"
            respond 24h before onset on 0:00, 8:00
        }  # done

        enterprises from "enterprises.csv"
        list livelihood "民生保障"  # 五(一)
        reduce at yellow at least 10% of SO2, NOx
        reduce at red    at least 30% of SO2

        measures m "分级" for enterprise class != guaranteed and running lead "局" {
            industry             grade  | yellow                             red
            # the best
            "铸造", "烧结砖瓦"   A      | continue and duty "洒水", "停车"   stop 50% of lines  # 六(一)
            *                    *      | limit 20%                          stop  # rest
        }

        exemption e "民生" {
            for site on list livelihood and 违规 == 否
            barred when contractor on list "黑名单" because "扬尘"
            grants continue up to 橙色
            from 2024-11-01
        }

        season s "错峰" from 11-15 to 03-15 {
            for enterprise
            stop
        }

        """#

    private static let chinese = #"""
        # Criteria

        预案 “许昌市重污染天气应急预案” ｛
            制定依据 “环大气〔2024〕6号”
            时区 “Asia/Shanghai”  # whole hours from UTC
            级别次序 yellow ＜ orange
            # where forecasts are conferred on
            会商 10:00、16:00  # 会商

            起始时限 44小时  # how far ahead
            等待 50分钟
        ｝

        区域 xuchang “许昌市” 代码 411000 ｛
            站点 2396A、2397A、「“3337A”」 至少2
        ｝

        令 clear = 实测小时PM2.5≤115微克/立方米  # now
                且 （预报小时IAQI（PM2.5）≤150未来37小时均 缺测至多2小时
                     或 非预测日AQI＞200持续72小时及以上，其中日AQI＞300持续24小时及以上 起始于80小时内）
        令 short = clear，且非预测日AQI＞200首要PM2.5、O3持续24小时及以上

        级别 yellow “黄色” 响应 “Ⅲ级” ｛
            发布【heavy day】当 clear
            发布【two】      当 short  # both
            结束 当 clear
            批准 “主任” 2小时内 逾期提醒 “值班室”
            响应 提前24小时 整点 0:00、8:00
        ｝  # done

        企业清单 取自 “enterprises.csv”
        名单 livelihood “民生保障”  # 五(一)
        减排比例 yellow 至少10%：SO2、NOx
        减排比例 red    至少30%：SO2

        措施 m “分级” 适用于企业 class 不为 guaranteed，且 running 牵头“局” ｛
            industry             grade  ｜ yellow                         red
            # the best
            “铸造”、“烧结砖瓦”   A      ｜ 正常生产，另须“洒水”、“停车”   停产50%的生产线  # 六(一)
            ＊                   ＊     ｜ 限产20%                        停产  # rest
        ｝

        豁免 e “民生” ｛
            适用于工地 列入名单 livelihood，且违规为否
            不得豁免 当 contractor 列入“黑名单”名单，理由“扬尘”
            准予正常生产最高至橙色
            自2024年11月1日起
        ｝

        错峰 s “错峰” 自11月15日起至次年3月15日止 ｛
            适用于企业
            停产
        ｝

        """#

    @Test(arguments: [source, english, chinese])
    func aFileLooksSo(text: String) {
        #expect(FormatLaws.format(text, .english).text == Self.english)
        #expect(FormatLaws.format(text, .chinese).text == Self.chinese)
    }

    @Test func aFileKeepsItsVocabulary() {
        #expect(FormatLaws.format(Self.source, .keep).text == Self.english)
        #expect(FormatLaws.format(Self.chinese, .keep).text == Self.chinese)
        // That of its first keyword, whatever else stands in it.
        #expect(FormatLaws.format("令 a = observed hourly AQI > 1", .keep).text == "令 a = 实测小时AQI＞1\n")
        #expect(FormatLaws.format("# 注\n", .keep).text == "# 注\n")
    }

    /// The clause of 2016 as it stands in the official text.
    @Test func theOfficialClauseComesBack() {
        let clause =
            "发布 当 预测AQI日均值＞200将持续96小时及以上，其中AQI日均值＞300将持续48小时及以上，或预测AQI日均值达到500并将持续24小时及以上"
        let text = FormatLaws.format("级别 red “红色” ｛\n\(clause)\n｝", .keep).text
        #expect(
            text == """
                级别 red “红色” ｛
                    发布 当 预测日AQI＞200持续96小时及以上，其中日AQI＞300持续48小时及以上
                         或 预测日AQI≥500持续24小时及以上
                ｝

                """)
        let english = FormatLaws.format(text ?? "", .english).text
        #expect(
            english == """
                level red "红色" {
                    issue when expected daily AQI > 200 for 96h including daily AQI > 300 for 48h
                            or expected daily AQI >= 500 for 24h
                }

                """)
    }

    @Test(arguments: [
        ("a and b or c and not (a or b)", "a，且 b，或 c，且非（a 或 b）"),
        ("clear and not (clear or not clear)", "clear，且非（clear 或非 clear）"),
    ])
    func joiningWordsStandSo(twins: (String, String)) {
        #expect(FormatLaws.format("let x = \(twins.0)", .chinese).text == "令 x = \(twins.1)\n")
    }

    @Test func longConditionsBreakBeforeTheWordsThatJoinThem() {
        let test = "observed hourly IAQI(PM2.5) >= 300 for 12h"
        #expect(
            FormatLaws.format(
                "let x = \(test) and \(test) and y or (\(test) and not (\(test) or \(test) or y)) or z and y", .keep
            ).text == """
                let x = \(test)
                        and \(test)
                        and y
                     or (\(test)
                         and not (\(test)
                                  or \(test)
                                  or y))
                     or z and y

                """)
    }

    @Test func longListsGoOnUnderTheirFirstItem() throws {
        let names = (10..<50).map { "S\($0)" }.joined(separator: ",")
        let text = try #require(FormatLaws.format("area x \"x\" { stations \(names) at least 3 }", .keep).text)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("    stations S10, S11, ") && lines[1].hasSuffix(",") && lines[1].count <= Sheet.width)
        #expect(lines[2].hasPrefix("             S") && lines[2].hasSuffix("S49 at least 3"))
    }
}
