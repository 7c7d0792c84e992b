/// What a cell of measures, a season or an exemption does to production, as written.
public struct ActionSyntax: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case limit, stopLines, stop, autonomous, goOn, guaranteed }

    public var range: SourceRange
    public var kind: Kind
    /// Of `limit` and `stop … of lines`.
    public var percent: NumberSyntax?
}

/// An action, duties, or both.
public struct MeasureSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var action: ActionSyntax?
    public var duties: [TextSyntax]
}

/// A decision table.
public struct MeasuresSyntax: Hashable, Sendable {
    public enum Body: Hashable, Sendable {
        case rows(head: MeasureHeadSyntax?, rows: [MeasureRowSyntax])
        case file(TextSyntax)
    }

    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    public var who: WhoSyntax?
    public var lead: TextSyntax?
    public var cites: [TextSyntax]
    public var body: Body
    /// Whether head and rows could all be read.
    public var isWhole: Bool
}

/// The first line of a decision table.
public struct MeasureHeadSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var columns: [NameSyntax]
    public var levels: [NameSyntax]
}

/// A line of a decision table.
public struct MeasureRowSyntax: Hashable, Sendable {
    public var range: SourceRange
    /// One a column; empty for `*`.
    public var patterns: [[ValueSyntax]]
    public var cells: [MeasureSyntax]
}
