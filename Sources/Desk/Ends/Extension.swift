public import AirQuality
public import PlanModel
public import Warnings

/// That the stated end of a standing warning moved while its level stays (延长, or otherwise 调整截止时间).
public struct Extension: Hashable, Sendable, Codable {
    /// Who entered what moved the end; where an hour that began did, nobody.
    public struct Entry: Hashable, Sendable, Codable {
        public var recorder: Recorder
        public var at: Instant
        /// Who answers for it where it was a decision of the city's own; a directive is answered for by its office.
        public var signature: Signature?

        public init(recorder: Recorder, at: Instant, signature: Signature?) {
            self.recorder = recorder
            self.at = at
            self.signature = signature
        }
    }

    /// How an end moves.
    public enum Move: String, Hashable, Sendable {
        case later, earlier
        /// From a stated hour to further notice.
        case opened
        /// From further notice to a stated hour.
        case closed
    }

    /// The area's id.
    public var area: String
    /// The hour in which it took force.
    public var at: HourSlot
    /// The id of the level that stands.
    public var level: String
    /// The hour at which the episode was issued.
    public var episode: HourSlot
    /// Which change of the end of the episode it is, from 1.
    public var number: Int
    /// The end stated before; nil: until further notice.
    public var oldEnd: HourSlot?
    /// The end stated now; nil: until further notice.
    public var newEnd: HourSlot?
    /// Numbers of the directives that make the level what it is; none where the own level holds it from now on.
    public var documents: [String]
    public var before: EndBasis
    public var after: EndBasis
    public var entry: Entry?

    /// Nil where either comes to another level, or where the end stays.
    public init?(
        area: String, level: String, episode: HourSlot, number: Int, from before: EndBasis, to after: EndBasis, entry: Entry?,
        in plan: Plan
    ) {
        guard after.level(in: plan) == level, before.level(in: plan) == level else { return nil }
        oldEnd = before.end(in: plan)
        newEnd = after.end(in: plan)
        guard oldEnd != newEnd else { return nil }
        self.area = area
        at = after.at
        self.level = level
        self.episode = episode
        self.number = number
        documents = after.documents(in: plan)
        self.before = before
        self.after = after
        self.entry = entry
    }

    /// The same, its ends worked out anew from what they rest on; nil where they come to none that moved.
    public func recomputed(in plan: Plan) -> Extension? {
        Extension(
            area: area, level: level, episode: episode, number: number, from: before, to: after, entry: entry, in: plan)
    }

    public var move: Move {
        guard let oldEnd else { return .closed }
        guard let newEnd else { return .opened }
        return oldEnd < newEnd ? .later : .earlier
    }

    /// The directives on which the end rests.
    public var directives: [Directive] { after.directives.filter { documents.contains($0.document) } }

    /// A name that follows from what moved: FNV-1a over `area|episode|at|extend|level|number|old|new` (`none` for further notice).
    public var id: String {
        let parts = [
            area, episode.compactText, at.compactText, "extend", level, "\(number)", oldEnd?.compactText ?? Decision.none,
            newEnd?.compactText ?? Decision.none,
        ]
        return Fingerprint.hexadecimal(parts.joined(separator: "|"))
    }
}
