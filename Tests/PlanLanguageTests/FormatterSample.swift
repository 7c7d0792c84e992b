/// A made-up plan file: every construct in either vocabulary and any of its spellings, with blanks, line ends and comments
/// wherever they may stand. It need not make sense, only parse. The same number gives the same text.
struct FormatterSample {
    private var state: UInt64
    let isChinese: Bool
    var text = ""
    /// Within a row of a table a line end means something.
    var isInRow = false
    /// Out of hundred gaps, those with a comment.
    private let comments: Int
    private let lineEnd: String

    init(number: Int) {
        state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
        isChinese = number % 2 == 1
        comments = [0, 2, 10, 30][number / 2 % 4]
        lineEnd = number % 7 == 3 ? "\r\n" : "\n"
        if number % 11 == 5 { text = "\u{FEFF}" }
        for _ in 0..<pick(1...6) { declaration() }
        if chance(30) { text += "  # the end" }
        if chance(50) { text += lineEnd }
    }

    // MARK: - Chance

    /// SplitMix64.
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random() % UInt64(range.count)) }
    mutating func pick<Item>(_ items: [Item]) -> Item { items[pick(0...items.count - 1)] }
    mutating func chance(_ percent: Int) -> Bool { pick(1...100) <= percent }

    // MARK: - Words and what stands between them

    /// Writes a word behind some gap.
    mutating func put(_ word: String) {
        gap(before: word)
        text += word
    }

    /// A word in the vocabulary of the file, in Chinese in any of its spellings.
    mutating func say(_ english: String, _ chinese: String...) { put(isChinese ? pick(chinese) : english) }

    mutating func sign(_ ascii: String, _ wide: String) { put(chance(isChinese ? 70 : 10) ? wide : ascii) }

    mutating func comma() { put(isChinese ? pick(["、", "，", ","]) : pick([",", ",", "，"])) }

    private mutating func gap(before word: String) {
        guard let last = text.unicodeScalars.last, let first = word.unicodeScalars.first else { return }
        let isLetter = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar)
        }
        let isHan = { (scalar: Unicode.Scalar) in (0x4E00...0x9FFF).contains(scalar.value) }
        let mayTouch = !(isLetter(last) && isLetter(first)) || isHan(last) != isHan(first)
        if mayTouch, chance(45) { return }
        if isHan(last), isHan(first), chance(70) { return }
        if isInRow {
            text += pick([" ", "  ", "   ", "\t", "\u{3000}"])
            return
        }
        if chance(comments) {
            text += pick(["", " ", "   ", lineEnd, lineEnd + lineEnd, lineEnd + lineEnd + lineEnd + "    "])
            text += pick(Self.remarks) + lineEnd
            if chance(20) { text += "  " + pick(Self.remarks) + lineEnd }
            if chance(20) { text += lineEnd }
            return
        }
        text += pick([
            " ", " ", " ", " ", "  ", "\t", "\u{3000}", "\u{A0}", lineEnd, lineEnd, lineEnd + "        ", lineEnd + lineEnd,
        ])
    }

    private static let remarks = [
        "# a remark", "#", "## two", "＃ 全角", "# 注：“引号”、{ } 和 \"", "# ends in blanks  \t", "#\ttab",
        "# 很长的一条注释，很长的一条注释，很长的一条注释，很长的一条注释",
    ]

    /// Between clauses signs may stand that mean nothing.
    mutating func end() {
        if chance(15) { put(pick([";", "；", "。"])) }
        if chance(50) { text += lineEnd }
    }

    mutating func braces(_ inside: (inout FormatterSample) -> Void) {
        sign("{", "｛")
        inside(&self)
        isInRow = false
        sign("}", "｝")
    }

    mutating func list(_ count: ClosedRange<Int>, _ item: (inout FormatterSample) -> Void) {
        for index in 0..<pick(count) {
            if index > 0 { comma() }
            item(&self)
        }
    }

    // MARK: - Parts

    private static let texts = [
        "许昌市", "环大气〔2024〕6号", "Asia/Shanghai", "a \"b\" c", "“内”", "「角」", "“都有”「都有」", "back\\slash", "line\nbreak", "#", "",
        "{ }", "tab\there", "；。，",
        "很长的名字很长的名字很长的名字很长的名字", "e\u{301}", "\u{1F600}",
    ]

    mutating func string() { quoted(pick(Self.texts)) }

    mutating func quoted(_ value: String) {
        switch pick(1...3) {
        case 1 where !value.contains("”") && !value.contains("\n"): put("“\(value)”")
        case 2 where !value.contains("」") && !value.contains("\n"): put("「\(value)」")
        default:
            var escaped = ""
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\n": escaped += "\\n"
                case "\"", "\\": escaped += "\\\(scalar)"
                default: escaped.unicodeScalars.append(scalar)
                }
            }
            put("\"\(escaped)\"")
        }
    }

    /// A name, at times one that would be a keyword.
    mutating func name() {
        if chance(30) {
            quoted(pick(["好转", "plan", "list", "检验", "自动", "no name", "非", "级别"]))
        } else {
            put(pick(["clear", "below_red", "x1", "S-1", "A.b", "up", "in", "red", "B", "until"]))
        }
    }

    mutating func number() { put(pick(["0", "1", "5", "20", "200", "300.5", "1e3", "-4", "07"])) }

    mutating func duration() {
        let number = pick(["1", "2", "24", "48", "72", "100", "0", "2.5"])
        if isChinese {
            put(number)
            put(pick(["小时", "小时", "小时", "h", "天", "分钟", ""]))
            if chance(30) { put(pick(["及以上", "以上"])) }
        } else {
            put(number + pick(["h", "h", "h", " h", "d", " min", "", "hrs"]))
        }
    }

    mutating func clocks() {
        list(1...3) { sample in
            let hour = sample.pick(["0", "8", "10", "24"])
            sample.put(hour + (sample.isChinese ? sample.pick([":00", "：00", "时"]) : sample.pick([":00", "：30", ":00"])))
        }
    }

    mutating func date() {
        let (year, month, day) = (pick(["2024", "2025"]), pick(1...12), pick(1...28))
        let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        put(isChinese && chance(60) ? "\(year)年\(month)月\(day)日" : "\(year)-\(padded(month))-\(padded(day))")
    }

    mutating func label() {
        let inside = pick(["forecast", "两 天", " blank ", "", "a \"b\" # c", "x；y"])
        put(chance(isChinese ? 70 : 10) ? "【\(inside)】" : "[\(inside)]")
    }

    mutating func pollutant() { put(pick(["PM2.5", "PM10", "O3", "SO2", "NOx", "VOCs", "臭氧"])) }
}
