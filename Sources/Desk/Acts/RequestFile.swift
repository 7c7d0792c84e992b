/// Where a request stood that came as a file instead of over the control socket.
public struct RequestFile: Hashable, Sendable, Codable {
    /// The file's name.
    public var name: String
    /// SHA-256 of the whole file, 64 hexadecimal digits.
    public var digest: String
    /// The line, from 1; 1 of a file that is one request.
    public var line: Int

    public init(name: String, digest: String, line: Int) {
        self.name = name
        self.digest = digest
        self.line = line
    }

    /// By what it is known that the request was carried out: the same line of the same content is the same request.
    public var key: String { "\(digest)-\(line)" }
}
