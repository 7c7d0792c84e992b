public import AirQuality

/// An episode: from the issue of a warning to its end, with all decisions between.
public struct Episode: Hashable, Sendable {
    /// Hours at a level.
    public struct Span: Hashable, Sendable {
        public var level: String
        public var hours: Int
    }

    public let area: String
    /// In time order; the first is the issue.
    public private(set) var decisions: [Decision]
    /// The hour at which the warning ended; nil while it is in force.
    public private(set) var end: HourSlot?

    public var start: HourSlot { decisions[0].inForce }

    /// Groups decisions by episode, in order of area and time. What precedes the first issue of an area is left out.
    public static func episodes(of decisions: [Decision]) -> [Episode] {
        var open: [String: Int] = [:]
        var episodes: [Episode] = []
        for decision in decisions {
            if decision.kind == .issue {
                open[decision.area] = episodes.count
                episodes.append(Episode(area: decision.area, decisions: [decision], end: nil))
            } else if let index = open[decision.area] {
                episodes[index].decisions.append(decision)
                if decision.to == nil {
                    episodes[index].end = decision.inForce
                    open[decision.area] = nil
                }
            }
        }
        return episodes
    }

    private init(area: String, decisions: [Decision], end: HourSlot?) {
        self.area = area
        self.decisions = decisions
        self.end = end
    }

    /// Hours of warning and hours of response at each level, in order of first appearance, counted up to an instant where the
    /// episode is still under way.
    public func hours(until limit: HourSlot) -> (warning: [Span], response: [Span]) {
        var warning: [Span] = []
        var response: [Span] = []
        var standing = Standing()
        var next = 0
        for slot in start.hours..<max(start.hours, (end ?? limit).hours) {
            while next < decisions.count, decisions[next].inForce.hours <= slot {
                standing.apply(decisions[next])
                next += 1
            }
            if let level = standing.level { Self.count(level, in: &warning) }
            if let level = standing.responses.level(at: HourSlot(slot)) { Self.count(level, in: &response) }
        }
        return (warning, response)
    }

    private static func count(_ level: String, in spans: inout [Span]) {
        if let index = spans.firstIndex(where: { $0.level == level }) {
            spans[index].hours += 1
        } else {
            spans.append(Span(level: level, hours: 1))
        }
    }
}
