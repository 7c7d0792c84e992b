import PlanModel

/// Heads and values in one of the two languages in which a table may be written.
struct SampleWords: Sendable {
    let yes: String
    let no: String
    let stop: String
    private let isChinese: Bool

    init(_ heads: SampleList.Heads) {
        isChinese = heads == .chinese
        yes = isChinese ? "是" : "yes"
        no = isChinese ? "否" : "no"
        stop = isChinese ? "停" : "yes"
    }

    func answer(_ value: Bool) -> String { value ? yes : no }

    /// The usual head of a column; the name itself where the layout has no such column.
    func head(_ column: String, of table: TableKind) -> String {
        guard isChinese, let first = table.column(column)?.chinese.first else { return column }
        return first
    }

    func heads(_ columns: [String], of table: TableKind) -> [String] { columns.map { head($0, of: table) } }

    /// A column that each level has, by the id of the level, its name and what stands before both.
    func levels(_ english: String, _ chinese: String) -> [String] {
        isChinese ? ["黄色", "橙色", "红色"].map { chinese + $0 } : ["yellow", "orange", "red"].map { english + $0 }
    }

    /// A value of a choice column. Grades of one letter are written alike in both.
    func value(_ canonical: String?, of column: String) -> String {
        guard let canonical else { return "" }
        guard isChinese, case .choice(let choices) = TableKind.enterprises.column(column)?.type,
            let choice = choices.first(where: { $0.name == canonical }), let other = choice.others.first, canonical.utf8.count > 2
        else { return canonical }
        return other
    }
}
