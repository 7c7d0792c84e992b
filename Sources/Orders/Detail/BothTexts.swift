import PlanModel

/// The same in Chinese and in English.
public struct BothTexts: Hashable, Sendable {
    public var chinese: String
    public var english: String

    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }
}

extension BothTexts {
    /// A statement about the rows of a subject's table.
    init(_ predicate: Predicate, _ subject: OrderSubject, _ rules: OrderRules) {
        self.init(predicate.chinese(for: subject, lists: rules.lists), predicate.text)
    }
}
