/// Parameters of a request: the names that it knows, so that others can be refused.
protocol Parameters: Codable {
    associatedtype CodingKeys: CodingKey, CaseIterable

    /// Of parameters that are lists of objects, the names that these know.
    static var elements: [String: [String]] { get }
}

extension Parameters {
    static var elements: [String: [String]] { [:] }
}

/// Which part of the record is listed, newest first.
public struct History: Hashable, Sendable, Parameters {
    /// Only this area.
    public var area: String?
    /// At most so many rows; ``ControlLimits/rows`` is the most.
    public var limit: Int?
    /// Only what stands in records before this one: for the next page.
    public var before: Int64?

    public init(area: String? = nil, limit: Int? = nil, before: Int64? = nil) {
        self.area = area
        self.limit = limit
        self.before = before
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case area, limit, before }
}

public struct NoticeQuestion: Hashable, Sendable, Parameters {
    /// The notice's name, which is that of its folder.
    public var notice: String

    public init(notice: String) { self.notice = notice }

    enum CodingKeys: String, CodingKey, CaseIterable { case notice }
}

public struct ExportQuestion: Hashable, Sendable, Parameters {
    /// The first record, from 1.
    public var from: Int64
    /// At most so many records.
    public var limit: Int?

    public init(from: Int64, limit: Int? = nil) {
        self.from = from
        self.limit = limit
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case from, limit }
}

public struct Approval: Hashable, Sendable, Parameters {
    public var proposal: String
    /// Who took responsibility; the server knows by itself who records it.
    public var signedBy: String
    public var post: String?
    /// The document number (文号); what is given by telephone may have none yet.
    public var document: String?
    /// `paper` or `telephone`.
    public var channel: String

    public init(proposal: String, signedBy: String, post: String?, document: String?, channel: String) {
        self.proposal = proposal
        self.signedBy = signedBy
        self.post = post
        self.document = document
        self.channel = channel
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case proposal, signedBy, post, document, channel }
}

public struct Rejection: Hashable, Sendable, Parameters {
    public var proposal: String
    public var reason: String

    public init(proposal: String, reason: String) {
        self.proposal = proposal
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case proposal, reason }
}

/// A level, or the end of the warning, on consultation (会商研判).
public struct Declaration: Hashable, Sendable, Parameters {
    /// Nil where the plan has one area.
    public var area: String?
    /// `none` lifts.
    public var level: String
    public var because: String
    public var signedBy: String
    public var post: String?
    public var document: String?
    public var channel: String

    public init(
        area: String?, level: String, because: String, signedBy: String, post: String?, document: String?, channel: String
    ) {
        self.area = area
        self.level = level
        self.because = because
        self.signedBy = signedBy
        self.post = post
        self.document = document
        self.channel = channel
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case area, level, because, signedBy, post, document, channel }
}

/// An order of a superior office as it is entered; exactly one of ``atLeast``, ``exactly`` and ``mayLift`` is given.
public struct DirectiveText: Hashable, Sendable, Parameters {
    public var document: String
    public var office: String
    /// Nil: every area of the plan.
    public var areas: [String]?
    public var atLeast: String?
    /// A level, or `none` for a unified lift.
    public var exactly: String?
    public var mayLift: Bool?
    /// A whole hour, with an offset or in the plan's zone; nil: the present hour.
    public var from: String?
    /// Nil: until further notice.
    public var until: String?
    public var basis: String?

    public init(
        document: String, office: String, areas: [String]? = nil, atLeast: String? = nil, exactly: String? = nil,
        mayLift: Bool? = nil, from: String? = nil, until: String? = nil, basis: String? = nil
    ) {
        self.document = document
        self.office = office
        self.areas = areas
        self.atLeast = atLeast
        self.exactly = exactly
        self.mayLift = mayLift
        self.from = from
        self.until = until
        self.basis = basis
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case document, office, areas, atLeast, exactly, mayLift, from, until, basis
    }
}

public struct Withdrawal: Hashable, Sendable, Parameters {
    /// The directive's document number.
    public var document: String
    public var reason: String

    public init(document: String, reason: String) {
        self.document = document
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case document, reason }
}
