public import AirQuality
import PlanModel
public import Warnings

/// The levels of an area over time, as decisions make them.
public struct LevelBands: Sendable {
    public struct Band: Hashable, Sendable {
        public var slots: Range<HourSlot>
        /// The level's id.
        public var level: String
    }

    /// From each decision on.
    public let warning: [Band]
    /// From each start of the response on.
    public let response: [Band]

    /// - Parameters:
    ///   - decisions: In order of time; those of other areas are left out.
    ///   - last: The instant up to which what stands is counted.
    public init(_ decisions: [Decision], area: String, last: HourSlot) {
        var warning: [Band] = []
        var response: [Band] = []
        var standing = Standing()
        func count(from start: HourSlot, to end: HourSlot) {
            guard start < end else { return }
            if let level = standing.level { Self.append(start..<end, level, to: &warning) }
            // Between two decisions only announced starts change the response.
            let edges = [start] + standing.responses.starts.map(\.at).filter { $0 > start && $0 < end }.sorted() + [end]
            for (begin, finish) in zip(edges, edges.dropFirst()) {
                if let level = standing.responses.level(at: begin) { Self.append(begin..<finish, level, to: &response) }
            }
        }
        var time: HourSlot?
        for decision in decisions where decision.area == area && decision.inForce <= last {
            if let time { count(from: time, to: decision.inForce) }
            standing.apply(decision)
            time = decision.inForce
        }
        if let time { count(from: time, to: last) }
        self.warning = warning
        self.response = response
    }

    private static func append(_ slots: Range<HourSlot>, _ level: String, to bands: inout [Band]) {
        if let last = bands.last, last.level == level, last.slots.upperBound == slots.lowerBound {
            bands[bands.count - 1].slots = last.slots.lowerBound..<slots.upperBound
        } else {
            bands.append(Band(slots: slots, level: level))
        }
    }
}
