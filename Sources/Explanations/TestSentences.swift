import AirQuality
import PlanModel
import Warnings

/// What is said of one test: a sentence a line.
struct TestSentences {
    let phrases: Phrases
    let coverageEnd: HourSlot?

    /// More elements than this are told by number, the nearest and the farthest.
    private static let most = 3

    func lines(_ trace: TestTrace) -> [String] {
        var lines: [String] = []
        if let gap = trace.gap { lines.append(phrases.gap(gap, trace.test)) }
        if trace.readTruth == .true {
            lines += found(trace)
        } else if let nearest = trace.nearest {
            lines += lacking(trace, nearest)
        }
        if case .outsideReviewHours = trace.gap, trace.readTruth != .unknown {
            lines[0] += phrases.pick(
                trace.readTruth == .true ? "; read now it would be true" : "; read now it would be false",
                trace.readTruth == .true ? "；若现在读，则成立" : "；若现在读，则不成立")
        }
        lines += trace.outside.map { phrases.outside($0, trace.test.cycle) }
        return lines
    }

    // MARK: True

    private func found(_ trace: TestTrace) -> [String] {
        guard let run = trace.run else { return [] }
        var lines = [phrases.run(run) + phrases.pick(": ", "：") + values(run.elements)]
        if let margin = margin(trace) { lines.append(margin) }
        return lines
    }

    /// How far what holds a true test may move.
    func margin(_ trace: TestTrace) -> String? {
        guard let run = trace.firmest, let margin = run.margin else { return nil }
        let elements = margin.isPart ? run.part ?? [] : run.elements
        let number = (elements.firstIndex(of: margin.element) ?? 0) + 1
        let name = phrases.name(margin.element, number, of: margin.isPart ? 1 : elements.count)
        let text = phrases.margin(margin, name)
        return trace.trueStarts > 1 ? phrases.firmest(of: trace.trueStarts, run) + text : text
    }

    /// Each of up to seven values; of more the range.
    private func values(_ elements: [ElementTrace]) -> String {
        let missing = elements.count { $0.finding.value == nil }
        let known = elements.filter { $0.finding.value != nil }
        let gaps = missing == 0 ? "" : phrases.pick(", \(missing) missing", "，缺测\(missing)个")
        if known.count <= 7 { return known.map(\.finding.text).joined(separator: ", ") + gaps }
        let order = known.map(\.finding).sorted { ($0.value ?? 0) < ($1.value ?? 0) }
        return phrases.pick(
            "\(known.count) values, \(order[0].text) to \(order[order.count - 1].text)",
            "\(known.count)个值，\(order[0].text)～\(order[order.count - 1].text)") + gaps
    }

    // MARK: Not true

    private func lacking(_ trace: TestTrace, _ run: RunTrace) -> [String] {
        switch trace.test.span {
        case .single: return elements(run.elements)
        case .throughout(let hours, let allowed): return throughout(run, hours, allowed, trace.test.cycle)
        case .run(let hours, _):
            var lines = [phrases.needs(hours, trace.test.comparison) + phrases.pick("; ", "；") + phrases.finds(run)]
            lines += elements(run.elements)
            if let part = run.part, part.contains(where: { $0.truth != .true }) {
                lines.append(phrases.including(part))
                lines += elements(part)
            }
            return lines
        }
    }

    private func throughout(_ run: RunTrace, _ hours: Int, _ allowed: Int, _ cycle: Cycle) -> [String] {
        let failing = run.failing.count
        var lines: [String] = []
        let unit = cycle == .hourly ? phrases.pick("h", "小时") : phrases.pick("blocks of 24 h", "个24小时")
        if failing > 0, let comparison = run.elements.first?.comparison {
            lines.append(
                phrases.pick(
                    "\(failing) of \(run.elements.count) \(unit) are not \(phrases.demand(comparison))",
                    "\(run.elements.count)\(unit)中有\(failing)\(unit)未\(phrases.demand(comparison))"))
            lines += elements(run.elements.filter { $0.truth == .false })
        }
        let unknown = run.unknown
        if failing == 0 || unknown.count > allowed, !unknown.isEmpty {
            lines.append(
                phrases.pick(
                    "\(unknown.count) \(unit) unknown, \(allowed) allowed", "未知\(unknown.count)\(unit)，至多\(allowed)\(unit)"))
            lines += elements(unknown)
        }
        return lines
    }

    /// Those that do not satisfy their comparison: each of a few, of many the nearest and the farthest.
    private func elements(_ all: [ElementTrace]) -> [String] {
        let named = all.enumerated().map { (number: $0.offset + 1, element: $0.element) }
        let failing = named.filter { $0.element.truth == .false }
        let unknown = named.filter { $0.element.truth == .unknown }
        var lines: [String] = []
        func add(_ item: (number: Int, element: ElementTrace), _ lead: String = "") {
            lines.append(lead + sentence(item.element, item.number, of: all.count))
        }
        if failing.count <= Self.most {
            for item in failing { add(item) }
        } else {
            let order = failing.sorted { ($0.element.room ?? 0) > ($1.element.room ?? 0) }
            add(order[0], phrases.pick("nearest of \(failing.count): ", "\(failing.count)个中最接近者："))
            add(order[order.count - 1], phrases.pick("farthest: ", "相差最大者："))
        }
        if let first = unknown.first {
            if unknown.count <= Self.most {
                for item in unknown { add(item) }
            } else {
                add(first, phrases.pick("first of \(unknown.count) unknown: ", "\(unknown.count)个未知中的首个："))
            }
        }
        return lines
    }

    private func sentence(_ element: ElementTrace, _ number: Int, of count: Int) -> String {
        let name = phrases.name(element, number, of: count)
        let gap = phrases.pick(" ", "")
        if element.truth == .unknown { return name + gap + phrases.lack(element, coverageEnd) }
        return name + gap + phrases.value(element) + phrases.pick(": ", "，") + phrases.shortfall(element)
    }
}
