// Declarations of orders.
extension FormatterSample {
    mutating func orders() {
        switch pick(1...10) {
        case 1:
            say(pick(["enterprises", "lines", "facilities", "sites", "facts"]), "企业清单", "生产线清单", "治理设施清单", "工地清单", "动态清单")
            say("from", "取自", "来自", "自")
            string()
        case 2:
            say("list", "名单")
            name()
            if chance(50) { string() }
            if chance(30) {
                say("from", "取自")
                string()
            }
        case 3:
            say("industries", "行业目录")
            list(1...15) { $0.string() }
        case 4:
            say("emissions", "排放总量")
            list(1...4) { sample in
                sample.pollutant()
                sample.put(sample.pick(["18000", "40000.5"]) + sample.pick([" kg/d", "千克/日", "kg/d", "公斤/天", " t/a"]))
            }
        case 5: reduce()
        case 6: exemption()
        case 7, 8: measures()
        case 9: season()
        default: watch()
        }
    }

    private mutating func reduce() {
        say("reduce at", "减排比例")
        levelName()
        put(" ")
        say("at least", "至少", "不低于")
        percent()
        if isChinese { put(pick(["的", "：", ":"])) } else { put("of") }
        list(1...4) { $0.pollutant() }
    }

    private mutating func levelName() { chance(50) ? put(pick(["red", "橙色", "日常级", "up"])) : name() }

    private mutating func percent() {
        put(pick(["10", "20", "50"]))
        sign("%", "％")
    }

    private mutating func exemption() {
        say("exemption", "豁免")
        name()
        string()
        braces { sample in
            for _ in 0..<sample.pick(0...6) {
                sample.exemptionClause()
                sample.end()
            }
        }
    }

    private mutating func exemptionClause() {
        switch pick(1...7) {
        case 1: who()
        case 2:
            say("barred when", "不得豁免 当")
            predicate(depth: 0)
            guard chance(60) else { return }
            if isChinese, chance(60) { put("，") }
            say("because", "理由")
            string()
        case 3:
            say("while", "前提")
            predicate(depth: 0)
        case 4:
            say("grants", "准予")
            action()
            guard chance(50) else { return }
            say("up to", "最高至", "至")
            levelName()
        case 5:
            say("from", "自")
            date()
            if isChinese, chance(60) { put("起") }
        case 6:
            say("until", "至")
            date()
            if isChinese, chance(60) { put("止") }
        default:
            say("cites", "依据")
            string()
        }
    }

    private mutating func who() {
        say("for", "适用于")
        say(pick(["enterprise", "site", "line", "facility"]), "企业", "工地", "生产线", "治理设施")
        if chance(80) { predicate(depth: 0) }
    }

    private mutating func season() {
        say("season", "错峰", "错峰生产")
        name()
        string()
        say("from", "自")
        monthDay()
        if isChinese, chance(50) { put("起") }
        say("to", "至")
        if isChinese, chance(50) { put("次年") }
        monthDay()
        if isChinese, chance(50) { put("止") }
        if chance(50) {
            say("lead", "牵头")
            string()
        }
        braces { sample in
            if sample.chance(80) { sample.who() }
            if sample.chance(70) { sample.put("\n") }
            if sample.chance(80) { sample.measure() }
            sample.end()
            if sample.chance(30) {
                sample.say("cites", "依据")
                sample.string()
            }
        }
    }

    private mutating func monthDay() {
        put(isChinese && chance(60) ? pick(["11月15日", "3月5日"]) : pick(["11-15", "03-05", "2024-10-31"]))
    }

    private mutating func watch() {
        let isCount = chance(50)
        if isCount { say("count", "统计") } else { say("finding", "排查") }
        name()
        string()
        if isCount, chance(50) {
            say("at most", "至多")
            number()
        }
        if isCount, chance(50) {
            say("at least", "至少")
            number()
            put(" ")
        }
        if chance(50) {
            if !isChinese { put("after") }
            date()
            if isChinese { put("后") }
        }
        braces { sample in
            if sample.chance(90) { sample.who() }
            sample.end()
            if sample.chance(30) {
                sample.say("cites", "依据")
                sample.string()
            }
        }
    }

    // MARK: - Predicates

    private static let columns = [
        "industry", "grade", "area_m2", "running", "行业", "绩效等级", "低VOCs替代", "自主减排承诺", "违规", "清单号", "\"县（市、区）\"", "不", "可中断",
        "\"list\"", "风险等级",
    ]
    private static let values = [
        "A", "B-", "D级", "complete", "\"铸造\"", "“家具”", "非引领性", "是", "5", "2024", "20%", "2024-10-31", "完成", "\"a \\\"b\\\"\"",
    ]

    mutating func predicate(depth: Int) {
        for index in 0..<pick([1, 1, 2, 3]) {
            if index > 0 { joint() }
            while chance(15) { say("not", "非") }
            if depth < 5, chance(25) {
                sign("(", "（")
                predicate(depth: depth + 1)
                sign(")", "）")
            } else {
                statement()
            }
        }
    }

    private mutating func statement() {
        let column = pick(Self.columns)
        switch pick(1...4) {
        case 1: put(column)
        case 2:
            put(column)
            if isChinese {
                put(pick(["为", "等于", "不为", "不等于", "＝＝", "≠", "大于", "≤", "＜"]))
            } else {
                put(pick(["==", "!=", "<", "<=", ">", ">="]))
            }
            put(pick(Self.values + ["5000 m²", "100千克/日"]))
        case 3:
            put(column)
            say("in", "属于")
            sign("(", "（")
            list(1...4) { $0.put($0.pick(Self.values)) }
            sign(")", "）")
        default:
            if chance(50) { put(column) }
            say("on list", "列入名单", "列入")
            name()
            if isChinese, chance(40) { put("名单") }
        }
    }

    // MARK: - Measures

    private mutating func action() {
        switch pick(1...5) {
        case 1:
            say("limit", "限产")
            percent()
        case 2:
            say("stop", "停产", "停")
            percent()
            if isChinese {
                if chance(50) { put("的") }
                put("生产线")
            } else {
                put("of lines")
            }
        case 3: say("stop", "停产")
        case 4: say(pick(["autonomous", "continue"]), "自主减排", "正常生产")
        default: say("guaranteed", "以热定产", "以量定产", "保障生产", "以热定产（以量定产）")
        }
    }

    private mutating func measure() {
        if chance(80) {
            action()
            guard chance(30) else { return }
            if isChinese, chance(50) { put("，") }
            say("and duty", "另须")
        } else {
            say("duty", "须")
        }
        list(1...2) { $0.string() }
    }

    private mutating func measures() {
        say("measures", "措施")
        name()
        string()
        if chance(30) { who() }
        if chance(50) {
            say("lead", "牵头")
            string()
        }
        if chance(30) {
            say("cites", "依据")
            string()
        }
        if chance(10) {
            say("from", "取自")
            string()
            return
        }
        let columns = pick(1...3)
        braces { sample in
            sample.put("\n")
            sample.isInRow = true
            for _ in 0..<columns {
                sample.put(sample.pick(Self.columns))
                sample.put(" ")
            }
            sample.sign("|", "｜")
            for level in ["red", "橙色"] {
                sample.put(level)
                sample.put(" ")
            }
            for _ in 0..<sample.pick(0...5) { sample.row(columns) }
            sample.rowEnd()
        }
    }

    private mutating func row(_ columns: Int) {
        rowEnd()
        for _ in 0..<columns {
            if chance(30) { sign("*", "＊") } else { list(1...3) { $0.put($0.pick(Self.values)) } }
            put(" ")
        }
        sign("|", "｜")
        for _ in 0..<2 {
            measure()
            put(" ")
        }
    }

    private mutating func rowEnd() {
        isInRow = false
        put(pick(["\n", "\n", "  # row\n", "\n\n    # own\n", "; "]))
        isInRow = true
    }
}
