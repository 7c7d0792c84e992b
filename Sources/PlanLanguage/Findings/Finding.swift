/// How much a finding weighs.
public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
    /// For information; never fails a check.
    case note
    /// Likely not what was meant; fails a strict check.
    case warning
    /// The plan means nothing until this is mended.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// Something to say about a plan: what, where, and how to mend it.
public struct Finding: Hashable, Sendable {
    /// Stable, such as `daily-span-not-whole-days`.
    public var id: String
    public var severity: Severity
    /// Name of the file as it was handed in.
    public var file: String
    public var range: PlaceRange
    /// One sentence in lower case without a full stop.
    public var message: String
    /// How to mend it, where there is more to say.
    public var help: String?
    /// Replacements that make the finding go away; only where what was meant is sure.
    public var fixits: [FixIt]
    /// Other places that the finding speaks of.
    public var related: [RelatedPlace]

    public init(
        id: String, severity: Severity, file: String, range: PlaceRange, message: String, help: String?, fixits: [FixIt],
        related: [RelatedPlace]
    ) {
        self.id = id
        self.severity = severity
        self.file = file
        self.range = range
        self.message = message
        self.help = help
        self.fixits = fixits
        self.related = related
    }
}

/// Replace a stretch of text.
public struct FixIt: Hashable, Sendable {
    public var range: PlaceRange
    public var replacement: String
}

/// A second place, such as the first of two definitions.
public struct RelatedPlace: Hashable, Sendable {
    public var file: String
    public var range: PlaceRange
    public var message: String
}
