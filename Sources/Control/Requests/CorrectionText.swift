/// That a published notice was wrong, and how it reads rightly (更正), as it is entered; ``text`` or ``document`` is given, or both.
public struct CorrectionText: Hashable, Sendable, Parameters {
    /// The notice's name.
    public var notice: String
    /// What was wrong.
    public var because: String
    /// How it reads rightly.
    public var text: String?
    /// The document number (文号) of its decision.
    public var document: String?
    public var signedBy: String
    public var post: String?

    public init(notice: String, because: String, text: String?, document: String?, signedBy: String, post: String?) {
        self.notice = notice
        self.because = because
        self.text = text
        self.document = document
        self.signedBy = signedBy
        self.post = post
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case notice, because, text, document, signedBy, post }
}
