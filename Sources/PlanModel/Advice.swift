/// Health advice to the public on what no warning is issued for, such as ozone or dust: it starts no response and changes no level.
public struct Advice: Hashable, Sendable {
    /// The name in code, such as `ozone`.
    public var id: String
    /// The name as people read it, such as 臭氧污染健康提示.
    public var name: String
    public var condition: Condition
    /// What the public is told to do.
    public var text: String

    public init(id: String, name: String, condition: Condition, text: String) {
        self.id = id
        self.name = name
        self.condition = condition
        self.text = text
    }
}
