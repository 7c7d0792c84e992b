/// One value of each pollutant in thousandths of its unit, `missing` where there is none.
public struct PollutantValues: Hashable, Sendable, Codable {
    /// Stands for a value that is not there; never a concentration, since those are not negative.
    public static let missing: Int32 = -1

    @usableFromInline var so2, no2, co, o3, pm10, pm25: Int32

    /// All six missing.
    @inlinable public init() {
        so2 = Self.missing
        no2 = Self.missing
        co = Self.missing
        o3 = Self.missing
        pm10 = Self.missing
        pm25 = Self.missing
    }

    /// The value that a function gives for each pollutant.
    @inline(__always) init(_ value: (Pollutant) -> Int32) {
        so2 = value(.so2)
        no2 = value(.no2)
        co = value(.co)
        o3 = value(.o3)
        pm10 = value(.pm10)
        pm25 = value(.pm25)
    }

    @inlinable public subscript(_ pollutant: Pollutant) -> Int32 {
        get {
            switch pollutant {
            case .so2: so2
            case .no2: no2
            case .co: co
            case .o3: o3
            case .pm10: pm10
            case .pm25: pm25
            }
        }
        set {
            switch pollutant {
            case .so2: so2 = newValue
            case .no2: no2 = newValue
            case .co: co = newValue
            case .o3: o3 = newValue
            case .pm10: pm10 = newValue
            case .pm25: pm25 = newValue
            }
        }
    }

    /// The same with the missing ones taken from earlier values.
    @inline(__always) func filled(from earlier: PollutantValues) -> PollutantValues {
        PollutantValues { self[$0] == Self.missing ? earlier[$0] : self[$0] }
    }

    /// The pollutants that have a value.
    public var known: PollutantSet {
        PollutantSet(where: { self[$0] != Self.missing })
    }
}
