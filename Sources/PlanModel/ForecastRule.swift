/// Which forecasts a plan reads, and what it makes of several that speak of the same hour or day.
public struct ForecastRule: Hashable, Sendable {
    /// Names of the sources that count, the preferred one first; empty: every forecast, whatever its source.
    public var sources: [String]
    /// What several sources come to; without ``sources`` the most recently issued forecast counts.
    public var combination: ForecastCombination
    /// Hours after its issue for which a forecast counts; nil: for good.
    public var maximumAge: Int?

    public init(sources: [String] = [], combination: ForecastCombination = .preference, maximumAge: Int? = nil) {
        self.sources = sources
        self.combination = combination
        self.maximumAge = maximumAge
    }
}

/// What the values of several sources for one hour or day come to.
public enum ForecastCombination: String, Hashable, Sendable, Codable {
    /// The value of the first source that has one.
    case preference
    /// The highest; of ranges of a day the one that is highest at the bound that the plan reads.
    case highest
    /// The exact arithmetic mean, rounded half to even.
    case mean
}

extension ForecastRule {
    /// Bytes of the name of a source.
    public static let maximumNameBytes = 128

    /// Whether a feed can name a source so: what stands in a cell, without the blanks around it.
    public static func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, text.utf8.count <= maximumNameBytes else { return false }
        return !first.properties.isWhitespace && !last.properties.isWhitespace
            && !scalars.contains { $0.properties.generalCategory == .control }
    }
}
