import AirQuality
import Desk
import Lists
import Notices
import Orders
import PlanModel
import Warnings

/// The sample plan with rules for orders and a small list: one of each grade, a kiln in its season, an exempt plant, a site.
enum SampleOrders {
    static let plan: Plan = {
        var plan = SamplePlan.plan
        plan.areas[0].counties = ["魏都区", "禹州市"]
        plan.areas[0].polygon = "34.1,113.8 34.2,113.9 34.0,114.0 34.1,113.8"
        let place = RulePlace(file: "measures.plan", line: 3)
        func grades(_ names: String...) -> [[PredicateValue]] { [names.map { .choice($0) }] }
        func row(_ patterns: [[PredicateValue]], _ actions: OrderAction..., duties: [String] = []) -> MeasureRow {
            MeasureRow(patterns: patterns, cells: actions.map { Measure(action: $0, duties: duties) }, place: place)
        }
        let grade = TableKind.enterprises.column("grade")?.type
        let industry = TableKind.enterprises.column("industry")?.type
        let kilns = Predicate.compare(ColumnReference(name: "industry", type: industry), .equal, .text("烧结砖瓦"))
        plan.orders = OrderRules(
            tables: TableNames(), lists: [ListName(id: "whitelist", name: "低VOCs白名单", file: "whitelist.csv")],
            targets: [ReductionTarget(level: 2, percent: 30, pollutants: [.pm, .vocs])],
            exemptions: [
                Exemption(
                    id: "low_vocs", name: "低VOCs白名单", subject: .enterprise, who: .onList(nil, list: "whitelist"), bars: [],
                    condition: nil, grants: .autonomous, upTo: nil, from: nil, until: nil,
                    cites: ["许昌市空气质量持续改善行动方案 六(一)"], place: place)
            ],
            measures: [
                MeasureTable(
                    id: "by_grade", name: "绩效分级减排措施", lead: "市工业和信息化局", subject: .enterprise, scope: .always,
                    columns: [ColumnReference(name: "grade", type: grade)],
                    rows: [
                        row(grades("A"), .autonomous, .autonomous, .autonomous),
                        row(grades("B"), .limit(percent: 20), .limit(percent: 30), .limit(percent: 50)),
                        row(
                            grades("C"), .stopLines(percent: 50), .stop, .stop, duties: ["国四及以下重型柴油货车停止进出厂区"]),
                        row([[]], .stop, .stop, .stop),
                    ], cites: ["环办大气函〔2020〕340号"]),
                MeasureTable(
                    id: "dust", name: "扬尘管控", lead: "市住房和城乡建设局", subject: .site, scope: .always, columns: [],
                    rows: [row([], .goOn, .stop, .stop, duties: ["裸土覆盖"])], cites: []),
            ],
            seasons: [
                MonthDay(month: 11, day: 15).flatMap { from in
                    MonthDay(month: 3, day: 15).map { until in
                        Season(
                            id: "kilns", name: "烧结砖瓦错峰生产", lead: "市工业和信息化局", from: from, until: until,
                            subject: .enterprise, who: kilns, measure: Measure(action: .stop),
                            cites: ["许昌市空气质量持续改善行动方案 二(二)"], place: place)
                    }
                }
            ].compactMap { $0 })
        return plan
    }()

    /// - Parameter grade: Of the second enterprise.
    static func list(grade: String = "B") -> EmissionList? {
        func file(_ name: String, _ text: String) -> TableFile { TableFile(name: name, bytes: Array(text.utf8)) }
        func code(_ number: Int) -> String {
            let body = "91411000MA400000\(number)"
            return body + (CreditCode.checkCharacter(of: body).map { String($0) } ?? "")
        }
        let files = [
            file(
                "enterprises.csv",
                """
                统一社会信用代码,企业名称,县区,行业,绩效等级,SO2日排放量,PM日排放量,VOCs日排放量,自主减排承诺,在产
                \(code(1)),甲铸造,魏都区,铸造,A,1.5,20,,停用1台中频炉,是
                \(code(2)),乙家具,禹州市,家具,\(grade),,2.25,80,,是
                \(code(3)),丙铸造,禹州市,铸造,C,4,31.2,12.5,,是
                \(code(4)),丁砖瓦,魏都区,烧结砖瓦,B,40,18,,,是
                \(code(5)),戊涂装,魏都区,工业涂装,,,1,60.4,低VOCs替代,是
                \(code(6)),"己,包装",禹州市,包装印刷,C,,,9,,否

                """),
            file(
                "lines.csv",
                """
                统一社会信用代码,生产线编号,生产线名称,PM日排放量,VOCs日排放量
                \(code(3)),L1,1#线,11.2,4.5
                \(code(3)),L2,2#线,20,8

                """),
            file(
                "sites.csv",
                "工地编号,工地名称,县区,施工单位,PM日排放量\nGD0001,学府路工地,魏都区,某建设公司,6\n"),
            file("whitelist.csv", "统一社会信用代码\n\(code(5))\n"),
        ]
        return ListReader.read(files: files, plan: plan).list
    }

    static func orders(_ level: Int?, _ start: HourSlot, grade: String = "B") -> OrderSet? {
        list(grade: grade).map { OrderSet(plan: plan, list: $0, area: plan.areas[0], level: level, start: start) }
    }

    static func report(_ orders: OrderSet?, _ previous: OrderSet?) -> OrderReport? {
        orders.map { OrderReport(plan: plan, orders: $0, previous: previous) }
    }

    /// Issue, escalation, a supplement, lift: the notices of an episode with orders.
    static let episode: [Notice] = {
        let issue = SampleNotices.issue
        let escalate = SampleNotices.escalate
        let lift = SampleNotices.lift
        let known = SampleNotices.hour(11, 9)
        let supplement = Supplement(
            area: "xuchang", at: Instant(seconds: known.start.seconds + 298), level: "red", episode: issue.at, start: known,
            cause: .plan, record: 4711)
        let start = issue.response ?? issue.at
        let yellow = orders(0, start)
        let red = orders(2, escalate.response ?? escalate.at)
        let later = orders(2, known, grade: "D")
        let parts: [(NoticeMatter, HourSlot, OrderReport?)] = [
            (.decision(issue), issue.at, report(yellow, orders(nil, start))),
            (.decision(escalate), escalate.at, report(red, yellow)),
            (.supplement(supplement), known, report(later, red)),
            (.decision(lift), lift.at, report(orders(nil, lift.at, grade: "D"), later)),
        ]
        return parts.reduce(into: []) { notices, part in
            var notice = SampleNotices.notice(part.0, sentAt: part.1, earlier: notices.map(\.reference))
            notice.plan = plan
            notice.area = plan.areas[0]
            notice.orders = part.2
            notices.append(notice)
        }
    }()
}
