// Declarations of the core: plan, area, let, level, and their conditions.
extension FormatterSample {
    mutating func declaration() {
        text +=
            text.isEmpty || text == "\u{FEFF}"
            ? pick(["", "\n", "# 头\n\n"]) : pick(["\n", "\n\n", "\n\n\n\n", " ", "\n# about\n"])
        switch pick(1...20) {
        case 1: plan()
        case 2: area()
        case 3...5: letDeclaration()
        case 6...8: level()
        case 9...11: planTest()
        case 12: advice()
        case 13: alert()
        default: orders()
        }
        end()
    }

    private mutating func plan() {
        say("plan", "预案")
        string()
        braces { sample in
            for _ in 0..<sample.pick(0...6) {
                sample.planClause()
                sample.end()
            }
        }
    }

    private mutating func planClause() {
        switch pick(1...16) {
        case 1:
            say("basis", "制定依据")
            string()
        case 2:
            say("zone", "时区")
            string()
        case 3:
            say("aqi", "指数")
            put("HJ633-2026")
        case 4:
            say("levels", "级别次序")
            name()
            for _ in 0..<pick(0...3) {
                sign("<", "＜")
                name()
            }
        case 5:
            say("requires", "必需")
            list(1...4) { $0.pollutant() }
        case 6:
            say("horizon", "起始时限")
            duration()
        case 7:
            say("review", "会商")
            if !isChinese { put("at") }
            clocks()
        case 8:
            say("forecast bound", "预报取")
            say(pick(["upper", "middle", "lower"]), "上限", "中值", "下限")
        case 9:
            say("forecast from", "预报来自")
            list(1...4) { $0.string() }
            if chance(50) { say(pick(["combined by highest", "combined by mean"]), "取最高", "取平均") }
        case 10:
            say("forecast at most", "预报时效")
            duration()
            if !isChinese { put("old") }
        case 13:
            say("report", "报送")
            if !isChinese { put("at") }
            clocks()
        case 14:
            say("contact", "联系方式")
            string()
        case 15:
            say("forecasts by", "预报单位")
            list(1...3) { $0.string() }
        case 16: target()
        case 11:
            say("serve", "送达")
            list(1...4) { $0.chance(80) ? $0.string() : $0.say("enterprise", "企业") }
            if !isChinese { put("within") }
            duration()
            if isChinese { put("内") }
        default:
            say("days", "日")
            say(pick(["rolling", "natural"]), "滑动", "自然日")
        }
    }

    private mutating func area() {
        say("area", "区域")
        name()
        string()
        if chance(50) {
            say("code", "代码")
            put("411000")
        }
        if chance(20) {
            say("polygon", "边界")
            string()
        }
        braces { sample in
            if sample.chance(30) { sample.counties() }
            if sample.chance(90) {
                sample.say("stations", "站点")
                sample.list(1...12) { $0.chance(80) ? $0.put($0.pick(["2396A", "Aotizhongxin", "1001A"])) : $0.name() }
                if sample.chance(50) {
                    sample.say("at least", "至少")
                    sample.number()
                }
                sample.end()
                return
            }
            if sample.chance(30) { sample.counties() }
        }
    }

    private mutating func counties() {
        say("counties", "辖区")
        list(1...14) { $0.string() }
        end()
    }

    private mutating func letDeclaration() {
        say("let", "令")
        name()
        sign("=", "＝")
        condition(depth: 0)
    }

    private mutating func target() {
        say("target", "目标")
        let year = pick(["2025", "2026", "1"])
        if isChinese { put("\(year)年") }
        switch pick(1...3) {
        case 1: put(pick(["PM2.5", "pm2.5"]))
        case 2: say("good days", "优良天数比例", "优良天数")
        default: say("heavy days", "重污染天数", "重污染天数比例")
        }
        say(pick(["below", "at most", "at least", "<=", ">"]), "低于", "不超过", "不低于", "至多", "＜", "≥")
        number()
        put(pick(["ug/m3", "µg/m³", "%", "％"]))
        if !isChinese { put("in \(year)") }
    }

    private mutating func level() {
        say("level", "级别")
        name()
        string()
        if chance(50) {
            say("response", "响应")
            string()
        }
        braces { sample in
            for _ in 0..<sample.pick(0...7) {
                sample.levelClause()
                sample.end()
            }
        }
    }

    private mutating func advice() {
        say("advice", "提示")
        name()
        string()
        braces { sample in
            for _ in 0..<sample.pick(0...3) {
                if sample.chance(50) {
                    sample.say("when", "当")
                    sample.condition(depth: 0)
                } else {
                    sample.say("say", "告知")
                    sample.string()
                }
                sample.end()
            }
        }
    }

    private mutating func alert() {
        say("alert", "高值预警")
        name()
        string()
        say(pick(["at station", "at area"]), "按站点", "按区域")
        braces { sample in
            for _ in 0..<sample.pick(0...4) {
                switch sample.pick(1...3) {
                case 1:
                    sample.say("when", "当")
                    sample.condition(depth: 0)
                case 2:
                    sample.say("at most every", "每")
                    sample.duration()
                    if sample.isChinese { sample.put("至多一次") }
                default:
                    sample.say("say", "告知")
                    sample.string()
                }
                sample.end()
            }
        }
    }

    private mutating func levelClause() {
        switch pick(1...8) {
        case 1...3:
            say("issue", "发布")
            if chance(70) { label() }
            say("when", "当")
            condition(depth: 0)
        case 4:
            say("end when", "结束当")
            condition(depth: 0)
        case 5: say("approve automatically", "自动批准")
        case 6:
            say("approve by", "批准")
            string()
            guard chance(60) else { return }
            if !isChinese { put("within") }
            duration()
            if isChinese { put("内") }
            guard chance(60) else { return }
            say("otherwise remind", "逾期提醒")
            string()
        case 7: respond()
        default:
            say("cites", "依据")
            string()
        }
    }

    private mutating func respond() {
        say("respond", "响应")
        switch pick(1...3) {
        case 1:
            say("at next", "下一个", "下一个整点")
            clocks()
        case 2:
            if !isChinese { put("after") }
            duration()
            if isChinese { put("后") }
        default:
            if isChinese { put("提前") }
            duration()
            if !isChinese { put("before onset") }
            guard chance(60) else { return }
            say("on", "整点")
            clocks()
        }
    }

    // MARK: - Conditions

    mutating func joint() {
        if chance(isChinese ? 50 : 10) { put(isChinese ? "，" : ",") }
        if chance(60) { say("and", "且") } else { say("or", "或") }
    }

    private mutating func condition(depth: Int) {
        for index in 0..<pick([1, 1, 2, 3, depth > 4 ? 1 : 4]) {
            if index > 0 { joint() }
            while chance(15) { say("not", "非") }
            if depth < 6, chance(25) {
                sign("(", "（")
                condition(depth: depth + 1)
                sign(")", "）")
            } else if chance(30) {
                name()
            } else {
                test()
            }
        }
    }

    private mutating func test() {
        say(pick(["observed", "forecast", "expected"]), "实测", "预报", "预测")
        if chance(20) {
            say("at", "站点")
            put(pick(["2396A", "Dongsi", "\"S 2\"", "\"时\""]))
        }
        comparison(isCycleNeeded: true)
        if chance(20) {
            say("led by", "首要", "首要污染物", "首要污染物为")
            list(1...3) { $0.pollutant() }
        }
        if chance(50) {
            say("for", "持续", "将持续", "并将持续")
            duration()
            if chance(40) {
                if isChinese, chance(60) { put("，") }
                say("including", "其中")
                comparison(isCycleNeeded: false)
                say("for", "持续")
                duration()
            }
        }
        if chance(20) {
            say("throughout next", "未来")
            duration()
            if isChinese { put(pick(["均", "均如此"])) }
            if chance(50) {
                say("missing at most", "缺测至多")
                duration()
            }
        }
        guard chance(20) else { return }
        say("starting within", "起始于")
        duration()
        if isChinese { put("内") }
    }

    private mutating func comparison(isCycleNeeded: Bool) {
        let isBehind = isChinese && chance(20)
        if !isBehind, isCycleNeeded || chance(50) { say(pick(["hourly", "daily"]), "小时", "日") }
        switch pick(1...3) {
        case 1: put(pick(["AQI", "aqi"]))
        case 2:
            put("IAQI")
            sign("(", "（")
            pollutant()
            sign(")", "）")
        default: pollutant()
        }
        if isBehind { put(pick(["日均值", "小时均值", "小时值"])) }
        if isChinese {
            put(pick(["＞", ">", "≥", "＜", "＜＝", "≤", "大于", "超过", "达到", "不低于", "低于", "不超过"]))
        } else {
            put(pick([">", ">=", "<", "<="]))
        }
        if chance(10) {
            if isChinese { put("区域均值的") }
            number()
            sign("%", "％")
            if !isChinese { put("of area") }
            return
        }
        number()
        if chance(30) { put(pick(["ug/m3", "µg/m³", "mg/m3", "微克/立方米", "毫克／立方米", "%", "％", "g/l", "ppb"])) }
    }
}
