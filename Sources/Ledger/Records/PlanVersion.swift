public import AirQuality

/// A file of a plan folder, byte for byte.
public struct PlanFile: Hashable, Sendable {
    /// Path below the plan folder.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A plan as its files stood when it took force, so that every decision can be traced to the exact rules.
public struct PlanVersion: Hashable, Sendable {
    /// SHA-256 over the files in the order of their names: of each the line `NAME-BYTES NAME CONTENT-BYTES`, a line end, and the
    /// content. Two folders with the same names and contents have the same hash, whatever their times.
    public let hash: String
    /// In the order of their names.
    public let files: [PlanFile]

    public init(files: [PlanFile]) {
        let files = files.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        self.files = files
        hash = ContentHash.hex(
            of: files.flatMap { file in
                [Array("\(file.name.utf8.count) \(file.name) \(file.bytes.count)\n".utf8), file.bytes]
            })
    }
}

/// The plan version in force after a record.
public struct PlanInForce: Hashable, Sendable {
    public var version: PlanVersion
    /// The record that took it into force.
    public var seq: Int64
    public var since: Instant
}

/// A file of a plan version by its hash.
public struct PlanPart: Hashable, Sendable {
    public var name: String
    /// SHA-256 of the content, 64 hexadecimal digits.
    public var hash: String
    /// Bytes.
    public var size: Int
    /// The content of a file in the plan language; nil of a table.
    public var text: [UInt8]?
}
