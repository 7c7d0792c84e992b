import AirQuality

/// Tells what a written concentration stands for: a value, nothing, or something that cannot be one.
struct ValueReader {
    let format: FeedFormat
    let ceilings: Ceilings

    enum Outcome: Equatable {
        /// Thousandths.
        case value(Int32)
        /// Empty, or a mark by which the feed says that there is no value.
        case blank
        case notANumber, negative, aboveCeiling

        /// Whether it was meant as a value, so that its loss is to be reported.
        var isRefused: Bool { self == .notANumber || self == .negative || self == .aboveCeiling }
    }

    func places(_ pollutant: Pollutant) -> Int { pollutant == .co ? format.carbonMonoxidePlaces : 3 }

    /// Reads the content of one cell. Marks of missing values are told before any unit conversion, so that -9999 µg/m³ of CO
    /// does not become -10 mg/m³ on its way.
    func read(_ content: UnsafeBufferPointer<UInt8>, as pollutant: Pollutant) -> Outcome {
        if Self.isMark(content) { return .blank }
        guard let written = ScaledDecimal(content, places: 0) else { return .notANumber }
        if written.isExact {
            if written.rounded == -9999 || written.rounded == -999 { return .blank }
            if written.rounded == 0, format.zeroIsMissing { return .blank }
        }
        guard let scaled = ScaledDecimal(content, places: places(pollutant)) else { return .notANumber }
        let value = ceilings.admit(scaled, as: pollutant)
        if value != PollutantValues.missing { return .value(value) }
        return scaled.floor < 0 ? .negative : .aboveCeiling
    }

    /// Empty cells and the signs that feeds write in place of a value; `/` is HJ 633's sign of "not monitored".
    static func isMark(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        if content.isEmpty { return true }
        guard content.count <= 6 else { return false }
        return content.equals("NA") || content.equals("—") || content.equals("-;") || content.equals("-")
            || content.equals("——") || content.equals("--") || content.equals("/") || content.equals("N/A")
            || content.equals("NaN") || content.equals("nan") || content.equals("null") || content.equals("NULL")
    }

    /// The report on a refused value.
    func reason(_ outcome: Outcome, _ content: UnsafeBufferPointer<UInt8>, pollutant: Pollutant) -> String {
        let shown = "\(pollutant.name) '\(Cell.shown(content))'"
        switch outcome {
        case .negative: return "\(shown) is negative and counts as missing"
        case .aboveCeiling:
            let ceiling = ceilings.values[pollutant] / 1000
            return "\(shown) is above the ceiling of \(ceiling) \(pollutant.unit.symbol) and counts as missing"
        default: return "\(shown) is no number and counts as missing"
        }
    }
}
