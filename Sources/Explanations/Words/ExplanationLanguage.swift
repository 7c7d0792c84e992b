/// The language of an explanation.
public enum ExplanationLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case chinese = "zh"
}
