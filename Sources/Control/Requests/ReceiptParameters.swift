/// That an addressee acknowledged a notice (签收).
public struct Acknowledgement: Hashable, Sendable, Parameters {
    /// The notice's name.
    public var notice: String
    /// The office or county as the plan names it, or the id of an enterprise on the list.
    public var addressee: String
    /// Who signed for it, as the addressee says.
    public var signedBy: String?

    public init(notice: String, addressee: String, signedBy: String? = nil) {
        self.notice = notice
        self.addressee = addressee
        self.signedBy = signedBy
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case notice, addressee, signedBy }
}

public struct ReceiptsQuestion: Hashable, Sendable, Parameters {
    /// Only this notice.
    public var notice: String?
    /// At most so many addressees of each notice; ``ControlLimits/rows`` is the most.
    public var limit: Int?

    public init(notice: String? = nil, limit: Int? = nil) {
        self.notice = notice
        self.limit = limit
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case notice, limit }
}
