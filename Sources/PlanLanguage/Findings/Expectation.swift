/// What the parser would have taken at a place.
enum Expectation: Hashable, Sendable {
    case keyword(Keyword)
    case sign(String)
    case text, number, duration, clock, pollutant, quantity, relation, condition, edition, station, code
    case column, value, action, percent, date, monthDay, moment, label, outcome
    case name(of: Keyword)

    /// Words to compare a misspelt one with.
    func candidates(in vocabulary: Vocabulary) -> [String] {
        switch self {
        case .keyword(let keyword): [vocabulary.spelling(of: keyword)].compactMap(\.self)
        case .condition:
            [Keyword.observed, .forecast, .expected, .not].compactMap { vocabulary.spelling(of: $0) }
        case .quantity: ["AQI", "IAQI"]
        case .outcome:
            [Keyword.noWarning, .issue, .escalate, .downgrade, .lift, .cancel, .enterprise, .site].compactMap {
                vocabulary.spelling(of: $0)
            }
        case .action: Parser.actionWords.compactMap { vocabulary.spelling(of: $0) }
        default: []
        }
    }
}
