import PlanModel

extension Writer {
    mutating func write(_ alert: AlertSyntax) {
        sheet.item((isChinese ? "高值预警 " : "alert ") + spelling.name(alert.id), from: alert.range.start)
        sheet.part(spelling.text(alert.name), from: alert.name.range.start)
        let scope =
            switch alert.scope.value {
            case .station: isChinese ? "按站点" : "at station"
            case .area: isChinese ? "按区域" : "at area"
            }
        sheet.part(scope, from: alert.scope.range.start)
        block(alert.clauses, until: alert.range) { writer, clause, _ in writer.write(clause) }
    }

    private mutating func write(_ clause: Located<AlertClause>) {
        let start = clause.range.start
        switch clause.value {
        case .when(let condition):
            sheet.item(isChinese ? "当" : "when", from: start)
            write(term(condition))
        case .every(let duration):
            let text = spelling.duration(duration)
            sheet.item(isChinese ? "每\(text)至多一次" : "at most every \(text)", from: start)
        case .say(let text): sheet.item((isChinese ? "告知 " : "say ") + spelling.text(text), from: start)
        }
    }
}
