/// The largest concentration that an instrument can report, for each pollutant; what is above is missing.
public struct Ceilings: Hashable, Sendable {
    /// Thousandths of the pollutant's unit.
    public var values: PollutantValues

    public init(values: PollutantValues) { self.values = values }

    /// PM2.5, SO2, NO2 and O3 5000 µg/m³, PM10 10000 µg/m³, CO 200 mg/m³.
    public static let standard = {
        var values = PollutantValues()
        for pollutant in Pollutant.allCases { values[pollutant] = 5_000_000 }
        values[.pm10] = 10_000_000
        values[.co] = 200_000
        return Ceilings(values: values)
    }()

    /// The concentration in thousandths that a decimal in thousandths stands for, missing where it is negative or, before
    /// rounding, above the ceiling.
    @inlinable public func admit(_ decimal: ScaledDecimal, as pollutant: Pollutant) -> Int32 {
        let ceiling = Int64(values[pollutant])
        if decimal.floor < 0 || decimal.floor > ceiling || (decimal.floor == ceiling && !decimal.isExact) {
            return PollutantValues.missing
        }
        return Int32(truncatingIfNeeded: decimal.rounded)
    }
}
