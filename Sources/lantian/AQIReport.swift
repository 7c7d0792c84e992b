import AirQuality
import Presentation

/// The AQI of a slot or day with what it was computed from.
struct AQIRow {
    var start: HourSlot
    var edition: Edition
    var index: AirQualityIndex
    /// At reporting precision: 1 h values, or 24 h means and for O3 the largest 8 h mean.
    var inputs: [(Pollutant, Int)]
    /// Largest hourly O3 of a day.
    var ozoneHour: Int?
    /// Hourly PM2.5 in thousandths.
    var exactPM25: Int32?
    var missingHours: [(Pollutant, Int)]
}

/// A series of AQI as CSV, JSON Lines or text.
struct AQIReport {
    let rows: [AQIRow]
    let cycle: AQICommand.CycleChoice
    let zone: Zone
    let title: String
    /// The editions in force in any row, each with its own columns.
    private let editions: [Edition]

    init(rows: [AQIRow], cycle: AQICommand.CycleChoice, zone: Zone, title: String) {
        self.rows = rows
        self.cycle = cycle
        self.zone = zone
        self.title = title
        let inForce = Set(rows.map(\.edition))
        editions = Edition.allCases.filter(inForce.contains)
    }

    private func label(_ row: AQIRow) -> String { cycle == .hourly ? zone.text(row.start) : zone.date(of: row.start).description }

    private func gaps(_ row: AQIRow) -> String {
        row.missingHours.filter { $0.1 > 0 }.map { cycle == .hourly ? $0.0.name : "\($0.0.name):\($0.1)" }.joined(separator: " ")
    }

    private func level(_ row: AQIRow) -> String { row.index.published.map { IndexLevel(aqi: $0).name } ?? "" }

    // MARK: CSV

    var csv: String {
        var text = header.joined(separator: ",") + "\n"
        for row in rows { text += cells(row).joined(separator: ",") + "\n" }
        return text
    }

    private var header: [String] {
        var names = [cycle == .hourly ? "slot_start" : "date"]
        for edition in editions {
            let suffix = edition == .edition2012 ? "2012" : "2026"
            names += ["aqi", "bound", "exact", "primary"].map { "\($0)_\(suffix)" }
        }
        switch cycle {
        case .hourly: names += Pollutant.allCases.map { "\($0.name)_1h" } + ["PM2.5_thousandths"]
        case .daily: names += ["SO2_24h", "NO2_24h", "CO_24h", "O3_8h_max", "O3_1h_max", "PM10_24h", "PM2.5_24h"]
        }
        return names + Pollutant.allCases.map { "IAQI_\($0.name)" } + ["level", "gaps"]
    }

    private func cells(_ row: AQIRow) -> [String] {
        var cells = [label(row)]
        let index = row.index
        for edition in editions {
            cells +=
                edition == row.edition
                ? [
                    index.published.map(String.init) ?? "NA", index.maximum < 0 ? "" : "\(index.maximum)",
                    index.isExact ? "yes" : "no",
                    index.primary.text,
                ] : ["", "", "", ""]
        }
        for (pollutant, value) in row.inputs {
            cells.append(ReportedValue.text(value, of: pollutant) ?? "")
            if pollutant == .o3, let hour = row.ozoneHour { cells.append(ReportedValue.text(hour, of: .o3) ?? "") }
        }
        if let exact = row.exactPM25 { cells.append(exact == PollutantValues.missing ? "" : "\(exact)") }
        cells += Pollutant.allCases.map { index.iaqi($0).map(String.init) ?? "NA" }
        return cells + [level(row), gaps(row)]
    }

    // MARK: JSON

    var json: String {
        rows.map { row in
            JSONWriter.object { json in
                json.field(cycle == .hourly ? "slot_start" : "date", label(row))
                json.field("edition", row.edition.rawValue)
                json.key("aqi")
                if let aqi = row.index.published { json.integer(aqi) } else { json.null() }
                json.key("bound")
                if row.index.maximum >= 0 { json.integer(row.index.maximum) } else { json.null() }
                json.field("exact", row.index.isExact)
                json.strings("primary", row.index.primary.members.map(\.name))
                json.key("iaqi")
                json.object { json in
                    for pollutant in Pollutant.allCases {
                        json.key(pollutant.name)
                        if let value = row.index.iaqi(pollutant) { json.integer(value) } else { json.null() }
                    }
                }
                json.key("values")
                json.object { json in
                    for (pollutant, value) in row.inputs {
                        json.key(pollutant.name)
                        if let text = ReportedValue.text(value, of: pollutant) { json.raw(text) } else { json.null() }
                    }
                }
                json.field("level", level(row))
                json.key("missing_hours")
                json.object { json in
                    for (pollutant, hours) in row.missingHours where hours > 0 { json.field(pollutant.name, hours) }
                }
            } + "\n"
        }.joined()
    }

    // MARK: Text

    private static let plotWidth = 50

    func text(_ style: Style) -> String {
        var table = TextTable([.left, .right, .left, .left, .left, .left])
        table.add([title, "AQI", "", "0 \(String(repeating: " ", count: Self.plotWidth - 5))500", "", "missing"])
        for row in rows {
            let aqi = row.index.published
            table.add([
                cycle == .hourly ? zone.shortText(row.start) : label(row),
                aqi.map { row.index.isExact ? "\($0)" : "≥ \($0)" } ?? "NA",
                level(row), aqi.map(bar) ?? "", row.index.primary.text, gaps(row),
            ])
        }
        return zip(
            table.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            [nil] + rows.map(\.index.published)
        )
        .map { line, aqi in coloured(line, aqi, style) }.joined()
    }

    private func bar(_ aqi: Int) -> String {
        let eighths = aqi * Self.plotWidth * 8 / 500
        let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + partial
    }

    /// The bar of a line in the colour of its level.
    private func coloured(_ line: String, _ aqi: Int?, _ style: Style) -> String {
        guard let aqi, style.isOn, let first = line.firstIndex(where: { "█▏▎▍▌▋▊▉".contains($0) }),
            let last = line.lastIndex(where: { "█▏▎▍▌▋▊▉".contains($0) })
        else { return line + "\n" }
        return line[..<first] + style.coloured(String(line[first...last]), IndexLevel(aqi: aqi).colour)
            + line[line.index(after: last)...] + "\n"
    }
}
