import Presentation

/// A document as one HTML file for A4: style and pictures within, no script, nothing fetched from elsewhere.
struct HTMLPage {
    private static let style = """
        @page { size: A4; margin: 16mm 15mm; }
        html { font: 14px/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", \
        Helvetica, Arial, sans-serif; color: #111; background: #fff; }
        body { max-width: 180mm; margin: 0 auto; padding: 6mm 0; }
        h1 { font-size: 1.6em; line-height: 1.3; margin: 0 0 .2em; }
        .subtitle { color: #444; margin: 0 0 1.2em; }
        h2 { font-size: 1.15em; margin: 1.6em 0 .5em; padding-bottom: .15em; border-bottom: 2px solid #1f4e79; break-after: avoid; }
        p { margin: .5em 0; }
        .small { color: #444; font-size: .86em; }
        table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: .88em; line-height: 1.4; }
        th, td { border: 1px solid #bbb; padding: .25em .5em; text-align: left; vertical-align: top; }
        th { background: #eef3f8; font-weight: 600; }
        td.r, th.r { text-align: right; font-variant-numeric: tabular-nums; }
        td.r { white-space: nowrap; }
        table.facts { width: auto; border: none; margin: .4em 0; font-size: 1em; }
        .facts td { border: none; padding: .1em 1.2em .1em 0; }
        .facts td:first-child { color: #444; white-space: nowrap; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        figure { margin: .8em 0; break-inside: avoid; }
        figure svg { width: 100%; height: auto; display: block; }
        pre { font: .82em/1.45 "Noto Sans Mono CJK SC", "Sarasa Mono SC", monospace; white-space: pre-wrap; margin: .5em 0; }
        footer { margin-top: 2em; border-top: 1px solid #bbb; padding-top: .5em; color: #444; font-size: .82em; overflow-wrap: anywhere; }
        .compact { font-size: 10px; line-height: 1.35; padding: 0; }
        .compact h2 { margin: .8em 0 .3em; }
        .compact table { margin: .3em 0; line-height: 1.25; }
        .compact th, .compact td { padding: .1em .4em; }
        .compact p, .compact pre { margin: .2em 0; }
        .compact footer { margin-top: .8em; }

        """

    let document: ReportDocument

    var text: String {
        var html =
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            + "<title>\(Self.escaped(document.title))</title>\n<style>\n\(Self.style)</style>\n</head>\n<body\(document.isCompact ? " class=\"compact\"" : "")>\n"
            + "<h1>\(Self.escaped(document.title))</h1>\n<p class=\"subtitle\">\(Self.escaped(document.subtitle))</p>\n"
        for section in document.sections {
            html += "<section>\n<h2>\(Self.escaped(section.heading))</h2>\n"
            for block in section.blocks { html += Self.text(block) }
            html += "</section>\n"
        }
        return html + "<footer>\(Self.escaped(document.footer))</footer>\n</body>\n</html>\n"
    }

    private static func text(_ block: ReportDocument.Block) -> String {
        switch block {
        case .paragraph(let text): return "<p>\(escaped(text))</p>\n"
        case .note(let text): return "<p class=\"small\">\(escaped(text))</p>\n"
        case .facts(let facts):
            return "<table class=\"facts\"><tbody>\n"
                + facts.map { "<tr><td>\(escaped($0.name))</td><td>\(escaped($0.value))</td></tr>\n" }.joined()
                + "</tbody></table>\n"
        case .table(let table): return text(table)
        case .picture(let svg): return "<figure>\n\(svg)</figure>\n"
        case .lines(let text): return "<pre>\(escaped(text))</pre>\n"
        }
    }

    private static func text(_ table: ReportDocument.Table) -> String {
        guard !table.rows.isEmpty else { return "<p>\(escaped(table.empty))</p>\n" }
        func cells(_ cells: [String], _ tag: String) -> String {
            zip(cells, table.alignments).map { cell, alignment in
                "<\(tag)\(alignment == .right ? " class=\"r\"" : "")>\(escaped(cell))</\(tag)>"
            }.joined()
        }
        return "<table>\n<thead><tr>\(cells(table.heads, "th"))</tr></thead>\n<tbody>\n"
            + table.rows.map { "<tr>\(cells($0, "td"))</tr>\n" }.joined() + "</tbody>\n</table>\n"
    }

    /// Text as HTML may hold it. Line ends stay, since `pre` shows them.
    static func escaped(_ content: String) -> String { XMLText.escaped(content, breaks: .kept) }
}
