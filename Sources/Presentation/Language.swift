/// The language in which a program speaks to people.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case chinese = "zh"

    /// The language of a locale, from its variables in the order in which they count; English where none says Chinese.
    ///
    /// - Parameter variable: A variable of the environment, nil where it is not set.
    public static func ofLocale(_ variable: (String) -> String?) -> Language {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
        return value?.hasPrefix("zh") == true ? .chinese : .english
    }

    /// What is said in this language.
    public func pick(_ english: String, _ chinese: String) -> String { self == .english ? english : chinese }
}
