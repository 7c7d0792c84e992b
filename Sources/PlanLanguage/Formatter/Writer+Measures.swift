import Presentation

// Measures and decision tables.
extension Writer {
    func words(for action: ActionSyntax) -> String {
        let percent = (action.percent?.value ?? "") + "%"
        return switch action.kind {
        case .limit: isChinese ? "限产\(percent)" : "limit \(percent)"
        case .stopLines: isChinese ? "停产\(percent)的生产线" : "stop \(percent) of lines"
        case .stop: isChinese ? "停产" : "stop"
        case .autonomous: isChinese ? "自主减排" : "autonomous"
        case .goOn: isChinese ? "正常生产" : "continue"
        case .guaranteed: isChinese ? "以热定产" : "guaranteed"
        }
    }

    func words(for measure: MeasureSyntax) -> String {
        let duties = measure.duties.map(spelling.text).joined(separator: spelling.comma)
        guard let action = measure.action else { return (isChinese ? "须" : "duty ") + duties }
        guard !measure.duties.isEmpty else { return words(for: action) }
        return words(for: action) + (isChinese ? "，另须" : " and duty ") + duties
    }

    mutating func write(_ table: MeasuresSyntax) {
        sheet.item((isChinese ? "措施 " : "measures ") + spelling.name(table.id), from: table.range.start)
        sheet.part(spelling.text(table.name), from: table.name.range.start)
        if let who = table.who { writePart(who) }
        if let lead = table.lead { writeLead(lead) }
        for text in table.cites { sheet.part((isChinese ? "依据" : "cites ") + spelling.text(text), from: text.range.start) }
        switch table.body {
        case .file(let file): writeFile(file)
        case .rows(let head, let rows):
            sheet.openBlock(openBrace)
            write(head, rows)
            sheet.closeBlock(closeBrace, from: table.range.end - 1)
        }
    }

    /// Head and rows, the columns under each other.
    private mutating func write(_ head: MeasureHeadSyntax?, _ rows: [MeasureRowSyntax]) {
        var lines: [(start: Int, left: [String], right: [String])] = []
        if let head {
            lines.append((head.range.start, head.columns.map(spelling.name), head.levels.map(spelling.name)))
        }
        let any = isChinese ? "＊" : "*"
        lines += rows.map { row in
            (row.range.start, row.patterns.map { $0.isEmpty ? any : spelling.values($0) }, row.cells.map(words(for:)))
        }
        let left = widths(lines.map(\.left))
        let right = widths(lines.map(\.right))
        for line in lines {
            var text = ""
            for (index, cell) in line.left.enumerated() { text += cell.padded(to: left[index]) + "   " }
            // The bar stands in the gap between two columns.
            if !text.isEmpty { text.unicodeScalars.removeLast() }
            text += isChinese ? "｜ " : "| "
            for (index, cell) in line.right.enumerated() {
                text += index == line.right.count - 1 ? cell : cell.padded(to: right[index]) + "   "
            }
            while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
            sheet.item(text, from: line.start)
        }
    }

    private func widths(_ lines: [[String]]) -> [Int] {
        var widths: [Int] = []
        for line in lines {
            for (index, cell) in line.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], cell.displayWidth <= Self.widestCell ? cell.displayWidth : 0)
            }
        }
        return widths
    }
}
