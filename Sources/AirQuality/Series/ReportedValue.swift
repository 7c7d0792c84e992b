/// Values at reporting precision: integer µg/m³; for CO tenths of mg/m³ (semantics §3, GB/T 8170).
///
/// A missing one is ``missing``.
public enum ReportedValue {
    public static let missing = -1

    /// Thousandths in one reported unit.
    @inlinable public static func step(of pollutant: Pollutant) -> Int64 { pollutant == .co ? 100 : 1000 }

    /// `sum / count` thousandths at reporting precision.
    @inlinable public static func mean(_ sum: Int64, _ count: Int, of pollutant: Pollutant) -> Int {
        Int(roundedHalfEven(sum, over: Int64(count) * step(of: pollutant)))
    }

    /// The hourly value of a slot at reporting precision.
    @inlinable public static func hourly(_ thousandths: Int32, of pollutant: Pollutant) -> Int {
        thousandths == PollutantValues.missing ? missing : Int(roundedHalfEven(Int64(thousandths), over: step(of: pollutant)))
    }

    /// The largest value that an instrument can report.
    public static func ceiling(of pollutant: Pollutant) -> Int {
        Int(Int64(Ceilings.standard.values[pollutant]) / step(of: pollutant))
    }

    /// `182` or, for CO, `1.4`; nil where missing.
    public static func text(_ value: Int, of pollutant: Pollutant) -> String? {
        guard value >= 0 else { return nil }
        return pollutant == .co ? "\(value / 10).\(value % 10)" : "\(value)"
    }
}
