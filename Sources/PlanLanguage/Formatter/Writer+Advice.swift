extension Writer {
    mutating func write(_ advice: AdviceSyntax) {
        sheet.item((isChinese ? "提示 " : "advice ") + spelling.name(advice.id), from: advice.range.start)
        sheet.part(spelling.text(advice.name), from: advice.name.range.start)
        block(advice.clauses, until: advice.range) { writer, clause, _ in writer.write(clause) }
    }

    private mutating func write(_ clause: Located<AdviceClause>) {
        switch clause.value {
        case .when(let condition):
            sheet.item(isChinese ? "当" : "when", from: clause.range.start)
            write(term(condition))
        case .say(let text): sheet.item((isChinese ? "告知 " : "say ") + spelling.text(text), from: clause.range.start)
        }
    }
}
