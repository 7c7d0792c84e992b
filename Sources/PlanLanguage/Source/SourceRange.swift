/// A part of a source file in byte offsets, the end exclusive.
public struct SourceRange: Hashable, Sendable {
    /// Index of the file among those that are checked together.
    public var file: Int
    public var start: Int
    public var end: Int

    public init(file: Int, start: Int, end: Int) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// From the start of this range to the end of another one in the same file.
    func through(_ other: SourceRange) -> SourceRange {
        SourceRange(file: file, start: start, end: max(end, other.end))
    }

    /// The empty range at the end of this one.
    var tail: SourceRange { SourceRange(file: file, start: end, end: end) }

    /// The empty range at the start of this one.
    var head: SourceRange { SourceRange(file: file, start: start, end: start) }
}

/// A value with the place where it is written.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var range: SourceRange

    public init(_ value: Value, _ range: SourceRange) {
        self.value = value
        self.range = range
    }
}
