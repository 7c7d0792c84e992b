/// Who took responsibility for a decision, and on which paper: not the one who typed it in.
public struct Signature: Hashable, Sendable, Codable {
    /// How the word reached the desk.
    public enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
        case paper, telephone
    }

    public var name: String
    public var post: String?
    /// The document number (文号).
    public var document: String?
    public var channel: Channel

    public init(name: String, post: String? = nil, document: String? = nil, channel: Channel) {
        self.name = name
        self.post = post
        self.document = document
        self.channel = channel
    }
}

/// The account that entered something, as the kernel names it.
public struct Recorder: Hashable, Sendable, Codable {
    public var user: String
    public var id: UInt32
    /// The name of the account's holder, where the machine knows one; left out, as in records of before.
    public var fullName: String?

    public init(user: String, id: UInt32, fullName: String? = nil) {
        self.user = user
        self.id = id
        self.fullName = fullName
    }
}
