import Testing

@testable import PlanLanguage

/// Comments, blanks, signs and names where nobody expects them.
struct FormatterHostileTests {
    @Test(arguments: [
        "", "\n\n\n", "# only a comment", "\u{FEFF}# only a comment\r\n\r\n\r\n# and another  \r\n", ";;；。", "# a\n;\n\n\n# b",
        // Comments inside a condition, before its first word, behind its last.
        "let a = # one\n# two\n(# three\nb # four\n\n# five\nand # six\nnot # seven\nc # eight\n) # nine\n# ten",
        "let a = observed # x\n hourly # y\n AQI # z\n > # u\n 1 # v\n for # w\n 2h",
        "令 a ＝ 实测 ＃ 一\n AQI ＃ 二\n 日均值 ＃ 三\n ＞ 1，＃ 四\n 且 b",
        // In a table, at every place where a comment may stand.
        "measures # 0\n m # 1\n \"m\" # 2\n { # 3\n # 4\n grade | red # 5\n\n # 6\n A, # 7\n # 8\n B | limit # 9\n 20 # 10\n % # 11\n and # 12\n duty # 13\n \"x\", # 14\n \"y\" # 15\n } # 16",
        // Behind the last brace, and between heads and braces.
        "area x # 1\n \"x\" # 2\n code # 3\n 1 # 4\n { # 5\n } # 6\n # 7", "level red \"R\" # 1\n # 2\n {\n\n\n}\n\n\n# 3",
        // Lists.
        "industries # 1\n \"a\" # 2\n , # 3\n \"b\" # 4\n # 5\n , \"c\" # 6",
        "reduce # 1\n at # 2\n red # 3\n at # 4\n least # 5\n 10 # 6\n % # 7\n of # 8\n PM, # 9\n SO2",
        "行业目录 “一” ＃ 1\n 、 “二”", "减排比例 red # 1\n 至少 # 2\n 10% # 3\n ： # 4\n PM # 5\n 、 SO2 # 6",
        // Line ends of another system, no last line end.
        "\u{FEFF}plan \"p\" {\r\n\r\n\r\n  basis \"b\" # c\r\n  zone \"z\"\r\n}\r\n\r\n\r\nlet a = b",
        "let a = b\r# not an end of line",
        // Texts that hold quotes, in every pair of quotes.
        #"plan "“”「」\"\\\n" { basis “「x」” basis 「“x”」 basis "”" basis "」" basis "”」" basis "\n" }"#,
        "预案 “「”｛制定依据 「”“」 制定依据 \"\\n\" ｝",
        // Names that are keywords.
        "let list2 = \"plan\" and \"非\" and up and \"且\"",
        "area \"list\" \"x\" { stations A, plan, \"at\", \"站点\", area at least 2 }",
        "level \"级别\" \"x\" { issue when \"当\" end when not \"结束\" }",
        "finding f \"f\" { for enterprise list == 5 and test in (A, B) and plan on list list }",
        // In Chinese these would run into keywords.
        "finding f \"f\" { for enterprise 清单号 == 完成 and not 行业 in (A) }", "finding f \"f\" { for enterprise 不 == 完成 and 不 != 于 }",
        "let a = observed hourly 值 > 1 and expected daily 常 > 1 led by 值, 常, and b", "排查 f “f” ｛适用于企业 自主减排承诺且非可中断或非非引领性｝",
        "exemption e \"e\" { grants guaranteed up to 日常级 grants stop up to red }", "emissions SO2 1 t/a, NOx 2 kg/d, PM 3",
        "let a = observed hourly CO > 1xyz and observed hourly CO > 1 ppb and observed hourly CO > 1 e5/m3",
        "let a = observed hourly CO > 1 for 2d and observed hourly CO > 1 for 2 and observed hourly CO > 1 for 30 min",
        // A duration without a unit before a clause that begins as a unit does.
        "预案 “p” ｛ 起始时限 1 以上 日 滑动 ｝", "plan \"p\" { horizon 48\n days rolling }",
        // Letters that join with what stands before or behind them.
        "let \u{0D4E} = \u{0903}x and not \u{0903}x",
        "reduce at \u{0D4E} at least 5% of PM reduce at red # c\n at least 5% of PM",
        "令 \u{0D4E} = 非 \u{0903} 且（\u{0903} 或 \u{0D4E}）",
        "alert ozone \"x\" at area { # c\n\n\n   when   y   # d\r\n\r\n}\nlet a = b # c",
        "高值预警 x “y” 按站点 ｛ ｝ # c",
        "alert # 0\n x # 1\n \"y\" # 2\n at # 3\n station # 4\n { # 5\n when # 6\n observed hourly PM2.5 > 150 # 7\n % # 8\n of # 9\n area # 10\n at # 11\n most # 12\n every # 13\n 6h # 14\n say # 15\n \"z\" # 16\n }",
        "高值预警 x “y” 按区域 ｛ 告知“z”当 实测小时PM2.5大于区域均值的150％持续2小时及以上 每6小时最多一次 ｝",
        "advice # 0\n ozone # 1\n \"x\" # 2\n { # 3\n when # 4\n y # 5\n say # 6\n \"z\" # 7\n }",
        "提示 x “y” ｛ 告知“z”当 say 且 “名” ｝",
        // Tests of plans.
        "test # 0\n \"t\" # 1\n { # 2\n given # 3\n forecast # 4\n daily # 5\n AQI # 6\n 1 # 7\n , # 8\n 2 # 9\n led # 10\n by # 11\n PM2.5 # 12\n from # 13\n 2024-12-01 # 14\n issued # 15\n 2024-12-01T08:00 # 16\n at # 17\n 2024-12-01T08:00 # 18\n expect # 19\n because # 20\n [l] # 21\n }",
        "检验 “t” ｛ 已知预报日AQI 230至260持续24小时、缺测、缺测3小时，首要PM2.5，自2024年12月1日起，发布于2024年12月1日8时 2024年12月1日8时，应为红色预警，理由【x】｝",
        "test \"t\" { in \"地区\" given warning 橙色 since 2024-12-01 at 2024-12-01 expect issue at 2024-12-01 expect escalate to \"list\" at 2024-12-01 expect enterprise \"“x”\" stop 50% of lines }",
    ])
    func textsKeepTheirMeaning(text: String) throws {
        #expect(Parser.parse(SourceFile(name: "x", text: text), index: 0).drafts.errors == 0)
        try FormatLaws.expect(text)
    }

    @Test(arguments: [("(", ")"), ("not ", ""), ("not (", ")")])
    func deepNestingKeepsItsMeaning(signs: (String, String)) throws {
        for depth in [31, 32, 63, 64] where depth * (signs.0.contains("not (") ? 2 : 1) <= 64 {
            let open = String(repeating: signs.0, count: depth)
            let close = String(repeating: signs.1, count: depth)
            let condition = "\(open)observed hourly AQI > 1 and b or c\(close) and \(open)# c\nd or e\(close)"
            try FormatLaws.expect("let a = \(condition)")
            try FormatLaws.expect("finding f \"f\" { for enterprise \(open)a == 5 or b # c\n and c\(close) }")
        }
    }

    /// Wide words must not make columns of blanks without bound.
    @Test func largeFilesStaySmall() throws {
        let wide = String(repeating: "字", count: 20_000)
        let issues = (0..<300).map { "issue [\($0 == 0 ? wide : "l")] when a and b # c" }.joined(separator: "\n")
        let rows = (0..<300).map { "\"\($0 == 0 ? wide : "x")\" | stop" }.joined(separator: "\n")
        let names = (0..<20_000).map { "“\($0)”" }.joined(separator: ",")
        let terms = (0..<20_000).map { "x\($0)" }.joined(separator: " and ")
        for text in [
            "level red \"R\" { \(issues)\n}", "measures m \"m\" {\n grade | red\n\(rows) }", "industries \(names)",
            "let a = \(terms)",
            "let \"\(wide)\" = (a and b # c\n or c and not (d # e\n or f))", "预案 “\(wide)”｛必需 PM2.5 ｝ # c",
            String(repeating: "# c\n\n\n", count: 50_000),
            "finding f \"f\" { for enterprise \(String(repeating: "违规且", count: 20_000))违规 }",
        ] {
            let formatted = try #require(FormatLaws.format(text, .chinese).text)
            #expect(formatted.utf8.count < 8 * text.utf8.count)
            #expect(FormatLaws.format(formatted, .keep).text == formatted)
        }
    }

    @Test func brokenFilesAreLeftAlone() {
        for text in ["plan \"p\" {", "let a = ", "let a = 好转", "area x \"x\" { stations A stations B }", "\u{FF21}", "level red"]
        {
            let result = FormatLaws.format(text, .keep)
            #expect(result.text == nil)
            #expect(result.findings.contains { $0.severity == .error && $0.file == "x" })
        }
        let bytes = Formatter.format(SourceFile(name: "x", bytes: [0x23, 0xFF]))
        #expect(bytes.text == nil && bytes.findings.map(\.id) == ["not-utf8"])
        let large = Formatter.format(SourceFile(name: "x", bytes: Array(repeating: 0x20, count: SourceFile.limit + 1)))
        #expect(large.text == nil && large.findings.map(\.id) == ["file-too-large"])
    }

    /// A file may grow beyond what is read, and is left alone then.
    @Test func filesDoNotGrowBeyondTheLimit() {
        let text = "level r \"r\" {" + String(repeating: "issue when a ", count: SourceFile.limit / 13 - 2) + "}"
        #expect(text.utf8.count <= SourceFile.limit)
        #expect(FormatLaws.format(text, .keep).findings.map(\.id) == ["file-too-large"])
    }
}
