public import PlanModel

/// One table of the list, column by column. Rows are counted from 0 in the order of the file.
public struct Table: Sendable {
    public let kind: TableKind
    /// The file it came from.
    public let file: String
    public var count: Int
    /// The file's text in UTF-8, in which the cells of text columns lie.
    public var bytes: [UInt8]
    public var columns: [TableColumn]
    /// The line of the file on which each row begins.
    public var fileLines: [Int32]

    public init(
        kind: TableKind, file: String, count: Int = 0, bytes: [UInt8] = [], columns: [TableColumn] = [], fileLines: [Int32] = []
    ) {
        self.kind = kind
        self.file = file
        self.count = count
        self.bytes = bytes
        self.columns = columns
        self.fileLines = fileLines
    }

    /// The place of a column in ``columns``, by its English name (an extra column's name is that of the file's head).
    public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// The cells of one column.
public struct TableColumn: Sendable {
    public var name: String
    public var cells: Cells

    public enum Cells: Sendable {
        case text([TextSlice])
        /// Numbers into the names, -1 where blank.
        case names(ids: [Int32], names: [String])
        /// In millionths, -1 where blank.
        case numbers([Int64])
        /// Days since 1970-01-01, ``blankDate`` where blank.
        case dates([Int32])
        /// 0 no, 1 yes, 2 blank.
        case flags([UInt8])
        /// Places in the column's choices, -1 where blank.
        case choices([Int8])
    }

    public static let blankDate = Int32.min

    public init(name: String, cells: Cells) {
        self.name = name
        self.cells = cells
    }
}

/// A piece of a table's bytes: the value of a cell, quotes taken off.
public struct TextSlice: Hashable, Sendable {
    public var start: UInt32
    public var count: UInt32

    public init(start: UInt32, count: UInt32) {
        self.start = start
        self.count = count
    }

    public static let empty = TextSlice(start: 0, count: 0)
}
