import PlanLanguage
import TestSupport
import Testing

/// Nothing that is read may crash, hang or fill the memory.
struct HostileInputTests {
    private func checkBytes(_ bytes: [UInt8]) -> CheckResult {
        let files = [SourceFile(name: "hostile.plan", bytes: bytes)]
        let result = PlanChecker.check(files: files, zone: testZone)
        // Rendering is part of what must survive.
        let text = FindingRenderer(files: files, colour: true).text(result.findings)
        let json = FindingJSON.lines(result.findings)
        #expect(text.utf8.count < 4 << 20 && json.utf8.count < 4 << 20)
        #expect(result.findings.count <= PlanChecker.maximumFindings + 1)
        return result
    }

    /// Places where random words may come to mean something.
    private static let openings = [
        "", "level red \"r\" { issue when ", "measures m \"m\" { grade | yellow orange red\n", "finding f \"f\" { for site ",
    ]

    private static let whole = SourceFile.limit - 1

    private static let floods: [(String, String)] = [
        ("parentheses", "("), ("not", "not "), ("braces", "{"), ("closing braces", "}"), ("brackets", "["), ("quotes", "\""),
        ("line ends", "\n"), ("commas", ","), ("issue", "issue\n"), ("let", "let a = a\n"), ("level", "level a \"\" {\n"),
        ("Han", "预"), ("keywords", "预测日"), ("unknown signs", "@ "), ("at", "at "), ("numbers", "9"), ("hash", "#\n"),
        ("stations", "area a \"a\" { stations a, a }\n"), ("full width", "ＡＱＩ "), ("chinese quotes", "“"),
        ("tests", "let x = observed hourly AQI > 300 and observed hourly AQI < 100\n"), ("escapes", "\"\\q"),
        ("later", "test {"), ("ands", "observed hourly AQI > 1 and "),
        ("predicates", "running and "), ("values", "\"x\", "), ("stars", "* | stop\n"), ("bars", "| "), ("cells", "stop "),
        ("rules", "season s \"s\" from 11-15 to 03-15 { for enterprise stop }\n"), ("Chinese columns", "绩效等级且"),
        ("lists", "finding f \"f\" { for enterprise on list x }\n"),
    ]

    @Test(
        arguments: floods,
        [
            "", "let a = ", "plan \"p\" { levels a ", "level red \"r\" { issue when ", "area a \"a\" { stations ",
            "finding f \"f\" { for enterprise ", "measures m \"m\" { grade | red\n",
        ])
    func aFloodOfOneThing(flood: (String, String), prefix: String) {
        checkFlood(flood.0, flood.1, prefix, size: 1 << 15)
    }

    @Test(arguments: floods.filter { ["parentheses", "brackets", "let", "escapes"].contains($0.0) })
    func aMebibyteOfOneThing(flood: (String, String)) {
        checkFlood(flood.0, flood.1, "let a = ", size: Self.whole)
    }

    private func checkFlood(_ name: String, _ text: String, _ prefix: String, size: Int) {
        var bytes = Array(prefix.utf8)
        let unit = Array(text.utf8)
        bytes.reserveCapacity(size)
        while bytes.count + unit.count <= size { bytes += unit }
        let time = ContinuousClock().measure { _ = checkBytes(bytes) }
        // Generous, for debug builds on a loaded machine: anything quadratic takes minutes.
        #expect(time < .seconds(40), "\(name) took \(time)")
    }

    @Test func findingsAreCutOffAndErrorsKept() {
        let warnings = (0..<2000).map { "let w\($0) = observed hourly AQI > 500\n" }.joined()
        let result = check(planText("issue when observed hourly AQI > 200", lets: warnings) + "\nlet x = y")
        #expect(result.findings.count == PlanChecker.maximumFindings + 1)
        #expect(result.findings.last?.id == "too-many-findings")
        #expect(result.findings.contains { $0.id == "unknown-let" })
        #expect(result.plan == nil)
    }

    @Test func filesOverTheLimitAreRejectedUnread() {
        let result = checkBytes(Array(repeating: 0x20, count: SourceFile.limit + 1))
        #expect(result.findings.map(\.id) == ["file-too-large"])
        #expect(checkBytes(Array(repeating: 0x20, count: SourceFile.limit)).findings.map(\.id) == ["no-plan"])
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xE6, 0x97], [0x80],
            [0xF0, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func whatIsNotUTF8IsSaidWithItsPlace(bytes: [UInt8]) throws {
        let result = checkBytes(Array("# 好\nab".utf8) + bytes)
        let finding = try #require(result.findings.first)
        #expect(finding.id == "not-utf8")
        #expect(finding.range.start == Place(line: 2, column: 3))
    }

    @Test func randomBytes() {
        var generator = SplitMix64(seed: 1)
        for _ in 0..<400 {
            let length = Int.random(in: 0..<300, using: &generator)
            _ = checkBytes((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    @Test func randomWords() {
        var generator = SplitMix64(seed: 2)
        let words = """
            plan area let level issue when end approve by within otherwise remind respond at next before onset on cites observed \
            forecast expected hourly daily AQI IAQI ( ) { } PM2.5 O3 > >= < <= = 200 24h 48h 0h led for including throughout missing \
            most starting and or not , ; : / % "text" red [label] 预测 日 小时 持续 其中 未来 均 内 且 或 非 响应 提前 站点 ug/m3 h \
            zone levels horizon review days test exemption measures season finding count enterprise site grade == != in on list running stop limit autonomous duty \
            grants barred while | * 停产 限产 适用于 企业 绩效等级 列入名单 至 自 11-15 2024-10-31 -1 1e9 99999999999999999999 \u{0}
            """.split(separator: " ")
        for _ in 0..<3000 {
            var text = Self.openings.randomElement(using: &generator) ?? ""
            for _ in 0..<Int.random(in: 0..<40, using: &generator) {
                text += words.randomElement(using: &generator) ?? ""
                text += Bool.random(using: &generator) ? " " : "\n"
            }
            _ = checkBytes(Array(text.utf8))
        }
    }

    @Test(arguments: ["Tests/Plans/D2024", "Tests/Plans/D2024zh"])
    func truncatedAndDamagedFiles(folder: String) throws {
        let bytes = try #require(try planFiles(folder).first).bytes
        #expect(checkBytes(bytes).plan != nil)
        var generator = SplitMix64(seed: 3)
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(length == bytes.count || checkBytes(Array(bytes[..<length])).plan == nil)
        }
        for _ in 0..<1500 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: damaged.remove(at: place)
                default: damaged.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
                }
            }
            _ = checkBytes(damaged)
        }
    }

    @Test func longLetChainsAndExplosionsAreBounded() {
        var chain = "let a0 = observed hourly AQI > 200\n"
        for index in 1..<30_000 { chain += "let a\(index) = not a\(index - 1)\n" }
        let deep = check(chain + planText("issue when a29999", settings: "", lets: ""))
        #expect(deep.findings.contains { $0.id == "condition-too-large" })

        var ring = ""
        for index in 0..<20_000 { ring += "let a\(index) = a\((index + 1) % 20_000)\n" }
        let cycles = check(ring + planText("issue when a0"))
        #expect(cycles.findings.filter { $0.id == "let-cycle" }.count == 1)
        #expect(cycles.plan == nil)
    }
}
