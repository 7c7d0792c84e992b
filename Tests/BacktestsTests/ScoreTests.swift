import AirQuality
import Backtests
import PlanModel
import Presentation
import Testing

/// A replay against warnings that were really issued.
struct ScoreTests {
    private let plan = SmallRuns.plan()

    private func read(_ text: String) -> EventTable { EventTable(Array(text.utf8), plan: plan) }

    // MARK: Files

    @Test func `times with offset, in the zone, and dates`() {
        let table = read(
            """
            from,to,level
            2016-12-16T20:00Z,2016-12-17T01:30:00+08:00,red
            2016-12-16 20:00,2016-12-18,橙色
            2016-12-16,,黄
            """)
        #expect(table.problems.map(\.description) == ["2: the warning ends at or before its start"])
        #expect(table.warnings.map(\.from) == [SmallRuns.midnight + 20, SmallRuns.midnight].map(\.start))
        #expect(table.warnings.map(\.to) == [(SmallRuns.midnight + 72).start, nil])
        #expect(table.warnings.map(\.level) == ["orange", "yellow"])
    }

    @Test func `a Chinese head, quotes, a mark of byte order and columns in any order`() {
        let table = read("\u{FEFF}备注,级别,地区,结束,开始\r\n\"a,\"\"b\n\",红色预警,北京,2016-12-20 24:00,2016-12-16\r\n,红,上海,,2016-12-16\r\n")
        #expect(table.problems.isEmpty)
        #expect(table.otherAreas == 1)
        #expect(
            table.warnings == [
                IssuedWarning(
                    area: "beijing", level: "red", from: SmallRuns.midnight.start, to: (SmallRuns.midnight + 120).start, line: 2)
            ])
    }

    @Test func `times as Chinese documents write them`() {
        let table = read(
            """
            from,to,level
            2016年12月16日20时,2016年12月18日,橙色
            2016年12月6日8时30分,2016年12月7日0时,黄
            2016年12月16日20,,红
            2016年13月1日,,红
            """)
        #expect(table.warnings.map(\.from) == [(SmallRuns.midnight + 20).start, Instant("2016-12-06T08:30:00+08:00")])
        #expect(table.warnings.map(\.to) == [(SmallRuns.midnight + 72).start, Instant("2016-12-07T00:00:00+08:00")])
        #expect(table.problems.map(\.line) == [4, 5])
    }

    @Test func `bad rows are named with their line`() {
        let table = read(
            "from,to,level\n\n2016-13-01,,red\n2016-12-01,tomorrow,red\n2016-12-01,,violet\n2016-12-01,,\n2016-12-01,,red\n")
        #expect(
            table.problems.map(\.description) == [
                "3: \"2016-13-01\" is no time such as 2016-12-16T20:00+08:00, 2016-12-16 20:00 or 2016-12-16",
                "4: \"tomorrow\" is no time such as 2016-12-16T20:00+08:00, 2016-12-16 20:00 or 2016-12-16",
                "5: the plan has no level \"violet\": it has yellow, orange, red", "6: the level is blank",
            ])
        #expect(table.warnings.map(\.line) == [7])
    }

    @Test func `files that cannot be read are refused`() {
        #expect(read("").rejection == "the file is empty: its first line names the columns from, to, level")
        #expect(
            read("a,b\n").rejection
                == "the head lacks from, to, level: it names the columns from, to, level, or 开始, 结束, 级别")
        #expect(EventTable([0x66, 0xFF], plan: plan).rejection == "the file is not UTF-8: save it as CSV in UTF-8")
        #expect(EventTable([UInt8](repeating: 0x41, count: EventTable.byteLimit + 1), plan: plan).rejection != nil)
    }

    @Test func `any bytes are read to an end within bounds`() {
        var random = SeededNumbers(seed: 4)
        let good = Array("from,to,level,area\n2016-12-16 20:00,2016-12-18,橙色,北京\n\"2016-12-16\",,red,\n".utf8)
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x00][Int.random(in: 0..<5, using: &random)], at: place)
                case 2: bytes.removeSubrange(place..<min(place + 5, bytes.count))
                default: bytes += bytes[place...]
                }
                if bytes.isEmpty { bytes = [0x2C] }
            }
            let table = EventTable(bytes, plan: plan)
            #expect(table.problems.count <= EventTable.problemLimit)
            #expect(
                table.warnings.allSatisfy { $0.line > 1 && $0.line <= bytes.count && $0.to ?? Instant(seconds: .max) > $0.from })
        }
        let many = read("from,to,level\n" + String(repeating: "x\n", count: 1000))
        #expect(many.problems.count == EventTable.problemLimit)
        #expect(many.problemCount == 1000)
    }

    // MARK: Scores

    private func score(
        _ steps: [(hour: Int, level: String?)], _ events: [(from: Int, to: Int?, level: String)],
        basis: WarningScore.Basis = .warning,
        responseAfter: Int = 0
    ) -> WarningScore {
        WarningScore(
            SmallRuns.run(steps, responseAfter: responseAfter),
            events: events.map {
                IssuedWarning(
                    area: "beijing", level: $0.level, from: (SmallRuns.midnight + $0.from).start,
                    to: $0.to.map { (SmallRuns.midnight + $0).start }, line: 1)
            }, basis: basis, from: SmallRuns.midnight)
    }

    @Test func `hits, misses, false alarms and leads`() {
        let score = score(
            [(10, "yellow"), (30, "red"), (60, nil), (100, "yellow"), (120, nil)],
            [(20, 50, "yellow"), (50, 70, "orange"), (200, 210, "red"), (300, nil, "yellow"), (2000, 2010, "red")])
        #expect(score.outside == 1)
        let any = score.levels[0]
        // 20…70 is one event; 10…60 meets it 10 h ahead.
        #expect(any.counts == LevelScore.Counts(hits: 1, misses: 2, falseAlarms: 1))
        #expect(any.leads == [10])
        #expect(any.hours == LevelScore.Counts(hits: 40, misses: 10 + 10 + 700, falseAlarms: 10 + 20))
        #expect(any.counts.pod.description == "0.33")
        #expect(any.counts.far.description == "0.50")
        #expect(any.counts.csi.description == "0.25")
        let orange = score.levels[1]
        #expect(orange.counts == LevelScore.Counts(hits: 1, misses: 1, falseAlarms: 0))
        #expect(orange.leads == [20])
        let red = score.levels[2]
        #expect(red.counts == LevelScore.Counts(hits: 0, misses: 1, falseAlarms: 1))
        #expect(red.counts.pod.description == "0.00")
        #expect(red.twiceMedianLead == nil)
    }

    @Test func `the median of two leads lies between them, and less than an hour late is late`() {
        let two = score([(10, "yellow"), (30, nil), (90, "yellow"), (120, nil)], [(20, 50, "yellow"), (95, 110, "yellow")])
        #expect(two.levels[0].leads == [5, 10])
        #expect(two.levels[0].twiceMedianLead == 15)
        #expect(two.levels[0].medianText == "7.5")
        let late = WarningScore(
            SmallRuns.run([(11, "yellow"), (30, nil)], responseAfter: 0),
            events: [
                IssuedWarning(
                    area: "beijing", level: "yellow", from: Instant(seconds: (SmallRuns.midnight + 10).start.seconds + 600),
                    to: nil,
                    line: 1)
            ], basis: .warning, from: SmallRuns.midnight)
        #expect(late.levels[0].leads == [-1])
    }

    @Test func `one long warning leads the next event from the end of the one before`() {
        let score = score([(0, "yellow"), (100, nil)], [(5, 20, "yellow"), (60, 70, "yellow"), (90, 300, "yellow")])
        #expect(score.levels[0].events.map(\.lead) == [5, 40, 20])
    }

    @Test func `warnings that only touch do not meet`() {
        let score = score([(10, "yellow"), (20, nil)], [(20, 30, "yellow")])
        #expect(score.levels[0].counts == LevelScore.Counts(hits: 0, misses: 1, falseAlarms: 1))
        #expect(score.levels[2].counts.csi.description == "—")
    }

    @Test func `a response is late where the warning is early`() {
        let events: [(from: Int, to: Int?, level: String)] = [(12, 30, "yellow")]
        #expect(score([(10, "yellow"), (40, nil)], events, responseAfter: 12).levels[0].leads == [2])
        #expect(score([(10, "yellow"), (40, nil)], events, basis: .response, responseAfter: 12).levels[0].leads == [-10])
    }

    @Test func `the plan against itself hits all`() {
        var random = SeededNumbers(seed: 5)
        for _ in 0..<200 {
            let steps = SmallRuns.walk(&random)
            let run = SmallRuns.run(steps)
            let bands = LevelBands(run.decisions, area: "beijing", last: run.last).warning
            let score = score(
                steps,
                bands.map { ($0.slots.lowerBound - SmallRuns.midnight, $0.slots.upperBound - SmallRuns.midnight, $0.level) })
            for level in score.levels {
                #expect(level.counts.misses == 0)
                #expect(level.counts.falseAlarms == 0)
                #expect(level.hours.misses == 0)
                #expect(level.hours.falseAlarms == 0)
                #expect(level.leads.allSatisfy { $0 == 0 })
            }
            #expect(score.levels[0].hours.hits == bands.reduce(0) { $0 + ($1.slots.upperBound - $1.slots.lowerBound) })
        }
    }

    @Test func `hours are counted as a naive count does`() {
        var random = SeededNumbers(seed: 6)
        for _ in 0..<100 {
            let steps = SmallRuns.walk(&random, until: 300)
            let events = (0..<5).map { _ -> (from: Int, to: Int?, level: String) in
                let from = Int.random(in: -20..<300, using: &random)
                return (
                    from, from + Int.random(in: 1..<80, using: &random),
                    ["yellow", "orange", "red"][Int.random(in: 0..<3, using: &random)]
                )
            }
            let score = score(steps, events)
            let ranks = ["yellow": 0, "orange": 1, "red": 2]
            for (rank, level) in score.levels.enumerated() {
                var counts = LevelScore.Counts()
                for hour in 0..<1000 {
                    let own = steps.last { $0.hour <= hour }?.level.map { (ranks[$0] ?? 0) >= rank } ?? false
                    let real = events.contains { $0.from <= hour && ($0.to ?? 0) > hour && (ranks[$0.level] ?? 0) >= rank }
                    if own, real { counts.hits += 1 }
                    if own, !real { counts.falseAlarms += 1 }
                    if !own, real { counts.misses += 1 }
                }
                #expect(level.hours == counts)
            }
        }
    }

    @Test func `ratios are rounded half to even on the exact fraction`() {
        func ratio(_ hits: Int, _ misses: Int) -> String {
            LevelScore.Counts(hits: hits, misses: misses, falseAlarms: 0).pod.description
        }
        #expect(ratio(1, 7) == "0.12")
        #expect(ratio(3, 5) == "0.38")
        #expect(ratio(2, 1) == "0.67")
        #expect(ratio(7, 0) == "1.00")
        #expect(ratio(1, 199) == "0.00")
        #expect(ratio(3, 197) == "0.02")
    }

    @Test func `as text`() {
        let score = score(
            [(10, "yellow"), (30, "red"), (60, nil), (100, "yellow"), (120, nil)], [(20, 70, "orange"), (200, 210, "yellow")])
        let text = ScoreText(score, plan: plan, style: Style(isOn: false)).text
        #expect(
            text == """

                at least  events  hits  misses  false   POD   FAR   CSI            lead h  hours: hits  misses  false   POD   FAR
                黄色           2     1       1      1  0.50  0.50  0.33  +10 (+10 to +10)           40      20     30  0.67  0.43
                橙色           1     1       0      0  1.00  0.00  1.00  -10 (-10 to -10)           30      20      0  0.60  0.00
                红色           0     0       0      1     —  1.00  0.00                 —            0       0     30     —  1.00
                lead h: median (least to most) of the hits; above 0 the plan was earlier

                黄色 or higher
                2016-12-16 20:00  2016-12-18 22:00  北京市  hit, 10 h ahead
                2016-12-20 04:00  2016-12-21 00:00  北京市  false alarm
                2016-12-24 08:00  2016-12-24 18:00  北京市  miss

                橙色 or higher
                2016-12-16 20:00  2016-12-18 22:00  北京市  hit, 10 h late

                红色 or higher
                2016-12-17 06:00  2016-12-18 12:00  北京市  false alarm

                """)
    }
}
