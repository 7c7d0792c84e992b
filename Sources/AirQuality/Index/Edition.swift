/// An edition of HJ 633, the technical regulation on the ambient air quality index.
public enum Edition: String, CaseIterable, Hashable, Sendable, Codable {
    case edition2012 = "HJ633-2012"
    case edition2026 = "HJ633-2026"

    /// The first local date on which the edition of 2026 is in force.
    public static let start2026 = LocalDate(days: 20_513)
}

/// Which edition holds on a local date.
public enum EditionRule: Hashable, Sendable {
    /// The edition in force on the date: 2012 before 2026-03-01, 2026 from then on.
    case byDate
    case pinned(Edition)

    public func edition(on date: LocalDate) -> Edition {
        switch self {
        case .byDate: date < Edition.start2026 ? .edition2012 : .edition2026
        case .pinned(let edition): edition
        }
    }
}
