/// For how many days files are kept that the service no longer needs; nil: for ever.
///
/// Only files: what the ledger holds, decisions and notices among it, is never deleted.
public struct Retention: Hashable, Sendable {
    /// Feeds that were taken in.
    public var done: Int?
    /// Feeds that were rejected, and why.
    public var rejected: Int?
    /// Notices that a consumer has taken.
    public var notices: Int?
    /// Status reports and consultation sheets. Assessments are the record that the law asks for: they are kept for ever.
    public var reports: Int?

    public init(done: Int? = nil, rejected: Int? = nil, notices: Int? = nil, reports: Int? = nil) {
        self.done = done
        self.rejected = rejected
        self.notices = notices
        self.reports = reports
    }

    /// What a clause speaks of.
    public enum Subject: Hashable, Sendable, CaseIterable { case done, rejected, notices, reports }

    public subscript(subject: Subject) -> Int? {
        get {
            switch subject {
            case .done: done
            case .rejected: rejected
            case .notices: notices
            case .reports: reports
            }
        }
        set {
            switch subject {
            case .done: done = newValue
            case .rejected: rejected = newValue
            case .notices: notices = newValue
            case .reports: reports = newValue
            }
        }
    }

    /// A century; at least a day, so that nothing goes before somebody can look at it.
    public static let days = 1...36_500
}
