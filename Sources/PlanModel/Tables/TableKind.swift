/// The tables of the emission-reduction list.
public enum TableKind: String, Hashable, Sendable, CaseIterable {
    case enterprises, lines, facilities, sites
    /// Dated facts.
    case facts
    /// A list of names such as a whitelist.
    case names

    /// Columns in the order of the document. A table may have more; plans can name those too.
    public var layout: [ColumnLayout] {
        switch self {
        case .enterprises: TableLayout.enterprises
        case .lines: TableLayout.lines
        case .facilities: TableLayout.facilities
        case .sites: TableLayout.sites
        case .facts: TableLayout.facts
        case .names: TableLayout.names
        }
    }

    public func column(_ name: String) -> ColumnLayout? { layout.first { $0.name == name } }
}

extension OrderSubject {
    /// The table whose rows it speaks of.
    public var table: TableKind {
        switch self {
        case .enterprise: .enterprises
        case .site: .sites
        case .line: .lines
        case .facility: .facilities
        }
    }
}
