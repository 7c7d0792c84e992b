import AirQuality
import PlanModel

extension Checker {
    /// Checks quantity, number and unit of a comparison; nil where it has an error.
    mutating func type(_ syntax: ComparisonSyntax) -> Comparison? {
        let quantity: Quantity
        switch syntax.quantity.value {
        case .aqi: quantity = .aqi
        case .iaqi(let name):
            guard let pollutant = pollutant(name) else { return nil }
            quantity = .iaqi(pollutant)
        case .pollutant(let name):
            guard let pollutant = pollutant(name) else { return nil }
            quantity = .concentration(pollutant)
        }
        if let words = syntax.ofArea { return share(syntax, quantity, words) }
        guard let threshold = threshold(syntax.number), checkUnit(syntax, quantity, threshold) else { return nil }
        checkReach(syntax, quantity, threshold)
        return Comparison(quantity: quantity, relation: syntax.relation, threshold: threshold)
    }

    /// A percentage of the area's value, which only concentrations have.
    private mutating func share(_ syntax: ComparisonSyntax, _ quantity: Quantity, _ words: SourceRange) -> Comparison? {
        guard case .concentration = quantity else {
            report(.unitOnIndex(syntax.unit?.value ?? "%", quantity: quantity.name), syntax.unit?.range ?? words)
            return nil
        }
        guard let threshold = threshold(syntax.number) else { return nil }
        guard (1...Self.largestShare).contains(threshold) else {
            report(.shareOutOfRange(syntax.number.value), syntax.number.range)
            return nil
        }
        return Comparison(quantity: quantity, relation: syntax.relation, threshold: threshold, isOfArea: true)
    }

    /// In thousandths of a percent: a hundred times the area's value.
    private static let largestShare: Int64 = 10_000_000

    /// The number in thousandths.
    mutating func threshold(_ number: NumberSyntax) -> Int64? {
        guard let decimal = ScaledDecimal(number.value, places: 3) else {
            report(.invalidNumber(number.value), number.range)
            return nil
        }
        if decimal.floor < 0 {
            report(.negativeThreshold(number.value), number.range)
            return nil
        }
        // Beyond any quantity the number is only known to be large, which is enough.
        guard decimal.isExact || decimal.rounded >= 1_000_000_000_000_000 else {
            report(.tooManyDecimals(number.value), number.range)
            return nil
        }
        return decimal.rounded
    }

    /// Whether the unit is the quantity's own.
    mutating func checkUnit(_ syntax: ComparisonSyntax, _ quantity: Quantity, _ threshold: Int64) -> Bool {
        let number = syntax.number.range
        guard case .concentration(let pollutant) = quantity else {
            guard let unit = syntax.unit else { return true }
            // A percentage of an index could be meant as something else than the number.
            let cut = SourceRange(file: number.file, start: number.end, end: unit.range.end)
            drafts.append(
                Draft(.unitOnIndex(unit.value, quantity: quantity.name), unit.range, fixits: unit.value == "%" ? [] : [(cut, "")])
            )
            return false
        }
        let isChinese = vocabulary(at: number) == .chinese
        let own = pollutant.unit.spelling(isChinese: isChinese)
        guard let unit = syntax.unit else {
            drafts.append(Draft(.missingUnit(pollutant), number, fixits: [(number.tail, isChinese ? own : " \(own)")]))
            return false
        }
        guard let written = ConcentrationUnit(spelling: unit.value) else {
            let isSure = ConcentrationUnit(incomplete: unit.value) == pollutant.unit
            drafts.append(Draft(.unknownUnit(unit.value, pollutant), unit.range, fixits: isSure ? [(unit.range, own)] : []))
            return false
        }
        guard written == pollutant.unit else {
            let converted = written == .micrograms ? threshold / 1000 : min(threshold, 1_000_000_000_000) * 1000
            let isExact = written == .milligrams || threshold % 1000 == 0
            let whole = SourceRange(file: number.file, start: number.start, end: unit.range.end)
            let text = "\(Self.decimal(converted)) \(own)"
            drafts.append(Draft(.wrongUnit(written, pollutant), unit.range, fixits: isExact ? [(whole, text)] : []))
            return false
        }
        return true
    }

    /// Warns of comparisons that every value, or none, satisfies.
    private mutating func checkReach(_ syntax: ComparisonSyntax, _ quantity: Quantity, _ threshold: Int64) {
        let largest: Int64
        switch quantity {
        case .aqi, .iaqi: largest = 500_000
        case .concentration(let pollutant): largest = Int64(Ceilings.standard.values[pollutant])
        }
        let holdsAtLargest = syntax.relation.holds(largest, threshold)
        let holdsAtZero = syntax.relation.holds(0, threshold)
        if holdsAtLargest == holdsAtZero {
            let limit = Self.decimal(largest)
            report(
                holdsAtZero
                    ? .alwaysHolds(quantity: quantity.name, largest: limit)
                    : .neverHolds(quantity: quantity.name, largest: limit),
                syntax.range)
        }
    }

    static func decimal(_ thousandths: Int64) -> String { Comparison.text(thousandths: thousandths) }
}

extension ConcentrationUnit {
    /// Reads a unit as plans write it.
    init?(spelling: String) {
        switch spelling.lowercased() {
        case "ug/m3", "ug/m³", "µg/m3", "µg/m³", "μg/m3", "μg/m³", "微克/立方米": self = .micrograms
        case "mg/m3", "mg/m³", "毫克/立方米": self = .milligrams
        default: return nil
        }
    }

    /// Reads what can only be meant as one of the units.
    init?(incomplete spelling: String) {
        switch spelling.lowercased() {
        case "ug", "µg", "μg", "ugm3", "ug/m", "微克": self = .micrograms
        case "mg", "mgm3", "mg/m", "毫克": self = .milligrams
        default: return nil
        }
    }

    func spelling(isChinese: Bool) -> String {
        guard isChinese else { return rawValue }
        return self == .micrograms ? "微克/立方米" : "毫克/立方米"
    }
}
