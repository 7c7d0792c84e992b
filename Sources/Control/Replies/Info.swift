/// The reply to `GetInfo`.
public struct Info: Hashable, Sendable, Codable {
    public var product: String
    public var version: String
    public var interfaces: [String]
    /// Full names.
    public var methods: [String]

    public init(product: String, version: String, interfaces: [String], methods: [String]) {
        self.product = product
        self.version = version
        self.interfaces = interfaces
        self.methods = methods
    }
}

/// An area or a level.
public struct Named: Hashable, Sendable, Codable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
