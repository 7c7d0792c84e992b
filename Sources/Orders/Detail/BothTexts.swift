/// The same in Chinese and in English.
public struct BothTexts: Hashable, Sendable {
    public var chinese: String
    public var english: String

    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }
}
