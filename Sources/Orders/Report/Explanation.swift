import AirQuality
import Lists
import PlanModel

/// Why an order is what it is: what each table, season and exemption said of the subject and for what reason, as a tree.
struct Explanation {
    private let set: OrderSet
    private let detail: OrderDetail
    private let subject: OrderSubject
    private let row: Int
    private let reader: DayList
    private let table: Table

    init(_ set: OrderSet, _ index: Int) {
        self.set = set
        detail = set.detail(of: index)
        subject = detail.order.isSite ? .site : .enterprise
        row = Int(detail.order.row)
        reader = DayList(list: set.list, day: set.day)
        table = reader.table(subject)
    }

    var text: String {
        var root = Tree("\(detail.name)  \(detail.code)  \(detail.county)  \(detail.industry)  \(detail.grade)")
        root.add(order)
        if set.level != nil { root.add(measures) }
        if detail.order.runningLines > 0 { root.add(filedPlan) }
        if set.level != nil { root.add(exemptions) }
        root.add(seasons)
        if !detail.lines.isEmpty { root.add(lines) }
        if !detail.duties.isEmpty { root.add(Tree("其他要求 duties", detail.duties)) }
        if !detail.flags.isEmpty { root.add(Tree("提示 flags", detail.flags.map { "\($0.chinese)  \($0.english)" })) }
        root.add(Tree("报告 reports to \(detail.reportTo)"))
        return root.text
    }

    private func amounts(_ values: EmissionValues) -> String {
        EmittedPollutant.allCases.map { "\($0.name) \(Decimals.text(millionths: values[$0]))" }.joined(separator: ", ")
    }

    private func said(_ action: OrderAction?) -> String {
        action.map { "\(ActionText.chinese($0, isSite: detail.order.isSite))  \($0.text)" } ?? "对生产无要求 nothing about production"
    }

    private func place(_ place: RulePlace) -> String { "[\(place.file):\(place.line)]" }

    private var order: Tree {
        let level = set.level.map { set.plan.levels[$0].name } ?? "无预警"
        var tree = Tree(
            "\(level)  \(detail.actionText.chinese)  \(detail.actionText.english)  \(set.plan.zone.shortText(detail.start))")
        tree.add(Tree("排放 emits kg/d: \(amounts(detail.emission))"))
        tree.add(Tree("减排 reduces kg/d: \(amounts(detail.order.reduction))"))
        if let deciding = detail.deciding {
            tree.add(Tree("决定依据 decided by \(SourceText.chinese(detail.sources[deciding], detail.order))"))
        }
        if let pledge = detail.pledge { tree.add(Tree("自主减排承诺 pledge: \(pledge)")) }
        return tree
    }

    private var measures: Tree {
        var tree = Tree("减排措施 measures")
        for (index, measures) in set.plan.orders.measures.enumerated() where measures.subject == subject {
            guard let place = detail.sources.firstIndex(where: { $0.kind == .measures && $0.id == measures.id }) else {
                let isMeant = reader.rows(measures.scope, of: subject)[row]
                tree.add(Tree("\(measures.name): \(isMeant ? "无匹配行 no row matches" : "不在适用范围 not in its scope")"))
                continue
            }
            let source = detail.sources[place]
            let ruling = set.rulings[Int(detail.order.ruling)].measures.first { $0.table == index }
            let patterns = ruling.map { self.patterns(measures, $0.row) } ?? ""
            var node = Tree(
                "\(measures.name)\(source.place.map(self.place) ?? ""): \(patterns) → \(said(source.action))\(mark(place))")
            if !source.cites.isEmpty { node.add(Tree("依据 cites \(source.cites.joined(separator: "；"))")) }
            tree.add(node)
        }
        return tree
    }

    private func mark(_ place: Int) -> String { detail.deciding == place ? "  ★ 决定 decides" : "" }

    /// What the row asks of each column, with the cell that meets it.
    private func patterns(_ measures: MeasureTable, _ index: Int) -> String {
        zip(measures.columns, measures.rows[index].patterns).map { column, values in
            let cell = table.text(row, column.name)
            let name = subject.table.column(column.name)?.chinese.first ?? column.name
            let wanted = values.isEmpty ? "*" : Predicate.isIn(column, values).text.drop { $0 != "(" }.dropFirst().dropLast()
            return "\(name)=\(cell.isEmpty ? "（空）" : cell) ∈ \(wanted)"
        }.joined(separator: "，")
    }

    private var filedPlan: Tree {
        let order = detail.order
        guard let place = detail.sources.firstIndex(where: { $0.kind == .filedPlan }) else {
            return Tree(
                reader.withFiledPlan[row] && subject == .enterprise
                    ? "一厂一策 filed plan: 该级别不停线 names no line at this level"
                    : "一厂一策 filed plan: 未备案 none")
        }
        return Tree(
            "一厂一策 filed plan: 停\(order.filedLines)/\(order.runningLines)条 stops \(order.filedLines) of \(order.runningLines) lines"
                + mark(place))
    }

    private var exemptions: Tree {
        var tree = Tree("豁免 exemptions")
        for exemption in set.plan.orders.exemptions where exemption.subject == subject {
            guard let result = detail.exemptions.first(where: { $0.id == exemption.id }) else {
                let who = BothTexts(exemption.who, subject, set.plan.orders)
                tree.add(Tree("\(exemption.name)\(place(exemption.place)): 不适用 not for it（\(who.chinese)  \(who.english)）"))
                continue
            }
            let source = detail.sources.firstIndex { $0.kind == .exemption && $0.id == exemption.id }
            var node = Tree(
                "\(exemption.name)\(place(exemption.place)): \(result.isGranted ? "准予 granted" : "不予 refused")\(source.map(mark) ?? "")"
            )
            node.add(Tree(result.text.chinese))
            node.add(Tree(result.text.english))
            tree.add(node)
        }
        return tree
    }

    private var seasons: Tree {
        var tree = Tree("错峰生产 seasons")
        for season in set.plan.orders.seasons where season.subject == subject {
            let dates = "\(season.from.text)…\(season.until.text)"
            if let place = detail.sources.firstIndex(where: { $0.kind == .season && $0.id == season.id }) {
                tree.add(
                    Tree(
                        "\(season.name)\(self.place(season.place)) \(dates): \(said(detail.sources[place].action))\(mark(place))")
                )
            } else {
                let reason = season.holds(on: set.day) ? "不适用 not for it" : "不在期间 out of season"
                tree.add(Tree("\(season.name)\(place(season.place)) \(dates): \(reason)"))
            }
        }
        return tree
    }

    private var lines: Tree {
        Tree(
            "生产线 lines",
            detail.lines.map { line in
                let fate =
                    switch line.fate {
                    case .stops: "停产 stops"
                    case .banks: "压至最低负荷 banked to its minimum load"
                    case .standsStill: "保持停产 stays still"
                    }
                return "\(line.id) \(line.name): \(fate)"
            })
    }
}

extension MonthDay {
    /// `11-15`
    fileprivate var text: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}

/// Lines of text with branches before them.
struct Tree {
    var title: String
    private var branches: [Tree] = []

    init(_ title: String, _ leaves: [String] = []) {
        self.title = title
        branches = leaves.map { Tree($0) }
    }

    mutating func add(_ branch: Tree) { branches.append(branch) }

    var text: String { title + "\n" + text(before: "") }

    private func text(before: String) -> String {
        branches.enumerated().map { index, branch in
            let isLast = index == branches.count - 1
            return before + (isLast ? "└─ " : "├─ ") + branch.title + "\n"
                + branch.text(before: before + (isLast ? "   " : "│  "))
        }.joined()
    }
}
