import AirQuality
import Desk
import Notices
import PlanModel
import Warnings

/// An episode of December 2024, message by message, and the silences of its feeds.
enum SampleNotices {
    static let plan = SamplePlan.plan
    static let area = plan.areas[0]

    static func hour(_ day: Int, _ hour: Int) -> HourSlot {
        SamplePlan.zone.midnight(of: LocalDate(year: 2024, month: 12, day: day) ?? LocalDate(days: 0)) + hour
    }

    static func notice(
        _ matter: NoticeMatter, sentAt slot: HourSlot, status: Notice.Status = .actual, earlier: [NoticeReference] = []
    ) -> Notice {
        Notice(
            matter: matter, plan: plan, area: area, sent: Instant(seconds: slot.start.seconds + 301),
            head: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            planHash: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", status: status, earlier: earlier)
    }

    // MARK: Evidence

    static func block(
        _ start: HourSlot, _ value: Int64?, _ origin: ReadingOrigin = .dayValue, _ primary: PollutantSet = PollutantSet(.pm25),
        missing: Int = 0, certainty: ElementFinding.Certainty? = nil
    ) -> ElementFinding {
        ElementFinding(
            start: start, hours: 24, value: value.map { $0 * 1000 }, certainty: certainty ?? (value == nil ? .missing : .exact),
            origin: origin, primary: primary, missingHours: missing)
    }

    static func run(_ condition: Condition, from start: HourSlot, _ elements: [ElementFinding]) -> Evidence.Finding {
        .test(
            TestFinding(
                text: condition.text, quantity: "AQI", unit: nil, isRunAhead: true, start: start, hours: elements.count * 24,
                elements: elements, unknownElements: 0))
    }

    /// `cleared` at an instant: 36 forecast hours, two of them missing, the values between 40 and 110.
    static func cleared(at now: HourSlot) -> Evidence.Finding {
        let observed = ElementFinding(
            start: now - 1, hours: 1, value: 98_000, certainty: .exact, origin: .observed, primary: PollutantSet(.pm25),
            missingHours: 0)
        let ahead = (0..<36).map { offset in
            let isMissing = offset == 7 || offset == 20
            return ElementFinding(
                start: now + offset, hours: 1, value: isMissing ? nil : Int64(110 - offset * 2) * 1000,
                certainty: isMissing ? .missing : .exact, origin: .forecast,
                primary: offset < 29 && !isMissing ? PollutantSet(.pm25) : [], missingHours: isMissing ? 1 : 0)
        }
        return .named(
            "cleared",
            .all([
                .test(
                    TestFinding(
                        text: SamplePlan.observedClear.text, quantity: "IAQI(PM2.5)", unit: nil, isRunAhead: false,
                        start: now - 1, hours: 1, elements: [observed], unknownElements: 0)),
                .test(
                    TestFinding(
                        text: SamplePlan.forecastClear.text, quantity: "IAQI(PM2.5)", unit: nil, isRunAhead: false, start: now,
                        hours: 36, elements: ahead, unknownElements: 2)),
            ]))
    }

    static func end(_ level: String, at now: HourSlot) -> Evidence {
        Evidence(level: level, clause: .end, label: nil, cites: ["环大气〔2024〕6号"], finding: cleared(at: now))
    }

    // MARK: Decisions

    static let issue = Decision(
        at: hour(8, 10), area: "xuchang", kind: .issue, from: nil, to: "yellow", response: hour(8, 20),
        evidence: [
            Evidence(
                level: "yellow", clause: .issue, label: nil, cites: ["环大气〔2024〕6号"],
                finding: run(SamplePlan.expected(200, hours: 24), from: hour(9, 0), [block(hour(9, 0), 231, missing: 24)]))
        ], episode: hour(8, 10))

    static let escalate = Decision(
        at: hour(9, 20), area: "xuchang", kind: .escalate, from: "yellow", to: "red", response: hour(10, 8),
        evidence: [
            Evidence(
                level: "red", clause: .issue, label: "预测", cites: ["环大气〔2024〕6号", "许昌市预案第4.2条"],
                finding: run(
                    SamplePlan.severe, from: hour(9, 13),
                    [
                        block(hour(9, 13), 228, .mixed, missing: 3),
                        block(hour(10, 13), 324, .forecast, [PollutantSet(.pm25), PollutantSet(.pm10)]),
                        block(hour(11, 13), 262, .forecast, certainty: .atLeast),
                    ]))
        ], episode: hour(8, 10))

    static let downgrade = Decision(
        at: hour(12, 16), area: "xuchang", kind: .downgrade, from: "red", to: "orange", response: hour(10, 8),
        evidence: [end("red", at: hour(12, 16))], episode: hour(8, 10))

    static let lift = Decision(
        at: hour(13, 11), area: "xuchang", kind: .lift, from: "orange", to: nil, response: nil,
        evidence: [end("orange", at: hour(13, 11)), end("yellow", at: hour(13, 11))], episode: hour(8, 10))

    static let cancel = Decision(
        at: hour(8, 16), area: "xuchang", kind: .cancel, from: "yellow", to: nil, response: nil,
        evidence: [end("yellow", at: hour(8, 16))], episode: hour(8, 10))

    /// Orange on what a station measured, dust excluded: concentrations, a negation.
    static let station = Decision(
        at: hour(20, 5), area: "xuchang", kind: .issue, from: nil, to: "orange", response: hour(20, 5),
        evidence: [
            Evidence(
                level: "orange", clause: .issue, label: "实测", cites: [],
                finding: .all([
                    .test(
                        TestFinding(
                            text: SamplePlan.stationPeak.text, quantity: "PM2.5", unit: "µg/m³", isRunAhead: false,
                            start: hour(20, 2), hours: 3,
                            elements: (2..<5).map { clock in
                                ElementFinding(
                                    start: hour(20, clock), hours: 1, value: Int64(500 + clock * 11) * 1000, certainty: .exact,
                                    origin: .observed, primary: PollutantSet(.pm25), missingHours: 0)
                            }, unknownElements: 0)),
                    .not(SamplePlan.dust.text),
                ]))
        ], episode: hour(20, 5))

    // MARK: On another basis

    static let recorder = Recorder(user: "duty", id: 1002)

    static let approved: Decision = {
        var decision = escalate
        decision.approvedIn = hour(9, 21)
        decision.basis = .approval(
            DecisionBasis.Approved(
                approver: "总指挥",
                signature: Signature(name: "王建国", post: "市长", document: "许环攻坚〔2024〕18号", channel: .paper),
                recorder: recorder, at: Instant(seconds: hour(9, 21).start.seconds + 720)))
        return decision
    }()

    static let declared: Decision = {
        var decision = issue
        decision.evidence = []
        decision.response = decision.at
        decision.to = "orange"
        decision.basis = .consultation(
            DecisionBasis.Declared(
                because: "上游输送通道已现重污染，预计傍晚传输至我市", ruled: "yellow",
                signature: Signature(name: "李卫东", post: "指挥部办公室主任", channel: .telephone),
                recorder: recorder, at: Instant(seconds: hour(8, 10).start.seconds + 1500)))
        return decision
    }()

    static let directed: Decision = {
        var decision = escalate
        decision.evidence = []
        decision.response = decision.at
        decision.basis = .directive(["豫环攻坚〔2024〕77号"])
        return decision
    }()

    static let directive = Directive(
        document: "豫环攻坚〔2024〕77号", office: "省生态环境厅", areas: ["xuchang"], demand: .atLeast("red"), from: directed.at,
        until: nil, basis: "省重污染天气应急预案")

    // MARK: Ends and corrections

    /// The end of the directed warning, moved from one hour to another.
    static func moved(from old: HourSlot?, to new: HourSlot?, number: Int = 1, documents: Bool = true) -> Extension? {
        func basis(_ end: HourSlot?, at slot: HourSlot, own: String? = "yellow") -> EndBasis {
            var directive = directive
            directive.until = end
            return EndBasis(at: slot, own: own, directives: [directive])
        }
        let entry = Extension.Entry(
            recorder: recorder, at: Instant(seconds: hour(10, 15).start.seconds + 1500),
            signature: documents ? nil : Signature(name: "李卫东", post: "指挥部办公室主任", channel: .telephone))
        return Extension(
            area: "xuchang", level: "red", episode: issue.episode, number: number, from: basis(old, at: directed.at),
            to: basis(new, at: hour(10, 15), own: documents ? "yellow" : "red"), entry: entry, in: plan)
    }

    static func correction(
        of notice: Notice, document: String?, text: String?, level: String?, number: Int = 0
    ) -> Correction {
        Correction(
            request: Correction.Request(
                notice: notice.identifier, because: text == nil ? "电话批准时文号尚未编定" : "响应启动时间误写为10日8时", text: text,
                document: document, signedBy: "李卫东", post: "指挥部办公室主任"),
            subject: Correction.Subject(
                area: "xuchang", title: notice.chineseTitle, episode: issue.episode, level: "orange", isSigned: true,
                document: nil, corrections: number),
            level: level, recorder: recorder, at: Instant(seconds: hour(10, 16).start.seconds + 600))
    }

    static let ends: [(name: String, notice: Notice)] = {
        let earlier = episode([issue, directed])
        let references = earlier.map(\.reference)
        let cases: [(String, Extension?, Notice.Status)] = [
            ("extend", moved(from: hour(12, 20), to: hour(14, 20)), .actual),
            ("extend-earlier", moved(from: hour(14, 20), to: hour(12, 8), number: 2), .actual),
            ("extend-open", moved(from: hour(12, 20), to: nil), .actual),
            ("extend-own", moved(from: hour(12, 20), to: hour(12, 20), documents: false), .actual),
            ("exercise-extend", moved(from: nil, to: hour(12, 20)), .exercise),
        ]
        let extensions = cases.compactMap { name, moved, status in
            moved.map { moved in
                var notice = notice(.extend(moved), sentAt: moved.at, status: status, earlier: references)
                notice.directives = moved.directives
                return (name, notice)
            }
        }
        let approval = episode([issue, approved])
        let corrections = [
            ("correction", correction(of: approval[1], document: "许环攻坚〔2024〕31号", text: nil, level: "red")),
            ("correction-over", correction(of: approval[0], document: nil, text: "响应自10日0时起", level: nil, number: 1)),
        ].map { name, correction in
            (name, notice(.correction(correction), sentAt: hour(10, 16), earlier: approval.map(\.reference)))
        }
        var ending = directive
        ending.until = hour(12, 20)
        var stated = earlier[1]
        stated.directives = [ending]
        let reminder = Reminder(
            area: "xuchang", at: hour(12, 8).start,
            matter: .end(level: "red", documents: [directive.document], end: hour(12, 20), hours: 12))
        return extensions + corrections
            + [("directed-until", stated), ("reminder-end", notice(.reminder(reminder), sentAt: hour(12, 8)))]
    }()

    // MARK: Silences

    static let silent = Silence(area: "xuchang", feed: .observations, at: hour(9, 4), last: hour(9, 0), isOver: false)
    static let spoken = Silence(area: "xuchang", feed: .observations, at: hour(9, 9), last: hour(9, 9), isOver: true)
    static let neverHeard = Silence(area: "xuchang", feed: .forecasts, at: hour(10, 0), last: nil, isOver: false)

    // MARK: Notices

    /// Notices of one episode in order, each naming all before it.
    static func episode(_ decisions: [Decision], status: Notice.Status = .actual) -> [Notice] {
        decisions.reduce(into: []) { notices, decision in
            notices.append(
                notice(.decision(decision), sentAt: decision.at, status: status, earlier: notices.map(\.reference)))
        }
    }

    static func advice(at slot: HourSlot, isOver: Bool = false) -> Bulletin {
        let advice = plan.advice[0]
        return Bulletin(area: "xuchang", advice: advice.id, name: advice.name, text: advice.text, at: slot, isOver: isOver)
    }

    /// A high value at a station, whose area is missing for an hour, or of the area as a whole.
    static func highValue(at slot: HourSlot, station: String?) -> HighValue {
        let alert = plan.alerts[station == nil ? 1 : 0]
        func reading(_ condition: Condition, _ values: [HighValueReading.Value]) -> HighValueReading {
            HighValueReading(
                test: (station.map { condition.at(station: $0) } ?? condition).text, quantity: "PM2.5", unit: "µg/m³", hours: 1,
                values: values)
        }
        let beside = station != nil
        let values = [
            HighValueReading.Value(start: slot - 2, value: 182_000, area: nil),
            HighValueReading.Value(start: slot - 1, value: 201_000, area: beside ? 104_000 : nil),
        ]
        var readings = [reading(.test(SamplePlan.peak), values)]
        if beside { readings.append(reading(.test(SamplePlan.share), [values[1]])) }
        return HighValue(
            area: "xuchang", alert: alert.id, name: alert.name, text: alert.text, station: station, at: slot,
            since: beside ? slot - 5 : slot - 240, everyHours: alert.everyHours, readings: readings)
    }

    /// Every golden case by the name of its folder.
    static let golden: [(name: String, notice: Notice)] = {
        let actual = episode([issue, escalate, downgrade, lift])
        let drill = episode([issue, escalate, downgrade, lift], status: .exercise)
        let draft = notice(.decision(escalate), sentAt: escalate.at, status: .draft, earlier: [actual[0].reference])
        var superior = episode([issue, directed])[1]
        superior.directives = [directive]
        let answering = [actual[1], actual[3]].map { notice in
            var notice = notice
            notice.plan.contact = "许昌市重污染天气应急指挥部办公室值班室"
            notice.plan.forecasters = ["许昌市环境监测中心站", "许昌市气象台"]
            return notice
        }
        let begun = notice(.silence(silent), sentAt: silent.at)
        let advised = notice(.bulletin(advice(at: hour(18, 16))), sentAt: hour(18, 16))
        return [
            ("issue", actual[0]), ("escalate", actual[1]), ("downgrade", actual[2]), ("lift", actual[3]),
            ("cancel", episode([issue, cancel])[1]), ("station", episode([station])[0]), ("silence", begun),
            ("silence-over", notice(.silence(spoken), sentAt: spoken.at, earlier: [begun.reference])),
            ("advice", advised),
            (
                "advice-over",
                notice(
                    .bulletin(advice(at: hour(20, 9), isOver: true)), sentAt: hour(20, 9), earlier: [advised.reference])
            ),
            ("alert-station", notice(.highValue(highValue(at: hour(18, 16), station: "2396A")), sentAt: hour(18, 16))),
            (
                "alert-area",
                notice(.highValue(highValue(at: hour(20, 9), station: nil)), sentAt: hour(20, 9), status: .exercise)
            ),
            ("contact-forecast", answering[0]), ("contact-lift", answering[1]),
            ("exercise-issue", drill[0]), ("exercise-lift", drill[3]),
            ("exercise-silence", notice(.silence(neverHeard), sentAt: neverHeard.at, status: .exercise)),
            ("approved", episode([issue, approved])[1]), ("declared", episode([declared])[0]),
            ("directed", superior), ("draft", draft),
            ("orders-issue", SampleOrders.episode[0]), ("orders-escalate", SampleOrders.episode[1]),
            ("orders-supplement", SampleOrders.episode[2]), ("orders-lift", SampleOrders.episode[3]),
        ] + ends
    }()
}
