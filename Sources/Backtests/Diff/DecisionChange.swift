import AirQuality
public import Warnings

/// What becomes of a decision under another plan.
public struct DecisionChange: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The same level at the same hour, with the same start of the response.
        case same
        /// The same level at the same hour, but of another kind or from another level, or with another start of the response.
        case other
        case earlier, later
        /// Another level instead.
        case otherLevel
        case added, gone
    }

    public var kind: Kind
    /// nil: the old plan has none.
    public var old: Decision?
    /// nil: the new plan has none.
    public var new: Decision?

    /// Hours from the old decision to the new one; nil where there is only one.
    public var hours: Int? {
        guard let old, let new else { return nil }
        return new.at - old.at
    }

    init(old: Decision?, new: Decision?) {
        self.old = old
        self.new = new
        guard let old else {
            kind = .added
            return
        }
        guard let new else {
            kind = .gone
            return
        }
        if old.to != new.to {
            kind = .otherLevel
        } else if old.at != new.at {
            kind = new.at < old.at ? .earlier : .later
        } else {
            // A step down keeps the response that runs; when that had started is not its doing.
            let isSame = old.kind == new.kind && old.from == new.from && (old.response == new.response || !new.isUpward)
            kind = isSame ? .same : .other
        }
    }

    /// The hour by which changes are put in order.
    var time: Int { min(old?.at.hours ?? .max, new?.at.hours ?? .max) }
}
