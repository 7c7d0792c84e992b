public import AirQuality

/// A count for each pollutant.
public struct ValueCounts: Hashable, Sendable {
    @usableFromInline var counts: SIMD8<Int> = .zero

    public init() {}

    @inlinable public subscript(_ pollutant: Pollutant) -> Int {
        get { counts[Int(pollutant.rawValue)] }
        set { counts[Int(pollutant.rawValue)] = newValue }
    }

    /// The sum over all pollutants.
    public var total: Int { counts.wrappedSum() }
}
