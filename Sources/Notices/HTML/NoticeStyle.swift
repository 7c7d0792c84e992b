/// How `notice.html` looks, on a screen and on a sheet of A4.
enum NoticeStyle {
    static let rules = """
        @page { size: A4; margin: 20mm 18mm; }
        .band { background-color: #5b6770; color: #ffffff; }
        .red .band { background-color: #c00d1e; }
        .orange .band { background-color: #e8730c; }
        .yellow .band { background-color: #f5c800; color: #222222; }
        .blue .band { background-color: #1f5fae; }
        .end .band { background-color: #2e7d4f; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 190mm; padding: 8mm; color: #1a1a1a; background: #ffffff;
          font: 10.5pt/1.55 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
        h1, h2, th, .band, .mark, .issuer { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; }
        .issuer { color: #c00d1e; font-size: 19pt; font-weight: 700; text-align: center; letter-spacing: .12em; margin: 0; }
        .number { text-align: center; margin: 2mm 0; }
        .band { font-weight: 700; text-align: center; padding: 1.5mm 3mm; margin: 2mm 0 5mm; }
        .mark { border: 1.2pt solid #c00d1e; color: #c00d1e; font-weight: 700; padding: 2mm 3mm; margin: 0 0 4mm; }
        h1 { font-size: 15pt; line-height: 1.4; text-align: center; margin: 4mm 0; }
        h2 { font-size: 12.5pt; margin: 5mm 0 2mm; break-after: avoid; }
        p { margin: 1.2mm 0; }
        .part { padding-left: 2em; }
        table { border-collapse: collapse; width: 100%; margin: 2mm 0; font-size: 10pt; line-height: 1.45; }
        tr { break-inside: avoid; }
        th { text-align: left; font-weight: 600; }
        .rows th { width: 7em; vertical-align: top; white-space: nowrap; }
        .rows th, .rows td { border-bottom: .4pt solid #cfcfcf; padding: 1mm 2mm; }
        .values th, .values td, .figures th, .figures td { border: .4pt solid #999999; padding: .6mm 1.6mm; text-align: center;
          font-variant-numeric: tabular-nums; }
        .values th, .figures th { background: #f0f0f0; }
        .values { break-inside: avoid; }
        .values td:first-child, .values th:first-child, .figures td:first-child, .figures th:first-child { text-align: left; white-space: nowrap; }
        .figures td:not(:first-child), .figures th:not(:first-child) { text-align: right; }
        .signed { text-align: right; margin-top: 8mm; break-inside: avoid; }
        .english { margin-top: 6mm; border-top: .4pt solid #999999; padding-top: 1mm; font-size: 9.5pt; line-height: 1.45; }
        .english h2 { font-size: 10.5pt; margin: 2mm 0 1mm; }
        footer { margin-top: 5mm; border-top: .8pt solid #333333; padding-top: 1.5mm; font-size: 8pt; line-height: 1.4; overflow-wrap: anywhere; }
        footer p { margin: 0; }
        @media print { body { padding: 0; max-width: none; } .band { -webkit-print-color-adjust: exact; } }

        """
}
