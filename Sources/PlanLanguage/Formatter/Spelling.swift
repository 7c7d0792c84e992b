import AirQuality
import PlanModel

/// How the small parts of clauses are written in a vocabulary.
struct Spelling {
    let vocabulary: Vocabulary

    var isChinese: Bool { vocabulary == .chinese }

    /// Between the items of a list, with the blank behind it.
    var comma: String { isChinese ? "、" : ", " }

    // MARK: - Texts and names

    /// A text in quotes, in those of the vocabulary where it can stand in them.
    func text(_ value: String) -> String {
        let scalars = value.unicodeScalars
        if isChinese, !scalars.contains("\n") {
            if !scalars.contains("”") { return "“\(value)”" }
            if !scalars.contains("」") { return "「\(value)」" }
        }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars {
            switch scalar {
            case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
            case "\n": quoted.append(contentsOf: ["\\", "n"])
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }

    func text(_ text: TextSyntax) -> String { self.text(text.value) }

    /// A name as it was written. Words that begin a declaration get quotes: they could come to stand first on a line.
    func name(_ name: NameSyntax) -> String {
        name.isQuoted || Self.beginsDeclaration(name.text) ? text(name.text) : name.text
    }

    private static func beginsDeclaration(_ word: String) -> Bool {
        (Vocabulary.english(word) ?? Vocabulary.chinese(word))?.startsDeclaration == true
    }

    func names(_ names: [NameSyntax]) -> String { names.map(name).joined(separator: comma) }

    func label(_ label: TextSyntax?) -> String {
        guard let label else { return "" }
        return isChinese ? "【\(label.value)】" : "[\(label.value)]"
    }

    // MARK: - Numbers

    func duration(_ duration: DurationSyntax) -> String {
        let number = duration.number.value
        return switch duration.unit {
        case .hours: number + (isChinese ? "小时" : "h")
        case .days: number + (isChinese ? "天" : "d")
        case .minutes: number + (isChinese ? "分钟" : " min")
        case .none: number
        case .other(let word): number + word
        }
    }

    func clocks(_ clocks: [ClockSyntax]) -> String {
        clocks.map { $0.minute.isEmpty ? $0.hour : "\($0.hour):\($0.minute)" }.joined(separator: comma)
    }

    /// A number of an air quality quantity with its unit.
    func number(_ number: NumberSyntax, unit: Located<String>?) -> String {
        guard let unit else { return number.value }
        if let known = ConcentrationUnit(spelling: unit.value) {
            return number.value + (isChinese ? "" : " ") + known.spelling(isChinese: isChinese)
        }
        // No unit of the language; one that stood apart would not be read as part of the number's word.
        return number.value + (unit.range.start == number.range.end ? "" : " ") + unit.value
    }

    func quantity(_ quantity: ComparisonSyntax.Quantity) -> String {
        switch quantity {
        case .aqi: "AQI"
        case .iaqi(let name): isChinese ? "IAQI（\(name.text)）" : "IAQI(\(name.text))"
        case .pollutant(let name): name.text
        }
    }

    /// A number with a unit of a list column.
    func measured(_ number: String, _ unit: Located<String>?) -> String {
        guard let unit else { return number }
        guard let known = ColumnUnit(spelling: unit.value) else { return "\(number) \(unit.value)" }
        return number + known.suffix(isChinese: isChinese)
    }

    /// A date or a day of the year; the tree has it as `2024-10-31` or `10-31`.
    func date(_ value: String) -> String {
        guard isChinese else { return value }
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        let signs = parts.count == 3 ? ["年", "月", "日"] : ["月", "日"]
        guard parts.count == signs.count else { return value }
        return zip(parts, signs).map { part, sign in
            let isPadded = sign != "年" && part.utf8.count == 2 && part.hasPrefix("0")
            return String(isPadded ? part.dropFirst() : part) + sign
        }.joined()
    }

    // MARK: - Values

    func value(_ value: ValueSyntax) -> String {
        if value.isQuoted { return text(value.text) }
        if value.unit != nil { return measured(value.text, value.unit) }
        return Self.isDate(value.text) ? date(value.text) : value.text
    }

    func values(_ values: [ValueSyntax]) -> String { values.map(value).joined(separator: comma) }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 3
            && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }
}

extension ColumnUnit {
    /// Behind a number.
    func suffix(isChinese: Bool) -> String {
        switch self {
        case .kilogramsPerDay: isChinese ? "千克/日" : " kg/d"
        case .squareMetres: isChinese ? "平方米" : " m²"
        case .percent: "%"
        case .degrees: isChinese ? "度" : " 度"
        }
    }
}

extension Relation {
    func sign(isChinese: Bool) -> String {
        guard isChinese else { return rawValue }
        return switch self {
        case .greater: "＞"
        case .greaterOrEqual: "≥"
        case .less: "＜"
        case .lessOrEqual: "≤"
        }
    }
}

extension Source {
    var chinese: String {
        switch self {
        case .observed: "实测"
        case .forecast: "预报"
        case .expected: "预测"
        }
    }
}

extension Cycle {
    var chinese: String { self == .hourly ? "小时" : "日" }
}
