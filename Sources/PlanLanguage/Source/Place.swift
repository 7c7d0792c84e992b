/// A place in a text as editors count it: line and column from 1, columns in Unicode scalars.
public struct Place: Hashable, Comparable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Place, right: Place) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// A stretch of text, the end exclusive.
public struct PlaceRange: Hashable, Sendable {
    public var start: Place
    public var end: Place

    public init(start: Place, end: Place) {
        self.start = start
        self.end = end
    }
}
