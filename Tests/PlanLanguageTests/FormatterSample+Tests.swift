// Tests of plans.
extension FormatterSample {
    mutating func planTest() {
        say("test", "检验")
        string()
        braces { sample in
            for _ in 0..<sample.pick(0...6) {
                sample.testClause()
                sample.end()
            }
        }
    }

    private mutating func testClause() {
        switch pick(1...6) {
        case 1:
            say("in", "地区")
            name()
        case 2, 3: given()
        case 4: warning()
        default: expectation()
        }
    }

    /// An enterprise or a site of the test's own.
    private mutating func row() {
        if chance(50) { say("enterprise", "企业") } else { say("site", "工地") }
        string()
        if chance(80) { predicate(depth: 2) }
    }

    private mutating func given() {
        say("given", "已知")
        if chance(25) { return row() }
        say(pick(["observed", "forecast", "expected"]), "实测", "预报", "预测")
        if chance(20) {
            say("at", "站点")
            put(pick(["2396A", "Dongsi", "“时”"]))
        }
        say(pick(["hourly", "daily"]), "小时", "日")
        put(pick(["AQI ", "IAQI(PM2.5)", "PM10 ", "CO "]))
        list(1...(chance(20) ? 30 : 3)) { $0.givenPart() }
        if chance(30) {
            if isChinese, chance(50) { put("，") }
            say("led by", "首要", "首要污染物")
            put(pick(["PM2.5", "O3"]))
            if chance(30) {
                comma()
                put("PM10")
            }
        }
        if isChinese, chance(60) { put("，") }
        say("from", "自")
        moment()
        if isChinese, chance(60) { put("起") }
        guard chance(30) else { return }
        if isChinese, chance(60) { put("，") }
        say("issued", "发布于")
        moment()
    }

    private mutating func givenPart() {
        if chance(15) {
            say("missing", "缺测")
            guard chance(60) else { return }
            if !isChinese { put("for") }
            duration()
            return
        }
        value()
        if chance(30) {
            say("to", "至")
            value()
        }
        guard chance(60) else { return }
        say("for", "持续")
        duration()
    }

    private mutating func value() {
        number()
        if chance(20) { put(pick([" ug/m3", "微克/立方米", " mg/m³"])) }
    }

    private mutating func warning() {
        say("given", "已知")
        if isChinese, chance(60) {
            put(pick(["橙色", "红色"]))
            put("预警")
        } else {
            say("warning", "预警")
            chance(60) ? put(pick(["red", "orange"])) : quoted(pick(["红色", "level"]))
        }
        guard chance(60) else { return }
        if isChinese {
            put(pick(["，自", "自"]))
        } else {
            put("since")
        }
        moment()
    }

    private mutating func expectation() {
        if !isChinese { put("at") }
        moment()
        if isChinese, chance(60) { put("，") }
        if chance(20) {
            order()
        } else {
            say("expect", "应")
            outcome()
        }
        guard chance(40) else { return }
        if isChinese, chance(60) { put("，") }
        say("because", "理由")
        label()
    }

    private mutating func order() {
        let subject = pick([("enterprise", "企业"), ("site", "工地")])
        if !isChinese { put("expect") }
        say(subject.0, subject.1)
        string()
        if isChinese { put("应") }
        say("stop", "停产")
    }

    private mutating func outcome() {
        switch pick(1...6) {
        case 6: message()
        case 1: say("none", "无预警", "为无预警")
        case 2: say("no decision", "维持不变")
        case 3: say(pick(["lift", "cancel"]), "解除", "取消")
        case 4:
            say(pick(["issue", "escalate", "downgrade"]), "发布", "升级", "降级")
            guard chance(70) else { return }
            if chance(50) { say("to", "至") }
            testLevel()
        default:
            if isChinese, chance(60) { put("为") }
            testLevel()
        }
    }

    private mutating func message() {
        if chance(40) {
            chance(50) ? say("advice", "提示", "发布提示") : say("no advice", "无提示")
            put(pick([" ozone ", "“臭氧”"]))
            return
        }
        chance(50) ? say("alert", "发布高值预警", "高值预警") : say("no alert", "无高值预警")
        put(pick([" hotspot ", "“高值”"]))
        guard chance(50) else { return }
        if isChinese, chance(50) { put("，") }
        say("at station", "站点")
        put(pick(["2396A", "Dongsi", "“时”"]))
    }

    private mutating func testLevel() {
        put(isChinese ? pick(["红色", "橙色", "“红色”", " red "]) : pick([" red", " orange", "\"红色\""]))
        if isChinese, chance(70) { put("预警") }
    }

    private mutating func moment() {
        let day = pick(1...9)
        if isChinese, chance(70) {
            put("2024年12月\(day)日\(pick(["", "8时", "20时", "8:00", "16：30"]))")
        } else {
            put("2024-12-0\(day)\(pick(["", "T08:00", "T20:00", "T4:30"]))")
            put(" ")
        }
    }
}
