public import AirQuality

/// The zone rules of the machine, as Debian's tzdata keeps them.
public struct ZoneFiles: Sendable {
    private let folder: String

    public init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

    /// The rules of a named zone; nil where the machine has none of that name.
    public func zone(_ name: String) -> Zone? {
        let isName = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "/_+-".utf8.contains(byte)
        }
        guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
        return (try? LocalFileSystem().read("\(folder)/\(name)", limit: 1 << 20)).flatMap { Zone(name: name, tzif: $0) }
    }
}
