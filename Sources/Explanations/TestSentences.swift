import AirQuality
import PlanModel
import Warnings

/// What is said of one test: a sentence a line.
struct TestSentences {
    let phrases: Phrases
    let coverageEnd: HourSlot?
    /// Whether only the first of what is lacking is told.
    var isBrief = false

    /// More elements than this are told by number, the first or nearest and the farthest.
    private static let most = 3

    func lines(_ trace: TestTrace) -> [String] {
        var lines: [String] = []
        switch trace.gap {
        // Said once, of the whole hour.
        case .outsideReviewHours, nil: break
        case .some(let gap): lines.append(phrases.gap(gap))
        }
        lines += trace.shares.prefix(Self.most).map { phrases.share($0, of: trace.test) }
        if trace.shares.count > Self.most {
            lines.append(phrases.pick("and \(trace.shares.count - Self.most) more", "另\(trace.shares.count - Self.most)个"))
        }
        if trace.readTruth == .true {
            lines += found(trace)
        } else if let nearest = trace.nearest {
            lines += lacking(trace, nearest)
        }
        if let known = trace.nearestKnown {
            let finds = phrases.pick("of what is known ", "已知者中") + phrases.finds(known)
            lines += [finds] + elements(known.elements) + lackingPart(known)
        }
        return lines + trace.outside.map { phrases.outside($0, trace.test.cycle) }
    }

    // MARK: True

    private func found(_ trace: TestTrace) -> [String] {
        guard let run = trace.run else { return [] }
        if run.elements.count == 1, run.part == nil, trace.trueStarts == 1, let element = run.elements.first {
            let margin = element.room.map {
                phrases.pick("; margin \(phrases.number($0)), ", "；余量\(phrases.number($0))，")
                    + phrases.pick("\(phrases.limit(element)) does", "\(phrases.limit(element))即可")
            }
            return [phrases.name(element) + phrases.pick(" ", "") + value(element, of: 1) + (margin ?? "")]
        }
        var lines = [phrases.run(run) + phrases.pick(": ", "：") + phrases.values(run.elements)]
        if !run.unknown.isEmpty { lines.append(phrases.unknowns(run.unknown.count, run.unknownAllowed, trace.test.cycle)) }
        if let margin = margin(trace) { lines.append(margin) }
        return lines
    }

    /// How far what holds a true test may move.
    func margin(_ trace: TestTrace) -> String? { trace.margin.map { phrases.margin($0, of: trace.trueStarts) } }

    // MARK: Not true

    private func lacking(_ trace: TestTrace, _ run: RunTrace) -> [String] {
        switch trace.test.span {
        case .single: return elements(run.elements)
        case .throughout(_, let allowed): return throughout(run, allowed, trace.test)
        case .run(let hours, _):
            let needs = phrases.needs(hours, trace.test.comparison)
            return sentences(run.elements, needs, phrases.finds(run)) + lackingPart(run)
        }
    }

    private func lackingPart(_ run: RunTrace) -> [String] {
        guard let part = run.part, let first = part.first, part.contains(where: { $0.truth != .true }) else { return [] }
        let hours = part.reduce(0) { $0 + $1.finding.hours }
        // An unknown block of the run was told of already.
        let told = Set(run.elements.filter { $0.truth == .unknown }.map(\.start))
        return sentences(part, phrases.includes(hours, first.comparison), phrases.finds(part, from: first.start), told: told)
    }

    /// What is needed, what is found of it, and the elements that fail; of a single element only that one.
    private func sentences(_ elements: [ElementTrace], _ needs: String, _ finds: String, told: Set<HourSlot> = []) -> [String] {
        let failing = self.elements(elements, told: told)
        if elements.count == 1, let only = failing.first { return [needs + phrases.pick("; nearest: ", "；最接近者：") + only] }
        return [needs + phrases.pick(", ", "，") + finds] + failing
    }

    private func throughout(_ run: RunTrace, _ allowed: Int, _ test: Test) -> [String] {
        var lines: [String] = []
        if !run.failing.isEmpty {
            lines.append(phrases.throughout(run, test.comparison, test.cycle))
            lines += elements(run.elements.filter { $0.truth == .false }, isOrdered: true)
        }
        let unknown = run.unknown
        if run.failing.isEmpty || unknown.count > allowed, !unknown.isEmpty {
            lines.append(phrases.unknowns(unknown.count, allowed, test.cycle))
            lines += elements(unknown)
        }
        return lines
    }

    /// Those that do not satisfy their comparison: each of a few; of many the first or the nearest, and the farthest.
    ///
    /// - Parameter isOrdered: Whether the first of them matters more than the nearest.
    private func elements(_ all: [ElementTrace], isOrdered: Bool = false, told: Set<HourSlot> = []) -> [String] {
        let named = all.enumerated().map { (number: $0.offset + 1, element: $0.element) }
        let failing = named.filter { $0.element.truth == .false }
        let unknown = named.filter { $0.element.truth == .unknown && !told.contains($0.element.start) }
        func sentence(_ item: (number: Int, element: ElementTrace), _ lead: String = "") -> String {
            lead + self.sentence(item.element, item.number, of: isOrdered ? 1 : all.count)
        }
        var lines: [String] = []
        if failing.count <= (isBrief ? 1 : Self.most) {
            lines += failing.map { sentence($0) }
        } else {
            let nearest = failing.max { ($0.element.room ?? 0, -$0.number) < ($1.element.room ?? 0, -$1.number) } ?? failing[0]
            let farthest = failing.min { ($0.element.room ?? 0) < ($1.element.room ?? 0) } ?? failing[0]
            let lead = isOrdered ? failing[0] : nearest
            lines.append(sentence(lead, isOrdered ? phrases.pick("first: ", "首个：") : phrases.pick("nearest: ", "最接近者：")))
            if !isBrief, farthest.number != lead.number {
                lines.append(sentence(farthest, phrases.pick("farthest: ", "相差最大者：")))
            }
        }
        if unknown.count <= (isBrief ? 1 : Self.most) {
            lines += unknown.map { sentence($0) }
        } else {
            lines.append(
                sentence(unknown[0], phrases.pick("first of \(unknown.count) unknown: ", "\(unknown.count)个未知中的首个：")))
        }
        return lines
    }

    private func sentence(_ element: ElementTrace, _ number: Int, of count: Int) -> String {
        let name = phrases.name(element, number, of: count) + phrases.pick(" ", "")
        if element.truth == .unknown { return name + phrases.lack(element, coverageEnd) }
        return name + value(element, of: count) + phrases.shortfall(element)
    }

    private func value(_ element: ElementTrace, of count: Int) -> String {
        phrases.value(element, isPlural: count == 1 && phrases.isPlural(element))
    }
}
