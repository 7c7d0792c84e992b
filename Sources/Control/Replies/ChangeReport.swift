/// What was said of notices that went out before: that a stated end moved (`extend`), or that one was wrong (`correction`).
public struct ChangeReport: Hashable, Sendable, Codable {
    /// `extend` or `correction`.
    public var kind: String
    public var area: Named
    /// The level that stands; nil where what is corrected is over, or was of no warning.
    public var level: Named?
    /// When it was recorded.
    public var at: String
    /// The record that holds it.
    public var record: Int64
    /// Its own notice.
    public var notice: String
    public var isPublished: Bool
    public var recordedBy: String?

    // Of an end that moved; an absent end stands for further notice.
    public var previousEnd: String?
    public var end: String?
    /// Numbers of the directives on which the end rests.
    public var directives: [String]?

    // Of a correction.
    /// The notice that is corrected.
    public var corrects: String?
    public var because: String?
    public var text: String?
    public var document: String?
    public var signedBy: String?
    public var post: String?

    public init(
        kind: String, area: Named, at: String, record: Int64, notice: String, isPublished: Bool
    ) {
        self.kind = kind
        self.area = area
        self.at = at
        self.record = record
        self.notice = notice
        self.isPublished = isPublished
    }
}
