/// A pollutant of the emission-reduction list, for each of which a level states its share (domain: at least 10 / 20 / 30 %).
public enum EmittedPollutant: Int, Hashable, Sendable, CaseIterable, Codable {
    case so2, nox, pm, vocs

    /// As people write it.
    public var name: String {
        switch self {
        case .so2: "SO2"
        case .nox: "NOx"
        case .pm: "PM"
        case .vocs: "VOCs"
        }
    }

    /// The pollutant of a name, in any case.
    public init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
        self = found
    }
}

/// An emission or a reduction of each pollutant, in mg/d (10^-6 kg/d): a percentage of a value with four decimals of kg is exact.
public struct EmissionValues: Hashable, Sendable {
    public var milligrams: SIMD4<Int64>

    public static let zero = EmissionValues(SIMD4())

    @inlinable public init(_ milligrams: SIMD4<Int64>) { self.milligrams = milligrams }

    @inlinable public subscript(_ pollutant: EmittedPollutant) -> Int64 {
        get { milligrams[pollutant.rawValue] }
        set { milligrams[pollutant.rawValue] = newValue }
    }

    @inlinable public static func + (left: Self, right: Self) -> Self { Self(left.milligrams &+ right.milligrams) }
    @inlinable public static func - (left: Self, right: Self) -> Self { Self(left.milligrams &- right.milligrams) }
    @inlinable public static func += (left: inout Self, right: Self) { left.milligrams &+= right.milligrams }

    /// The sum over the pollutants.
    @inlinable public var total: Int64 { milligrams.wrappedSum() }

    /// So many hundredths of it. Exact for values of at most four decimals of kg; beyond that rounded towards zero.
    @inlinable public func percent(_ percent: Int) -> Self { Self(milligrams &* SIMD4(repeating: Int64(percent)) / 100) }

    /// Milligrams in a kilogram.
    public static let scale: Int64 = 1_000_000
    /// The largest emission of one row, in mg/d: 1,000 t/d. A million of them do not overflow a sum.
    public static let limit: Int64 = 1_000_000 * scale
}
