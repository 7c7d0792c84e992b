import AirQuality

// The canonical English text of conditions, as evidence, notices and the formatter write them.

extension Comparison {
    /// `AQI > 150`, `PM2.5 <= 115 ug/m3`, `PM2.5 > 150% of area`.
    public var text: String {
        if isOfArea { return "\(quantity.name) \(relation.rawValue) \(Self.text(thousandths: threshold))% of area" }
        var text = "\(quantity.name) \(relation.rawValue) \(Self.text(thousandths: threshold))"
        if case .concentration(let pollutant) = quantity { text += " \(pollutant.unit.rawValue)" }
        return text
    }

    /// A number of thousandths as the shortest decimal: 115, 0.5, 4.025.
    public static func text(thousandths: Int64) -> String {
        let magnitude = thousandths.magnitude
        var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
        var fraction = magnitude % 1000
        guard fraction != 0 else { return text }
        var places = 3
        while fraction % 10 == 0 {
            fraction /= 10
            places -= 1
        }
        let digits = String(fraction)
        text += "." + String(repeating: "0", count: places - digits.utf8.count) + digits
        return text
    }
}

extension Span {
    /// `for 48h including daily AQI > 300 for 24h`, empty for a single slot or block.
    public var text: String {
        switch self {
        case .single: return ""
        case .run(let hours, let including):
            guard let including else { return "for \(hours)h" }
            return "for \(hours)h including \(including.cycle.rawValue) \(including.comparison.text) for \(including.hours)h"
        case .throughout(let hours, let missing):
            return "throughout next \(hours)h" + (missing > 0 ? " missing at most \(missing)h" : "")
        }
    }
}

extension Test {
    /// The test as a plan states it: `expected daily AQI > 150 for 48h starting within 72h`.
    public var text: String {
        var parts = [source.rawValue]
        if let station { parts.append("at \(Self.code(station))") }
        parts += [cycle.rawValue, comparison.text]
        if let ledBy, !ledBy.isEmpty { parts.append("led by " + ledBy.map(\.name).joined(separator: ", ")) }
        if span != .single { parts.append(span.text) }
        if let startingWithin { parts.append("starting within \(startingWithin)h") }
        return parts.joined(separator: " ")
    }

    /// A station code as a word, or in quotes where it is none.
    private static func code(_ code: String) -> String {
        let isWord = !code.isEmpty && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
        if isWord { return code }
        var quoted = "\""
        for character in code {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}

extension Condition {
    /// The condition as a plan states it; lets by their names.
    public var text: String { text(expandingNames: false) }

    /// The condition with lets written out.
    public var expandedText: String { text(expandingNames: true) }

    private func text(expandingNames: Bool) -> String {
        switch self {
        case .or(let terms):
            return terms.map { $0.operand(expandingNames, .or) }.joined(separator: " or ")
        case .and(let terms):
            return terms.map { $0.operand(expandingNames, .and) }.joined(separator: " and ")
        case .not(let operand): return "not " + operand.operand(expandingNames, .not)
        case .named(let name, let condition): return expandingNames ? condition.text(expandingNames: true) : name
        case .test(let test): return test.text
        }
    }

    private enum Operator: Int { case or, and, not, none }

    private func binding(_ expandingNames: Bool) -> Operator {
        switch self {
        case .or: .or
        case .and: .and
        case .not: .not
        case .named(_, let condition): expandingNames ? condition.binding(true) : .none
        case .test: .none
        }
    }

    /// The text as an operand, in parentheses where it binds no tighter.
    private func operand(_ expandingNames: Bool, _ parent: Operator) -> String {
        let own = binding(expandingNames)
        let text = text(expandingNames: expandingNames)
        let isLoose = parent == .not ? own.rawValue < Operator.not.rawValue : own.rawValue <= parent.rawValue
        return isLoose ? "(\(text))" : text
    }
}
