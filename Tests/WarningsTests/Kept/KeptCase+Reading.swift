import AirQuality
import PlanLanguage
import PlanModel

/// What is wrong with the text of a kept case.
struct KeptCaseError: Error, CustomStringConvertible {
    var line: String
    var reason: String
    var description: String { "\(reason): \(line)" }
}

extension DifferentialCase {
    /// Reads what ``keptText`` writes; `#` begins a line of comment.
    init(keptText text: String) throws {
        var reader = KeptCaseReader(text)
        self = try reader.read()
    }
}

private struct KeptCaseReader {
    private var lines: ArraySlice<Substring>
    private var origin = 0
    private var mode = DifferentialCase.Mode.issued
    private var record = 0..<0
    private var plans: [Plan] = []
    private var steps: [DifferentialCase.Step] = []

    init(_ text: String) {
        lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }[...]
    }

    mutating func read() throws -> DifferentialCase {
        while let line = lines.popFirst() {
            let words = line.split(separator: " ").map(String.init)
            func number(_ place: Int) throws -> Int {
                guard words.indices.contains(place), let number = Int(words[place]) else {
                    throw KeptCaseError(line: String(line), reason: "no number")
                }
                return number
            }
            switch words.first {
            case "mode":
                guard let known = DifferentialCase.Mode(rawValue: words.last ?? "") else {
                    throw KeptCaseError(line: String(line), reason: "no mode")
                }
                mode = known
            case "record":
                origin = try number(1)
                record = origin..<origin + (try number(2))
            case "plan": plans.append(try plan())
            case "swap": steps.append(.swap(try number(1), try plan()))
            case "seal":
                let first = try number(1)
                let last = words.count > 3 ? try number(3) : first
                for hour in first...max(first, last) { steps.append(.seal(origin + hour)) }
            case "observations": steps.append(.observations(try observations()))
            case "opinion", "retracted":
                steps.append(.opinion(try opinion(words[1], at: origin + (try number(2)), isRetracted: words[0] == "retracted")))
            case "forecasts": steps.append(.forecasts(try forecasts()))
            default: throw KeptCaseError(line: String(line), reason: "unknown line")
            }
        }
        return DifferentialCase(plans: plans, mode: mode, record: record, steps: steps)
    }

    private mutating func plan() throws -> Plan {
        let text = lines.prefix { $0 != "done" }
        lines = lines.dropFirst(text.count + 1)
        let source = SourceFile(name: "kept.plan", text: text.joined(separator: "\n"))
        let result = PlanChecker.check(files: [source]) { Zone.named($0) }
        guard var plan = result.plan else {
            throw KeptCaseError(line: text.joined(separator: "\n"), reason: result.findings.first?.message ?? "no plan")
        }
        plan.areas.removeAll { $0.id == "others" }
        return plan
    }

    /// The indented lines that follow.
    private mutating func block() -> [[String]] {
        let block = lines.prefix { $0.hasPrefix(" ") }
        lines = lines.dropFirst(block.count)
        return block.map { $0.split(separator: " ").map(String.init) }
    }

    private mutating func observations() throws -> ObservationBatch {
        var batch = ObservationBatch()
        for words in block() {
            let line = words.joined(separator: " ")
            if words.first == "withdraw", words.count == 4, let pollutant = Pollutant(name: words[2]), let hour = Int(words[3]) {
                batch.withdrawals.append(Withdrawal(slot: HourSlot(origin + hour), station: words[1], pollutant: pollutant))
                continue
            }
            guard words.count > 3, let pollutant = Pollutant(name: words[1]) else {
                throw KeptCaseError(line: line, reason: "no values of a station")
            }
            let station = batch.stations.firstIndex(of: words[0]) ?? batch.stations.count
            if station == batch.stations.count { batch.stations.append(words[0]) }
            for (slot, value) in try series(words[2...]).values {
                var values = PollutantValues()
                values[pollutant] = Int32(value)
                batch.rows.append(ObservationRow(slot: Int32(slot), station: Int32(station), values: values))
            }
        }
        return batch
    }

    private mutating func forecasts() throws -> ForecastBatch {
        var batch = ForecastBatch()
        for words in block() {
            let line = words.joined(separator: " ")
            guard words.count > 5, let at = words.firstIndex(of: "issued"), at + 1 < words.count, let issued = Int(words[at + 1])
            else { throw KeptCaseError(line: line, reason: "no issue time") }
            let received = at + 3 < words.count ? Int(words[at + 3]).map { HourSlot(origin + $0).start } : nil
            let start = HourSlot(origin + issued).start
            let by = at > 1 && words[at - 2] == "by" ? at - 2 : at
            let source = by < at ? words[at - 1] : ""
            if words[0] == "day" {
                guard let date = LocalDate(words[2]), let low = Int(words[3]), let high = Int(words[4]) else {
                    throw KeptCaseError(line: line, reason: "no day value")
                }
                let primary = words[5] == "-" ? [] : words[5].split(separator: ",").compactMap { Pollutant(name: String($0)) }
                batch.days.append(
                    DayForecast(
                        issued: start, received: received, area: words[1], date: date, low: low, high: high,
                        primary: PollutantSet(primary), source: source))
                continue
            }
            let pollutant = Pollutant(name: words[2])
            for (slot, value) in try series(words[3..<by]).values {
                var values = PollutantValues()
                if let pollutant { values[pollutant] = Int32(value) }
                batch.hours.append(
                    HourForecast(
                        issued: start, received: received, area: words[1], slot: HourSlot(slot),
                        aqi: pollutant == nil ? value : nil, values: values, source: source))
            }
        }
        return batch
    }

    private mutating func opinion(_ area: String, at hour: Int, isRetracted: Bool) throws -> DifferentialCase.Voice {
        let days = try block().map { words in
            guard words.count == 4, let date = LocalDate(words[0]), let low = Int(words[1]), let high = Int(words[2]) else {
                throw KeptCaseError(line: words.joined(separator: " "), reason: "no day of an opinion")
            }
            let primary = words[3] == "-" ? [] : words[3].split(separator: ",").compactMap { Pollutant(name: String($0)) }
            return DayForecast(
                issued: HourSlot(hour).start, area: area, date: date, low: low, high: high, primary: PollutantSet(primary))
        }
        return DifferentialCase.Voice(area: area, at: hour, days: days, isRetracted: isRetracted)
    }

    /// `from FIRST VALUE*COUNT …` as slots with their values.
    private func series(_ words: ArraySlice<String>) throws -> (values: [(Int, Int)], end: Int) {
        let words = Array(words)
        guard words.count > 2, words[0] == "from", let first = Int(words[1]) else {
            throw KeptCaseError(line: words.joined(separator: " "), reason: "no series")
        }
        var slot = origin + first
        var values: [(Int, Int)] = []
        for word in words[2...] {
            let parts = word.split(separator: "*", omittingEmptySubsequences: false)
            guard let count = parts.count > 1 ? Int(parts[1]) : 1, (1...10_000).contains(count) else {
                throw KeptCaseError(line: word, reason: "no count")
            }
            for _ in 0..<count {
                if let value = Int(parts[0]) { values.append((slot, value)) }
                slot += 1
            }
        }
        return (values, slot)
    }
}
