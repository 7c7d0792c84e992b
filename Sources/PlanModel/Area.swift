/// A city or district for which warnings are issued.
public struct Area: Hashable, Sendable, Codable {
    /// The name in code, such as `xuchang`.
    public var id: String
    /// The name as people read it, such as 许昌市.
    public var name: String
    /// Administrative code (GB/T 2260), such as `411000`.
    public var code: String?
    /// Codes of the stations whose mean is the area's value; empty: the city's own published value is used.
    public var stations: [String]
    /// Stations with a value that make an area value; nil: 75 % of them.
    public var atLeast: Int?
    /// Counties and districts whose enterprises and sites get its orders; empty: all of the list.
    public var counties: [String]
    /// Its outline as CAP 1.2 writes it: points `latitude,longitude` in degrees (WGS 84) divided by blanks, the first again at the end;
    /// nil where the plan has none.
    public var polygon: String?

    public init(
        id: String, name: String, code: String?, stations: [String], atLeast: Int?, counties: [String] = [],
        polygon: String? = nil
    ) {
        self.id = id
        self.name = name
        self.code = code
        self.stations = stations
        self.atLeast = atLeast
        self.counties = counties
        self.polygon = polygon
    }

    /// How many stations must have a value: 4·n ≥ 3·N, or what the plan states (semantics §2).
    public var quorum: Int { atLeast ?? (3 * stations.count + 3) / 4 }

    /// Whether a name in a feed means this area: its id, its code, or its name with or without 市.
    public func answers(to text: String) -> Bool {
        func trimmed(_ name: String) -> Substring { name.hasSuffix("市") ? name.dropLast() : name[...] }
        return text == id || text == code || trimmed(text) == trimmed(name)
    }

    /// The names that mean this area, the one whose values go first in front: its id, its code, its name as it is written, then
    /// with or without 市. In whatever order names come in, the order is the same.
    public func ownNames(among names: some Sequence<String>) -> [String] {
        func rank(_ text: String) -> Int { [id, code ?? id, name].firstIndex(of: text) ?? 3 }
        return names.filter(answers).sorted { (rank($0), $0) < (rank($1), $1) }
    }
}
