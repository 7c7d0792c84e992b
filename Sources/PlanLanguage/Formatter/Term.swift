/// A condition or a predicate as it is laid out: words that stay together, and what joins them.
indirect enum Term {
    case words(String, from: Int)
    case not(Term)
    case parentheses(Term)
    case joined(Joint, [Term])

    enum Joint { case and, or }

    /// Where its first words begin in the source, `not` and parentheses left out.
    var first: Int {
        switch self {
        case .words(_, let start): start
        case .not(let term), .parentheses(let term): term.first
        case .joined(_, let terms): terms.first?.first ?? 0
        }
    }

    /// Where its last words begin.
    var last: Int {
        switch self {
        case .words(_, let start): start
        case .not(let term), .parentheses(let term): term.last
        case .joined(_, let terms): terms.last?.last ?? 0
        }
    }
}
