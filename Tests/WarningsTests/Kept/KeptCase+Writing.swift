import AirQuality
import PlanModel

extension DifferentialCase {
    /// The case as a text that ``init(keptText:)`` reads: one line a step or series, hours counted from the record's first
    /// slot, values in thousandths as `VALUE*COUNT`, `-` where missing.
    var keptText: String {
        let origin = record.lowerBound
        var lines = ["mode \(mode.rawValue)", "record \(origin) \(record.count)"]
        for plan in plans { lines += ["plan", plan.languageText, "done"] }
        var seals: [Int] = []
        func flush() {
            var start = 0
            while start < seals.count {
                var end = start
                while end + 1 < seals.count, seals[end + 1] == seals[end] + 1 { end += 1 }
                lines.append("seal \(seals[start])" + (end > start ? " to \(seals[end])" : ""))
                start = end + 1
            }
            seals = []
        }
        for step in steps {
            if case .seal(let instant) = step {
                seals.append(instant - origin)
                continue
            }
            flush()
            switch step {
            case .observations(let batch): lines += Self.lines(batch, origin)
            case .forecasts(let batch): lines += Self.lines(batch, origin)
            case .opinion(let opinion): lines += Self.lines(opinion, origin)
            case .swap(let place, let plan): lines += ["swap \(place)", plan.languageText, "done"]
            case .seal: break
            }
        }
        flush()
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ batch: ObservationBatch, _ origin: Int) -> [String] {
        var lines = ["observations"]
        for (index, station) in batch.stations.enumerated() {
            for pollutant in Pollutant.allCases {
                var values: [Int: Int] = [:]
                for row in batch.rows where Int(row.station) == index && row.values[pollutant] >= 0 {
                    values[Int(row.slot) - origin] = Int(row.values[pollutant])
                }
                if let text = series(values) { lines.append("  \(station) \(pollutant.name) \(text)") }
            }
        }
        for item in batch.withdrawals {
            lines.append("  withdraw \(item.station) \(item.pollutant.name) \(item.slot.hours - origin)")
        }
        return lines
    }

    private static func lines(_ batch: ForecastBatch, _ origin: Int) -> [String] {
        var lines = ["forecasts"]
        func head(_ issued: Instant, _ received: Instant?, _ source: String) -> String {
            (source.isEmpty ? "" : "by \(source) ") + "issued \(issued.hourFloor.hours - origin)"
                + (received.map { " received \($0.hourFloor.hours - origin)" } ?? "")
        }
        for day in batch.days {
            let primary = day.primary.members.isEmpty ? "-" : day.primary.members.map(\.name).joined(separator: ",")
            lines.append(
                "  day \(day.area) \(day.date) \(day.low) \(day.high) \(primary) \(head(day.issued, day.received, day.source))")
        }
        var rest = batch.hours[...]
        while let first = rest.first {
            let run = rest.prefix {
                ($0.issued, $0.received, $0.area, $0.source) == (first.issued, first.received, first.area, first.source)
            }
            rest = rest.dropFirst(run.count)
            let tail = head(first.issued, first.received, first.source)
            for pollutant in Pollutant.allCases {
                var values: [Int: Int] = [:]
                for row in run where row.values[pollutant] >= 0 { values[row.slot.hours - origin] = Int(row.values[pollutant]) }
                if let text = series(values) { lines.append("  hours \(first.area) \(pollutant.name) \(text) \(tail)") }
            }
            var values: [Int: Int] = [:]
            for row in run { if let aqi = row.aqi { values[row.slot.hours - origin] = aqi } }
            if let text = series(values) { lines.append("  hours \(first.area) AQI \(text) \(tail)") }
        }
        return lines
    }

    private static func lines(_ opinion: Voice, _ origin: Int) -> [String] {
        ["\(opinion.isRetracted ? "retracted" : "opinion") \(opinion.area) \(opinion.at - origin)"]
            + opinion.days.map { day in
                let primary = day.primary.members.isEmpty ? "-" : day.primary.members.map(\.name).joined(separator: ",")
                return "  \(day.date) \(day.low) \(day.high) \(primary)"
            }
    }

    /// `from FIRST VALUE*COUNT VALUE …`.
    private static func series(_ values: [Int: Int]) -> String? {
        guard let first = values.keys.min(), let last = values.keys.max() else { return nil }
        var parts: [(value: Int?, count: Int)] = []
        for slot in first...last {
            if let end = parts.last, end.value == values[slot] {
                parts[parts.count - 1].count += 1
            } else {
                parts.append((values[slot], 1))
            }
        }
        return "from \(first) "
            + parts.map { part in
                (part.value.map { "\($0)" } ?? "-") + (part.count > 1 ? "*\(part.count)" : "")
            }.joined(separator: " ")
    }
}
