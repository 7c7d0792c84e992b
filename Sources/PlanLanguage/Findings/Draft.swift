/// A finding before its text is made and its offsets are turned into lines and columns.
package struct Draft: Hashable, Sendable {
    enum Related: Hashable, Sendable { case firstHere, openedHere, listedHere, declaredHere, contradicts }

    var kind: FindingKind
    package var range: SourceRange
    var fixits: [(range: SourceRange, text: String)]
    var related: [(range: SourceRange, what: Related)]

    init(
        _ kind: FindingKind, _ range: SourceRange, fixits: [(range: SourceRange, text: String)] = [],
        related: [(range: SourceRange, what: Related)] = []
    ) {
        self.kind = kind
        self.range = range
        self.fixits = fixits
        self.related = related
    }

    package static func == (left: Draft, right: Draft) -> Bool { left.kind == right.kind && left.range == right.range }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(range)
    }
}
